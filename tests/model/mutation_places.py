"""Where the shipped data can be mutated: each line with its record, its field and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from macros.model.examples import is_list, part_in, reference_in
from macros.model.record import Ordner
from macros.model.records import RECORD_TYPES
from macros.model.yaml_load import load_yaml
from macros.model.yaml_tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

REGION: Final = "musterkreis"
FIXED_FORM: Final = frozenset({"datum", "zahl", "telefon", "mail", "web", "verweis", "auswahl"})


@dataclass(frozen=True)
class Place:
    """One line of data.

    Attributes:
        file: path below the project's root.
        number: line number from 1.
        text: the line.
        record: id of the record it belongs to, empty in a file's head.
        block: line where the record or the block begins that the line is part of.
        key: name of the field; for an item of a list the list's name.
        kind: datum, zahl, telefon, mail, web, verweis, auswahl, text, kennung, liste, block, kopf.
        value: the text of the value, without quotes; empty for lists and blocks.
        item: whether the line is an item of a list rather than a field.
        opens: whether the line begins with the hyphen of a record or block.
        required: whether the field must be there.
        occurrence: how many equal lines of the same record stand before it.
    """

    file: str
    number: int
    text: str
    record: str
    block: int
    key: str
    kind: str
    value: str
    item: bool
    opens: bool
    required: bool
    occurrence: int = 0

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


@dataclass(frozen=True)
class Datafile:
    """A shipped file with its places."""

    name: str
    text: str
    places: tuple[Place, ...]


def shipped_files(root: Path) -> list[Datafile]:
    """Return the files of the catalogue and of Musterkreis with every line of data in them."""
    files = []
    folders = {
        Ordner.KATALOG: "data/katalog",
        Ordner.REGION: f"data/regionen/{REGION}",
        Ordner.BESTAND: f"data/regionen/{REGION}/bestand",
        Ordner.WORTLAUT: f"data/regionen/{REGION}/wortlaut",
    }
    for typ in RECORD_TYPES:
        name = f"{folders[typ.datei.ordner]}/{typ.datei.name}"
        if not (root / name).is_file():
            continue  # a kind of record that the region does not use
        data = (root / name).read_bytes()
        node, befunde = load_yaml(data, name)
        assert node is not None
        assert befunde == []
        text = data.decode()
        walker = _Walker(name, text.split("\n"))
        files.append(Datafile(name, text, tuple(walker.places(node, typ))))
    return files


class _Walker:
    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.seen: dict[tuple[str, str], int] = {}

    def _head(self, node: Mapping, key: str) -> Iterator[Place]:
        for name, _ in node.entries:
            kind = "block" if name.text == key else "zahl"
            value = "" if kind == "block" else "1"
            yield self._place(name.line, "", node.line, name.text, kind, value, required=True)

    def places(self, node: Node, typ: Any) -> Iterator[Place]:
        if typ.datei.einzeln:
            yield from self._record(node, typ)
            return
        if typ.datei.schluessel:
            assert isinstance(node, Mapping)
            yield from self._head(node, typ.datei.schluessel)
            node = {key.text: value for key, value in node.entries}[typ.datei.schluessel]
        assert isinstance(node, Sequence)
        for item in node.items:
            yield from self._record(item, typ)

    def _record(self, node: Node, typ: type[BaseModel]) -> Iterator[Place]:
        assert isinstance(node, Mapping)
        record = next(v.text for k, v in node.entries if k.text == "id" and isinstance(v, Scalar))
        yield from self._mapping(node, typ, record)

    def _mapping(self, node: Mapping, model: type[BaseModel], record: str) -> Iterator[Place]:
        for key, value in node.entries:
            field = model.model_fields[key.text]
            required = field.is_required()
            kind = _kind(model, key.text, value)
            text = value.text if isinstance(value, Scalar) else ""
            yield self._place(key.line, record, node.line, key.text, kind, text, required=required)
            part = part_in(field.annotation)
            if isinstance(value, Mapping) and part is not None:
                yield from self._mapping(value, part, record)
            elif isinstance(value, Sequence) and value.line != key.line:
                for item in value.items:
                    if isinstance(item, Mapping) and part is not None:
                        yield from self._mapping(item, part, record)
                    elif isinstance(item, Scalar):
                        one = _scalar_kind(model, key.text)
                        yield self._place(
                            item.line, record, key.line, key.text, one, item.text, item=True
                        )

    def _place(
        self,
        number: int,
        record: str,
        block: int,
        key: str,
        kind: str,
        value: str,
        *,
        item: bool = False,
        required: bool = False,
    ) -> Place:
        text = self.lines[number - 1]
        count = self.seen.get((record, text), 0)
        self.seen[record, text] = count + 1
        opens = text.lstrip().startswith("- ")
        return Place(
            self.file, number, text, record, block, key, kind, value, item, opens, required, count
        )


def _kind(model: type[BaseModel], name: str, value: Node) -> str:
    if isinstance(value, Mapping):
        return "block"
    annotation = model.model_fields[name].annotation
    if isinstance(value, Sequence):
        return "block" if part_in(annotation) is not None else "liste"
    assert not is_list(annotation)
    return _scalar_kind(model, name)


def _scalar_kind(model: type[BaseModel], name: str) -> str:
    if name == "id":
        return "kennung"
    if reference_in(model.model_fields[name].annotation) is not None:
        return "verweis"
    schema = model.model_json_schema(mode="validation")["properties"][name]
    for option in (schema, *schema.get("anyOf", ()), schema.get("items", {})):
        if "enum" in option:
            return "auswahl"
        formats = {"date": "datum", "email": "mail", "uri": "web"}
        if option.get("format") in formats:
            return formats[option["format"]]
        # Without a digit it is a word in a certain form, such as the path of a page.
        if "\\d" in option.get("pattern", ""):
            return (
                "telefon"
                if "(" in option["pattern"][:9] and "+" in option["pattern"][:9]
                else "zahl"
            )
    return "text"
