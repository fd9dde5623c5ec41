"""A post: employer, schools with VZÄ each, programme, filled or vacant."""

from __future__ import annotations

from decimal import Decimal
from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.kontakt import Kontakt
from macros.model.records.organisation import Organisation
from macros.model.records.schule import Schule
from macros.model.values import Auswahl, Datum, Vzae, Zeile
from macros.model.verweis import Verweis


@unique
class Stellenstatus(Auswahl):
    """Whether somebody works on the post."""

    BESETZT = "besetzt", "besetzt"
    UNBESETZT = "unbesetzt", "unbesetzt"
    NICHT_BEKANNT = "nicht-bekannt", "nicht bekannt"


class Programm(Bestandssatz):
    """A programme that pays for posts."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "programme.yml", "Programm", "Programme")

    name: Annotated[Zeile, Field(title="Name")]
    geldgeber: Annotated[Zeile | None, Field(title="Geldgeber")] = None


class Einsatz(Teil):
    """The part of a post that is worked at one school."""

    schule: Annotated[Verweis[Schule], Field(title="Schule")]
    vzae: Annotated[Vzae, Field(title="VZÄ", description="Anteil einer vollen Stelle, etwa 0,5")]
    praesenz: Annotated[Zeile | None, Field(title="Präsenzzeiten")] = None


class Stelle(Bestandssatz):
    """A post of Schulsozialarbeit."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "stellen.yml", "Stelle", "Stellen")

    anstellungstraeger: Annotated[Verweis[Organisation], Field(title="Anstellungsträger")]
    programm: Annotated[Verweis[Programm] | None, Field(title="Programm")] = None
    status: Annotated[Stellenstatus, Field(title="Besetzung")]
    unbesetzt_seit: Annotated[Datum | None, Field(title="Unbesetzt seit")] = None
    befristet_ab: Annotated[Datum | None, Field(title="Besteht ab")] = None
    befristet_bis: Annotated[Datum | None, Field(title="Befristet bis")] = None
    einsatz: Annotated[tuple[Einsatz, ...], Field(title="Einsatz", min_length=1)]
    kontakt: Annotated[Verweis[Kontakt] | None, Field(title="Kontakt")] = None
    vertretung: Annotated[Verweis[Kontakt] | None, Field(title="Vertretung")] = None

    @property
    def vzae(self) -> Decimal:
        """Sum of the VZÄ over all schools."""
        return sum((teil.vzae for teil in self.einsatz), Decimal(0))
