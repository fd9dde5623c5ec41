"""The Bestand: all checked records of one region, as of one day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from macros.model.findings import Ort
from macros.model.records import (
    Gemeinde,
    Kontakt,
    Person,
    Region,
    Schule,
    Stelle,
)
from macros.model.wordings import Wortlaute

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from macros.model.agreement_texts import Vereinbarungstext
    from macros.model.record import Record
    from macros.model.records import Thema
    from macros.model.records.region import Fassung
    from macros.model.region_texts import Regionaltext
    from macros.model.validate import Herkunft

R = TypeVar("R", bound="Record")
T = TypeVar("T")
_NONE: Final = Wortlaute()


@dataclass(frozen=True)
class Bestand:
    """All records of a region.

    Attributes:
        stichtag: the day for which dates are judged.
        tables: records by type and id, in file order.
        herkunft: where each record stands, by type and id.
        texte: what the region words itself, by id.
        muster: the Word file from which the region's documents take their look, if it has one.
        wortlaute: what the Fassungen say, where comparisons are wanted; else none of them.
        vereinbarungstexte: the full texts of agreements, by the agreement's id.
    """

    stichtag: date
    tables: Mapping[type[Record], Mapping[str, Record]]
    herkunft: Mapping[tuple[type[Record], str], Herkunft] = field(default_factory=dict)
    texte: Mapping[str, Regionaltext] = field(default_factory=dict)
    muster: bytes | None = None
    wortlaute: Wortlaute = field(default=_NONE, repr=False)
    vereinbarungstexte: Mapping[str, Vereinbarungstext] = field(default_factory=dict)
    _gemacht: dict[Callable[[Bestand], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def region(self) -> Region:
        """The region itself.

        Raises:
            LookupError: region.yml could not be read.
        """
        for region in self.alle(Region):
            return region
        raise LookupError("region.yml ist nicht lesbar")

    def alle(self, typ: type[R]) -> tuple[R, ...]:
        """Return all records of a type in file order."""
        return cast("tuple[R, ...]", tuple(self.tables.get(typ, {}).values()))

    def finde(self, typ: type[R], id: str) -> R | None:
        """Return the record with this id, or None."""
        return cast("R | None", self.tables.get(typ, {}).get(id))

    def ort(self, record: Record, *path: str | int) -> Ort:
        """Return where a record or one of its fields stands, for a finding."""
        herkunft = self.herkunft.get((type(record), record.id))
        return herkunft.ort(path) if herkunft else Ort(record.datei.name)

    def schulen_in(self, gemeinde: Gemeinde) -> tuple[Schule, ...]:
        """Return the schools of a municipality in file order."""
        return tuple(s for s in self.alle(Schule) if s.gemeinde.id == gemeinde.id)

    def schulname(self, schule: Schule) -> str:
        """Return what a school is called; where others have the same name, with its street.

        Official lists hold several schools of a town that are called „Städt. Gem. Grundschule“ and
        no more.
        """
        if schule.strasse is None or self._school_names[schule.name] == 1:
            return schule.name
        return f"{schule.name}, {schule.strasse}"

    @cached_property
    def _school_names(self) -> Counter[str]:
        return Counter(schule.name for schule in self.alle(Schule))

    def stellen_an(self, schule: Schule) -> tuple[Stelle, ...]:
        """Return the posts that work at a school."""
        return self._stellen_by_school.get(schule.id, ())

    @cached_property
    def _stellen_by_school(self) -> dict[str, tuple[Stelle, ...]]:
        found: dict[str, tuple[Stelle, ...]] = {}
        for stelle in self.alle(Stelle):
            for school in dict.fromkeys(einsatz.schule.id for einsatz in stelle.einsatz):
                found[school] = (*found.get(school, ()), stelle)
        return found

    def kontakte_zu(self, thema: Thema) -> tuple[Kontakt, ...]:
        """Return the functions that are responsible for a topic, wherever, in file order."""
        return self._kontakte_by_topic.get(thema.id, ())

    @cached_property
    def _kontakte_by_topic(self) -> dict[str, tuple[Kontakt, ...]]:
        found: dict[str, list[Kontakt]] = {}
        for kontakt in self.alle(Kontakt):
            topics = kontakt.zustaendig.themen if kontakt.zustaendig else ()
            for topic in dict.fromkeys(thema.id for thema in topics):
                found.setdefault(topic, []).append(kontakt)
        return {topic: tuple(kontakte) for topic, kontakte in found.items()}

    def personen_fuer(self, ziel: Kontakt | Stelle) -> tuple[Person, ...]:
        """Return the persons behind a function or a post who may be named on the Stichtag."""
        return tuple(
            person
            for person in self.alle(Person)
            if self.darf_erscheinen(person)
            and any(
                v.id == ziel.id
                for v in (person.kontakte if isinstance(ziel, Kontakt) else person.stellen)
            )
        )

    def darf_erscheinen(self, person: Person) -> bool:
        """Tell whether a person may be named on the Stichtag.

        A name needs a legal basis, information and verification that lie in the past, and its
        publication must not have ended.
        """
        return (
            person.informiert_am <= self.stichtag
            and person.geprueft_am is not None
            and person.geprueft_am <= self.stichtag
            and (person.gueltig_bis is None or person.gueltig_bis >= self.stichtag)
        )

    def fassung(self) -> Fassung | None:
        """Return the Fassung in force on the Stichtag, or None: then everything is a draft."""
        in_force = [f for f in self.region.fassungen if f.gueltig_ab <= self.stichtag]
        return max(in_force, key=lambda f: f.gueltig_ab, default=None)


def einmal(make: Callable[[Bestand], T]) -> Callable[[Bestand], T]:
    """Carry out a function of the Bestand once for each Bestand, and keep what it gave.

    A page that offers a file asks for its size, the help page asks again, and in the end the file
    is written. What is kept must not be changed by those who get it.
    """

    @wraps(make)
    def made(bestand: Bestand) -> T:
        if make not in bestand._gemacht:
            bestand._gemacht[make] = make(bestand)
        return cast("T", bestand._gemacht[make])

    return made
