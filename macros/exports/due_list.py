"""What is due, as a list to work through: by office, as text, Markdown and CSV."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from macros.exports.csv_files import closing_columns
from macros.exports.report_formats import Tabelle, as_csv, escaped
from macros.model.due import due
from macros.model.german import date_text
from macros.model.mailing import office_mailbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.model.due import Faelliges, Faelligkeitsart
    from macros.model.records import Organisation

_SPALTEN: Final = (
    "Zuständige Stelle",
    "Postfach der Stelle",
    "Art",
    "Was",
    "Kennung",
    "Eintrag",
    "Seit",
    "Bis",
    "Sachverhalt",
    "Was zu tun ist",
)


def due_text(bestand: Bestand) -> str:
    """Return the list for the terminal and for printing."""
    lines = [_title(bestand), "=" * len(_title(bestand)), _count(bestand)]
    for office, kinds in _grouped(bestand):
        mailbox = office_mailbox(bestand, office) or "kein Postfach eingetragen"
        lines += ["", f"{office.name} ({mailbox})"]
        for art, entries in kinds:
            lines.append(f"  {art.titel} ({len(entries)})")
            for entry in entries:
                lines += [f"  - {entry.eintrag}: {entry.satz}."]
            lines += [f"    So geht's: {way}." for way in _ways(entries)]
    return "\n".join(lines)


def due_markdown(bestand: Bestand) -> str:
    """Return the list as Markdown, with boxes to tick."""
    lines = [f"# {escaped(_title(bestand))}", "", _count(bestand)]
    for office, kinds in _grouped(bestand):
        mailbox = office_mailbox(bestand, office)
        address = f"Postfach: {escaped(mailbox)}" if mailbox else "Kein Postfach eingetragen."
        lines += ["", f"## {escaped(office.name)}", "", address]
        for art, entries in kinds:
            lines += ["", f"### {escaped(art.titel)}", ""]
            lines += [
                f"- [ ] {escaped(entry.eintrag)}: {escaped(entry.satz)}." for entry in entries
            ]
            lines += ["", *(f"So geht’s: {escaped(way)}." for way in _ways(entries))]
    return "\n".join(lines)


def due_csv(bestand: Bestand) -> bytes:
    """Return the list as CSV, one row for each entry."""
    rows = tuple(
        (
            entry.stelle.name,
            office_mailbox(bestand, entry.stelle),
            art.name,
            art.titel,
            entry.kennung,
            entry.eintrag,
            entry.seit.isoformat() if entry.seit else "",
            entry.bis.isoformat() if entry.bis else "",
            entry.satz,
            entry.abhilfe,
        )
        for art, entry in due(bestand)
    )
    table = Tabelle("faellig", "Was fällig ist", _SPALTEN, rows)
    return as_csv(table, closing_columns(bestand))


def _title(bestand: Bestand) -> str:
    return f"Was fällig ist: {bestand.region.name}, {date_text(bestand.stichtag)}"


def _count(bestand: Bestand) -> str:
    found = due(bestand)
    if not found:
        return "Nichts ist fällig."
    offices = len({entry.stelle.id for _, entry in found})
    points = "Ein Punkt" if len(found) == 1 else f"{len(found)} Punkte"
    return f"{points} bei {'einer Stelle' if offices == 1 else f'{offices} Stellen'}."


def _grouped(
    bestand: Bestand,
) -> Iterator[tuple[Organisation, list[tuple[Faelligkeitsart, list[Faelliges]]]]]:
    for _, of_office in groupby(due(bestand), key=lambda pair: pair[1].stelle.id):
        pairs = list(of_office)
        kinds = [
            (art, [entry for _, entry in of_kind])
            for art, of_kind in groupby(pairs, key=lambda pair: pair[0])
        ]
        yield pairs[0][1].stelle, kinds


def _ways(entries: list[Faelliges]) -> list[str]:
    """Return what to do, each way once: it is the same for most entries of a kind."""
    return list(dict.fromkeys(entry.abhilfe for entry in entries))
