"""Macros for organisations: what they are, what they offer, and for which places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.records import Gemeinde, Organisation, Thema
from macros.model.records.organisation import Organisationsart
from macros.model.responsibility import covers
from macros.views.feedback import VIELE
from macros.views.lookup import choice, optional_record, record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


def _works_on(organisation: Organisation, thema: Thema | None, gemeinde: Gemeinde | None) -> bool:
    """Tell whether an organisation is there for a topic in a municipality.

    An offer has no places of its own: it holds where the organisation is responsible, and
    everywhere if it names no responsibility at all.
    """
    areas = organisation.zustaendigkeit
    here = [a for a in areas if gemeinde is None or covers(a.orte, gemeinde)]
    offers = organisation.angebote if here or not areas else ()
    if thema is None:
        return gemeinde is None or bool(here) or bool(offers)
    return any(a.thema.id == thema.id for a in here) or any(
        t.id == thema.id for offer in offers for t in offer.themen
    )


@makro(inline=False, beispiel='organisation("jugendamt")', live=True, gegenstand="Kontakt")
def organisation(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt eine Organisation mit Anschrift, Angeboten und Zuständigkeit.

    Ist die Anschrift geheim, etwa bei einem Frauenhaus, erscheint sie nicht.

    Args:
        ansicht: die Seite.
        id: Kennung der Organisation aus organisationen.yml.
    """
    return block("organisation", ansicht=ansicht, o=record(ansicht, Organisation, id))


@makro(
    inline=False,
    beispiel='organisationen(thema="erziehungsberatung")',
    live=True,
    gegenstand="Kontakt",
)
def organisationen(
    ansicht: Ansicht, thema: str = "", art: str = "", gemeinde: str = ""
) -> Fragment:
    """Zeigt Organisationen, auf Wunsch nur die zu einem Thema, einer Art oder einer Gemeinde.

    Mit einer Gemeinde erscheinen alle, die dort zuständig sind, auch die für die ganze Region.

    Args:
        ansicht: die Seite.
        thema: Kennung des Themas aus themen.yml.
        art: Art der Organisation, etwa beratungsstelle oder jugendamt.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    topic = optional_record(ansicht, Thema, thema)
    kind = choice(Organisationsart, art)
    place = optional_record(ansicht, Gemeinde, gemeinde)
    shown = [
        o
        for o in ansicht.bestand.alle(Organisation)
        if (kind is None or o.art is kind) and _works_on(o, topic, place)
    ]
    full = topic is None and kind is None and place is None
    # The full list is the permanent address of every organisation.
    anker = ansicht.frei(o.id for o in shown) if full else frozenset()
    return block(
        "organisationen",
        anker,
        ansicht=ansicht,
        organisationen=shown,
        knapp=len(shown) >= VIELE,
    )
