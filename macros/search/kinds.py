"""What a result is, and how much its kind weighs: standard, chapter, directory, glossary."""

from __future__ import annotations

from enum import Enum, unique
from typing import Final


@unique
class Treffer(Enum):
    """The kind of an entry: the word readers see, and its weight among equals.

    A hit in a title weighs a thousand times as much as one in a text and so always comes first.
    """

    STANDARD = "Standard", 1.3
    KINDERSCHUTZ = "Kinderschutz", 1.3
    ZUSTAENDIG = "Zuständigkeit", 1.2
    START = "Startseite", 1.0
    KAPITEL = "Kapitel", 1.2
    SCHULE = "Schule", 1.0
    KONTAKT = "Kontakt", 1.0
    ORGANISATION = "Einrichtung", 0.9
    GREMIUM = "Gremium", 0.9
    TERMIN = "Termin", 0.8
    FORTBILDUNG = "Fortbildung", 0.9
    MELDUNG = "Meldung", 0.5
    BESCHLUSS = "Beschluss", 0.8
    FOERDERUNG = "Förderung", 0.8
    VORHABEN = "Vorhaben", 0.9
    UMFRAGE = "Umfrage", 0.7
    VEREINBARUNG = "Vereinbarung", 1.0
    VERZEICHNIS = "Verzeichnis", 0.9
    GLOSSAR = "Glossar", 0.15
    LEICHTE_SPRACHE = "Leichte Sprache", 0.5
    WEBSITE = "Über diese Website", 0.4
    HILFE = "Hilfe", 0.3
    REGELN = "Prüfregeln", 0.1

    def __init__(self, label: str, gewicht: float) -> None:
        self.label = label
        self.gewicht = gewicht


# The first that fits a page's address is its kind.
_BY_PLACE: Final = (
    ("service/hilfe/regeln/", Treffer.REGELN),
    ("service/hilfe/makros/", Treffer.REGELN),
    ("service/hilfe/", Treffer.HILFE),
    ("service/kinderschutz/", Treffer.KINDERSCHUTZ),
    ("service/kinderschutz-blatt/", Treffer.KINDERSCHUTZ),
    ("service/wer-ist-zustaendig/", Treffer.ZUSTAENDIG),
    ("service/leichte-sprache/", Treffer.LEICHTE_SPRACHE),
    ("service/kontakte/", Treffer.VERZEICHNIS),
    ("service/schulen/", Treffer.VERZEICHNIS),
    ("service/schulen-anders-geordnet/", Treffer.VERZEICHNIS),
    ("service/schulwechsel/", Treffer.VERZEICHNIS),
    ("service/traeger/", Treffer.VERZEICHNIS),
    ("service/netzwerk/", Treffer.VERZEICHNIS),
    ("service/netzwerk-anders-geordnet/", Treffer.VERZEICHNIS),
    ("service/a-z/", Treffer.VERZEICHNIS),
    ("service/verzeichnisse/", Treffer.VERZEICHNIS),
    ("service/zahlen/", Treffer.VERZEICHNIS),
    ("service/konzepte/", Treffer.VERZEICHNIS),
    ("service/in-beratung/", Treffer.VERZEICHNIS),
    ("service/gemeinden/", Treffer.VERZEICHNIS),
    ("service/koordinierungsstelle/", Treffer.VERZEICHNIS),
    ("service/gremien/", Treffer.VERZEICHNIS),
    ("service/termine/", Treffer.VERZEICHNIS),
    ("service/fortbildungen/", Treffer.VERZEICHNIS),
    ("service/meldungen/", Treffer.VERZEICHNIS),
    ("service/beschluesse/", Treffer.VERZEICHNIS),
    ("service/foerderung/", Treffer.VERZEICHNIS),
    ("service/vorhaben/", Treffer.VERZEICHNIS),
    ("service/umfragen/", Treffer.VERZEICHNIS),
    ("service/neu-blatt/", Treffer.KAPITEL),
    ("service/neu/", Treffer.KAPITEL),
    ("service/muster/", Treffer.KAPITEL),
    ("service/konzept-beschliessen/", Treffer.KAPITEL),
    ("service/neu-im-rahmen/", Treffer.KAPITEL),
    ("service/selbstevaluation/", Treffer.KAPITEL),
    ("service/handzettel/", Treffer.KAPITEL),
    ("service/vereinbarungen/", Treffer.VERZEICHNIS),
    ("service/klauseln/", Treffer.VERZEICHNIS),
    ("vereinbarungen/", Treffer.VEREINBARUNG),
    ("service/selbstbewertung/", Treffer.KAPITEL),
    ("service/", Treffer.WEBSITE),
    ("standards/", Treffer.STANDARD),
    ("glossar/", Treffer.GLOSSAR),
)


def kind_of(location: str) -> Treffer:
    """Return the kind of a page or section.

    Args:
        location: its address below the tree, with or without an anchor.
    """
    page = location.partition("#")[0]
    if not page:
        return Treffer.START
    return next((kind for place, kind in _BY_PLACE if page.startswith(place)), Treffer.KAPITEL)
