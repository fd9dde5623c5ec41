"""Which column means what: by name, never by position, so that other years' layouts are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.importers import rules
from macros.model.findings import Ort, Stufe
from macros.model.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.importers.delimited import Tabelle
    from macros.model.findings import Befund

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class Spalte:
    """A column the importer knows.

    Attributes:
        name: the importer's own name for it, the usual German one.
        namen: the names it has had in the source over the years; the first is today's.
        pflicht: without it nothing can be read.
        fuer: what is not read without it, for the message („Telefon“).
    """

    name: str
    namen: tuple[str, ...]
    pflicht: bool = False
    fuer: str = ""


def folded(name: str) -> str:
    """Return a column name as it is compared: „Träger-Nummer“ → „traegernummer“."""
    return re.sub(r"[^a-z0-9]", "", name.lower().translate(_UMLAUTS))


def find_columns(
    tabelle: Tabelle, spalten: Sequence[Spalte]
) -> tuple[dict[str, int], list[Befund]]:
    """Return the position of each known column that is there.

    Args:
        tabelle: the table.
        spalten: the columns to look for.

    Returns:
        Column name → position, and a finding for each that is missing or occurs twice.
    """
    header = [folded(cell.text) for cell in tabelle.kopf]
    first = tabelle.kopf[0]
    there = ", ".join(cell.text for cell in tabelle.kopf if cell.text)
    befunde: list[Befund] = []
    found: dict[str, int] = {}
    for spalte in spalten:
        # The newest name wins where a file carries an old and a new one side by side.
        for name in map(folded, spalte.namen):
            hits = [index for index, column in enumerate(header) if column == name]
            if not hits:
                continue
            found[spalte.name] = hits[0]
            if len(hits) > 1:
                cell = tabelle.kopf[hits[1]]
                befunde.append(
                    rules.SPALTEN.befund(
                        Ort(tabelle.file, cell.line, cell.column),
                        f"Die Spalte „{cell.text}“ kommt zweimal vor.",
                        "Lassen Sie nur eine der beiden Spalten stehen.",
                    )
                )
            break
    used = set(found.values())
    free = [cell.text for index, cell in enumerate(tabelle.kopf) if index not in used]
    for spalte in spalten:
        if spalte.name in found or not (spalte.pflicht or spalte.fuer):
            continue
        wanted = spalte.namen[0]
        guess = nearest(wanted, free)
        question = f" Am nächsten kommt „{guess}“." if guess else ""
        effect = "" if spalte.pflicht else f" {spalte.fuer} wird nicht eingelesen."
        befunde.append(
            rules.SPALTEN.befund(
                Ort(tabelle.file, first.line, first.column),
                f"Die Spalte „{wanted}“ fehlt.{effect}{question} Gefunden: {there}.",
                f"Nennen Sie die Spalte „{guess}“ in „{wanted}“ um, wenn sie gemeint ist."
                if guess
                else f"Ergänzen Sie die Spalte „{wanted}“ oder prüfen Sie, ob es die richtige "
                "Datei ist.",
                stufe=Stufe.FEHLER if spalte.pflicht else Stufe.WARNUNG,
            )
        )
    return found, befunde
