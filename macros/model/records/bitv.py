"""The self-assessment by people: what is to be tried on each kind of page, and what came out."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record
from macros.model.values import Absatz, Auswahl, Datum, Zeile
from macros.model.verweis import Verweis


@unique
class Seitentyp(Auswahl):
    """The kinds of pages of this website, each with one example to try."""

    START = "start", "Startseite"
    KAPITEL = "kapitel", "Kapitel"
    STANDARDS = "standards", "Liste der Standards"
    KONTAKTE = "kontakte", "Kontakte"
    TABELLE = "tabelle", "Tabelle der Schulen"
    RECHTLICHES = "rechtliches", "Seite mit Rechtlichem"


@unique
class Schrittgruppe(Auswahl):
    """Where the requirement stands."""

    LAND = "land", "Pflichten neben der Norm"
    ALLGEMEIN = "allgemein", "Allgemeines (EN 301 549, Kapitel 5)"
    WAHRNEHMBAR = "wahrnehmbar", "Wahrnehmbar (EN 301 549, 9.1)"
    BEDIENBAR = "bedienbar", "Bedienbar (EN 301 549, 9.2)"
    VERSTAENDLICH = "verstaendlich", "Verständlich (EN 301 549, 9.3)"
    ROBUST = "robust", "Robust (EN 301 549, 9.4 und 9.6)"
    DOKUMENTE = "dokumente", "Dokumente und Hilfe (EN 301 549, Kapitel 10 und 12)"
    ZUSAETZLICH = "zusaetzlich", "Zusätzlich: WCAG 2.2, noch nicht vorgeschrieben"


@unique
class Schrittergebnis(Auswahl):
    """What a person has found."""

    NICHT_GEPRUEFT = "nicht-geprueft", "nicht geprüft"
    ERFUELLT = "erfuellt", "erfüllt"
    TEILWEISE = "teilweise", "teilweise erfüllt"
    NICHT_ERFUELLT = "nicht-erfuellt", "nicht erfüllt"
    NICHT_ANWENDBAR = "nicht-anwendbar", "nicht anwendbar"


@unique
class Stufe(Auswahl):
    """The level of a success criterion in the WCAG."""

    A = "A", "A"
    AA = "AA", "AA"


class Pruefschritt(Record):
    """One thing to try, in our own words; its id is ``s-`` and the number of the norm."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG,
        "pruefschritte.yml",
        "Prüfschritt",
        "Prüfschritte",
        "pruefschritte",
        live=True,
    )

    gruppe: Annotated[Schrittgruppe, Field(title="Gruppe")]
    nummer: Annotated[Zeile, Field(title="Nummer", description="Abschnitt der EN 301 549")]
    titel: Annotated[Zeile, Field(title="Titel")]
    stufe: Annotated[Stufe | None, Field(title="Stufe", description="in den WCAG")] = None
    frage: Annotated[Absatz, Field(title="Was zu prüfen ist")]


class Selbstbewertung(Record):
    """What a person has found for one step on one kind of page."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "bitv.yml", "Selbstbewertung", "Selbstbewertungen"
    )

    schritt: Annotated[Verweis[Pruefschritt], Field(title="Prüfschritt")]
    seite: Annotated[Seitentyp, Field(title="Seitentyp")]
    ergebnis: Annotated[Schrittergebnis, Field(title="Ergebnis")]
    rolle: Annotated[
        Zeile | None,
        Field(title="Rolle", description="wer geprüft hat: eine Funktion, kein Name"),
    ] = None
    am: Annotated[Datum | None, Field(title="Geprüft am")] = None
    bemerkung: Annotated[Absatz | None, Field(title="Bemerkung")] = None
