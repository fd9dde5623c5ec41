"""What every record type shares: strictness, an id, and where its file stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from macros.model.kennung import Kennung
from macros.model.values import Datum, Zeile


class Ordner(StrEnum):
    """The folder a record file stands in; it decides whether a Fassung freezes it."""

    KATALOG = "katalog"
    REGION = "region"
    WORTLAUT = "wortlaut"
    BESTAND = "bestand"


@dataclass(frozen=True)
class Datei:
    """Where the records of one type stand and what they are called in messages.

    Attributes:
        ordner: folder below ``data/`` (katalog) or below the region.
        name: file name.
        einzahl: German singular with its article's gender left to the message („Schule“).
        mehrzahl: German plural („Schulen“).
        schluessel: top-level key that holds the list; catalogue files have one beside ``schema``,
            files of the Bestand are a plain list.
        einzeln: the file holds one record and no list (region.yml).
        pflicht: the file must exist.
        live: a list of the catalogue that is of today even in an old Fassung, such as the law.
    """

    ordner: Ordner
    name: str
    einzahl: str
    mehrzahl: str
    schluessel: str | None = None
    einzeln: bool = False
    pflicht: bool = False
    live: bool = False


class Teil(BaseModel):
    """A part of a record: frozen, strict, without unknown keys."""

    # Parts are validated inside their records; their own validators are built when asked for.
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Record(Teil):
    """A record with a permanent id."""

    datei: ClassVar[Datei]

    id: Annotated[
        Kennung,
        Field(title="Kennung", description="Dauerhafte Kennung: kleine Buchstaben, Ziffern, -"),
    ]


class Bestandssatz(Record):
    """A record of what is true today: says when it was verified and where it came from."""

    geprueft_am: Annotated[
        Datum | None,
        Field(title="Geprüft am", description="Tag, an dem die Angaben zuletzt geprüft wurden"),
    ] = None
    quelle: Annotated[
        Zeile | None,
        Field(title="Quelle", description="Woher die Angaben stammen, wenn sie von außen kommen"),
    ] = None
