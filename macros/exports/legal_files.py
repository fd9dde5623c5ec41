"""The files of the legal pages: the statement for programs, letter and register to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from macros.exports.processing import processing
from macros.exports.statement import NAME, SCHEMA_NAME, statement, statement_schema
from macros.exports.word_file import word_file
from macros.model.accessibility import landesrecht
from macros.model.bestand import einmal
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

WORD: Final = "Word-Datei"
JSON: Final = "JSON"


@dataclass(frozen=True)
class Datei:
    """A file that a legal page offers.

    Attributes:
        pfad: where it stands in the site.
        titel: what it is called.
        art: its type as a reader knows it.
        inhalt: its bytes.
    """

    pfad: str
    titel: str
    art: str
    inhalt: bytes


@einmal
def letter(bestand: Bestand) -> Datei:
    """Return the letter that tells a person about the publication of contact data (Art. 14)."""
    titel = "Information über die Veröffentlichung dienstlicher Kontaktdaten"
    return _word(bestand, "service/rechtliches/information-artikel-14.docx", titel, "art14")


@einmal
def register(bestand: Bestand) -> Datei:
    """Return the text for the register of processing activities (Art. 30)."""
    titel = "Verzeichnis von Verarbeitungstätigkeiten"
    return _word(bestand, "service/rechtliches/verarbeitungsverzeichnis.docx", titel, "vvt")


def _word(bestand: Bestand, path: str, titel: str, template: str) -> Datei:
    return Datei(path, titel, WORD, _word_bytes(bestand, titel, template))


def _word_bytes(bestand: Bestand, titel: str, template: str) -> bytes:
    region = bestand.region
    return word_file(
        template,
        titel,
        region=region,
        recht=landesrecht(bestand),
        koordination=region.koordinierungsstelle.ziel,
        verarbeitungen=processing(bestand),
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
    )


@einmal
def statement_file(bestand: Bestand) -> Datei:
    """Return the statement on accessibility for programs."""
    return Datei(NAME, "Erklärung zur Barrierefreiheit", JSON, statement(bestand))


@lru_cache(maxsize=1)
def schema_file() -> Datei:
    """Return the schema of the statement."""
    return Datei(SCHEMA_NAME, "Beschreibung der Felder", "JSON Schema", statement_schema())


def legal_files(bestand: Bestand) -> dict[str, bytes]:
    """Return all files of the legal pages, content by path below the site's root."""
    files = (letter(bestand), register(bestand), statement_file(bestand), schema_file())
    return {file.pfad: file.inhalt for file in files}
