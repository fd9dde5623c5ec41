"""A survey: who was asked what, how many answered, and what they said."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.termin import Material
from macros.model.values import Absatz, Ganzzahl, JaNein, Zeile
from macros.model.when import Zeitpunkt


class Antwortzahl(Teil):
    """How often one answer was given."""

    antwort: Annotated[Zeile, Field(title="Antwort")]
    anzahl: Annotated[Ganzzahl, Field(title="Anzahl")]


class Frage(Teil):
    """A question; its figures become a chart."""

    frage: Annotated[Zeile, Field(title="Frage")]
    mehrfach: Annotated[
        JaNein, Field(title="Mehrere Antworten", description="ja: jede Person durfte mehrere geben")
    ] = False
    antworten: Annotated[
        tuple[Antwortzahl, ...],
        Field(title="Antworten", description="leer, solange nichts ausgewertet ist"),
    ] = ()
    ergebnis: Annotated[
        Zeile | None, Field(title="Ergebnis", description="die Antworten in einem Satz")
    ] = None


class Fragengruppe(Teil):
    """Questions on one subject."""

    titel: Annotated[Zeile, Field(title="Thema")]
    fragen: Annotated[tuple[Frage, ...], Field(title="Fragen")] = ()


class Umfrage(Bestandssatz):
    """A survey; only sums of answers, never those of one person or school."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "umfragen.yml", "Umfrage", "Umfragen")

    titel: Annotated[Zeile, Field(title="Titel")]
    zweck: Annotated[Absatz, Field(title="Zweck", description="was man wissen wollte und wofür")]
    zielgruppe: Annotated[Zeile, Field(title="Wer gefragt wurde")]
    ab: Annotated[Zeitpunkt | None, Field(title="Beginn")] = None
    bis: Annotated[Zeitpunkt | None, Field(title="Ende")] = None
    durch: Annotated[Zeile | None, Field(title="Durchgeführt von")] = None
    befragt: Annotated[
        Ganzzahl | None,
        Field(title="Befragt", description="wie viele gefragt wurden; ohne Angabe nicht bekannt"),
    ] = None
    ruecklauf: Annotated[
        Ganzzahl | None,
        Field(title="Rücklauf", description="wie viele geantwortet haben"),
    ] = None
    gruppen: Annotated[tuple[Fragengruppe, ...], Field(title="Fragen nach Thema")] = ()
    ergebnis: Annotated[Absatz | None, Field(title="Ergebnis")] = None
    folgen: Annotated[
        Absatz | None, Field(title="Folgen", description="was daraus geworden ist")
    ] = None
    material: Annotated[tuple[Material, ...], Field(title="Material")] = ()
