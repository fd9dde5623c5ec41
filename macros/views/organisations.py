"""Macros for organisations: what they are, what they offer, and for which places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.public import public_value
from macros.model.records import Gemeinde, Organisation, Thema
from macros.model.records.organisation import Organisationsart
from macros.model.responsibility import covers
from macros.views.feedback import VIELE
from macros.views.filters import Feld, feld, filter_for
from macros.views.formats import sort_key
from macros.views.lookup import choice, optional_record, record
from macros.views.registry import makro
from macros.views.responsibility import AGES, ages_between
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

ALL: Final = "*"
"""What the filter's script takes for every value."""


@dataclass(frozen=True)
class Partnerzeile:
    """An organisation with all a filter may ask for."""

    organisation: Organisation

    @property
    def themen(self) -> tuple[str, ...]:
        """The topics it offers something for or is responsible for, each once."""
        o = self.organisation
        offered = (thema.ziel.name for angebot in o.angebote for thema in angebot.themen)
        return tuple(dict.fromkeys([*offered, *(z.thema.ziel.name for z in o.zustaendigkeit)]))

    @property
    def orte(self) -> tuple[str, ...]:
        """The municipalities it is responsible for; ``*`` where there is no limit."""
        places = [z.orte for z in self.organisation.zustaendigkeit]
        if not all(places):
            return (ALL,)
        return tuple(dict.fromkeys(ort.ziel.name for orte in places for ort in orte)) or (ALL,)

    @property
    def alter(self) -> tuple[str, ...]:
        """The years of age it offers something for; ``*`` where an offer has no limit."""
        limits = [(a.alter_von, a.alter_bis) for a in self.organisation.angebote]
        if not limits or (None, None) in limits:
            return (ALL,)
        years = {age for von, bis in limits for age in ages_between(von, bis)}
        return tuple(map(str, sorted(years)))

    @property
    def sozialraum(self) -> str:
        """The part of a town it is in, unless its address is secret."""
        return public_value(self.organisation, "sozialraum") or ""


def _any_age(rows: list[Partnerzeile]) -> bool:
    """Tell whether any organisation has a limit of age."""
    return any(row.alter != (ALL,) for row in rows)


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
    if full:
        shown.sort(key=lambda o: sort_key(o.name))
    # The full list is the permanent address of every organisation.
    anker = ansicht.frei(o.id for o in shown) if full else frozenset()
    rows = [Partnerzeile(o) for o in shown]
    form_above = filter_for(
        ansicht,
        len(shown),
        "partner",
        "Einrichtungen",
        feld("thema", "Thema", (name for row in rows for name in row.themen)),
        Feld("alter", "Alter des Kindes", tuple(map(str, AGES)) if _any_age(rows) else ()),
        feld("ort", "Zuständig für", (name for row in rows for name in row.orte if name != ALL)),
        feld("sozialraum", "Sozialraum", (row.sozialraum for row in rows if row.sozialraum)),
        feld("art", "Art", (o.art.label for o in shown)),
    )
    return block(
        "organisationen",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        zeilen=rows,
        filter=form_above,
        knapp=len(shown) >= VIELE,
    )
