"""The region: who publishes, under which Land's law, with which Fassungen."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.records.gestaltung import Gestaltung
from macros.model.records.kontakt import Kontakt
from macros.model.records.rechtliches import Anbieter, Barrierefreiheit, Datenschutz
from macros.model.records.zuwendung import Zuwendungsregeln
from macros.model.values import (
    Absatz,
    Auswahl,
    Datum,
    Fassungsname,
    Fassungstag,
    Kreisschluessel,
    Zeile,
)
from macros.model.verweis import Verweis


@unique
class Regionsart(Auswahl):
    """A Kreis with municipalities, or one town."""

    KREIS = "kreis", "Kreis"
    STADT = "stadt", "Stadt"


@unique
class Land(Auswahl):
    """The Land whose law applies."""

    NW = "NW", "Nordrhein-Westfalen"
    NI = "NI", "Niedersachsen"


@unique
class Regionsstatus(Auswahl):
    """Whether this is an official publication or a demonstration."""

    VORFUEHRUNG = "vorfuehrung", "Vorführung"
    AMTLICH = "amtlich", "amtlich"


class Fassung(Teil):
    """A published state of the Rahmenkonzept."""

    name: Annotated[Fassungsname, Field(title="Name")]
    beschlossen_von: Annotated[Zeile, Field(title="Beschlossen von")]
    beschlossen_am: Annotated[Datum, Field(title="Beschlossen am")]
    gueltig_ab: Annotated[Datum, Field(title="Gültig ab")]
    gueltig_bis: Annotated[Datum | None, Field(title="Gültig bis")] = None
    tag: Annotated[
        Fassungstag | None,
        Field(title="Tag", description="Markierung in Git; ohne Angabe fassung- und der Name"),
    ] = None

    @property
    def markierung(self) -> str:
        """The name of the git tag that freezes this Fassung."""
        return self.tag or f"fassung-{self.name}"


class Datenquelle(Teil):
    """A foreign source of data with the attribution its licence demands."""

    name: Annotated[Zeile, Field(title="Name")]
    herausgeber: Annotated[Zeile, Field(title="Herausgeber")]
    stand: Annotated[Zeile, Field(title="Stand")]
    lizenz: Annotated[Zeile, Field(title="Lizenz")]
    lizenz_website: Annotated[Webadresse | None, Field(title="Lizenztext")] = None
    hinweis: Annotated[Zeile | None, Field(title="Hinweis")] = None


class Region(Record):
    """The region one site is about; its id is the folder name."""

    datei: ClassVar[Datei] = Datei(
        Ordner.REGION, "region.yml", "Region", "Regionen", einzeln=True, pflicht=True
    )

    name: Annotated[Zeile, Field(title="Name", description="etwa Kreis Soest")]
    im_satz: Annotated[
        Zeile, Field(title="Im Satz", description="mit Präposition, etwa im Kreis Soest")
    ]
    art: Annotated[Regionsart, Field(title="Art")]
    land: Annotated[Land, Field(title="Land")]
    status: Annotated[Regionsstatus, Field(title="Status")]
    ags: Annotated[
        Kreisschluessel | None,
        Field(title="Amtlicher Schlüssel", description="fünf Ziffern; acht bei einer Gemeinde"),
    ] = None
    adresse: Annotated[Webadresse, Field(title="Adresse der Website")]
    koordinierungsstelle: Annotated[Verweis[Kontakt], Field(title="Koordinierungsstelle")]
    kinderschutz: Annotated[
        tuple[Verweis[Kontakt], ...],
        Field(title="Kinderschutz", description="Kontakte, die auf jeder Seite stehen"),
    ] = ()
    fassungen: Annotated[tuple[Fassung, ...], Field(title="Fassungen")] = ()
    anbieter: Annotated[Anbieter, Field(title="Anbieter")]
    datenschutz: Annotated[Datenschutz, Field(title="Datenschutz")]
    barrierefreiheit: Annotated[Barrierefreiheit, Field(title="Barrierefreiheit")]
    quellen: Annotated[tuple[Datenquelle, ...], Field(title="Datenquellen")] = ()
    ohne_schulen: Annotated[
        Absatz | None,
        Field(title="Ohne Schulliste", description="warum keine Schulen eingetragen sind"),
    ] = None
    gestaltung: Annotated[Gestaltung | None, Field(title="Gestaltung")] = None
    zuwendung: Annotated[
        Zuwendungsregeln | None,
        Field(title="Zuwendung", description="womit der Bericht zur Zuwendung vergleicht"),
    ] = None
