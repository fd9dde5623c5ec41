"""What a school has told about its own concept: which Fassung it follows, decided when."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner
from macros.model.records.schule import Schule
from macros.model.values import Auswahl, Datum, Fassungsname
from macros.model.verweis import Verweis


@unique
class Konzeptstatus(Auswahl):
    """How far a school is; a school without an entry has not told yet."""

    IN_ARBEIT = "in-arbeit", "in Arbeit"
    BESCHLOSSEN = "beschlossen", "beschlossen"


class Konzept(Bestandssatz):
    """The concept of one school, as it was notified to the Koordinierungsstelle."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "konzepte.yml", "Konzept", "Konzepte")

    schule: Annotated[Verweis[Schule], Field(title="Schule")]
    status: Annotated[Konzeptstatus, Field(title="Status")]
    fassung: Annotated[
        Fassungsname | None,
        Field(title="Fassung", description="Fassung des Rahmenkonzepts, auf der es beruht"),
    ] = None
    beschlossen_am: Annotated[
        Datum | None,
        Field(title="Beschlossen am", description="Tag, an dem die Schule es beschlossen hat"),
    ] = None
    wiedervorlage: Annotated[
        Datum | None, Field(title="Wiedervorlage", description="bis dahin wird neu beraten")
    ] = None
    website: Annotated[
        Webadresse | None, Field(title="Website", description="wo die Schule es zeigt")
    ] = None
