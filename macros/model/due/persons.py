"""Names whose publication has ended or soon ends; told by id and function only."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from macros.model.due.entry import Faelliges, label, office_of
from macros.model.german import date_text
from macros.model.records import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand

NOTICE: Final = timedelta(days=60)


def publication_ended(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield persons whose publication has ended: the name is hidden, but still on file."""
    for person in bestand.alle(Person):
        end = person.gueltig_bis
        if end is not None and end < bestand.stichtag:
            yield Faelliges(
                person.id,
                label(person),
                office_of(bestand, person),
                f"Veröffentlichung abgelaufen am {date_text(end)}; der Name wird nicht gezeigt",
                "Neu informieren und gueltig_bis erneuern, oder rahmen entfernen "
                f"{person.id} aufrufen",
                bis=end,
            )


def publication_ends(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield persons whose publication ends within 60 days."""
    for person in bestand.alle(Person):
        end = person.gueltig_bis
        if end is not None and bestand.stichtag <= end <= bestand.stichtag + NOTICE:
            yield Faelliges(
                person.id,
                label(person),
                office_of(bestand, person),
                f"Veröffentlichung endet am {date_text(end)}",
                "Fragen, ob der Name weiter genannt werden darf, und gueltig_bis erneuern",
                bis=end,
            )
