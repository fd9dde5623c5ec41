"""Records of the wording: standards, terms, and the code lists for topics and Schulformen."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.values import Absatz, Auswahl, Datum, Zeile
from macros.model.verweis import Verweis


@unique
class Schulstufe(Auswahl):
    """The stage of schooling, for filters and for who is responsible."""

    PRIMAR = "primar", "Primarstufe"
    SEK_I = "sekundar-1", "Sekundarstufe I"
    SEK_II = "sekundar-2", "Sekundarstufe II"


class Schulform(Record):
    """A Schulform with the stages it covers and its key in official lists."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "schulformen.yml", "Schulform", "Schulformen", "schulformen", pflicht=True
    )

    name: Annotated[Zeile, Field(title="Name")]
    stufen: Annotated[tuple[Schulstufe, ...], Field(title="Schulstufen", min_length=1)]
    schluessel_nw: Annotated[
        tuple[Zeile, ...],
        Field(title="Schlüssel NRW", description="Schlüssel in den Schulgrunddaten NRW"),
    ] = ()


class Thema(Record):
    """A topic for which offices and offers are found."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "themen.yml", "Thema", "Themen", "themen", pflicht=True
    )

    name: Annotated[Zeile, Field(title="Name")]
    frage: Annotated[
        Zeile | None, Field(title="Frage", description="Die Frage, mit der jemand kommt")
    ] = None


@unique
class Dimension(Auswahl):
    """The dimension of quality a standard belongs to (Struktur, Prozess, Ergebnis)."""

    STRUKTUR = "struktur", "Strukturqualität"
    PROZESS = "prozess", "Prozessqualität"
    ERGEBNIS = "ergebnis", "Ergebnisqualität"


@unique
class Verbindlichkeit(Auswahl):
    """How binding a standard is."""

    MUSS = "muss", "muss"
    SOLL = "soll", "soll"
    KANN = "kann", "kann"


@unique
class Rolle(Auswahl):
    """Who answers for a standard."""

    SCHULE = "schule", "Schule"
    FACHKRAFT = "fachkraft", "Fachkraft"
    TRAEGER = "traeger", "Anstellungsträger"
    KOORDINATION = "koordination", "Koordinierungsstelle"


class Zurueckziehung(Teil):
    """When and why a standard was retired; its text stays readable."""

    am: Annotated[Datum, Field(title="Zurückgezogen am")]
    grund: Annotated[Zeile, Field(title="Grund")]


class Standard(Record):
    """A quality standard; its number (QS-S-01) is permanent, its id is the number in lower case."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "standards.yml", "Standard", "Standards", "standards", pflicht=True
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    dimension: Annotated[Dimension, Field(title="Dimension")]
    verbindlichkeit: Annotated[Verbindlichkeit, Field(title="Verbindlichkeit")]
    verantwortlich: Annotated[tuple[Rolle, ...], Field(title="Verantwortlich", min_length=1)]
    anforderung: Annotated[Absatz, Field(title="Anforderung")]
    nachweise: Annotated[tuple[Zeile, ...], Field(title="Nachweise")] = ()
    zurueckgezogen: Annotated[Zurueckziehung | None, Field(title="Zurückgezogen")] = None

    @property
    def nummer(self) -> str:
        """The number as people quote it: ``QS-S-01``."""
        return self.id.upper()


class Begriff(Record):
    """A term of the glossary."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "glossar.yml", "Begriff", "Begriffe", "glossar", pflicht=True
    )

    begriff: Annotated[Zeile, Field(title="Begriff")]
    abkuerzung: Annotated[Zeile | None, Field(title="Abkürzung")] = None
    definition: Annotated[Absatz, Field(title="Erklärung")]
    siehe: Annotated[tuple[Verweis[Begriff], ...], Field(title="Siehe auch")] = ()
