"""Macros for news and for the topics of the year."""

from __future__ import annotations

from enum import unique
from typing import TYPE_CHECKING

from macros.model.agenda import news, topics_of_the_year
from macros.model.times import school_year_of
from macros.model.values import Auswahl
from macros.views.lookup import choice
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@unique
class Meldungsliste(Auswahl):
    """Which of the two lists of news is wanted."""

    AKTUELL = "aktuell", "aktuelle"
    ARCHIV = "archiv", "frühere"


@makro(inline=False, beispiel='meldungen("aktuell")', seite="service/meldungen/", live=True)
def meldungen(ansicht: Ansicht, welche: str = "aktuell") -> Fragment:
    """Zeigt Meldungen, die neuesten zuerst; nach einem Jahr steht dort, dass sie alt sind.

    Args:
        ansicht: die Seite.
        welche: Welche Meldungen: aktuell oder archiv (nicht mehr gültig).
    """
    wanted = choice(Meldungsliste, welche) or Meldungsliste.AKTUELL
    current, archive = news(ansicht.bestand)
    shown = current if wanted is Meldungsliste.AKTUELL else archive
    anker = ansicht.frei(m.id for m in shown)
    return block("meldungen", anker, ansicht=ansicht, meldungen=shown, welche=wanted.value)


@makro(inline=False, beispiel="schwerpunkte()", live=True)
def schwerpunkte(ansicht: Ansicht) -> Fragment:
    """Zeigt die Schwerpunktthemen des laufenden Schuljahrs.

    Args:
        ansicht: die Seite.
    """
    return block(
        "schwerpunkte",
        ansicht=ansicht,
        schwerpunkte=topics_of_the_year(ansicht.bestand),
        schuljahr=school_year_of(ansicht.stichtag),
    )
