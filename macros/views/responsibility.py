"""The macro that answers: who is responsible for which topic in this municipality?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.records import Gemeinde, Organisation, Thema
from macros.views.contacts import active_kontakte
from macros.views.lookup import record
from macros.views.organisations import covers
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Kontakt
    from macros.model.records.organisation import Zustaendigkeit
    from macros.views.ansicht import Ansicht


@dataclass(frozen=True)
class Themenzeile:
    """Who is responsible for one topic; those named for the place come before those for all."""

    thema: Thema
    kontakte: tuple[Kontakt, ...]
    organisationen: tuple[tuple[Organisation, Zustaendigkeit], ...]


def themenzeilen(bestand: Bestand, gemeinde: Gemeinde) -> list[Themenzeile]:
    """Return who is responsible in a municipality, topic by topic in the catalogue's order."""
    rows = (_row(bestand, gemeinde, thema) for thema in bestand.alle(Thema))
    return [row for row in rows if row.kontakte or row.organisationen]


def _row(bestand: Bestand, gemeinde: Gemeinde, thema: Thema) -> Themenzeile:
    functions = [
        k
        for k in active_kontakte(bestand)
        if k.zustaendig
        and covers(k.zustaendig.orte, gemeinde)
        and any(t.id == thema.id for t in k.zustaendig.themen)
    ]
    bodies = [
        (organisation, area)
        for organisation in bestand.alle(Organisation)
        for area in organisation.zustaendigkeit
        if area.thema.id == thema.id and covers(area.orte, gemeinde)
    ]
    # The nearest first: False (a place is named) sorts before True (the whole region).
    functions.sort(key=lambda k: not (k.zustaendig and k.zustaendig.orte))
    bodies.sort(key=lambda pair: not pair[1].orte)
    return Themenzeile(thema, tuple(functions), tuple(bodies))


@makro(inline=False, beispiel='zustaendige(gemeinde="seehausen")', live=True)
def zustaendige(ansicht: Ansicht, gemeinde: str) -> Fragment:
    """Zeigt für eine Gemeinde zu jedem Thema, wer zuständig ist und wie man sie erreicht.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    place = record(ansicht, Gemeinde, gemeinde)
    rows = themenzeilen(ansicht.bestand, place)
    return block("zustaendige", ansicht=ansicht, gemeinde=place, zeilen=rows)
