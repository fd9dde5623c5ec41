"""A norm in our own words: what it says, what it means here, and how sure we are of it."""

from __future__ import annotations

from enum import unique
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.record import Datei, Ordner, Record
from macros.model.records.quelle import Quelle
from macros.model.records.region import Land
from macros.model.values import Absatz, Auswahl, Datum, Zeile
from macros.model.verweis import Verweis

if TYPE_CHECKING:
    from datetime import date


@unique
class Ebene(Auswahl):
    """Who made the norm; it decides on which page it stands."""

    BUND = "bund", "Bund"
    LAND = "land", "Land"


@unique
class Pruefung(Auswahl):
    """Whether somebody has compared our words with the text of the norm."""

    GEPRUEFT = "geprueft", "geprüft"
    ZU_PRUEFEN = "zu-pruefen", "zu prüfen"


class Rechtsgrundlage(Record):
    """A norm that matters for Schulsozialarbeit."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG,
        "rechtsgrundlagen.yml",
        "Rechtsgrundlage",
        "Rechtsgrundlagen",
        "rechtsgrundlagen",
    )

    kurz: Annotated[
        Zeile, Field(title="Kurzname", description="So wird sie zitiert: § 8a SGB VIII")
    ]
    gesetz: Annotated[Zeile, Field(title="Gesetz", description="Voller Name")]
    ebene: Annotated[Ebene, Field(title="Ebene")]
    land: Annotated[Land | None, Field(title="Land", description="Nur bei „ebene: land“")] = None
    titel: Annotated[Zeile, Field(title="Titel", description="Worum es geht")]
    inhalt: Annotated[
        Absatz, Field(title="Inhalt", description="Was dort steht, in eigenen Worten")
    ]
    bedeutung: Annotated[
        Absatz, Field(title="Bedeutung", description="Was das für die Schulsozialarbeit heißt")
    ]
    gueltig_ab: Annotated[Datum | None, Field(title="Gültig ab")] = None
    gueltig_bis: Annotated[
        Datum | None, Field(title="Gültig bis", description="Letzter Tag der Geltung")
    ] = None
    geprueft_am: Annotated[
        Datum, Field(title="Geprüft am", description="Tag, an dem der Text zuletzt gelesen wurde")
    ]
    pruefung: Annotated[
        Pruefung,
        Field(title="Prüfung", description="Was nicht geprüft ist, trägt die Marke „zu prüfen“"),
    ]
    quelle: Annotated[Verweis[Quelle] | None, Field(title="Quelle")] = None
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
    nachfolger: Annotated[
        Verweis[Rechtsgrundlage] | None, Field(title="Nachfolger", description="Was jetzt gilt")
    ] = None
    hinweis: Annotated[Absatz | None, Field(title="Hinweis")] = None

    def ausgelaufen(self, stichtag: date) -> bool:
        """Tell whether the norm no longer holds on a day."""
        return self.gueltig_bis is not None and self.gueltig_bis < stichtag
