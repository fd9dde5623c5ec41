"""What comes up in a school year: the month, the task and who takes care of it."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record
from macros.model.records.katalog import Rolle
from macros.model.values import Auswahl, Zeile


@unique
class Monat(Auswahl):
    """The months in the order of a school year."""

    AUGUST = "august", "August"
    SEPTEMBER = "september", "September"
    OKTOBER = "oktober", "Oktober"
    NOVEMBER = "november", "November"
    DEZEMBER = "dezember", "Dezember"
    JANUAR = "januar", "Januar"
    FEBRUAR = "februar", "Februar"
    MAERZ = "maerz", "März"
    APRIL = "april", "April"
    MAI = "mai", "Mai"
    JUNI = "juni", "Juni"
    JULI = "juli", "Juli"


class Schuljahresaufgabe(Record):
    """One line of the year's plan."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "schuljahr.yml", "Aufgabe", "Aufgaben im Schuljahr", "schuljahr"
    )

    monat: Annotated[Monat, Field(title="Monat")]
    was: Annotated[Zeile, Field(title="Was", description="wenige Wörter, sie stehen im Bild")]
    wer: Annotated[tuple[Rolle, ...], Field(title="Wer", min_length=1)]
