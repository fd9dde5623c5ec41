"""Who is in charge of a function today: the function itself, or who has taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Kontakt, Person


@dataclass(frozen=True)
class Erreichbar:
    """A contact as it is shown: the function in charge on the Stichtag.

    Attributes:
        kontakt: the function to reach.
        personen: who may be named behind it; often nobody.
        anstelle: the function that was asked for, if that one no longer exists.
        nachfolge: whether ``kontakt`` is the named successor; otherwise it is the
            Koordinierungsstelle, which helps where no successor is known.
    """

    kontakt: Kontakt
    personen: tuple[Person, ...] = ()
    anstelle: Kontakt | None = None
    nachfolge: bool = True


def erreichbar(bestand: Bestand, kontakt: Kontakt) -> Erreichbar:
    """Return who is in charge today for a function: itself, or its successor's successor."""
    current, seen = kontakt, {kontakt.id}
    while current.aufgehoben(bestand.stichtag):
        following = current.nachfolge
        if following is None or following.id in seen:
            office = bestand.region.koordinierungsstelle.ziel
            return Erreichbar(office, bestand.personen_fuer(office), kontakt, nachfolge=False)
        seen.add(following.id)
        current = following.ziel
    replaced = None if current is kontakt else kontakt
    return Erreichbar(current, bestand.personen_fuer(current), replaced)
