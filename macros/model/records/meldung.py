"""News and the topics of the year: short, dated, and honest about their age."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, ClassVar, Final

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner
from macros.model.records.katalog import Thema
from macros.model.times import Schuljahr, Uhrzeit
from macros.model.values import Absatz, Datum, Zeile
from macros.model.verweis import Verweis

ALT_NACH: Final = timedelta(days=365)
"""After a year a piece of news says that it may be outdated."""


class Meldung(Bestandssatz):
    """A piece of news."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "meldungen.yml", "Meldung", "Meldungen")

    titel: Annotated[Zeile, Field(title="Titel")]
    datum: Annotated[Datum, Field(title="Datum")]
    uhrzeit: Annotated[Uhrzeit | None, Field(title="Uhrzeit")] = None
    text: Annotated[Absatz, Field(title="Text")]
    herausgeber: Annotated[
        Zeile | None, Field(title="Herausgeber", description="wenn es eine fremde Meldung ist")
    ] = None
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
    gilt_bis: Annotated[
        Datum | None, Field(title="Gilt bis", description="danach steht sie im Archiv")
    ] = None
    geaendert_am: Annotated[Datum | None, Field(title="Geändert am")] = None

    def abgelaufen(self, stichtag: date) -> bool:
        """Tell whether the news no longer holds on a day."""
        return self.gilt_bis is not None and self.gilt_bis < stichtag

    def alt(self, stichtag: date) -> bool:
        """Tell whether the news is so old that readers must be told."""
        return stichtag - self.datum > ALT_NACH


class Schwerpunkt(Bestandssatz):
    """A topic that the region works on in a school year."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "schwerpunkte.yml", "Schwerpunktthema", "Schwerpunktthemen"
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    schuljahr: Annotated[
        Schuljahr | None, Field(title="Schuljahr", description="ohne Angabe nicht bekannt")
    ] = None
    beschreibung: Annotated[Absatz | None, Field(title="Beschreibung")] = None
    themen: Annotated[tuple[Verweis[Thema], ...], Field(title="Themen")] = ()
