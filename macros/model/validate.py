"""A YAML tree to records of one type; every fault becomes a finding at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import ValidationError

from macros.model import reading_rules
from macros.model import value_rules as r
from macros.model.examples import example_record
from macros.model.fault import shown
from macros.model.findings import Ort
from macros.model.german import number_text
from macros.model.kennung import is_kennung
from macros.model.schema_steps import schema_number, wrong_number
from macros.model.validation_messages import Place, to_befunde, unknown_field
from macros.model.yaml_load import MAX_ENTRIES, part_names
from macros.model.yaml_tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund
    from macros.model.record import Record

Path: TypeAlias = tuple[str | int, ...]
_MANY: Final = 20


@dataclass(frozen=True)
class Herkunft:
    """Where a record stands: its file and the place of each of its fields."""

    file: str
    places: dict[Path, tuple[int, int]]

    def ort(self, path: Path = ()) -> Ort:
        """Return the place of a field, or of the nearest enclosing part that has one."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places[path]
        return Ort(self.file, line, column)


@dataclass
class Gelesen:
    """What one file gave.

    Attributes:
        records: the valid records with their places, in file order.
        ids: every id that stands in the file, of invalid records too, with its place.
        befunde: findings.
        vollstaendig: whether the ids of all records could be read; otherwise a reference into the
            file may be right although no record has its id.
    """

    records: list[tuple[Record, Herkunft]] = field(default_factory=list)
    ids: list[tuple[str, Ort]] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)
    vollstaendig: bool = True


def read_records(node: Node, typ: type[Record], file: str) -> Gelesen:
    """Validate the records of one file.

    Args:
        node: the file's tree.
        typ: the record type the file holds.
        file: path for messages.
    """
    gelesen = Gelesen()
    for item in _items(node, typ, file, gelesen):
        if isinstance(item, Mapping):
            _read_one(item, typ, file, gelesen)
        else:
            gelesen.befunde.append(_wrong_form(item, typ, file))
            gelesen.vollstaendig = False
    return gelesen


def _items(node: Node, typ: type[Record], file: str, gelesen: Gelesen) -> Iterator[Node]:
    datei = typ.datei
    if datei.einzeln:
        if isinstance(node, Mapping):
            yield node
        else:
            message = f"Die Datei {datei.name} enthält Felder („name: …“), keine Liste."
            _refuse(node, file, message, "id: …\nname: …", gelesen)
        return
    if datei.schluessel is not None:
        found = _catalogue_list(node, typ, file, gelesen)
        if found is None:
            gelesen.vollstaendig = False
            return
        node = found
    if isinstance(node, Scalar) and not node.text:
        return
    if isinstance(node, Mapping) and (identity := _identity(node)) is not None:
        message = (
            f"Vor „id: {identity.text[:60]}“ fehlt der Bindestrich, mit dem ein Eintrag beginnt."
        )
        _refuse(node, file, message, f"- id: {identity.text[:60]}", gelesen)
    elif isinstance(node, Mapping) and any(isinstance(v, Sequence) for _, v in node.entries):
        name = next(k.text for k, v in node.entries if isinstance(v, Sequence))
        message = f"Die Zeile „{name[:60]}:“ steht hier zu viel: Die Datei ist selbst die Liste."
        remedy = "Diese Zeile löschen und alle Zeilen darunter zwei Leerzeichen nach links rücken"
        _refuse(node, file, message, remedy, gelesen)
    elif not isinstance(node, Sequence):
        message = (
            f"Erwartet wird eine Liste von Einträgen ({datei.mehrzahl}); jeder beginnt mit „- id:“."
        )
        _refuse(node, file, message, example_record(typ), gelesen)
    elif len(node.items) > MAX_ENTRIES:
        gelesen.vollstaendig = False
        gelesen.befunde.append(
            reading_rules.GROESSE.befund(
                Ort(file, node.line, node.column),
                f"Die Datei hat {number_text(Decimal(len(node.items)))} Einträge; höchstens 2.000 "
                "sind erlaubt.",
                f"Die Datei teilen, etwa in {part_names(datei.name)}",
            )
        )
    else:
        yield from node.items


def _refuse(node: Node, file: str, message: str, remedy: str, gelesen: Gelesen) -> None:
    gelesen.vollstaendig = False
    ort = Ort(file, node.line, node.column)
    gelesen.befunde.append(reading_rules.GRUNDFORM.befund(ort, message, remedy))


def _catalogue_list(node: Node, typ: type[Record], file: str, gelesen: Gelesen) -> Node | None:
    key = typ.datei.schluessel or ""
    today = schema_number(typ)
    remedy = f'schema: "{today}"\n{key}:\n  - id: …'
    if not isinstance(node, Mapping):
        _refuse(node, file, f"Erwartet werden die Felder „schema“ und „{key}“.", remedy, gelesen)
        return None
    wanted: dict[str, Node | None] = {"schema": None, key: None}
    guessed: set[str | None] = set()
    for name, value in node.entries:
        if name.text in wanted:
            wanted[name.text] = value
        else:
            missing = [known for known, found in wanted.items() if found is None]
            befund, guess = unknown_field(
                Ort(file, name.line, name.column), name.text, missing or list(wanted), ""
            )
            gelesen.befunde.append(befund)
            guessed.add(guess)
    version = wanted["schema"]
    if version is not None and not (isinstance(version, Scalar) and version.text == today):
        gelesen.befunde.append(wrong_number(version, typ, file))
    for known, found in wanted.items():
        if found is None and known not in guessed:
            gelesen.befunde.append(
                r.PFLICHT.befund(
                    Ort(file, node.line, node.column), f"Das Pflichtfeld „{known}“ fehlt.", remedy
                )
            )
    return wanted[key]


def _wrong_form(item: Node, typ: type[Record], file: str) -> Befund:
    inner = item.items[0] if isinstance(item, Sequence) and item.items else None
    identity = _identity(inner) if isinstance(inner, Mapping) else None
    if identity is not None:
        return reading_rules.GRUNDFORM.befund(
            Ort(file, item.line, item.column),
            "Hier steht ein Bindestrich zu viel: Ein Eintrag beginnt mit einem einzigen.",
            f"- id: {identity.text[:60]}",
        )
    what = "eine Liste in der Liste" if isinstance(item, Sequence) else "nur ein Text"
    if isinstance(item, Scalar) and not item.text:
        what = "nichts"
    return reading_rules.GRUNDFORM.befund(
        Ort(file, item.line, item.column),
        f"Erwartet wird ein Eintrag mit Feldern ({typ.datei.einzahl}); hier steht {what}.",
        example_record(typ),
    )


def _read_one(item: Mapping, typ: type[Record], file: str, gelesen: Gelesen) -> None:
    places: dict[Path, tuple[int, int]] = {}
    befunde: list[Befund] = []
    value = _plain(item, (), places, befunde, file)
    herkunft = Herkunft(file, places)
    identity = _identity(item)
    name = identity.text if identity is not None else ""
    if identity is not None and name:
        gelesen.ids.append((name, Ort(file, identity.line, identity.column)))
    if not is_kennung(name):
        gelesen.vollstaendig = False
    try:
        record = typ.model_validate(value)
    except ValidationError as error:
        place = Place(typ, herkunft, name)
        empty = {(b.line, b.column) for b in befunde}
        details = [dict(detail) for detail in error.errors(include_url=False)]
        more = to_befunde(details, place)
        befunde += [b for b in more if (b.line, b.column) not in empty]
    gelesen.befunde.extend(befunde)
    if not befunde:
        gelesen.records.append((record, herkunft))


def _identity(item: Mapping) -> Scalar | None:
    for key, value in item.entries:
        if key.text == "id" and isinstance(value, Scalar):
            return value
    return None


def _plain(
    node: Node,
    path: Path,
    places: dict[Path, tuple[int, int]],
    befunde: list[Befund],
    file: str,
) -> Any:
    """Return texts, tuples and dicts; note the place of each value, and of keys as ``~key``."""
    places[path] = (node.line, node.column)
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        items = tuple(
            _plain(item, (*path, n), places, befunde, file) for n, item in enumerate(node.items)
        )
        befunde.extend(_list_faults(node, items, path, file))
        return items
    plain: dict[str, Any] = {}
    for key, value in node.entries:
        places[(*path, "~" + key.text)] = (key.line, key.column)
        plain[key.text] = _plain(value, (*path, key.text), places, befunde, file)
    return plain


def _list_faults(node: Sequence, items: tuple[Any, ...], path: Path, file: str) -> Iterator[Befund]:
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if not items:
        yield r.LEER.befund(
            Ort(file, node.line, node.column),
            f"Die Liste „{key}“ ist leer.",
            f"Einen Eintrag ergänzen oder, wenn „{key}“ kein Pflichtfeld ist, die Zeile löschen",
        )
    first: dict[str, Node] = {}
    told = 0
    for item, place in zip(items, node.items, strict=True):
        # Dictionaries are compared by what they hold; their repr is as good as they are.
        before = first.setdefault(item if isinstance(item, str) else repr(item), place)
        if before is place or told == _MANY:
            continue
        told += 1
        what = shown(item) if isinstance(item, str) and item else "Dieser Eintrag"
        where = f"Zeile {before.line}" if before.line != place.line else "davor"
        yield r.DOPPELT.befund(
            Ort(file, place.line, place.column),
            f"{what} steht in der Liste „{key}“ schon einmal ({where}).",
            "Einen der beiden Einträge löschen",
        )
