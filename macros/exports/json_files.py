"""Open data for programs: a JSON document per data set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from macros.exports.catalog import SCHEMA_VERSION
from macros.exports.fields import Art, Feld, anzeigename, felder
from macros.exports.public import public_value
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from pydantic import BaseModel

    from macros.exports.catalog import Datensatz
    from macros.model.bestand import Bestand

LIZENZ: Final = "CC BY 4.0"
LIZENZ_MIT_QUELLEN: Final = "eigene Angaben: CC BY 4.0; übrige Angaben: siehe quellen"


def document(bestand: Bestand, datensatz: Datensatz) -> bytes:
    """Return a data set as JSON: where it comes from, then the records, each on one line.

    One line for each shows in a comparison which records differ, and keeps large files small.
    """
    begin = encoded(head(bestand, datensatz)).decode().removesuffix("\n}\n")
    lines = (json.dumps(r, ensure_ascii=False) for r in _records(bestand, datensatz))
    records = ",\n    ".join(lines)
    listed = f"[\n    {records}\n  ]" if records else "[]"
    return f'{begin},\n  "datensaetze": {listed}\n}}\n'.encode()


def head(bestand: Bestand, datensatz: Datensatz) -> dict[str, Any]:
    """Return what a reader must know before the records: schema, date, region, licence."""
    region = bestand.region
    sources = () if datensatz.eigener_text else region.quellen
    return {
        "schema": f"{datensatz.name}.schema.json",
        "schema_version": SCHEMA_VERSION,
        "titel": datensatz.titel,
        "stand": bestand.stichtag.isoformat(),
        "region": {"id": region.id, "name": region.name},
        "herausgeber": region.anbieter.name,
        "vorfuehrung": region.status is Regionsstatus.VORFUEHRUNG,
        "lizenz": LIZENZ_MIT_QUELLEN if sources else LIZENZ,
        "quellen": [_object(source) for source in sources],
    }


def _records(bestand: Bestand, datensatz: Datensatz) -> list[dict[str, Any]]:
    return [_object(record) for record in bestand.alle(datensatz.typ)]


def _object(model: BaseModel) -> dict[str, Any]:
    """Return a record or a part of one; a reference comes with the name it leads to."""
    result: dict[str, Any] = {}
    for feld in felder(type(model)):
        raw = public_value(model, feld.name)
        result[feld.name] = _mapped(feld, raw, _plain)
        if feld.art is Art.VERWEIS:
            result[f"{feld.name}_name"] = _mapped(feld, raw, lambda _, v: anzeigename(v.ziel))
    return result


def _mapped(feld: Feld, raw: Any, convert: Callable[[Feld, Any], Any]) -> Any:
    if raw is None:
        return None
    return [convert(feld, item) for item in raw] if feld.liste else convert(feld, raw)


def _plain(feld: Feld, value: Any) -> Any:
    match feld.art:
        case Art.TEIL:
            return _object(value)
        case Art.VERWEIS:
            return value.id
        case Art.AUSWAHL:
            return value.value
        case Art.DATUM:
            return value.isoformat()
        case Art.ZAHL:
            return _number(value)
        case Art.TEXT:
            return str(value)
        case _:
            return value


def _number(value: Decimal) -> int | float:
    """Return a decimal as a JSON number; all of ours are short enough to survive as float."""
    return int(value) if value == value.to_integral_value() else float(value)


def encoded(value: Any) -> bytes:
    """Return JSON as it is published: readable, umlauts as they are, one newline at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
