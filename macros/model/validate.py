"""A YAML tree to records of one type; every pydantic error becomes a finding at its place."""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import BaseModel, ValidationError

from macros.model import reading_rules, reference_rules
from macros.model import value_rules as r
from macros.model.findings import REGISTER, Ort
from macros.model.nearest import nearest
from macros.model.yaml_load import MAX_ENTRIES, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund
    from macros.model.record import Record

Path: TypeAlias = tuple[str | int, ...]
SCHEMA_VERSION: Final = "1"


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
    """

    records: list[tuple[Record, Herkunft]] = field(default_factory=list)
    ids: list[tuple[str, Ort]] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)


def read_records(node: Node, typ: type[Record], file: str) -> Gelesen:
    """Validate the records of one file.

    Args:
        node: the file's tree.
        typ: the record type the file holds.
        file: path for messages.
    """
    gelesen = Gelesen()
    for item in _items(node, typ, file, gelesen.befunde):
        if not isinstance(item, Mapping):
            gelesen.befunde.append(_wrong_form(item, typ, file))
            continue
        _read_one(item, typ, file, gelesen)
    return gelesen


def _items(node: Node, typ: type[Record], file: str, befunde: list[Befund]) -> Iterator[Node]:
    datei = typ.datei
    ort = Ort(file, node.line, node.column)
    if datei.einzeln:
        if isinstance(node, Mapping):
            yield node
        else:
            befunde.append(
                reading_rules.GRUNDFORM.befund(
                    ort, "Erwartet werden Felder („name: …“), keine Liste.", f"id: {datei.name}"
                )
            )
        return
    if datei.schluessel is not None:
        found = _catalogue_list(node, typ, file, befunde)
        if found is None:
            return
        node = found
    if isinstance(node, Scalar) and not node.text:
        return
    if not isinstance(node, Sequence):
        befunde.append(
            reading_rules.GRUNDFORM.befund(
                Ort(file, node.line, node.column),
                f"Erwartet wird eine Liste von Einträgen ({datei.mehrzahl}); "
                "jeder beginnt mit „- id:“.",
                example_block(typ),
            )
        )
        return
    if len(node.items) > MAX_ENTRIES:
        befunde.append(
            reading_rules.GROESSE.befund(
                ort, f"Die Datei hat {len(node.items)} Einträge; höchstens 2.000 sind erlaubt."
            )
        )
        return
    yield from node.items


def _catalogue_list(node: Node, typ: type[Record], file: str, befunde: list[Befund]) -> Node | None:
    key = typ.datei.schluessel or ""
    remedy = f'schema: "{SCHEMA_VERSION}"\n{key}:\n  - id: …'
    if not isinstance(node, Mapping):
        befunde.append(
            reading_rules.GRUNDFORM.befund(
                Ort(file, node.line, node.column),
                f"Erwartet werden die Felder „schema“ und „{key}“.",
                remedy,
            )
        )
        return None
    wanted: dict[str, Node | None] = {"schema": None, key: None}
    for name, value in node.entries:
        if name.text in wanted:
            wanted[name.text] = value
        else:
            befunde.append(_unknown_field(name, list(wanted), file, ""))
    version = wanted["schema"]
    if version is None:
        befunde.append(
            r.PFLICHT.befund(
                Ort(file, node.line, node.column), "Das Pflichtfeld „schema“ fehlt.", remedy
            )
        )
    elif not isinstance(version, Scalar) or version.text != SCHEMA_VERSION:
        befunde.append(
            r.AUSWAHL.befund(
                Ort(file, version.line, version.column),
                f"Diese Schema-Nummer ist nicht bekannt; erlaubt ist „{SCHEMA_VERSION}“.",
                f'schema: "{SCHEMA_VERSION}"',
            )
        )
    if wanted[key] is None:
        befunde.append(
            r.PFLICHT.befund(
                Ort(file, node.line, node.column), f"Das Pflichtfeld „{key}“ fehlt.", remedy
            )
        )
    return wanted[key]


def _wrong_form(item: Node, typ: type[Record], file: str) -> Befund:
    return reading_rules.GRUNDFORM.befund(
        Ort(file, item.line, item.column),
        f"Erwartet wird ein Eintrag mit Feldern ({typ.datei.einzahl}).",
        example_block(typ),
    )


def _read_one(item: Mapping, typ: type[Record], file: str, gelesen: Gelesen) -> None:
    places: dict[Path, tuple[int, int]] = {}
    value = _plain(item, (), places)
    herkunft = Herkunft(file, places)
    identity = _identity(item)
    if identity is not None:
        gelesen.ids.append((identity.text, Ort(file, identity.line, identity.column)))
    try:
        record = typ.model_validate(value)
    except ValidationError as error:
        name = identity.text if identity is not None else ""
        seen = {
            befund
            for detail in error.errors(include_url=False)
            for befund in [_befund(dict(detail), typ, item, herkunft, name)]
        }
        gelesen.befunde.extend(seen)
        return
    gelesen.records.append((record, herkunft))


def _identity(item: Mapping) -> Scalar | None:
    for key, value in item.entries:
        if key.text == "id" and isinstance(value, Scalar):
            return value
    return None


def _plain(node: Node, path: Path, places: dict[Path, tuple[int, int]]) -> Any:
    """Return texts, tuples and dicts; note the place of each value, and of keys as ``~key``."""
    places[path] = (node.line, node.column)
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return tuple(_plain(item, (*path, n), places) for n, item in enumerate(node.items))
    plain: dict[str, Any] = {}
    for key, value in node.entries:
        places[(*path, "~" + key.text)] = (key.line, key.column)
        plain[key.text] = _plain(value, (*path, key.text), places)
    return plain


def _befund(
    detail: dict[str, Any], typ: type[Record], item: Mapping, herkunft: Herkunft, name: str
) -> Befund:
    loc: Path = tuple(detail["loc"])
    kind: str = detail["type"]
    path = ".".join(str(part) for part in (name, *loc) if part != "")
    if kind in REGISTER.regeln:
        return _own_message(detail, kind, loc, herkunft, path)
    if kind == "missing":
        return _missing(typ, loc, herkunft, path, name)
    if kind == "extra_forbidden":
        parent = _model_at(typ, loc[:-1])
        known = [f for f in parent.model_fields if (*loc[:-1], f) not in herkunft.places]
        line, column = herkunft.places[(*loc[:-1], f"~{loc[-1]}")]
        key = Scalar(str(loc[-1]), line, column)
        return _unknown_field(key, known or list(parent.model_fields), herkunft.file, path)
    if kind == "too_short":
        return r.LEER.befund(
            herkunft.ort(loc),
            f"Die Liste „{_last_name(loc)}“ braucht mindestens einen Eintrag.",
            f"{_last_name(loc)}:\n  - …",
            path=path,
        )
    return _wrong_type(detail, typ, loc, herkunft, path)


def _own_message(
    detail: dict[str, Any], kind: str, loc: Path, herkunft: Herkunft, path: str
) -> Befund:
    context = detail["ctx"]
    remedy: str = context["remedy"]
    key = _last_name(loc)
    if remedy and ":" not in remedy.split(" ")[0] and "\n" not in remedy and key:
        remedy = f"{key}: {remedy}"
    elif remedy and re.match(r"[a-z_]+: ", remedy) and key:
        remedy = f"{key}: {remedy.split(': ', 1)[1]}" if "\n" not in remedy else remedy
    return REGISTER.regeln[kind].befund(herkunft.ort(loc), context["message"], remedy, path=path)


def _last_name(loc: Path) -> str:
    return next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _missing(typ: type[Record], loc: Path, herkunft: Herkunft, path: str, name: str) -> Befund:
    parent = _model_at(typ, loc[:-1])
    key = str(loc[-1])
    title = parent.model_fields[key].title or key
    own = reference_rules.FEHLENDE_GRUNDLAGE if key in ("grundlage", "informiert_am") else r.PFLICHT
    where = f" bei „{name}“" if name else ""
    return own.befund(
        herkunft.ort(loc[:-1]),
        f"Das Pflichtfeld „{key}“ ({title}) fehlt{where}.",
        example_block(parent, key),
        path=path,
    )


def _unknown_field(key: Scalar, known: list[str], file: str, path: str) -> Befund:
    guess = nearest(key.text, known)
    if guess:
        message = f"Das Feld „{key.text}“ ist nicht bekannt. Meinten Sie „{guess}“?"
        remedy = f"{guess}: …"
    else:
        message = f"Das Feld „{key.text}“ ist hier nicht bekannt."
        remedy = f"Erlaubt: {', '.join(known)}"
    return r.UNBEKANNT.befund(Ort(file, key.line, key.column), message, remedy, path=path)


def _wrong_type(
    detail: dict[str, Any], typ: type[Record], loc: Path, herkunft: Herkunft, path: str
) -> Befund:
    key = _last_name(loc)
    value = detail.get("input")
    if value == "":
        return r.LEER.befund(
            herkunft.ort(loc),
            f"Das Feld „{key}“ ist leer.",
            f"Einen Wert eintragen oder die Zeile „{key}:“ löschen",
            path=path,
        )
    kind = detail["type"]
    if kind == "tuple_type":
        message, remedy = f"„{key}“ muss eine Liste sein.", f"{key}:\n  - {_short(value)}"
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        example = example_block(_model_at(typ, loc))
        message = f"„{key}“ braucht eigene Felder, eingerückt in den Zeilen darunter."
        remedy = f"{key}:\n  {example}"
    else:
        what = "eine Liste" if isinstance(value, tuple) else "ein Block mit Feldern"
        message, remedy = f"„{key}“ muss ein einzelner Wert sein; hier steht {what}.", f"{key}: …"
    return r.FORM.befund(herkunft.ort(loc), message, remedy, path=path)


def _short(value: Any) -> str:
    return value if isinstance(value, str) and len(value) < 60 else "…"


def _model_at(typ: type[BaseModel], loc: Path) -> type[BaseModel]:
    """Return the model class at a path of field names and list positions."""
    current = typ
    for part in loc:
        if isinstance(part, str) and part in current.model_fields:
            inner = model_in(current.model_fields[part].annotation)
            if inner is not None:
                current = inner
    return current


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the first part model inside an annotation such as ``tuple[Einsatz, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    from macros.model.verweis import Verweis

    if typing.get_origin(annotation) is Verweis:
        return None
    for part in typing.get_args(annotation):
        found = model_in(part)
        if found is not None:
            return found
    return None


def example_block(model: type[BaseModel], key: str = "") -> str:
    """Return an example line for a field, or the required fields of a model."""
    names = [key] if key else [n for n, f in model.model_fields.items() if f.is_required()]
    lines = [f"{name}: {_example(model, name)}" for name in names]
    if key:
        return lines[0]
    return "- " + "\n  ".join(lines) if lines else "- id: …"


def _example(model: type[BaseModel], name: str) -> str:
    annotation = model.model_fields[name]
    schema = model.model_json_schema(mode="validation").get("properties", {}).get(name, {})
    if "enum" in schema:
        return str(schema["enum"][0])
    if schema.get("format") == "date":
        return '"2026-09-01"'
    if schema.get("type") == "array":
        return "[…]"
    if name == "plz":
        return '"09911"'
    if name == "vzae":
        return '"0,5"'
    title = annotation.title or name
    return {"telefon": "030 23125-100", "email": "beratung@example.org"}.get(name, f"… ({title})")
