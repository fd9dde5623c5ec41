"""What it means that something is due: what, with whom to ask, since or until when, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.records import (
    Kontakt,
    Organisation,
    Person,
    Programm,
    Schule,
    Stelle,
    Vereinbarung,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.record import Record


@dataclass(frozen=True)
class Faelliges:
    """One thing that is due.

    Attributes:
        kennung: id of the record.
        eintrag: what it is, without the name of a person.
        stelle: the office that can answer.
        satz: what is due, one German sentence.
        abhilfe: what to do.
        seit: since when, or None.
        bis: until when, or None.
    """

    kennung: str
    eintrag: str
    stelle: Organisation
    satz: str
    abhilfe: str
    seit: date | None = None
    bis: date | None = None


@dataclass(frozen=True)
class Faelligkeitsart:
    """A kind of things that can be due.

    Attributes:
        name: permanent short name, for programs.
        titel: heading for people.
        finden: yields what is due as of the Bestand's Stichtag.
    """

    name: str
    titel: str
    finden: Callable[[Bestand], Iterable[Faelliges]]


def coordination(bestand: Bestand) -> Organisation:
    """Return the body behind the Koordinierungsstelle: it answers for what nobody else does."""
    return bestand.region.koordinierungsstelle.ziel.organisation.ziel


def office_of(bestand: Bestand, record: Record) -> Organisation:
    """Return the office that can say whether a record is still true."""
    match record:
        case Organisation():
            return record
        case Kontakt():
            return record.organisation.ziel
        case Stelle():
            return record.anstellungstraeger.ziel
        case Schule() if record.schultraeger is not None:
            return record.schultraeger.ziel
        case Person() if record.stellen:
            return record.stellen[0].ziel.anstellungstraeger.ziel
        case Person() if record.kontakte:
            return record.kontakte[0].ziel.organisation.ziel
        case _:
            return coordination(bestand)


def label(record: Record) -> str:
    """Return what a record is called in the list; a person by id and function, never by name."""
    match record:
        case Kontakt():
            return f"Kontakt „{record.funktion}“"
        case Stelle():
            return f"Stelle {record.id} ({schools_of(record)})"
        case Person():
            return f"Person {record.id} ({_functions(record)})"
        case Vereinbarung():
            return f"Vereinbarung „{record.titel}“"
        case Schule() | Organisation() | Programm():
            return f"{record.datei.einzahl} „{record.name}“"
        case _:
            return f"{record.datei.einzahl} „{record.id}“"


def schools_of(stelle: Stelle) -> str:
    """Return the names of the schools of a post."""
    return ", ".join(part.schule.ziel.name for part in stelle.einsatz)


def _functions(person: Person) -> str:
    functions = [kontakt.ziel.funktion for kontakt in person.kontakte]
    posts = [f"Stelle {stelle.id}" for stelle in person.stellen]
    return ", ".join([*functions, *posts]) or "ohne Funktion"
