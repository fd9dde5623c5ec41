"""Which open-data files there are; what stands in them follows from the record types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.records import (
    Beschlussvorlage,
    Foerderung,
    Fortbildung,
    Kontakt,
    Organisation,
    Schule,
    Standard,
    Stelle,
    Termin,
    Vereinbarung,
)

if TYPE_CHECKING:
    from macros.model.record import Record

ORDNER: Final = "service/daten"
# Grows when a field of the files is taken away or means something else; a new field changes
# nothing for those who read them.
SCHEMA_VERSION: Final = "1"


@dataclass(frozen=True)
class Datensatz:
    """An open-data set: one record type in three files.

    Attributes:
        name: file name without ending.
        typ: the record type; never :class:`Person`.
        titel: what it is called on the page.
        beschreibung: what is in it, one German phrase without a full stop.
        zeilen: the list of parts that has one row of the table for each part, or empty.
        eigener_text: whether the content is the project's own text and not data from sources.
    """

    name: str
    typ: type[Record]
    titel: str
    beschreibung: str
    zeilen: str = ""
    eigener_text: bool = False

    def pfad(self, endung: str) -> str:
        """Return where the file with this ending stands in the site."""
        return f"{ORDNER}/{self.name}.{endung}"


DATENSAETZE: Final = (
    Datensatz("schulen", Schule, "Schulen", "alle Schulen mit Anschrift und Schulnummer"),
    Datensatz(
        "stellen",
        Stelle,
        "Stellen",
        "Stellen der Schulsozialarbeit mit Umfang je Schule und Besetzung",
        zeilen="einsatz",
    ),
    Datensatz("kontakte", Kontakt, "Kontakte", "Funktionen und wie man sie erreicht"),
    Datensatz(
        "organisationen",
        Organisation,
        "Organisationen",
        "Träger, Ämter und Beratungsstellen mit Angeboten und Zuständigkeit",
    ),
    Datensatz(
        "termine",
        Termin,
        "Termine",
        "Termine der Gremien und Veranstaltungen mit Status, Ort und Frist",
    ),
    Datensatz(
        "fortbildungen",
        Fortbildung,
        "Fortbildungen",
        "Fortbildungen mit Tagen, Kosten und Frist der Anmeldung",
    ),
    Datensatz(
        "beschluesse",
        Beschlussvorlage,
        "Beschlüsse",
        "Vorlagen der politischen Gremien mit jeder Station der Beratungsfolge",
        zeilen="beratungsfolge",
    ),
    Datensatz(
        "foerderungen",
        Foerderung,
        "Förderungen",
        "Förderungen mit Zeitraum und Betrag je Jahr",
        zeilen="jahre",
    ),
    Datensatz(
        "vereinbarungen",
        Vereinbarung,
        "Vereinbarungen",
        "Kooperationsvereinbarungen mit Parteien, Zusagen, Laufzeit und Klauseln",
    ),
    Datensatz(
        "standards",
        Standard,
        "Standards",
        "die Qualitätsstandards mit Nachweisen",
        eigener_text=True,
    ),
)
