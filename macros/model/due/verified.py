"""Records that somebody should confirm again: verified long ago, too long ago, or never."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from macros.model.due.entry import Faelliges, label, office_of
from macros.model.freshness import STALE_AFTER, unconfirmed_since
from macros.model.german import date_text
from macros.model.records import Kontakt, Organisation, Person, Programm, Schule, Stelle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.model.record import Bestandssatz

# Earlier than the check speaks up: whoever asks now is done before anything turns stale.
ASK_AFTER: Final = timedelta(days=180)
_TYPES: Final[tuple[type[Bestandssatz], ...]] = (
    Kontakt,
    Organisation,
    Schule,
    Stelle,
    Programm,
    Person,
)


def to_verify(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield records whose last verification is more than 180 days ago and still counts."""
    for record in _records(bestand):
        day = record.geprueft_am
        if day is None or unconfirmed_since(record, bestand.stichtag) is not None:
            continue
        age = bestand.stichtag - day
        if age > ASK_AFTER:
            yield Faelliges(
                record.id,
                label(record),
                office_of(bestand, record),
                f"zuletzt geprüft am {date_text(day)}, vor {age.days} Tagen",
                _remedy(bestand),
                seit=day,
            )


def unconfirmed(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield records that pages show as „nicht bestätigt“: after 400 days."""
    for record in _records(bestand):
        day = unconfirmed_since(record, bestand.stichtag)
        if day is not None:
            yield Faelliges(
                record.id,
                label(record),
                office_of(bestand, record),
                f"seit mehr als {STALE_AFTER.days} Tagen nicht bestätigt, "
                f"zuletzt am {date_text(day)}",
                _remedy(bestand),
                seit=day,
            )


def never_verified(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield records without a day of verification; those from a named source are left out."""
    for record in _records(bestand):
        if record.geprueft_am is None and record.quelle is None:
            yield Faelliges(
                record.id,
                label(record),
                office_of(bestand, record),
                "noch nie geprüft; eine Quelle ist nicht genannt",
                _remedy(bestand),
            )


def _records(bestand: Bestand) -> Iterator[Bestandssatz]:
    for typ in _TYPES:
        for record in bestand.alle(typ):
            if not (isinstance(record, Kontakt) and record.aufgehoben(bestand.stichtag)):
                yield record


def _remedy(bestand: Bestand) -> str:
    return f'Nachfragen, dann geprueft_am: "{bestand.stichtag.isoformat()}" eintragen'
