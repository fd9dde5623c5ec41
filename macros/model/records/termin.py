"""Dated events and the series they belong to; the weekday is never stored, always computed."""

from __future__ import annotations

from datetime import date
from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Mailadresse, Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.gremium import Gremium, Rhythmus
from macros.model.records.katalog import Thema
from macros.model.records.organisation import Organisation
from macros.model.times import Uhrzeit
from macros.model.values import Absatz, Auswahl, Datum, Ganzzahl, Zeile
from macros.model.verweis import Verweis


@unique
class Terminart(Auswahl):
    """What kind of event it is."""

    SITZUNG = "sitzung", "Sitzung"
    NETZWERKTREFFEN = "netzwerktreffen", "Netzwerktreffen"
    FACHTAG = "fachtag", "Fachtag"
    FACHTAGUNG = "fachtagung", "Fachtagung"
    KONFERENZ = "konferenz", "Konferenz"
    AUFTAKT = "auftakt", "Auftaktveranstaltung"
    WERKSTATT = "werkstatt", "Werkstatt"
    INFORMATION = "information", "Informationsveranstaltung"
    SONSTIGES = "sonstiges", "Veranstaltung"


@unique
class Terminstatus(Auswahl):
    """Whether an event takes place."""

    GEPLANT = "geplant", "geplant"
    BESTAETIGT = "bestaetigt", "findet statt"
    VERSCHOBEN = "verschoben", "verschoben"
    ABGESAGT = "abgesagt", "abgesagt"


@unique
class Veranstalterrolle(Auswahl):
    """How an organisation takes part in an event."""

    VERANSTALTER = "veranstalter", "Veranstalter"
    MITVERANSTALTER = "mitveranstalter", "Mitveranstalter"
    UNTERSTUETZUNG = "unterstuetzung", "mit Unterstützung von"


class Veranstaltung(Teil):
    """Who stands behind an event: an organisation of the register, or its name."""

    organisation: Annotated[Verweis[Organisation] | None, Field(title="Organisation")] = None
    name: Annotated[
        Zeile | None, Field(title="Name", description="wenn es keine Organisation im Register ist")
    ] = None
    rolle: Annotated[Veranstalterrolle, Field(title="Rolle")] = Veranstalterrolle.VERANSTALTER


class Material(Teil):
    """Something to read or to take along."""

    titel: Annotated[Zeile, Field(title="Titel")]
    adresse: Annotated[Webadresse, Field(title="Adresse")]


class Anmeldung(Teil):
    """How and until when people register."""

    ab: Annotated[Datum | None, Field(title="Anmeldung ab")] = None
    bis: Annotated[Datum | None, Field(title="Anmeldung bis")] = None
    email: Annotated[Mailadresse | None, Field(title="E-Mail")] = None
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
    hinweis: Annotated[Zeile | None, Field(title="Hinweis")] = None


class Themenaufruf(Teil):
    """A call for topics; proposals go to the Koordinierungsstelle by mail."""

    text: Annotated[Absatz, Field(title="Aufruf", description="worum gebeten wird")]
    bis: Annotated[Datum | None, Field(title="Vorschläge bis")] = None
    vorschlaege: Annotated[
        tuple[Zeile, ...], Field(title="Bisherige Vorschläge", description="ohne Namen")
    ] = ()


class Terminreihe(Bestandssatz):
    """A series of events."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "terminreihen.yml", "Terminreihe", "Terminreihen"
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    motto: Annotated[Zeile | None, Field(title="Motto")] = None
    beschreibung: Annotated[Absatz | None, Field(title="Beschreibung")] = None
    gremium: Annotated[Verweis[Gremium] | None, Field(title="Gremium")] = None
    veranstalter: Annotated[tuple[Veranstaltung, ...], Field(title="Veranstalter")] = ()
    zielgruppen: Annotated[tuple[Zeile, ...], Field(title="Für wen")] = ()
    themen: Annotated[tuple[Verweis[Thema], ...], Field(title="Themen")] = ()
    rhythmus: Annotated[Rhythmus | None, Field(title="Rhythmus")] = None
    material: Annotated[tuple[Material, ...], Field(title="Material")] = ()
    vorgaenger: Annotated[
        Verweis[Terminreihe] | None, Field(title="Vorgänger", description="Reihe davor")
    ] = None
    beendet_am: Annotated[Datum | None, Field(title="Beendet am")] = None


class Termin(Bestandssatz):
    """A dated event, or one that is planned without a date yet."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "termine.yml", "Termin", "Termine")

    titel: Annotated[Zeile, Field(title="Titel")]
    art: Annotated[Terminart, Field(title="Art")]
    status: Annotated[Terminstatus, Field(title="Status")]
    datum: Annotated[
        Datum | None, Field(title="Datum", description="fehlt, solange der Tag nicht feststeht")
    ] = None
    bis_datum: Annotated[Datum | None, Field(title="Letzter Tag")] = None
    beginn: Annotated[Uhrzeit | None, Field(title="Beginn")] = None
    ende: Annotated[Uhrzeit | None, Field(title="Ende")] = None
    zeitraum: Annotated[
        Zeile | None, Field(title="Zeitraum", description="ungefähr, etwa Frühjahr 2027")
    ] = None
    verschoben_von: Annotated[
        Datum | None, Field(title="Verschoben von", description="Tag, an dem es zuerst sein sollte")
    ] = None
    gremium: Annotated[Verweis[Gremium] | None, Field(title="Gremium")] = None
    reihe: Annotated[Verweis[Terminreihe] | None, Field(title="Reihe")] = None
    motto: Annotated[Zeile | None, Field(title="Motto")] = None
    beschreibung: Annotated[Absatz | None, Field(title="Beschreibung")] = None
    hinweis: Annotated[
        Zeile | None, Field(title="Hinweis", description="etwa warum er abgesagt ist")
    ] = None
    ort: Annotated[Zeile | None, Field(title="Ort")] = None
    zielgruppen: Annotated[tuple[Zeile, ...], Field(title="Für wen")] = ()
    themen: Annotated[tuple[Verweis[Thema], ...], Field(title="Themen")] = ()
    veranstalter: Annotated[tuple[Veranstaltung, ...], Field(title="Veranstalter")] = ()
    anmeldung: Annotated[Anmeldung | None, Field(title="Anmeldung")] = None
    themenaufruf: Annotated[Themenaufruf | None, Field(title="Themenaufruf")] = None
    material: Annotated[tuple[Material, ...], Field(title="Material")] = ()
    vorgaenger: Annotated[
        Verweis[Termin] | None, Field(title="Vorgänger", description="Termin, auf den er folgt")
    ] = None
    aenderung_nr: Annotated[
        Ganzzahl,
        Field(
            title="Nummer der Änderung",
            description="bei jeder Änderung von Tag, Zeit, Ort oder Status eins höher",
        ),
    ] = 0
    geaendert_am: Annotated[Datum | None, Field(title="Geändert am")] = None

    @property
    def letzter_tag(self) -> date | None:
        """The last day of the event; None without a date."""
        return self.bis_datum or self.datum

    @property
    def findet_statt(self) -> bool:
        """Whether the event has not been cancelled."""
        return self.status is not Terminstatus.ABGESAGT

    @property
    def im_gremium(self) -> Verweis[Gremium] | None:
        """The body that meets: its own, or that of its series."""
        return self.gremium or (self.reihe.ziel.gremium if self.reihe else None)

    @property
    def alle_veranstalter(self) -> tuple[Veranstaltung, ...]:
        """Who stands behind it: its own organisers, or those of its series."""
        return self.veranstalter or (self.reihe.ziel.veranstalter if self.reihe else ())

    @property
    def alle_zielgruppen(self) -> tuple[str, ...]:
        """For whom it is: its own audience, or that of its series."""
        return self.zielgruppen or (self.reihe.ziel.zielgruppen if self.reihe else ())
