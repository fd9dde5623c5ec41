"""Macros for clauses: the catalogue, and which agreement has which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.agreements import (
    Klauselstand,
    Vereinbarungsstatus,
    fehlende_klauseln,
    klauseln_in_ordnung,
    klauselstand,
    nachweis_von,
)
from macros.model.records import Vereinbarung
from macros.model.records.klausel import Vereinbarungstyp
from macros.views.agreements import zeile_von
from macros.views.law import SEITEN
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.records import Klausel, Rechtsgrundlage
    from macros.views.ansicht import Ansicht

_SEITE: Final = "service/klauseln/"


@makro(inline=False, beispiel="klauseln()", seite=_SEITE)
def klauseln(ansicht: Ansicht) -> Fragment:
    """Zeigt den Klauselkatalog: Zweck, Textbaustein, Verbindlichkeit und Typen.

    Jede Klausel hat ihre Kennung als Sprungmarke, etwa #klausel-raeume.

    Args:
        ansicht: die Seite.
    """
    found = klauseln_in_ordnung(ansicht.bestand)
    return block(
        "klauseln",
        ansicht.frei(f"klausel-{klausel.id}" for klausel in found),
        ansicht=ansicht,
        klauseln=[(klausel, _norms(ansicht, klausel)) for klausel in found],
        recht_seiten=SEITEN,
    )


def _norms(ansicht: Ansicht, klausel: Klausel) -> list[Rechtsgrundlage]:
    """Return the norms behind a clause; of the Länder only the region's own counts."""
    norms = [verweis.ziel for verweis in klausel.rechtsgrundlagen]
    own = ansicht.bestand.region.land if not ansicht.wortlaut else None
    return [n for n in norms if ansicht.wortlaut or n.land in (None, own)]


@makro(inline=False, beispiel="klauselvergleich()", seite=_SEITE, live=True)
def klauselvergleich(ansicht: Ansicht) -> Fragment:
    """Stellt gegenüber, welche Vereinbarung welche Klausel hat und was fehlt.

    Für jeden Typ gibt es eine Tabelle. Ausgelaufene Vereinbarungen stehen nicht darin.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    rows = [zeile_von(v, ansicht.stichtag) for v in bestand.alle(Vereinbarung)]
    rows = [row for row in rows if row.status is not Vereinbarungsstatus.AUSGELAUFEN]
    groups = []
    for typ in Vereinbarungstyp:
        members = [row for row in rows if row.v.typ is typ]
        lines = [
            (k, [(klauselstand(row.v, k), nachweis_von(row.v, k)) for row in members])
            for k in klauseln_in_ordnung(bestand)
            if typ in k.typen or any(nachweis_von(row.v, k) for row in members)
        ]
        if members and lines:
            gaps = [(row, fehlende_klauseln(bestand, row.v)) for row in members]
            groups.append((typ, members, lines, gaps))
    return block("klauselvergleich", ansicht=ansicht, gruppen=groups, staende=Klauselstand)
