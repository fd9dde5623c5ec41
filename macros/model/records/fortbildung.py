"""A training: what, where, when, what it costs and for whom; who else may come is derived."""

from __future__ import annotations

from datetime import date
from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.kennung import Kennung
from macros.model.money import Euro
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.katalog import Thema
from macros.model.records.organisation import Organisation
from macros.model.records.termin import Anmeldung, Material, Terminstatus
from macros.model.times import Uhrzeit
from macros.model.values import Absatz, Auswahl, Datum, Ganzzahl, Zeile
from macros.model.verweis import Verweis


@unique
class Fortbildungsart(Auswahl):
    """What kind of training it is."""

    FORTBILDUNG = "fortbildung", "Fortbildung"
    REIHE = "reihe", "Fortbildungsreihe"
    FACHTAG = "fachtag", "Fachtag"
    QUALIFIZIERUNG = "qualifizierung", "Qualifizierung mit Zertifikat"
    VORTRAG = "vortrag", "Vortrag"
    SUPERVISION = "supervision", "Supervision oder kollegiale Beratung"
    EINARBEITUNG = "einarbeitung", "Einarbeitung"


class Fortbildungstag(Teil):
    """A day of a training."""

    datum: Annotated[Datum, Field(title="Datum")]
    beginn: Annotated[Uhrzeit | None, Field(title="Beginn")] = None
    ende: Annotated[Uhrzeit | None, Field(title="Ende")] = None


class Zugang(Teil):
    """That the grant of an agreement covers a training whose provider is no party to it.

    The agreement is named by its bare id: it is frozen with a Fassung, the training is of today,
    and an older Fassung may not have it yet.
    """

    vereinbarung: Annotated[
        Kennung, Field(title="Vereinbarung", description="Kennung aus vereinbarungen.yml")
    ]
    von: Annotated[
        Kennung | None,
        Field(title="Zusage von", description="Kürzel der Partei, die gewährt; sonst alle"),
    ] = None


class Fortbildung(Bestandssatz):
    """A training."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "fortbildungen.yml", "Fortbildung", "Fortbildungen"
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    art: Annotated[Fortbildungsart, Field(title="Art")]
    status: Annotated[Terminstatus, Field(title="Status")]
    themen: Annotated[tuple[Verweis[Thema], ...], Field(title="Themen")] = ()
    beschreibung: Annotated[Absatz | None, Field(title="Beschreibung")] = None
    tage: Annotated[
        tuple[Fortbildungstag, ...],
        Field(title="Tage", description="leer, solange kein Tag feststeht"),
    ] = ()
    zeitraum: Annotated[
        Zeile | None, Field(title="Zeitraum", description="ungefähr, etwa Frühjahr 2027")
    ] = None
    ort: Annotated[Zeile | None, Field(title="Ort")] = None
    anbieter: Annotated[Verweis[Organisation] | None, Field(title="Anbieter")] = None
    anbieter_name: Annotated[
        Zeile | None,
        Field(title="Name des Anbieters", description="wenn er nicht im Register steht"),
    ] = None
    zielgruppen: Annotated[
        tuple[Zeile, ...], Field(title="Für wen", description="ausdrücklich angesprochen")
    ] = ()
    zugang: Annotated[
        tuple[Zugang, ...],
        Field(
            title="Zugang über Vereinbarungen",
            description="nur nötig, wenn der Anbieter nicht selbst Partei ist",
        ),
    ] = ()
    plaetze: Annotated[Ganzzahl | None, Field(title="Plätze")] = None
    kosten: Annotated[
        Euro | None, Field(title="Kosten (Euro)", description="0 heißt kostenfrei")
    ] = None
    kosten_hinweis: Annotated[Zeile | None, Field(title="Hinweis zu den Kosten")] = None
    anmeldung: Annotated[Anmeldung | None, Field(title="Anmeldung")] = None
    material: Annotated[tuple[Material, ...], Field(title="Material")] = ()
    hinweis: Annotated[Zeile | None, Field(title="Hinweis")] = None
    aenderung_nr: Annotated[
        Ganzzahl,
        Field(
            title="Nummer der Änderung",
            description="bei jeder Änderung von Tag, Zeit, Ort oder Status eins höher",
        ),
    ] = 0
    geaendert_am: Annotated[Datum | None, Field(title="Geändert am")] = None

    @property
    def findet_statt(self) -> bool:
        """Whether the training has not been cancelled."""
        return self.status is not Terminstatus.ABGESAGT

    @property
    def datum(self) -> date | None:
        """The first day; None without a date."""
        return min((tag.datum for tag in self.tage), default=None)

    @property
    def letzter_tag(self) -> date | None:
        """The last day; None without a date."""
        return max((tag.datum for tag in self.tage), default=None)

    @property
    def von(self) -> str:
        """Who offers it; empty where nobody is named."""
        return self.anbieter.ziel.name if self.anbieter else self.anbieter_name or ""
