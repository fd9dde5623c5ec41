"""All record types; a new one is added to RECORD_TYPES and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.records.berichtigung import Berichtigung
from macros.model.records.gemeinde import Gemeinde
from macros.model.records.grabstein import Grabstein
from macros.model.records.katalog import Begriff, Schulform, Standard, Thema, Wortwahl
from macros.model.records.kennzahl import Kennzahl
from macros.model.records.kontakt import Kontakt
from macros.model.records.organisation import Organisation
from macros.model.records.person import Person
from macros.model.records.quelle import Quelle
from macros.model.records.rechtsgrundlage import Rechtsgrundlage
from macros.model.records.region import Region
from macros.model.records.schule import Schule
from macros.model.records.stelle import Programm, Stelle

if TYPE_CHECKING:
    from macros.model.record import Record

RECORD_TYPES: Final[tuple[type[Record], ...]] = (
    Region,
    Schulform,
    Thema,
    Quelle,
    Rechtsgrundlage,
    Standard,
    Begriff,
    Wortwahl,
    Gemeinde,
    Organisation,
    Schule,
    Programm,
    Kontakt,
    Stelle,
    Person,
    Grabstein,
    Kennzahl,
    Berichtigung,
)

__all__ = [
    "RECORD_TYPES",
    "Begriff",
    "Berichtigung",
    "Gemeinde",
    "Grabstein",
    "Kennzahl",
    "Kontakt",
    "Organisation",
    "Person",
    "Programm",
    "Quelle",
    "Rechtsgrundlage",
    "Region",
    "Schule",
    "Schulform",
    "Standard",
    "Stelle",
    "Thema",
    "Wortwahl",
]
