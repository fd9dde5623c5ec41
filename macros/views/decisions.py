"""Macros for papers of political bodies, for Fassungen and who adopted them, for consultations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.decisions import (
    Vorlagenstatus,
    consultations,
    fassung_of,
    paper_of,
    papers,
    stand_of,
    status_of,
    steps,
)
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

# The colour says it a second time; the word stands in the mark.
_MARKS = {
    Vorlagenstatus.BESCHLOSSEN: "status--besetzt",
    Vorlagenstatus.KENNTNIS: "status--besetzt",
    Vorlagenstatus.BERATEN: "status--besetzt",
    Vorlagenstatus.ABGELEHNT: "status--unbesetzt",
}


@makro(inline=False, beispiel="vorlagen()", seite="service/beschluesse/", live=True)
def vorlagen(ansicht: Ansicht) -> Fragment:
    """Zeigt jede Vorlage mit berechnetem Stand und der Beratungsfolge nach dem Datum.

    Laufende Vorlagen stehen vorn. Genannt werden Funktionen, keine Namen.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    rows = [
        (v, status_of(v), _MARKS.get(status_of(v), "status--offen"), steps(v))
        for v in papers(bestand)
    ]
    anker = ansicht.frei(v.id for v, *_ in rows)
    return block(
        "vorlagen",
        anker,
        ansicht=ansicht,
        vorlagen=rows,
        fassung=lambda name: fassung_of(bestand, name),
    )


@makro(inline=False, beispiel="fassungsbeschluesse()", live=True)
def fassungsbeschluesse(ansicht: Ansicht) -> Fragment:
    """Zeigt als Tabelle, welches Gremium wann welche Fassung beschlossen hat.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    newest = sorted(bestand.region.fassungen, key=lambda f: f.beschlossen_am, reverse=True)
    rows = [(f, paper_of(bestand, f)) for f in newest]
    return block("fassungsbeschluesse", ansicht=ansicht, fassungen=rows)


@makro(inline=False, beispiel="beteiligungen()", seite="service/beschluesse/", live=True)
def beteiligungen(ansicht: Ansicht) -> Fragment:
    """Zeigt, wer wozu bis wann gefragt wird, und was aus jeder Rückmeldung geworden ist.

    Args:
        ansicht: die Seite.
    """
    rows = [(b, stand_of(b, ansicht.stichtag)) for b in consultations(ansicht.bestand)]
    anker = ansicht.frei(b.id for b, _ in rows)
    return block(
        "beteiligungen",
        anker,
        ansicht=ansicht,
        beteiligungen=rows,
        koordination=ansicht.bestand.region.koordinierungsstelle.ziel,
    )
