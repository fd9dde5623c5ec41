"""Rules about removed persons: their ids stay taken, and an id tells no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.kennung import kennung_from
from macros.model.records import Grabstein, Person
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

# Shorter parts of a name („von“, „da“) stand in many words.
_MIN_PART: Final = 3

VERGEBEN = regel(
    "R-315",
    Stufe.FEHLER,
    "Die Kennung einer entfernten Person wird nicht neu vergeben",
    "Frühere Protokolle und Sicherungen nennen die Kennung. Bekäme sie jemand anderes, ließe sich "
    "nicht mehr sagen, wessen Angaben entfernt wurden.",
    "- id: p-007 (steht in grabsteine.yml)",
    "- id: p-008",
)
NAME_IN_KENNUNG = regel(
    "R-316",
    Stufe.FEHLER,
    "Die Kennung einer Person verrät ihren Namen nicht",
    "Wird die Person entfernt, bleibt ihre Kennung als Grabstein stehen, für alle lesbar.",
    "- id: katrin-beispiel",
    "- id: p-001",
)


@per_record(Person)
def id_is_free(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find a person with the id of a removed one."""
    grabstein = bestand.finde(Grabstein, person.id)
    if grabstein is not None:
        yield VERGEBEN.befund(
            bestand.ort(person, "id"),
            f"Die Person „{person.id}“ wurde am {date_text(grabstein.entfernt_am)} entfernt. "
            "Ihre Kennung bleibt vergeben.",
            f"Für eine andere Person: id: {free_id(bestand)}",
            path=f"{person.id}.id",
        )


@per_record(Person)
def id_tells_no_name(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find an id that holds a part of the name."""
    parts = [part for part in kennung_from(person.name).split("-") if len(part) >= _MIN_PART]
    if set(parts) & set(person.id.split("-")):
        yield NAME_IN_KENNUNG.befund(
            bestand.ort(person, "id"),
            "Diese Kennung enthält den Namen der Person.",
            f"id: {free_id(bestand)}",
            path=f"{person.id}.id",
        )


def free_id(bestand: Bestand) -> str:
    """Return the next id of the form ``p-001`` that nobody has or had."""
    taken = {r.id for r in (*bestand.alle(Person), *bestand.alle(Grabstein))}
    numbers = [int(found[1]) for id in taken if (found := re.fullmatch(r"p-(\d{1,6})", id))]
    return f"p-{max(numbers, default=0) + 1:03d}"
