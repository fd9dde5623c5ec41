"""Macros for the page of a municipality: who protects children, who offers what, who is near."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING, Final

from macros.model.kinderschutz import THEMA, jugendamt_in, kinderschutz_in
from macros.model.records import Gemeinde, Organisation, Thema
from macros.views.formats import sort_key
from macros.views.lookup import record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht

_NEAR: Final = 5


@makro(inline=False, beispiel='kinderschutz_ort(gemeinde="seehausen")', live=True)
def kinderschutz_ort(ansicht: Ansicht, gemeinde: str) -> Fragment:
    """Zeigt für eine Gemeinde das Jugendamt und die Kinderschutz-Kontakte der ganzen Region.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    place = record(ansicht, Gemeinde, gemeinde)
    thema = ansicht.bestand.finde(Thema, THEMA)
    office = jugendamt_in(ansicht.bestand, place, thema) if thema else None
    everywhere = kinderschutz_in(ansicht.bestand).ueberall
    return block(
        "kinderschutz_ort",
        ansicht=ansicht,
        gemeinde=place,
        jugendamt=office,
        ueberall=[e for e in everywhere if office is None or e.kontakt.id != office.id],
    )


@makro(inline=False, beispiel="jugendaemter()", live=True)
def jugendaemter(ansicht: Ansicht) -> Fragment:
    """Zeigt für jede Gemeinde, welches Jugendamt man zuerst anruft.

    Args:
        ansicht: die Seite.
    """
    offices = kinderschutz_in(ansicht.bestand).jugendaemter
    return block("jugendaemter", ansicht=ansicht, jugendaemter=offices)


@makro(inline=False, beispiel='netzwerk_ort(gemeinde="seehausen")', live=True)
def netzwerk_ort(ansicht: Ansicht, gemeinde: str) -> Fragment:
    """Zeigt die Einrichtungen, die in einer Gemeinde sitzen oder eigens für sie da sind.

    Wer für die ganze Region da ist, steht im Netzwerk. Sitzt eine Einrichtung an einem geheimen
    Ort, zählt der Sitz nicht.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    place = record(ansicht, Gemeinde, gemeinde)
    bodies = [o for o in ansicht.bestand.alle(Organisation) if _belongs_to(o, place)]
    return block(
        "netzwerk_ort",
        ansicht=ansicht,
        gemeinde=place,
        organisationen=sorted(bodies, key=lambda o: sort_key(o.name)),
    )


def _belongs_to(organisation: Organisation, gemeinde: Gemeinde) -> bool:
    """Tell whether an organisation sits in a municipality or is named for it, with an offer."""
    if not organisation.angebote and not organisation.zustaendigkeit:
        return False
    named = {ort.id for area in organisation.zustaendigkeit for ort in area.orte}
    sits = organisation.ort == gemeinde.name or organisation.plz in gemeinde.plz
    return gemeinde.id in named or (sits and not organisation.adresse_geheim)


@makro(inline=False, beispiel='andere_gemeinden(gemeinde="seehausen")', live=True)
def andere_gemeinden(ansicht: Ansicht, gemeinde: str) -> Fragment:
    """Verweist auf die Gemeinden in der Nähe, oder auf alle, wenn die Lage nicht bekannt ist.

    Die Lage einer Gemeinde ist die Mitte ihrer Schulen.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    place = record(ansicht, Gemeinde, gemeinde)
    others = [g for g in ansicht.bestand.alle(Gemeinde) if g.id != place.id]
    near = _nearest(ansicht.bestand, place, others)
    shown = near or sorted(others, key=lambda g: sort_key(g.name))
    return block("andere_gemeinden", ansicht=ansicht, gemeinden=shown, nah=bool(near))


def _nearest(bestand: Bestand, place: Gemeinde, others: list[Gemeinde]) -> list[Gemeinde]:
    """Return the nearest municipalities, the first first; none where a position is missing."""
    here = _middle(bestand, place)
    places = {g.id: middle for g in others if (middle := _middle(bestand, g))}
    if here is None or len(places) < len(others):
        return []

    def distance(gemeinde: Gemeinde) -> float:
        north, east = places[gemeinde.id]
        # A degree of longitude is shorter the farther north one is.
        return hypot(north - here[0], (east - here[1]) * cos(radians(here[0])))

    return sorted(others, key=distance)[:_NEAR]


def _middle(bestand: Bestand, gemeinde: Gemeinde) -> tuple[float, float] | None:
    found = [s.koordinaten for s in bestand.schulen_in(gemeinde) if s.koordinaten]
    if not found:
        return None
    north = sum(float(k.breite) for k in found) / len(found)
    return north, sum(float(k.laenge) for k in found) / len(found)
