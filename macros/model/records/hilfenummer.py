"""A number that helps everywhere in Germany."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Telefonnummer, Webadresse
from macros.model.record import Datei, Ordner, Record
from macros.model.values import Datum, JaNein, Zeile


class Hilfenummer(Record):
    """An emergency number or a help line for the whole of Germany."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG,
        "hilfenummern.yml",
        "Hilfenummer",
        "Hilfenummern",
        "hilfenummern",
        live=True,
    )

    name: Annotated[Zeile, Field(title="Name")]
    nummer: Annotated[Telefonnummer, Field(title="Nummer")]
    fuer_wen: Annotated[Zeile, Field(title="Für wen")]
    notruf: Annotated[
        JaNein, Field(title="Notruf", description="ja: rund um die Uhr, bei akuter Gefahr")
    ] = False
    quelle: Annotated[Zeile, Field(title="Quelle", description="Wer die Nummer nennt")]
    website: Annotated[Webadresse | None, Field(title="Adresse der Quelle")] = None
    geprueft_am: Annotated[
        Datum | None,
        Field(
            title="Geprüft am",
            description="Tag, an dem die Nummer zuletzt mit der Quelle verglichen wurde",
        ),
    ] = None
