"""The JSON Schema of each data set, generated from the fields of its record type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.exports.catalog import SCHEMA_VERSION
from macros.exports.csv_files import SCHLUSS, spalten
from macros.exports.fields import Art, Feld, felder
from macros.exports.json_files import encoded
from macros.exports.public import may_be_hidden
from macros.model.records.region import Datenquelle

if TYPE_CHECKING:
    from pydantic import BaseModel

    from macros.exports.catalog import Datensatz

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_TYPES: Final[dict[Art, dict[str, Any]]] = {
    Art.TEXT: {"type": "string"},
    Art.ZAHL: {"type": "number"},
    Art.GANZZAHL: {"type": "integer"},
    Art.JA_NEIN: {"type": "boolean"},
    Art.DATUM: {"type": "string", "format": "date"},
    Art.VERWEIS: {"type": "string"},
}


def schema(datensatz: Datensatz) -> bytes:
    """Return the JSON Schema of a data set.

    Beside the fields of the JSON file it names the columns of the table and the field each comes
    from (``x-spalten``), so that one file explains both.
    """
    properties: dict[str, Any] = {
        "schema": {"const": f"{datensatz.name}.schema.json"},
        "schema_version": {
            "const": SCHEMA_VERSION,
            "title": "Version des Aufbaus",
            "description": "wächst, wenn ein Feld entfällt oder seine Bedeutung ändert",
        },
        "titel": {"const": datensatz.titel},
        "stand": {"type": "string", "format": "date", "title": "Stand der Daten"},
        "region": {
            "type": "object",
            "title": "Region",
            "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
            "required": ["id", "name"],
            "additionalProperties": False,
        },
        "herausgeber": {"type": "string", "title": "Herausgeber"},
        "vorfuehrung": {
            "type": "boolean",
            "title": "Vorführung",
            "description": "true: Vorführung, keine amtlichen Daten",
        },
        "lizenz": {"type": "string", "title": "Lizenz"},
        "quellen": {"type": "array", "title": "Quellen", "items": _object_schema(Datenquelle)},
        "datensaetze": {
            "type": "array",
            "title": datensatz.titel,
            "items": _object_schema(datensatz.typ),
        },
    }
    return encoded(
        {
            "$schema": DIALECT,
            "title": datensatz.titel,
            "description": datensatz.beschreibung,
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
            "x-spalten": _columns(datensatz.typ),
        }
    )


def _columns(typ: type[BaseModel]) -> list[dict[str, str]]:
    """Return the heading of each column of the table with the field it comes from."""
    columns = [{"spalte": s.titel, "feld": s.schluessel} for s in spalten(typ)]
    ends = zip(SCHLUSS, ("stand", "vorfuehrung"), strict=True)
    return columns + [{"spalte": titel, "feld": feld} for titel, feld in ends]


def _object_schema(typ: type[BaseModel]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for feld in felder(typ):
        leer = feld.leer or may_be_hidden(typ, feld.name)
        properties[feld.name] = _label(feld) | _shaped(feld, leer, _value_schema(feld))
        if feld.art is Art.VERWEIS:
            names = _shaped(feld, leer, {"type": "string"})
            properties[f"{feld.name}_name"] = {"title": f"{feld.titel} (Name)"} | names
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _value_schema(feld: Feld) -> dict[str, Any]:
    match feld.art:
        case Art.TEIL:
            return _object_schema(feld.typ)
        case Art.AUSWAHL:
            return {"type": "string", "enum": [member.value for member in feld.typ]}
        case _:
            return _TYPES[feld.art]


def _label(feld: Feld) -> dict[str, str]:
    text = {"description": feld.beschreibung} if feld.beschreibung else {}
    return {"title": feld.titel} | text


def _shaped(feld: Feld, leer: bool, value: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field from that of its value: for lists, and for none at all."""
    shape = {"type": "array", "items": value} if feld.liste else value
    return {"anyOf": [shape, {"type": "null"}]} if leer else dict(shape)
