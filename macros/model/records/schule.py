"""A school with its official data."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Mailadresse, Telefonnummer, Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.gemeinde import Gemeinde
from macros.model.records.katalog import Schulform
from macros.model.records.organisation import Organisation
from macros.model.records.sozialindex import Sozialindex
from macros.model.values import Auswahl, Koordinate, Plz, Schulnummer, Zeile
from macros.model.verweis import Verweis


@unique
class Rechtsform(Auswahl):
    """Whether the school is public or a private Ersatzschule."""

    OEFFENTLICH = "oeffentlich", "öffentlich"
    PRIVAT = "privat", "privat"


@unique
class Schulbetrieb(Auswahl):
    """Whether the school runs, runs out or has not opened yet."""

    AKTIV = "aktiv", "in Betrieb"
    LAEUFT_AUS = "laeuft-aus", "läuft aus"
    BEGINNT = "beginnt", "nimmt den Betrieb auf"
    RUHT = "ruht", "ruht"


class Koordinaten(Teil):
    """Position in WGS 84, decimal degrees."""

    breite: Annotated[Koordinate, Field(title="Breite")]
    laenge: Annotated[Koordinate, Field(title="Länge")]


class Schule(Bestandssatz):
    """A school."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "schulen.yml", "Schule", "Schulen")

    schulnummer: Annotated[Schulnummer | None, Field(title="Schulnummer")] = None
    name: Annotated[Zeile, Field(title="Name")]
    kurzname: Annotated[Zeile | None, Field(title="Kurzname")] = None
    schulform: Annotated[Verweis[Schulform], Field(title="Schulform")]
    rechtsform: Annotated[Rechtsform, Field(title="Rechtsform")] = Rechtsform.OEFFENTLICH
    schultraeger: Annotated[Verweis[Organisation] | None, Field(title="Schulträger")] = None
    schulbetrieb: Annotated[Schulbetrieb, Field(title="Schulbetrieb")] = Schulbetrieb.AKTIV
    hauptstandort: Annotated[
        Verweis[Schule] | None,
        Field(title="Teilstandort von", description="die selbstständige Schule dazu"),
    ] = None
    gemeinde: Annotated[Verweis[Gemeinde], Field(title="Gemeinde")]
    strasse: Annotated[Zeile | None, Field(title="Straße")] = None
    plz: Annotated[Plz | None, Field(title="Postleitzahl")] = None
    ort: Annotated[Zeile | None, Field(title="Ort")] = None
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon")] = None
    email: Annotated[Mailadresse | None, Field(title="E-Mail")] = None
    website: Annotated[Webadresse | None, Field(title="Website")] = None
    koordinaten: Annotated[Koordinaten | None, Field(title="Lage")] = None
    sozialindex: Annotated[Sozialindex | None, Field(title="Sozialindex")] = None
    uebergang_zu: Annotated[
        tuple[Verweis[Schule], ...],
        Field(title="Übergang zu", description="Schulen, zu denen die Kinder von hier wechseln"),
    ] = ()
