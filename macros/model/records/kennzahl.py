"""A figure with date and source; computed figures are in :mod:`macros.model.figures`."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record
from macros.model.values import Absatz, Datum, Zahl, Zeile


class Kennzahl(Record):
    """A figure from a named source."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "kennzahlen.yml", "Kennzahl", "Kennzahlen")

    name: Annotated[Zeile, Field(title="Name")]
    wert: Annotated[Zahl, Field(title="Wert")]
    einheit: Annotated[Zeile | None, Field(title="Einheit")] = None
    stand: Annotated[Datum | None, Field(title="Stand")] = None
    stand_text: Annotated[
        Zeile | None,
        Field(
            title="Stand in Worten",
            description="wenn kein Tag bekannt ist, etwa: Februar 2016, oder: nicht bekannt",
        ),
    ] = None
    quelle: Annotated[Zeile, Field(title="Quelle")]
    hinweis: Annotated[Absatz | None, Field(title="Hinweis")] = None
