"""A clause of a cooperation agreement: what it is for, a text to start from, and how binding."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.records.katalog import Verbindlichkeit
from macros.model.records.quelle import Quelle
from macros.model.records.rechtsgrundlage import Rechtsgrundlage
from macros.model.values import Absatz, Auswahl, Ganzzahl, Zeile
from macros.model.verweis import Verweis


@unique
class Vereinbarungstyp(Auswahl):
    """Who agrees with whom; it decides which clauses an agreement needs."""

    A = "A", "Steuerung"
    B = "B", "Standort"
    C = "C", "Verbund"
    D = "D", "Leistung"
    E = "E", "Kinderschutz"

    @property
    def zwischen(self) -> str:
        """Who agrees, for the reader."""
        return _ZWISCHEN[self.value]


_ZWISCHEN = {
    "A": "Land und Kommune",
    "B": "Schule und Anstellungsträger",
    "C": "Kreis und Gemeinden",
    "D": "Kommune und freier Träger",
    "E": "Jugendamt und Träger",
}


class Klausel(Record):
    """A clause of the catalogue; agreements name the clauses they have."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "klauseln.yml", "Klausel", "Klauseln", "klauseln"
    )

    nummer: Annotated[
        Ganzzahl, Field(title="Nummer", description="Reihenfolge in einer Vereinbarung")
    ]
    titel: Annotated[Zeile, Field(title="Titel")]
    zweck: Annotated[Absatz, Field(title="Zweck", description="Wozu die Klausel gut ist")]
    baustein: Annotated[
        Absatz,
        Field(
            title="Textbaustein",
            description="Text zum Anpassen; Platzhalter in eckigen Klammern, etwa [Partei 1]",
        ),
    ]
    verbindlichkeit: Annotated[Verbindlichkeit, Field(title="Verbindlichkeit")]
    typen: Annotated[
        tuple[Vereinbarungstyp, ...],
        Field(title="Typen", description="Zu welchen Vereinbarungen sie gehört", min_length=1),
    ]
    rechtsgrundlagen: Annotated[
        tuple[Verweis[Rechtsgrundlage], ...], Field(title="Rechtsgrundlagen")
    ] = ()
    quellen: Annotated[tuple[Verweis[Quelle], ...], Field(title="Quellen", min_length=1)]


@unique
class Musterart(Auswahl):
    """Who signs or fills in a form."""

    EINWILLIGUNG = "einwilligung", "Einwilligung"
    ENTBINDUNG = "schweigepflichtentbindung", "Entbindung von der Schweigepflicht"
    BERICHT = "jahresbericht", "Jahresbericht"


class Musterabschnitt(Teil):
    """A part of a form: words, points to tick or to answer, lines to fill in."""

    titel: Annotated[Zeile, Field(title="Überschrift")]
    text: Annotated[Absatz | None, Field(title="Text")] = None
    punkte: Annotated[tuple[Zeile, ...], Field(title="Punkte", description="Als Liste")] = ()
    ankreuzen: Annotated[
        tuple[Zeile, ...], Field(title="Ankreuzen", description="Je eine Zeile mit Kästchen")
    ] = ()
    felder: Annotated[
        tuple[Zeile, ...], Field(title="Felder", description="Je eine Zeile zum Ausfüllen")
    ] = ()
    spalten: Annotated[
        tuple[Zeile, ...],
        Field(title="Spalten", description="Tabelle zum Ausfüllen: ihre Überschriften"),
    ] = ()


class Mustertext(Record):
    """A form beside the agreements: consent, release from secrecy, yearly report."""

    datei: ClassVar[Datei] = Datei(Ordner.KATALOG, "muster.yml", "Muster", "Muster", "muster")

    art: Annotated[Musterart, Field(title="Art")]
    titel: Annotated[Zeile, Field(title="Titel")]
    zweck: Annotated[Absatz, Field(title="Zweck")]
    abschnitte: Annotated[tuple[Musterabschnitt, ...], Field(title="Abschnitte", min_length=1)]
    unterschriften: Annotated[
        tuple[Zeile, ...], Field(title="Unterschriften", description="Wer unterschreibt")
    ] = ()
    rechtsgrundlagen: Annotated[
        tuple[Verweis[Rechtsgrundlage], ...], Field(title="Rechtsgrundlagen")
    ] = ()
    quellen: Annotated[tuple[Verweis[Quelle], ...], Field(title="Quellen", min_length=1)]
