"""Reports for the office as aligned text, as Markdown and as CSV for German Excel."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.csv_files import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GAP: Final = "  "


@dataclass(frozen=True)
class Tabelle:
    """A table of a report.

    Attributes:
        name: short name, to choose it for CSV.
        titel: heading.
        spalten: headings of the columns.
        zeilen: the cells, as they are read.
        zahlen: positions of the columns that hold figures and stand flush right.
        summe: the last row for readers, with the sums; CSV leaves it out, so that nobody adds it.
    """

    name: str
    titel: str
    spalten: tuple[str, ...]
    zeilen: tuple[tuple[str, ...], ...]
    zahlen: frozenset[int] = frozenset()
    summe: tuple[str, ...] = ()

    @property
    def lesezeilen(self) -> tuple[tuple[str, ...], ...]:
        """All rows for readers."""
        return (*self.zeilen, self.summe) if self.summe else self.zeilen


@dataclass(frozen=True)
class Bericht:
    """A report.

    Attributes:
        titel: heading.
        einleitung: sentences before the tables, such as the Stand.
        tabellen: the tables.
        hinweise: sentences after them, such as sources and what is to be verified.
    """

    titel: str
    einleitung: tuple[str, ...]
    tabellen: tuple[Tabelle, ...]
    hinweise: tuple[str, ...] = ()


def as_text(bericht: Bericht) -> str:
    """Return a report for the terminal and for printing."""
    blocks = ["\n".join([bericht.titel, "=" * len(bericht.titel), *bericht.einleitung])]
    blocks += ["\n".join(_text_table(tabelle)) for tabelle in bericht.tabellen]
    if bericht.hinweise:
        blocks.append("\n".join(f"- {satz}" for satz in bericht.hinweise))
    return "\n\n".join(blocks)


def as_markdown(bericht: Bericht) -> str:
    """Return a report as Markdown, for a wiki, a ticket or a mail."""
    blocks = [f"# {escaped(bericht.titel)}", "\n".join(map(escaped, bericht.einleitung))]
    for tabelle in bericht.tabellen:
        blocks += [f"## {escaped(tabelle.titel)}", "\n".join(_markdown_table(tabelle))]
    if bericht.hinweise:
        blocks.append("\n".join(f"- {escaped(satz)}" for satz in bericht.hinweise))
    return "\n\n".join(block for block in blocks if block)


def as_csv(tabelle: Tabelle, schluss: Sequence[tuple[str, str]] = ()) -> bytes:
    """Return a table as CSV: byte order mark, semicolons, no cell that is run as a formula.

    Args:
        tabelle: the table.
        schluss: heading and value of columns that say the same in every row, such as the Stand.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow((*tabelle.spalten, *(titel for titel, _ in schluss)))
    for zeile in tabelle.zeilen:
        writer.writerow((*map(safe, zeile), *(safe(wert) for _, wert in schluss)))
    return out.getvalue().encode("utf-8-sig")


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    for sign in ("\\", "`", "*", "_", "[", "]", "<", "|", "#"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _text_table(tabelle: Tabelle) -> Iterable[str]:
    yield f"{tabelle.titel} ({len(tabelle.zeilen)})" if tabelle.zeilen else tabelle.titel
    if not tabelle.zeilen:
        yield "  nichts"
        return
    rows = [tabelle.spalten, *tabelle.lesezeilen]
    widths = [max(len(row[i]) for row in rows) for i in range(len(tabelle.spalten))]
    for number, row in enumerate(rows):
        cells = [
            cell.rjust(width) if i in tabelle.zahlen else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"  {_GAP.join(cells)}".rstrip()
        if number == 0:
            yield f"  {_GAP.join('-' * width for width in widths)}"


def _markdown_table(tabelle: Tabelle) -> Iterable[str]:
    if not tabelle.zeilen:
        yield "nichts"
        return
    yield f"| {' | '.join(map(escaped, tabelle.spalten))} |"
    marks = ("---:" if i in tabelle.zahlen else "---" for i in range(len(tabelle.spalten)))
    yield f"| {' | '.join(marks)} |"
    for zeile in tabelle.lesezeilen:
        yield f"| {' | '.join(map(escaped, zeile))} |"
