"""A body: what it is, what it offers, for whom and where it is responsible."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Mailadresse, Telefonnummer, Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.gemeinde import Gemeinde
from macros.model.records.katalog import Schulform, Thema
from macros.model.values import Absatz, Auswahl, Ganzzahl, JaNein, Plz, Zeile
from macros.model.verweis import Verweis


@unique
class Organisationsart(Auswahl):
    """What kind of body this is."""

    KOMMUNE = "kommune", "Kommune"
    ZWECKVERBAND = "zweckverband", "Zweckverband"
    LAND = "land", "Land"
    FREIER_TRAEGER = "freier-traeger", "Freier Träger"
    KIRCHE = "kirche", "Kirche"
    PRIVATER_SCHULTRAEGER = "privater-schultraeger", "Privater Schulträger"
    SCHULAUFSICHT = "schulaufsicht", "Schulaufsicht"
    JUGENDAMT = "jugendamt", "Jugendamt"
    BERATUNGSSTELLE = "beratungsstelle", "Beratungsstelle"
    SCHULPSYCHOLOGIE = "schulpsychologie", "Schulpsychologie"
    POLIZEI = "polizei", "Polizei"
    GESUNDHEIT = "gesundheit", "Gesundheitswesen"
    ARBEIT_BERUF = "arbeit-beruf", "Arbeit und Beruf"
    SCHUTZEINRICHTUNG = "schutzeinrichtung", "Schutzeinrichtung"
    SONSTIGE = "sonstige", "Weitere Stelle"


class Angebot(Teil):
    """Something an organisation offers."""

    name: Annotated[Zeile, Field(title="Angebot")]
    themen: Annotated[tuple[Verweis[Thema], ...], Field(title="Themen", min_length=1)]
    alter_von: Annotated[Ganzzahl | None, Field(title="Alter von (Jahre)")] = None
    alter_bis: Annotated[Ganzzahl | None, Field(title="Alter bis (Jahre)")] = None
    beschreibung: Annotated[Absatz | None, Field(title="Beschreibung")] = None


class Zustaendigkeit(Teil):
    """For which topic an organisation is responsible, and where; no place means everywhere."""

    thema: Annotated[Verweis[Thema], Field(title="Thema")]
    orte: Annotated[
        tuple[Verweis[Gemeinde], ...],
        Field(title="Orte", description="Gemeinden; ohne Angabe die ganze Region"),
    ] = ()
    schulformen: Annotated[
        tuple[Verweis[Schulform], ...],
        Field(title="Schulformen", description="ohne Angabe alle"),
    ] = ()


class Organisation(Bestandssatz):
    """A body: employer, Schulträger, office, service or partner."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "organisationen.yml", "Organisation", "Organisationen", pflicht=True
    )

    name: Annotated[Zeile, Field(title="Name")]
    art: Annotated[Organisationsart, Field(title="Art")]
    teil_von: Annotated[Verweis[Organisation] | None, Field(title="Gehört zu")] = None
    strasse: Annotated[Zeile | None, Field(title="Straße")] = None
    plz: Annotated[Plz | None, Field(title="Postleitzahl")] = None
    ort: Annotated[Zeile | None, Field(title="Ort")] = None
    seit: Annotated[
        Zeile | None, Field(title="Besteht seit", description="so genau wie bekannt, etwa 2020")
    ] = None
    anstellungstraeger: Annotated[
        JaNein,
        Field(
            title="Anstellungsträger ohne Eintrag bei den Stellen",
            description="ja: stellt Fachkräfte an, obwohl noch keine Stelle gemeldet ist",
        ),
    ] = False
    adresse_geheim: Annotated[
        JaNein,
        Field(
            title="Adresse geheim",
            description="ja: die Anschrift wird nirgends gezeigt (Schutzeinrichtungen)",
        ),
    ] = False
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon")] = None
    email: Annotated[Mailadresse | None, Field(title="E-Mail")] = None
    website: Annotated[Webadresse | None, Field(title="Website")] = None
    sozialraum: Annotated[
        Zeile | None,
        Field(title="Sozialraum", description="Stadtteil oder Gebiet"),
    ] = None
    oeffnungszeiten: Annotated[Zeile | None, Field(title="Öffnungszeiten")] = None
    angebote: Annotated[tuple[Angebot, ...], Field(title="Angebote")] = ()
    zustaendigkeit: Annotated[tuple[Zustaendigkeit, ...], Field(title="Zuständigkeit")] = ()
    traegernummer: Annotated[
        Zeile | None,
        Field(title="Trägernummer", description="Nummer in der amtlichen Schulträgerliste"),
    ] = None
