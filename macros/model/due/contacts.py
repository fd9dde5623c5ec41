"""Contacts that no mail reaches: they lack a function mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.due.entry import Faelliges, label, office_of
from macros.model.records import Kontakt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand


def without_mailbox(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield contacts without a mail address that still exist."""
    for kontakt in bestand.alle(Kontakt):
        if kontakt.email is None and not kontakt.aufgehoben(bestand.stichtag):
            yield Faelliges(
                kontakt.id,
                label(kontakt),
                office_of(bestand, kontakt),
                "kein Funktionspostfach eingetragen",
                "Nach einem Funktionspostfach fragen und es bei email eintragen",
            )
