"""YAML text to a tree of texts with positions; nothing is guessed, nothing is dropped.

Stock YAML changes German data without a word (``plz: 01067`` becomes 567, the last of two equal
keys wins). Here every scalar stays text, and whatever YAML would interpret is a finding.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import yaml

from macros.model import reading_rules as r
from macros.model import value_rules
from macros.model.findings import Ort, Stufe
from macros.model.raw_text import cleaned, guessed_text, read_text
from macros.model.yaml_checks import check_escapes, check_plain, one_document, repeated_keys
from macros.model.yaml_mend import MAX_DEPTH, mend
from macros.model.yaml_tree import Mapping, Node, Scalar, Sequence, moved_back
from macros.model.yaml_values import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund

__all__ = ["MAX_ENTRIES", "Mapping", "Node", "Scalar", "Sequence", "load_yaml"]

MAX_BYTES: Final = 256 * 1024
MAX_ENTRIES: Final = 2000
_MAGIC: Final = (b"\x89PNG", b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
_CONTROL: Final = tuple(bytes([code]) for code in (*range(9), *range(14, 27), *range(28, 32)))
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})


class _RefusedError(Exception):
    """The tree cannot be built; the finding says why."""

    def __init__(self, befund: Befund) -> None:
        self.befund = befund


def load_yaml(data: bytes, file: str) -> tuple[Node | None, list[Befund]]:
    """Return the tree of a YAML file and all findings about the file as such.

    Where a slip can be mended beyond doubt about the rest of the file, reading goes on with the
    mended line, so that one run tells all faults. A tree therefore does not mean that the file is
    right: whoever uses it looks at the findings too.

    Args:
        data: the file's bytes.
        file: path for messages.

    Returns:
        The tree, or None when it could not be built; then at least one finding is a Fehler.
    """
    if len(data) > MAX_BYTES:
        size = -(-len(data) // 1024)
        return None, [
            r.GROESSE.befund(
                Ort(file),
                f"Die Datei ist {size} KB groß; höchstens 256 KB sind erlaubt.",
                f"Die Datei teilen, etwa in {part_names(file)}",
            )
        ]
    if _is_binary(data):
        return None, [
            r.UNLESBAR.befund(
                Ort(file),
                "Das ist keine Textdatei, sondern ein Bild, eine Tabelle oder eine andere "
                "Programmdatei.",
                "Die Datei löschen oder ihren Inhalt als Text eintragen",
            )
        ]
    text, befunde = read_text(data, file)
    if text is None:
        text = guessed_text(data)
    if text is None or any(b.rule == r.KONFLIKT.nummer for b in befunde):
        return None, befunde
    text, more = one_document(cleaned(text), file)
    befunde += more
    mended = mend(text, file)
    befunde = _first_cause(befunde, mended.befunde)
    if mended.text is None:
        return None, befunde
    builder = _Builder(mended.text, file)
    node = builder.build(iter(mended.events))
    if mended.shifts and node is not None:
        node = moved_back(node, mended.shifts)
    placed = [
        replace(b, column=max(1, b.column - mended.shifts.get(b.line, 0))) for b in builder.befunde
    ]
    return node, _first_cause(befunde, placed)


def _is_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text in any encoding a person would save it in."""
    if data.startswith(_MAGIC):
        return True
    control = sum(data.count(sign) for sign in _CONTROL)
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return control > 10 and control > len(data) // 50 and not utf16


def part_names(file: str) -> str:
    """Return names for the halves of a file: „schulen-a.yml und schulen-b.yml“."""
    stem = file.rsplit("/", 1)[-1].removesuffix(".yml")
    return f"{stem}-a.yml und {stem}-b.yml"


def _first_cause(befunde: list[Befund], more: list[Befund]) -> list[Befund]:
    """Return all findings but those that only follow from a Fehler on the same line."""
    lines = {b.line for b in befunde if b.stufe is Stufe.FEHLER}
    return befunde + [b for b in more if b.line not in lines]


class _Builder:
    """Builds the tree from the C parser's events, without recursion."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.file = file
        self.befunde: list[Befund] = []
        self._told: set[tuple[str, int]] = set()

    def build(self, events: Iterator[Any]) -> Node | None:
        try:
            node = self._document(events)
        except _RefusedError as refused:
            self.befunde.append(refused.befund)
            return None
        if node is None:
            self.befunde.append(
                r.LEERE_DATEI.befund(
                    Ort(self.file),
                    "Die Datei ist leer. Bitte löschen oder füllen.",
                    "Die Datei löschen, oder Einträge ergänzen; der erste beginnt mit „- id:“",
                )
            )
        return node

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and (
                root is not None or event.version or event.tags
            ):
                raise _RefusedError(
                    r.DOKUMENTE.befund(
                        self._ort(event),
                        "YAML-Anweisungen (mit %) und weitere Dokumente sind nicht erlaubt.",
                        "Die Zeile mit dem Prozentzeichen und die Zeile mit --- löschen",
                    )
                )
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, events)
        if isinstance(root, Scalar) and not root.text:
            return None
        return root

    def _node(self, first: Any, events: Iterator[Any]) -> Node:
        """Build one node; open collections are kept on a stack of (event, children)."""
        stack: list[tuple[Any, list[Node]]] = []
        event = first
        while True:
            done: Node | None = None
            self._note_extras(event)
            if isinstance(event, yaml.ScalarEvent):
                done = self._scalar(event)
            elif isinstance(event, yaml.AliasEvent):
                ort = self._ort(event)
                done = Scalar(f"*{event.anchor}", ort.line, ort.column)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise _RefusedError(
                        r.TIEFE.befund(
                            self._ort(event),
                            f"Mehr als {MAX_DEPTH} Ebenen ineinander sind nicht erlaubt.",
                            "Die überzähligen Klammern oder Einrückungen löschen",
                        )
                    )
                stack.append((event, []))
            elif isinstance(event, yaml.CollectionEndEvent):
                start, children = stack.pop()
                done = self._collection(start, children)
            if done is not None:
                if not stack:
                    return done
                stack[-1][1].append(done)
            event = next(events)

    def _note_extras(self, event: Any) -> None:
        is_alias = isinstance(event, yaml.AliasEvent)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if not (anchor or tag) or (r.ANKER.nummer, event.start_mark.line + 1) in self._told:
            return
        ort = self._ort(event)
        if anchor:
            sign = "*" if is_alias else "&"
            self._once_per_line(
                r.ANKER.befund(
                    ort,
                    f"Anker und Aliasse (& und *) sind verboten: „{sign}{anchor[:40]}“.",
                    "Den Wert an jeder Stelle ausschreiben",
                )
            )
        if tag:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            source = self.lines[ort.line - 1]
            line = f"{source[: ort.column - 1].strip()} {quoted(source[ort.column - 1 :].strip())}"
            self._once_per_line(
                r.TAG.befund(
                    ort,
                    f"YAML-Tags sind verboten: „{short[:40]}“.",
                    "Das Ausrufezeichen und das Wort dahinter löschen"
                    + ("" if short.startswith("!!") else f", oder: {shortened(line)}"),
                )
            )

    def _once_per_line(self, befund: Befund) -> None:
        if (befund.rule, befund.line) not in self._told:
            self._told.add((befund.rule, befund.line))
            self.befunde.append(befund)

    def _scalar(self, event: Any) -> Scalar:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        text: str = event.value
        if event.style in (None, ""):
            text = text.strip()
            if text:
                end = event.end_mark
                self.befunde.extend(
                    check_plain(
                        self.lines, self.file, text, (line, column), (end.line + 1, end.column)
                    )
                )
            if text in _NULLS:
                text = ""
        elif event.style == '"':
            source = self.lines[line - 1]
            self.befunde.extend(
                check_escapes(source, line, column, event.end_mark.column, self.file)
            )
        return Scalar(text, line, column)

    def _collection(self, start: Any, children: list[Node]) -> Node:
        line, column = start.start_mark.line + 1, start.start_mark.column + 1
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(children), line, column)
        entries: dict[str, tuple[Scalar, Node]] = {}
        again: list[tuple[Scalar, Scalar]] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._once_per_line(self._not_a_key(key))
            elif key.text == "<<":
                self._once_per_line(
                    r.ANKER.befund(
                        Ort(self.file, key.line, key.column),
                        "Zusammenführungen mit „<<“ sind verboten.",
                        "Die Felder ausschreiben",
                    )
                )
            elif not key.text:
                self.befunde.append(
                    value_rules.LEER.befund(
                        Ort(self.file, key.line, key.column),
                        "Hier fehlt der Feldname vor dem Doppelpunkt.",
                    )
                )
            elif key.text in entries:
                again.append((entries[key.text][0], key))
            else:
                entries[key.text] = (key, value)
        self.befunde.extend(repeated_keys(again, self.lines, self.file))
        return Mapping(tuple(entries.values()), line, column)

    def _not_a_key(self, key: Node) -> Befund:
        ort = Ort(self.file, key.line, key.column)
        if "{{" in self.lines[key.line - 1]:
            return value_rules.KLAMMERN.befund(
                ort,
                "Doppelte geschweifte Klammern sind in Daten nicht erlaubt.",
                "Den Text ohne Klammern schreiben; Makros stehen nur in den Kapiteln",
            )
        return r.FELDNAME.befund(
            ort, "Hier steht eine Liste oder ein Block, wo ein Feldname stehen muss."
        )

    def _ort(self, event: Any) -> Ort:
        return Ort(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
