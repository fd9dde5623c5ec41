"""Changes to a YAML list of records, place by place: what is not changed stays to the byte.

A round trip through a YAML library keeps comments, but respells what it writes. Here the parser
only says where each value stands; the text itself is cut and joined at these places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import yaml

from macros.importers.yaml_text import block, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BOM: Final = "\ufeff"


class UnlesbarError(ValueError):
    """The file is not a list of records with single values, as the edit needs it."""


@dataclass(frozen=True)
class Wert:
    """A value in the file: its text and where it stands, in characters."""

    text: str
    start: int
    end: int
    block: bool


@dataclass(frozen=True)
class Innen:
    """A nested block of a record (``koordinaten``): where a further field goes."""

    column: int
    end: int
    flow: bool


@dataclass(eq=False)
class Satz:
    """A record of the file.

    Attributes:
        felder: path of a field (``koordinaten.breite``) → its value; lists are not among them.
        enden: top-level field → where its last line ends (in a flow mapping: its value).
        innen: nested blocks by name.
        start: where the record's first line starts.
        end: where the line after the record starts.
        einzug: column of the fields.
        flow: the record is written as ``{id: …}``.
    """

    felder: dict[str, Wert] = field(default_factory=dict)
    enden: dict[str, int] = field(default_factory=dict)
    innen: dict[str, Innen] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    einzug: int = 2
    flow: bool = False

    def get(self, path: str) -> str | None:
        """Return the text of a field, or None."""
        found = self.felder.get(path)
        return found.text if found else None


class Satzdatei:
    """A file of records whose text can be edited record by record.

    Attributes:
        saetze: the records in file order.
    """

    def __init__(self, text: str) -> None:
        """Read the text.

        Raises:
            UnlesbarError: the text is not a list of mappings.
        """
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._bom = _BOM if text.startswith(_BOM) else ""
        text = text.removeprefix(_BOM)
        self._text = text if not text or text.endswith("\n") else text + self._newline
        self._edits: list[tuple[int, int, str]] = []
        self._new: dict[Satz | None, list[str]] = {}
        self._dash = 0
        self._empty_list: tuple[int, int] | None = None
        self.saetze: list[Satz] = []
        self._read()
        # A file whose records stand apart gets its new ones apart, too.
        pairs = zip(self.saetze, self.saetze[1:], strict=False)
        between = [self._text[a.end : b.start] for a, b in pairs]
        apart = any(text and not text.splitlines()[0].strip() for text in between)
        self._gap = self._newline if apart or len(self.saetze) < 2 else ""

    def set(self, satz: Satz, path: str, value: str, order: Sequence[str]) -> None:
        """Set a field of a record.

        Args:
            satz: the record.
            path: the field.
            value: its new text.
            order: all top-level fields in the order they are written; says where a new one goes.

        Raises:
            UnlesbarError: a record in braces cannot take a nested block.
        """
        found = satz.felder.get(path)
        outer, _, inner = path.partition(".")
        nest = satz.innen.get(outer) if inner else None
        if found:
            flow = satz.flow or (nest is not None and nest.flow)
            tail = self._newline if found.block else ""
            # Our loader takes a comment behind a plain value for a cut value: it wants quotes.
            quoted = bool(re.compile(r"[ \t]+#").match(self._text, found.end))
            new = scalar(value, flow=flow, quoted=quoted)
            self._edits.append((found.start, found.end, new + tail))
        elif not inner:
            self._add(self._place(satz, outer, order), satz.einzug, outer, value, satz.flow)
        else:
            if nest is None:
                nest = self._add_nest(satz, outer, order)
            self._add(nest.end, nest.column, inner, value, nest.flow)

    def insert(self, after: Satz | None, felder: Mapping[str, str]) -> None:
        """Insert a new record.

        Args:
            after: the record it follows; None puts it before all others.
            felder: path of a field → value, in the order they are written.
        """
        body = self._newline.join(block(felder, self._dash)) + self._newline
        self._new.setdefault(after, []).append(body)

    def remove(self, satz: Satz) -> str:
        """Remove a record with the comment lines right above it; return what was removed."""
        start, end = self._lead(satz), satz.end
        removed = self._text[start:end]
        blank = re.compile(r"[ \t]*\r?\n").match(self._text, end)
        if blank and re.search(r"(?:^|\n)\r?\n$", self._text[:start]):
            end = blank.end()
        self._edits.append((start, end, ""))
        self.saetze.remove(satz)
        return removed

    def line_and_column(self, at: int) -> tuple[int, int]:
        """Return the place of a character, both counted from 1."""
        before = self._text[:at]
        return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1

    def result(self) -> str:
        """Return the text with all changes."""
        edits = [*self._edits, *self._insertions()]
        text = self._text
        # From the end to the start, so that places stay valid; equal places keep their order.
        for _, (start, end, new) in sorted(
            enumerate(edits), key=lambda item: (item[1][0], item[0]), reverse=True
        ):
            text = text[:start] + new + text[end:]
        return self._bom + text

    def _insertions(self) -> list[tuple[int, int, str]]:
        edits = []
        for after, bodies in self._new.items():
            if after is not None:
                edits.append((after.end, after.end, "".join(self._gap + b for b in bodies)))
            elif self.saetze:
                at = self._lead(self.saetze[0])
                edits.append((at, at, "".join(b + self._gap for b in bodies)))
            else:
                start, end = self._empty_list or (len(self._text), len(self._text))
                head = self._text[:start].rstrip(" \t")
                lead = self._newline if head and not head.endswith(("\n\n", "\n\r\n")) else ""
                edits.append((start, end, lead + self._gap.join(bodies)))
        return edits

    def _read(self) -> None:
        try:
            root = yaml.compose(self._text, Loader=yaml.CSafeLoader)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise UnlesbarError("kein lesbares YAML") from error
        if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
            return
        if not isinstance(root, yaml.SequenceNode):
            raise UnlesbarError("keine Liste")
        if not root.value:
            start = self._text.rfind("\n", 0, root.start_mark.index) + 1
            self._empty_list = (start, self._line_after(root.end_mark.index))
            return
        if root.flow_style:
            raise UnlesbarError("eine Liste in eckigen Klammern")
        self._dash = root.start_mark.column
        self.saetze = [self._record(node) for node in root.value]

    def _record(self, node: Any) -> Satz:
        if not isinstance(node, yaml.MappingNode):
            raise UnlesbarError("ein Eintrag ohne Felder")
        satz = Satz(einzug=node.start_mark.column, flow=bool(node.flow_style))
        last = node.end_mark.index if satz.flow else node.start_mark.index
        for key, value in node.value:
            end = _end(value)
            last = max(last, end)
            satz.enden[key.value] = end if satz.flow else self._line_after(end)
            if isinstance(value, yaml.ScalarNode):
                satz.felder[key.value] = _wert(value)
            elif isinstance(value, yaml.MappingNode):
                self._nested(satz, key.value, value)
        dash = self._text.rfind("-", 0, node.start_mark.index)
        satz.start = self._text.rfind("\n", 0, dash) + 1
        satz.end = self._with_inner_comments(self._line_after(last))
        return satz

    def _nested(self, satz: Satz, outer: str, node: Any) -> None:
        flow = bool(node.flow_style)
        column, end = satz.einzug + 2, _end(node)
        for key, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                satz.felder[f"{outer}.{key.value}"] = _wert(value)
                column, end = key.start_mark.column, value.end_mark.index
        satz.innen[outer] = Innen(column, end if flow else self._line_after(end), flow)

    def _line_after(self, at: int) -> int:
        """Return where the line after the one that holds ``at`` starts."""
        if self._text[at - 1 : at] == "\n":
            return at
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1

    def _with_inner_comments(self, at: int) -> int:
        """Move past comment lines that are indented deeper than the dash: they belong inside."""
        inner = re.compile(rf"[ ]{{{self._dash + 1},}}#[^\n]*(?:\n|$)")
        while found := inner.match(self._text, at):
            at = found.end()
        return at

    def _lead(self, satz: Satz) -> int:
        """Return where the comment lines right above a record start, the file's head excluded."""
        at = satz.start
        while at:
            line = self._text.rfind("\n", 0, at - 1) + 1
            if not self._text[line:at].lstrip().startswith("#"):
                return at
            at = line
        # The comments reach up to the first line: they are about the file, not about the record.
        return satz.start

    def _place(self, satz: Satz, name: str, order: Sequence[str]) -> int:
        """Return where a new field goes: behind the last one that comes before it."""
        before = order[: order.index(name)] if name in order else order
        known = [satz.enden[key] for key in before if key in satz.enden]
        return max(known or satz.enden.values())

    def _add(self, at: int, column: int, name: str, value: str, flow: bool) -> None:
        if flow:
            new = f", {name}: {scalar(value, flow=True)}"
        else:
            new = f"{' ' * column}{name}: {scalar(value)}{self._newline}"
        self._edits.append((at, at, new))

    def _add_nest(self, satz: Satz, outer: str, order: Sequence[str]) -> Innen:
        if satz.flow:
            raise UnlesbarError("ein Eintrag in geschweiften Klammern")
        at = self._place(satz, outer, order)
        self._edits.append((at, at, f"{' ' * satz.einzug}{outer}:{self._newline}"))
        satz.innen[outer] = Innen(satz.einzug + 2, at, flow=False)
        return satz.innen[outer]


def _wert(node: Any) -> Wert:
    return Wert(node.value, node.start_mark.index, node.end_mark.index, node.style in ("|", ">"))


def _end(node: Any) -> int:
    """Return where a node's text ends; a block collection's mark lies behind later comments."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)
