"""The macro for surveys: who was asked, how many answered, each question as a chart."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from macros.model.german import number_text
from macros.model.records import Umfrage
from macros.model.series import Reihe
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from datetime import date

    from macros.model.records.umfrage import Frage
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel="umfragen()", seite="service/umfragen/", live=True)
def umfragen(ansicht: Ansicht) -> Fragment:
    """Zeigt jede Umfrage mit Zweck, Rücklauf, Fragen und Ergebnissen als Balken mit Tabelle.

    Args:
        ansicht: die Seite.
    """
    rows = sorted(
        ansicht.bestand.alle(Umfrage),
        key=lambda u: (str(u.ab.erster_tag) if u.ab else "", u.id),
        reverse=True,
    )
    anker, day = ansicht.frei(u.id for u in rows), ansicht.stichtag
    return block(
        "umfragen",
        anker,
        ansicht=ansicht,
        umfragen=[(u, _return(u, day), _is_ahead(u, day)) for u in rows],
        reihe_zu=_row,
    )


def _is_ahead(umfrage: Umfrage, day: date) -> bool:
    """Tell whether nobody has been asked yet."""
    return umfrage.ab is not None and umfrage.ab.erster_tag > day


def _return(umfrage: Umfrage, day: date) -> str:
    """Return how many of how many answered, in words."""
    if _is_ahead(umfrage, day):
        return "steht noch aus"
    asked, back = umfrage.befragt, umfrage.ruecklauf
    if back is None:
        return "nicht bekannt" if asked is None else f"nicht bekannt, gefragt wurden {asked}"
    if not asked:
        return f"{back}; wie viele gefragt wurden, ist nicht bekannt"
    share = (Decimal(back) * 100 / asked).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{back} von {asked} ({number_text(share)}\u00a0%)"


def _row(frage: Frage) -> Reihe:
    """Return the figures of a question; answers that exclude each other make a whole."""
    values = tuple((a.antwort, Decimal(a.anzahl)) for a in frage.antworten)
    whole = not frage.mehrfach and any(wert for _, wert in values)
    return Reihe(frage.frage, "Antwort", "Anzahl", values, zusammen=whole)
