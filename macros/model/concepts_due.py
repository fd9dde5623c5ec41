"""Which schools' concepts are as they should be, and which wait: by Fassung, review, or notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import unique
from typing import TYPE_CHECKING, Final

from macros.model.records import Konzept, Schule
from macros.model.records.konzept import Konzeptstatus
from macros.model.records.schule import Schulbetrieb
from macros.model.values import Auswahl

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung

_AUGUST: Final = 8


@unique
class Lage(Auswahl):
    """Where a school's concept stands."""

    AKTUELL = "aktuell", "aktuell"
    AELTER = "aelter", "beruht auf einer älteren Fassung"
    ANPASSEN = "anpassen", "an die neuere Fassung anzupassen"
    UEBERPRUEFEN = "ueberpruefen", "zu überprüfen"
    IN_ARBEIT = "in-arbeit", "in Arbeit"
    NICHT_GEMELDET = "nicht-gemeldet", "noch nicht gemeldet"


_BEHIND: Final = (Lage.ANPASSEN, Lage.UEBERPRUEFEN, Lage.NICHT_GEMELDET)


@dataclass(frozen=True)
class Konzeptlage:
    """The concept of a school on the Stichtag.

    Attributes:
        schule: the school.
        konzept: what it has told; None: nothing yet.
        lage: where the concept stands.
        faellig_am: when something has to be done, or had to be; None: no day says so.
    """

    schule: Schule
    konzept: Konzept | None
    lage: Lage
    faellig_am: date | None = None

    @property
    def im_rueckstand(self) -> bool:
        """Whether something is overdue, a notice among them."""
        return self.lage in _BEHIND


def konzeptlagen(bestand: Bestand) -> tuple[Konzeptlage, ...]:
    """Return where the concept of each school stands, in the order of the schools' file.

    A part of a school at another place has no concept of its own; nor has a school that has not
    opened yet, or rests.
    """
    told = {konzept.schule.id: konzept for konzept in bestand.alle(Konzept)}
    return tuple(
        _lage(schule, told.get(schule.id), bestand)
        for schule in bestand.alle(Schule)
        if schule.id in told or _needs_one(schule)
    )


def konzepte_im_rueckstand(bestand: Bestand) -> tuple[Konzeptlage, ...]:
    """Return the schools whose concept waits: first those with a day, the oldest first."""
    behind = [lage for lage in konzeptlagen(bestand) if lage.im_rueckstand]
    return tuple(sorted(behind, key=lambda lage: (lage.faellig_am or date.max, lage.schule.id)))


def end_of_school_year(day: date) -> date:
    """Return the last day of the school year in which a day lies."""
    return date(day.year + (day.month >= _AUGUST), 7, 31)


def adapt_until(fassung: Fassung) -> date:
    """Return until when schools follow a Fassung: the end of the school year after its decision."""
    end = end_of_school_year(fassung.beschlossen_am)
    return end.replace(year=end.year + 1)


def _needs_one(schule: Schule) -> bool:
    waits = schule.schulbetrieb in (Schulbetrieb.BEGINNT, Schulbetrieb.RUHT)
    return schule.hauptstandort is None and not waits


def _lage(schule: Schule, konzept: Konzept | None, bestand: Bestand) -> Konzeptlage:
    if konzept is None:
        return Konzeptlage(schule, None, Lage.NICHT_GEMELDET)
    if konzept.status is Konzeptstatus.IN_ARBEIT:
        return Konzeptlage(schule, konzept, Lage.IN_ARBEIT)
    later = _later_fassung(konzept, bestand)
    until = adapt_until(later) if later else None
    if until is not None and until < bestand.stichtag:
        return Konzeptlage(schule, konzept, Lage.ANPASSEN, until)
    if konzept.wiedervorlage is not None and konzept.wiedervorlage < bestand.stichtag:
        return Konzeptlage(schule, konzept, Lage.UEBERPRUEFEN, konzept.wiedervorlage)
    if until is not None:
        return Konzeptlage(schule, konzept, Lage.AELTER, until)
    return Konzeptlage(schule, konzept, Lage.AKTUELL, konzept.wiedervorlage)


def _later_fassung(konzept: Konzept, bestand: Bestand) -> Fassung | None:
    """Return the Fassung that came next after the one a concept follows; None: none is in force."""
    found = bestand.region.fassungen
    own = next((n for n, fassung in enumerate(found) if fassung.name == konzept.fassung), None)
    if own is None or own + 1 >= len(found):
        return None
    following = found[own + 1]
    return following if following.gueltig_ab <= bestand.stichtag else None
