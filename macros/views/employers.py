"""Macros for those who employ Fachkräfte or run schools: what they have, and how to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.model.records import Organisation, Schule, Stelle
from macros.model.records.stelle import Stellenstatus
from macros.views.formats import sort_key
from macros.views.registry import makro
from macros.views.schools import sorted_schools
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Programm
    from macros.views.ansicht import Ansicht


@dataclass(frozen=True)
class Traegerzeile:
    """An Anstellungsträger with its posts.

    Attributes:
        organisation: the employer.
        stellen: its posts, those of the same schools together.
    """

    organisation: Organisation
    stellen: tuple[Stelle, ...]

    @property
    def vzae(self) -> Decimal:
        """Sum of the VZÄ of all posts."""
        return sum((stelle.vzae for stelle in self.stellen), Decimal(0))

    @property
    def unbesetzt(self) -> int:
        """How many posts are vacant."""
        return sum(stelle.status is Stellenstatus.UNBESETZT for stelle in self.stellen)

    @property
    def programme(self) -> list[tuple[Programm, Decimal]]:
        """The programmes that pay for posts, each with the VZÄ it pays for."""
        found: dict[str, tuple[Programm, Decimal]] = {}
        for stelle in self.stellen:
            if stelle.programm:
                programm = stelle.programm.ziel
                _, before = found.get(programm.id, (programm, Decimal(0)))
                found[programm.id] = (programm, before + stelle.vzae)
        return sorted(found.values(), key=lambda entry: sort_key(entry[0].name))


def employers(bestand: Bestand) -> list[Traegerzeile]:
    """Return the Anstellungsträger that have a post, by name."""
    posts: dict[str, list[Stelle]] = {}
    for stelle in bestand.alle(Stelle):
        posts.setdefault(stelle.anstellungstraeger.id, []).append(stelle)
    rows = (
        Traegerzeile(o, tuple(sorted(posts[o.id], key=_by_school)))
        for o in bestand.alle(Organisation)
        if o.id in posts
    )
    return sorted(rows, key=lambda row: sort_key(row.organisation.name))


def employers_without_post(bestand: Bestand) -> list[Organisation]:
    """Return those who employ Fachkräfte although no post of theirs is on record, by name."""
    posts = {stelle.anstellungstraeger.id for stelle in bestand.alle(Stelle)}
    found = [o for o in bestand.alle(Organisation) if o.anstellungstraeger and o.id not in posts]
    return sorted(found, key=lambda o: sort_key(o.name))


def _by_school(stelle: Stelle) -> tuple[str, str]:
    return sort_key(stelle.einsatz[0].schule.ziel.name), stelle.id


def school_owners(bestand: Bestand) -> list[tuple[Organisation, list[Schule]]]:
    """Return the Schulträger with their schools, by name."""
    owned: dict[str, list[Schule]] = {}
    for schule in sorted_schools(bestand):
        if schule.schultraeger:
            owned.setdefault(schule.schultraeger.id, []).append(schule)
    found = [(o, owned[o.id]) for o in bestand.alle(Organisation) if o.id in owned]
    return sorted(found, key=lambda entry: sort_key(entry[0].name))


@makro(inline=False, beispiel="anstellungstraeger()", seite="service/traeger/", live=True)
def anstellungstraeger(ansicht: Ansicht) -> Fragment:
    """Zeigt jeden Anstellungsträger mit Erreichbarkeit, Programmen, Umfang und seinen Stellen.

    Jeder hat seine Kennung als Sprungmarke.

    Args:
        ansicht: die Seite.
    """
    rows = employers(ansicht.bestand)
    anker = ansicht.frei(row.organisation.id for row in rows)
    others = employers_without_post(ansicht.bestand)
    return block("anstellungstraeger", anker, ansicht=ansicht, zeilen=rows, weitere=others)


@makro(inline=False, beispiel="schultraeger()", seite="service/traeger/", live=True)
def schultraeger(ansicht: Ansicht) -> Fragment:
    """Zeigt jeden Schulträger mit Erreichbarkeit und seinen Schulen.

    Die Sprungmarke ist schultraeger- und die Kennung.

    Args:
        ansicht: die Seite.
    """
    rows = school_owners(ansicht.bestand)
    without = [s for s in ansicht.bestand.alle(Schule) if not s.schultraeger]
    anker = ansicht.frei(f"schultraeger-{o.id}" for o, _ in rows)
    return block("schultraeger", anker, ansicht=ansicht, zeilen=rows, ohne=len(without))
