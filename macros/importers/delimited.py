"""Bytes of a delimited file become rows whose cells know their line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.importers import rules
from macros.importers.charset import decode
from macros.model.findings import Befund, Ort, has_fehler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BYTES_MAX: Final = 60_000_000
_SEP_LINE: Final = re.compile(r"sep=(.)[ \t]*(\r\n|\n|\r|$)", re.IGNORECASE)
# Soft hyphens, zero-width and direction marks, control characters but white space.
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_CANDIDATES: Final = (";", "\t", ",", "|")
_MAGIC: Final = (
    (b"PK\x03\x04", "eine Excel- oder ZIP-Datei"),
    (b"\xd0\xcf\x11\xe0", "eine alte Excel-Datei"),
    (b"%PDF", "ein PDF"),
)


@dataclass(frozen=True)
class Zelle:
    """A value with its place in the file.

    Attributes:
        text: the value without surrounding quotes and spaces.
        line: counted from 1.
        column: counted from 1, in characters.
    """

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Zeile:
    """A row: its cells in the order of the header."""

    line: int
    zellen: tuple[Zelle, ...]


@dataclass(frozen=True)
class Tabelle:
    """A read table.

    Attributes:
        file: how the file is called in messages.
        kopf: the column names with their place.
        zeilen: all rows with as many values as the header.
        beschaedigt: rows with more or fewer values; they are reported and not used.
        zeichensatz: the encoding found, for the report.
        trennzeichen: the delimiter found.
    """

    file: str
    kopf: tuple[Zelle, ...]
    zeilen: tuple[Zeile, ...]
    beschaedigt: tuple[Zeile, ...]
    zeichensatz: str
    trennzeichen: str


def read_table(path: Path, file: str) -> tuple[Tabelle | None, list[Befund]]:
    """Read a delimited file.

    Args:
        path: where the file is.
        file: how it is called in messages; never an absolute path.

    Returns:
        The table, or None if the file cannot be used at all, and the findings.
    """
    try:
        if path.is_file() and path.stat().st_size > BYTES_MAX:
            return None, [_unreadable(file, "ist größer als 60 MB und wird nicht gelesen")]
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [_unreadable(file, "wurde nicht gefunden")]
    except IsADirectoryError:
        return None, [_unreadable(file, "ist ein Ordner")]
    except OSError:
        return None, [_unreadable(file, "lässt sich nicht öffnen")]
    return parse_table(data, file)


def parse_table(data: bytes, file: str) -> tuple[Tabelle | None, list[Befund]]:
    """Return the table in the bytes of a file; see :func:`read_table`."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return None, [_unreadable(file, f"ist {kind} und keine Textdatei")]
    decoded, befunde = decode(data, file)
    if decoded is None:
        return None, befunde
    text = decoded.text
    start, delimiter = _delimiter(text)
    rows, broken = _rows(text, start, delimiter, file)
    befunde += broken
    if has_fehler(befunde):
        return None, befunde
    if not rows:
        return None, [_unreadable(file, "ist leer")]
    kopf = _without_empty_tail(rows[0].zellen)
    if len(kopf) < 2:
        befunde.append(
            rules.DATEI.befund(
                Ort(file, rows[0].line),
                f"In „{file}“ ist kein Trennzeichen zu erkennen (Semikolon, Komma oder Tabulator).",
                "Speichern Sie die Tabelle als CSV mit Semikolon.",
            )
        )
        return None, befunde
    good: list[Zeile] = []
    bad: list[Zeile] = []
    for row in rows[1:]:
        cells = _fit(row.zellen, len(kopf))
        if cells is None:
            bad.append(row)
            befunde.append(_ragged(file, row, len(kopf)))
        else:
            good.append(Zeile(row.line, cells))
    table = Tabelle(file, kopf, tuple(good), tuple(bad), decoded.zeichensatz, delimiter)
    return table, befunde


def _unreadable(file: str, why: str) -> Befund:
    return rules.DATEI.befund(
        Ort(file),
        f"Die Datei „{file}“ {why}.",
        "Geben Sie die CSV-Datei an, die das Ministerium bereitstellt. Aus Excel: "
        "„Speichern unter“, Dateityp „CSV“.",
    )


def _delimiter(text: str) -> tuple[int, str]:
    """Return where the header starts and the delimiter.

    A first line ``sep=;`` decides. Otherwise the header does: the candidate that occurs most
    often outside quotes.
    """
    named = _SEP_LINE.match(text)
    if named:
        return named.end(), named.group(1)
    header = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"(?:[^"]|"")*"', "", header)
    return 0, max(_CANDIDATES, key=bare.count)


def _rows(text: str, start: int, delimiter: str, file: str) -> tuple[list[Zeile], list[Befund]]:
    """Split the text into rows; a quote that is never closed ends reading with a finding."""
    d = re.escape(delimiter)
    cell = re.compile(
        rf'[ ]*"(?P<q>(?:[^"]|"")*)"(?P<rest>[^{d}\r\n]*)|(?P<open>[ ]*"(?!"))|(?P<p>[^{d}\r\n]*)'
    )
    rows: list[Zeile] = []
    line = 1 + len(re.findall(r"\r\n|\n|\r", text[:start]))
    line_start = start
    row_line = line
    cells: list[Zelle] = []
    at = start
    while at <= len(text):
        found = cell.match(text, at)
        if found is None:  # pragma: no cover - the last alternative matches the empty text
            break
        if found["open"] is not None:
            where = Ort(file, line, at - line_start + 1)
            return rows, [
                rules.ANFUEHRUNG.befund(
                    where,
                    "Hier beginnt ein Anführungszeichen, das nicht mehr geschlossen wird.",
                    "Ergänzen Sie das schließende Anführungszeichen oder laden Sie die Datei neu.",
                )
            ]
        quoted = found["q"]
        value = found["p"] if quoted is None else quoted.replace('""', '"') + found["rest"]
        cells.append(Zelle(_clean(value), line, at - line_start + 1))
        for newline in re.finditer(r"\r\n|\n|\r", found.group()):
            line += 1
            line_start = at + newline.end()
        at = found.end()
        if at < len(text) and text[at] == delimiter:
            at += 1
            continue
        if any(c.text for c in cells):
            rows.append(Zeile(row_line, tuple(cells)))
        cells = []
        at += 2 if text[at : at + 2] == "\r\n" else 1
        line += 1
        line_start = at
        row_line = line
    return rows, []


def _clean(value: str) -> str:
    """Return a value in one line, without signs nobody sees."""
    return " ".join(_INVISIBLE.sub("", value).split())


def _without_empty_tail(cells: tuple[Zelle, ...]) -> tuple[Zelle, ...]:
    end = len(cells)
    while end and not cells[end - 1].text:
        end -= 1
    return cells[:end]


def _fit(cells: tuple[Zelle, ...], width: int) -> tuple[Zelle, ...] | None:
    """Return exactly ``width`` cells; empty ones beyond the header's end may be dropped."""
    if len(cells) < width:
        return None
    return cells[:width] if not any(c.text for c in cells[width:]) else None


def _ragged(file: str, row: Zeile, width: int) -> Befund:
    count = len(row.zellen)
    last = row.zellen[min(count, width) - 1]
    return rules.ZEILENLAENGE.befund(
        Ort(file, row.line, last.column if last.line == row.line else 1),
        f"Diese Zeile hat {count} {'Wert' if count == 1 else 'Werte'}, "
        f"die Kopfzeile {width} Spalten. Sie wird ausgelassen.",
        "Prüfen Sie Trennzeichen und Anführungszeichen dieser Zeile.",
    )


def records(tabelle: Tabelle, columns: dict[str, int]) -> Iterator[tuple[Zeile, dict[str, Zelle]]]:
    """Yield each row with its cells by the given names.

    Args:
        tabelle: the table.
        columns: name → position in the header, from :func:`macros.importers.columns.find_columns`.
    """
    for row in tabelle.zeilen:
        yield row, {name: row.zellen[index] for name, index in columns.items()}
