"""The macro for changing schools: to which ones children go on, and who works there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import unique
from itertools import groupby
from typing import TYPE_CHECKING

from macros.model.records import Schule
from macros.model.records.katalog import Schulstufe
from macros.model.values import Auswahl
from macros.views.filters import feld, filter_for
from macros.views.lookup import choice
from macros.views.registry import makro
from macros.views.schools import schulzeile, sorted_schools
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht
    from macros.views.schools import Schulzeile


@unique
class Richtung(Auswahl):
    """Whether the way is followed or looked back at."""

    WEITER = "weiter", "Wohin Kinder wechseln"
    ZURUECK = "zurueck", "Woher Kinder kommen"


@dataclass(frozen=True)
class Wechsel:
    """A school and those at the other end of the way; none: nobody has reported any.

    Attributes:
        schule: the school the reader knows.
        andere: the schools to which its children go on, or from which they come.
    """

    schule: Schule
    andere: tuple[Schulzeile, ...]

    @property
    def namen(self) -> str:
        """Name of the school and its municipality, for the filter."""
        return f"{self.schule.name} {self.schule.gemeinde.ziel.name}"


def onwards(bestand: Bestand) -> list[Wechsel]:
    """Return the schools children leave, with the next ones; all primary schools are there."""
    return [
        Wechsel(schule, tuple(schulzeile(bestand, v.ziel) for v in schule.uebergang_zu))
        for schule in sorted_schools(bestand)
        if schule.uebergang_zu or schule.schulform.ziel.stufen == (Schulstufe.PRIMAR,)
    ]


def back(bestand: Bestand) -> list[Wechsel]:
    """Return the schools that others name as the next one, with those others."""
    schools = sorted_schools(bestand)
    origins: dict[str, list[Schule]] = {}
    for schule in schools:
        for verweis in schule.uebergang_zu:
            origins.setdefault(verweis.id, []).append(schule)
    return [
        Wechsel(schule, tuple(schulzeile(bestand, origin) for origin in origins[schule.id]))
        for schule in schools
        if schule.id in origins
    ]


@makro(inline=False, beispiel='schulwechsel("weiter")', seite="service/schulwechsel/", live=True)
def schulwechsel(ansicht: Ansicht, richtung: str = "weiter") -> Fragment:
    """Zeigt zu jeder Schule, wohin ihre Kinder wechseln oder woher sie kommen, mit den Kontakten.

    Die Angaben stehen in schulen.yml unter uebergang_zu. Jede Schule hat eine Sprungmarke:
    von-<Kennung> bei denen, die Kinder verlassen, und nach-<Kennung> bei denen, zu denen sie gehen.

    Args:
        ansicht: die Seite.
        richtung: Mit weiter steht dort, wohin Kinder wechseln, mit zurueck, woher sie kommen.
    """
    wanted = choice(Richtung, richtung) or Richtung.WEITER
    bestand = ansicht.bestand
    known = any(schule.uebergang_zu for schule in bestand.alle(Schule))
    ways = (onwards if wanted is Richtung.WEITER else back)(bestand) if known else []
    sign = "von" if wanted is Richtung.WEITER else "nach"
    heading = "wohin Kinder wechseln" if wanted is Richtung.WEITER else "woher Kinder kommen"
    form_above = filter_for(
        ansicht,
        len(ways),
        f"wechsel-{sign}",
        "Schulen",
        feld("ort", "Gemeinde", (way.schule.gemeinde.ziel.name for way in ways)),
        zusatz=heading,
    )
    anker = ansicht.frei(f"{sign}-{way.schule.id}" for way in ways)
    groups = groupby(ways, key=lambda way: way.schule.gemeinde.ziel.name)
    return block(
        "schulwechsel",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        gruppen=[(town, list(group)) for town, group in groups],
        zeichen=sign,
        weiter=wanted is Richtung.WEITER,
        titel=heading,
        filter=form_above,
    )
