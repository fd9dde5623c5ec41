"""Open data for the spreadsheet: flat, with German column titles, safe to open."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from macros.exports.fields import Art, Feld, anzeigename, felder
from macros.exports.public import public_value
from macros.model.german import number_text
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from macros.exports.catalog import Datensatz
    from macros.model.bestand import Bestand
    from macros.model.record import Record

# A cell that starts like this would be run as a formula by spreadsheet programs.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
SCHLUSS: Final = ("Stand der Daten", "Art der Veröffentlichung")
VORFUEHRUNG: Final = "Vorführung, keine amtliche Seite"
AMTLICH: Final = "amtlich"
# Items of a list share a cell; where each holds a list again, the outer sign is the bolder one.
_OUTER: Final = " | "
_INNER: Final = ", "


@dataclass(frozen=True)
class Spalte:
    """A column of a table.

    Attributes:
        titel: its heading; titles of nested fields carry that of the field around them.
        pfad: the fields that lead to the value.
        name: whether the column holds the name a reference leads to instead of its id.
    """

    titel: str
    pfad: tuple[Feld, ...]
    name: bool = False

    @property
    def schluessel(self) -> str:
        """The way to the value in the JSON file: ``einsatz.schule_name``."""
        return ".".join(feld.name for feld in self.pfad) + ("_name" if self.name else "")


def spalten(typ: type[BaseModel]) -> tuple[Spalte, ...]:
    """Return the columns of a record type; a part of a record gives one for each of its fields."""
    return tuple(_spalten(typ, (), ""))


def _spalten(typ: type[BaseModel], pfad: tuple[Feld, ...], prefix: str) -> Iterator[Spalte]:
    for feld in felder(typ):
        here = (*pfad, feld)
        titel = f"{prefix}{feld.titel}"
        if feld.art is Art.TEIL:
            yield from _spalten(feld.typ, here, f"{titel}: ")
            continue
        yield Spalte(titel, here)
        if feld.art is Art.VERWEIS:
            yield Spalte(f"{titel} (Name)", here, name=True)


def table(bestand: Bestand, datensatz: Datensatz) -> bytes:
    """Return a data set as CSV: byte order mark, semicolons, one heading row.

    Every row ends with the date of the data and with what kind of publication it comes from: a
    table has no other place for it, and rows get copied.
    """
    columns = spalten(datensatz.typ)
    end = closing_columns(bestand)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow((*(column.titel for column in columns), *(titel for titel, _ in end)))
    for record in bestand.alle(datensatz.typ):
        for part in _rows(record, datensatz.zeilen):
            cells = (safe(_cell(record, column, part)) for column in columns)
            writer.writerow((*cells, *(value for _, value in end)))
    return out.getvalue().encode("utf-8-sig")


def closing_columns(bestand: Bestand) -> tuple[tuple[str, str], ...]:
    """Return the columns that end each row of a CSV file, with their value."""
    vorfuehrung = bestand.region.status is Regionsstatus.VORFUEHRUNG
    values = (bestand.stichtag.isoformat(), VORFUEHRUNG if vorfuehrung else AMTLICH)
    return tuple(zip(SCHLUSS, values, strict=True))


def _rows(record: Record, zeilen: str) -> Sequence[tuple[str, Any]]:
    """Return the parts of the list that has a row for each, with the name of the list.

    A record whose list is empty has a row all the same.
    """
    parts = [(zeilen, part) for part in getattr(record, zeilen)] if zeilen else []
    return parts or [("", None)]


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cell(record: Record, spalte: Spalte, part: tuple[str, Any]) -> str:
    first, *rest = spalte.pfad
    if first.name == part[0]:
        return _text(part[1], rest, spalte.name)
    value = public_value(record, first.name)
    if value is None:
        return ""
    items = value if first.liste else (value,)
    cells = [
        _text(item, rest, spalte.name) if rest else _plain(first, item, spalte.name)
        for item in items
    ]
    return _OUTER.join(cells) if any(cells) else ""


def _text(model: BaseModel, pfad: Sequence[Feld], name: bool) -> str:
    """Return the value that the rest of a path leads to, starting from a part of a record."""
    feld, *rest = pfad
    value = getattr(model, feld.name)
    if value is None:
        return ""
    items = value if feld.liste else (value,)
    return _INNER.join(
        _text(item, rest, name) if rest else _plain(feld, item, name) for item in items
    )


def _plain(feld: Feld, value: Any, name: bool) -> str:
    match feld.art:
        case Art.VERWEIS:
            return anzeigename(value.ziel) if name else value.id
        case Art.AUSWAHL:
            return str(value.label)
        case Art.JA_NEIN:
            return "ja" if value else "nein"
        case Art.DATUM:
            return str(value.isoformat())
        case Art.ZAHL:
            return number_text(value)
        case _:
            return str(value)
