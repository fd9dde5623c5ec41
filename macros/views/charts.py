"""Macros that show figures: as a chart that is a table, as a table, or as large numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model import figure_ids as ids_of
from macros.model.figures import figures
from macros.model.number_tables import TABLES
from macros.model.records import Kennzahl, Stelle
from macros.model.series import SERIES
from macros.views.lookup import unknown
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

_POSTS: Final = (
    ids_of.ANZAHL_SCHULEN,
    ids_of.ANZAHL_SCHULEN_MIT_STELLE,
    ids_of.ANZAHL_STELLEN,
    ids_of.SUMME_VZAE,
)


@makro(
    inline=False,
    beispiel='diagramm("stellen-nach-traeger")',
    live=True,
    gegenstand="Diagramm",
)
def diagramm(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt Zahlen aus den Daten als Balken, mit jedem Wert in einer Tabelle.

    Args:
        ansicht: die Seite.
        id: Was gezeigt wird: stellen-nach-traeger, stellen-nach-gemeinde, stellen-nach-besetzung,
            stellen-nach-programm, stellen-nach-befristung, schulen-nach-schulform,
            schulen-nach-gemeinde oder schulen-mit-stelle.
    """
    if id not in SERIES:
        raise unknown(f"Ein Diagramm „{id}“ gibt es nicht.", id, SERIES)
    return block("diagramm", ansicht=ansicht, reihe=SERIES[id](ansicht.bestand))


@makro(inline=False, beispiel="stellenzahlen()", live=True)
def stellenzahlen(ansicht: Ansicht) -> Fragment:
    """Zeigt groß, wie viele Schulen und Stellen es gibt, oder dass noch keine gemeldet sind.

    Args:
        ansicht: die Seite.
    """
    if ansicht.bestand.alle(Stelle):
        return kennzahlen(ansicht, ", ".join(_POSTS))
    known = figures(ansicht.bestand)
    return block("stellenzahlen_leer", ansicht=ansicht, schulen=known[ids_of.ANZAHL_SCHULEN].wert)


@makro(
    inline=False,
    beispiel='zahlentafel("schulen-mit-und-ohne-stelle")',
    live=True,
    gegenstand="Tabelle",
)
def zahlentafel(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt Zahlen aus den Daten als Tabelle, deren Spalten unten zusammengezählt sind.

    Args:
        ansicht: die Seite.
        id: Was gezeigt wird: umfang-nach-schulform-und-traeger, schulen-mit-und-ohne-stelle,
            stellen-und-umfang-nach-besetzung oder umfang-nach-sozialindex.
    """
    if id not in TABLES:
        raise unknown(f"Eine Tabelle „{id}“ gibt es nicht.", id, TABLES)
    return block("zahlentafel", ansicht=ansicht, tafel=TABLES[id](ansicht.bestand))


@makro(
    inline=False,
    beispiel='kennzahlen("anzahl-schulen, anzahl-stellen, summe-vzae")',
    live=True,
    gegenstand="Kennzahl",
)
def kennzahlen(ansicht: Ansicht, ids: str) -> Fragment:
    """Zeigt Kennzahlen groß nebeneinander, darunter Stand und Quelle.

    Args:
        ansicht: die Seite.
        ids: Kennungen der Kennzahlen, durch Komma getrennt.
    """
    known = figures(ansicht.bestand) | {k.id: k for k in ansicht.bestand.alle(Kennzahl)}
    chosen = [part.strip() for part in ids.split(",") if part.strip()]
    for kennung in chosen or [ids]:
        if kennung not in known:
            raise unknown(f"Eine Kennzahl „{kennung}“ gibt es nicht.", kennung, known)
    shown = [known[kennung] for kennung in chosen]
    origins = list(dict.fromkeys((k.stand_text or k.stand, k.quelle) for k in shown))
    return block("kennzahlen", ansicht=ansicht, kennzahlen=shown, herkunft=origins)
