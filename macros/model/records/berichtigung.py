"""A correction of frozen wording: the one exception from „what was decided stays as it is“."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.values import (
    Absatz,
    Datum,
    Fassungsname,
    Ganzzahl,
    Pruefsumme,
    Zeile,
)


class Ersetzung(Teil):
    """A passage and what stands there instead.

    The passage is named by its text, or by the number of its line: a name that has to go need
    not be written down once more.
    """

    alt: Annotated[
        Absatz | None, Field(title="Alter Text", description="genau so, wie er dasteht")
    ] = None
    zeile: Annotated[
        Ganzzahl | None,
        Field(title="Zeile", description="statt alt: die Zeile, die ersetzt wird; die erste ist 1"),
    ] = None
    neu: Annotated[
        Absatz | None, Field(title="Neuer Text", description="ohne Angabe fällt die Stelle weg")
    ] = None


class BerichtigteSeite(Teil):
    """A page that reads differently after the correction."""

    seite: Annotated[Zeile, Field(title="Seite", description="Pfad unter docs")]
    pruefsumme: Annotated[
        Pruefsumme,
        Field(title="Prüfsumme", description="des berichtigten Wortlauts; die Prüfung nennt sie"),
    ]


class Berichtigung(Record):
    """A correction of one file of one Fassung.

    Tag and archive stay as they are; the passages are replaced whenever the Fassung is built.
    """

    datei: ClassVar[Datei] = Datei(
        Ordner.WORTLAUT, "berichtigungen.yml", "Berichtigung", "Berichtigungen"
    )

    fassung: Annotated[Fassungsname, Field(title="Fassung")]
    quelle: Annotated[
        Zeile,
        Field(title="Datei", description="etwa docs/glossar.md oder data/katalog/glossar.yml"),
    ]
    datum: Annotated[Datum, Field(title="Datum")]
    grund: Annotated[Zeile, Field(title="Grund")]
    ersetzungen: Annotated[tuple[Ersetzung, ...], Field(title="Ersetzungen", min_length=1)]
    seiten: Annotated[tuple[BerichtigteSeite, ...], Field(title="Berichtigte Seiten")] = ()
