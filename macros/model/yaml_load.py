"""YAML text to a tree of texts with positions; nothing is guessed, nothing is dropped.

Stock YAML changes German data without a word (``plz: 01067`` becomes 567, the last of two equal
keys wins). Here every scalar stays text, and whatever YAML would interpret is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from macros.model import reading_rules as r
from macros.model import value_rules
from macros.model.findings import Ort
from macros.model.raw_text import read_text
from macros.model.yaml_errors import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund

MAX_DEPTH: Final = 8
MAX_BYTES: Final = 256 * 1024
MAX_ENTRIES: Final = 2000
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})
_SIGNS: Final = frozenset("=-?:|>%@`!&*,[]{}#+.…–—/")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with its place."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


Node = Scalar | Mapping | Sequence


class _RefusedError(Exception):
    """The tree cannot be built; the finding says why."""

    def __init__(self, befund: Befund) -> None:
        self.befund = befund


def load_yaml(data: bytes, file: str) -> tuple[Node | None, list[Befund]]:
    """Return the tree of a YAML file and all findings about the file as such.

    Args:
        data: the file's bytes.
        file: path for messages.

    Returns:
        The tree, or None when it could not be built; then at least one finding is a Fehler.
    """
    if len(data) > MAX_BYTES:
        size = len(data) // 1024
        return None, [
            r.GROESSE.befund(
                Ort(file), f"Die Datei ist {size} KB groß; höchstens 256 KB sind erlaubt."
            )
        ]
    text, befunde = read_text(data, file)
    if text is None:
        return None, befunde
    broken = any(b.rule in _FATAL for b in befunde)
    builder = _Builder(text, file)
    node = builder.build()
    # A tab or a conflict mark makes the parser stumble at the same place: one message is enough.
    befunde.extend(b for b in builder.befunde if not (broken and b.rule in _FOLLOW_UP))
    return (None if broken else node), befunde


_FATAL: Final = frozenset(
    rule.nummer for rule in (r.TABULATOR, r.STEUERZEICHEN, r.KONFLIKT, r.GESCHUETZT, r.UNSICHTBAR)
)
_FOLLOW_UP: Final = frozenset(
    rule.nummer
    for rule in (r.SYNTAX, r.DOPPELPUNKT, r.ANFUEHRUNG_OFFEN, r.GRUNDFORM, r.ZEICHEN_STATT_WERT)
)


class _Builder:
    """Builds the tree from the C parser's events, without recursion."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.file = file
        self.befunde: list[Befund] = []
        self._last_quoted: tuple[int, int] | None = None

    def build(self) -> Node | None:
        events = self._events()
        try:
            node = self._document(events)
        except _RefusedError as refused:
            self.befunde.append(refused.befund)
            return None
        except yaml.YAMLError as error:
            self.befunde.append(explain(error, self.lines, self.file, self._last_quoted))
            return None
        if node is None:
            self.befunde.append(
                r.LEERE_DATEI.befund(
                    Ort(self.file), "Die Datei ist leer. Bitte löschen oder füllen."
                )
            )
        return node

    def _events(self) -> Iterator[Any]:
        loader = yaml.CLoader(self.text)
        try:
            while loader.check_event():
                yield loader.get_event()
        finally:
            loader.dispose()

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    raise _RefusedError(
                        r.DOKUMENTE.befund(
                            self._ort(event),
                            "Hier beginnt mit „---“ ein zweites Dokument."
                            if documents > 1
                            else "YAML-Anweisungen mit % sind nicht erlaubt.",
                        )
                    )
            elif isinstance(event, yaml.NodeEvent):
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
            self._refuse_extras(event)
            if isinstance(event, yaml.ScalarEvent):
                done = self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise _RefusedError(
                        r.TIEFE.befund(
                            self._ort(event),
                            f"Mehr als {MAX_DEPTH} Ebenen ineinander sind nicht erlaubt.",
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

    def _refuse_extras(self, event: Any) -> None:
        ort = self._ort(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(
                r.ANKER.befund(
                    ort,
                    f"Anker und Aliasse (& und *) sind verboten: „{event.anchor}“.",
                    "Den Wert an jeder Stelle ausschreiben",
                )
            )
        tag = getattr(event, "tag", None)
        if tag:
            short = tag.replace("tag:yaml.org,2002:", "!!")
            raise _RefusedError(
                r.TAG.befund(
                    ort,
                    f"YAML-Tags sind verboten: „{short}“.",
                    "Das Ausrufezeichen und das Wort dahinter löschen",
                )
            )

    def _scalar(self, event: Any) -> Scalar:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        end_line = event.end_mark.line + 1
        plain = event.style in (None, "")
        text: str = event.value
        if event.style in ("'", '"'):
            if end_line != line:
                self._last_quoted = (line, column)
                raise _RefusedError(self._unclosed(line, column))
        elif plain and text:
            self._check_plain(text, line, column, end_line, event.end_mark.column)
        if plain and text in _NULLS:
            text = ""
        return Scalar(text, line, column)

    def _unclosed(self, line: int, column: int) -> Befund:
        return r.ANFUEHRUNG_OFFEN.befund(
            Ort(self.file, line, column),
            "Dieses Anführungszeichen wird in der Zeile nicht geschlossen.",
            f"{self.lines[line - 1].strip()}{self.lines[line - 1][column - 1]}",
        )

    def _check_plain(
        self, text: str, line: int, column: int, end_line: int, end_column: int
    ) -> None:
        ort = Ort(self.file, line, column)
        source = self.lines[line - 1]
        rest = self.lines[end_line - 1][end_column:]
        if rest.startswith(" #"):
            head = source[: column - 1].strip()
            cut = f"{text}{rest}".strip()
            self.befunde.append(
                r.KOMMENTAR.befund(
                    Ort(self.file, end_line, end_column + 2),
                    f"Alles nach „ #“ gilt als Kommentar: „{rest.strip()}“ ginge verloren.",
                    f'{head} "{cut}"',
                )
            )
        if len(text) == 1 and text in _SIGNS:
            self.befunde.append(
                r.ZEICHEN_STATT_WERT.befund(
                    ort, f"„{text}“ ist kein Wert. Der Wert fehlt oder gehört in Anführungszeichen."
                )
            )
        if end_line != line and not source.strip().startswith(("#",)):
            self.befunde.append(
                r.SYNTAX.befund(
                    Ort(self.file, line + 1),
                    "Diese Zeile gehört noch zum Wert der Zeile davor. "
                    "Fehlt hier ein Doppelpunkt oder stimmt die Einrückung nicht?",
                    self._joined(line, end_line),
                )
            )
        if text[0] in "„“”‚‘»«" and text[-1] in "“”‘’«»\"'":
            inner = text[1:-1]
            self.befunde.append(
                r.TYPOGRAFISCH.befund(
                    ort,
                    f"Typografische Anführungszeichen gehören hier zum Text. "
                    f'Meinten Sie "{inner}"?',
                    f'{source[: column - 1].strip()} "{inner}"',
                )
            )

    def _joined(self, first: int, last: int) -> str:
        following = self.lines[first].strip()
        if " " in following and ":" not in following:
            key, _, value = following.partition(" ")
            return f"{key}: {value}"
        return " ".join(line.strip() for line in self.lines[first - 1 : last])

    def _collection(self, start: Any, children: list[Node]) -> Node:
        line, column = start.start_mark.line + 1, start.start_mark.column + 1
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(children), line, column)
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise _RefusedError(
                    r.FELDNAME.befund(
                        Ort(self.file, key.line, key.column),
                        "Hier steht eine Liste oder ein Block, wo ein Feldname stehen muss.",
                    )
                )
            self._check_key(key, seen)
            if key.text not in seen:
                entries.append((key, value))
            seen.setdefault(key.text, key)
        return Mapping(tuple(entries), line, column)

    def _check_key(self, key: Scalar, seen: dict[str, Scalar]) -> None:
        ort = Ort(self.file, key.line, key.column)
        if key.text == "<<":
            raise _RefusedError(
                r.ANKER.befund(
                    ort, "Zusammenführungen mit „<<“ sind verboten.", "Die Felder ausschreiben"
                )
            )
        if not key.text:
            self.befunde.append(
                value_rules.LEER.befund(ort, "Hier fehlt der Feldname vor dem Doppelpunkt.")
            )
        if key.text in seen:
            first = seen[key.text].line
            self.befunde.append(
                r.DOPPELTER_SCHLUESSEL.befund(
                    ort,
                    f"„{key.text}“ steht zweimal: in Zeile {first} und in Zeile {key.line}.",
                    f"Eine der beiden Zeilen löschen ({first} oder {key.line})",
                )
            )

    def _ort(self, event: Any) -> Ort:
        return Ort(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
