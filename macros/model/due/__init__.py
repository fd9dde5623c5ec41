"""What is due, by responsible office: a list of kinds; a further one is one entry in ARTEN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.due.contacts import without_mailbox
from macros.model.due.entry import Faelliges, Faelligkeitsart
from macros.model.due.persons import publication_ended, publication_ends
from macros.model.due.posts import schools_without, term_ends, unknown, vacant
from macros.model.due.registers import (
    agreements_end,
    agreements_to_review,
    concepts_behind,
    money_ends,
)
from macros.model.due.verified import never_verified, to_verify, unconfirmed
from macros.model.german import sort_key

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

__all__ = ["ARTEN", "Faelliges", "Faelligkeitsart", "due"]

# In the order in which they are worth a call.
ARTEN: Final = (
    Faelligkeitsart("nicht-bestaetigt", "Nicht bestätigt seit mehr als 400 Tagen", unconfirmed),
    Faelligkeitsart("nicht-geprueft", "Zu prüfen: zuletzt vor mehr als 180 Tagen", to_verify),
    Faelligkeitsart("nie-geprueft", "Noch nie geprüft", never_verified),
    Faelligkeitsart(
        "name-abgelaufen", "Veröffentlichung eines Namens abgelaufen", publication_ended
    ),
    Faelligkeitsart("name-endet", "Veröffentlichung eines Namens endet bald", publication_ends),
    Faelligkeitsart("unbesetzt", "Unbesetzte Stellen", vacant),
    Faelligkeitsart("besetzung-unbekannt", "Besetzung nicht bekannt", unknown),
    Faelligkeitsart("befristung", "Befristungen, die enden oder ausgelaufen sind", term_ends),
    Faelligkeitsart("ohne-stelle", "Schulen ohne Stelle", schools_without),
    Faelligkeitsart("ohne-postfach", "Kontakte ohne Funktionspostfach", without_mailbox),
    Faelligkeitsart("vereinbarung-endet", "Vereinbarungen, die bald enden", agreements_end),
    Faelligkeitsart(
        "vereinbarung-pruefen", "Vereinbarungen, deren Überprüfung fällig ist", agreements_to_review
    ),
    Faelligkeitsart("foerderung-endet", "Förderungen, die binnen eines Jahres enden", money_ends),
    Faelligkeitsart("konzept", "Konzepte im Rückstand oder nicht gemeldet", concepts_behind),
)


def due(bestand: Bestand) -> tuple[tuple[Faelligkeitsart, Faelliges], ...]:
    """Return everything that is due on the Stichtag.

    Args:
        bestand: the checked records of a region.

    Returns:
        Kind and entry: by the name of the office, then in the order of :data:`ARTEN`, then the
        oldest first.
    """
    found = [(art, entry) for art in ARTEN for entry in art.finden(bestand)]
    order = {art.name: number for number, art in enumerate(ARTEN)}
    return tuple(sorted(found, key=lambda pair: _key(order[pair[0].name], pair[1])))


def _key(kind: int, entry: Faelliges) -> tuple[str, str, int, str, str, str]:
    day = entry.seit or entry.bis
    return (
        sort_key(entry.stelle.name),
        entry.stelle.id,
        kind,
        day.isoformat() if day else "",
        sort_key(entry.eintrag),
        entry.kennung,
    )
