"""The result of the full check of all pages; the statement on accessibility rests on it."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.kennung import Kennung
from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.values import Auswahl, Datum, Ganzzahl, Zeile


@unique
class Farbschema(Auswahl):
    """The colours a page was looked at in."""

    HELL = "hell", "hell"
    DUNKEL = "dunkel", "dunkel"


class Pruefergebnis(Teil):
    """What one check found."""

    pruefung: Annotated[Kennung, Field(title="Prüfung")]
    titel: Annotated[Zeile, Field(title="Titel")]
    ansichten: Annotated[Ganzzahl, Field(title="Geprüfte Ansichten")]
    befunde: Annotated[Ganzzahl, Field(title="Befunde")]


class Pruefbericht(Record):
    """One run of the full check; ``make pruefung-voll`` writes it, newest first."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "pruefbericht.yml", "Prüfbericht", "Prüfberichte"
    )

    datum: Annotated[Datum, Field(title="Datum")]
    seiten: Annotated[Ganzzahl, Field(title="Geprüfte Seiten")]
    breiten: Annotated[tuple[Ganzzahl, ...], Field(title="Fensterbreiten", min_length=1)]
    farbschemata: Annotated[tuple[Farbschema, ...], Field(title="Farbschemata", min_length=1)]
    werkzeuge: Annotated[tuple[Zeile, ...], Field(title="Werkzeuge", min_length=1)]
    ergebnisse: Annotated[tuple[Pruefergebnis, ...], Field(title="Ergebnisse", min_length=1)]
    ausnahmen: Annotated[
        tuple[Kennung, ...],
        Field(title="Ausnahmen", description="Kennungen der bekannten Mängel aus der Prüfung"),
    ] = ()

    @property
    def offen(self) -> int:
        """How many findings the run left open."""
        return sum(ergebnis.befunde for ergebnis in self.ergebnisse)
