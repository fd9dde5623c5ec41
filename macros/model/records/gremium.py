"""A body that meets: who sits in it by constituency, who mandated it, to whom it reports."""

from __future__ import annotations

from datetime import date
from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.kontakt import Kontakt
from macros.model.records.organisation import Organisation
from macros.model.values import Absatz, Auswahl, Datum, Ganzzahl, JaNein, Zeile
from macros.model.verweis import Verweis


@unique
class Gremienart(Auswahl):
    """What kind of body it is."""

    LENKUNG = "lenkung", "Lenkungskreis"
    STEUERUNG = "steuerung", "Steuergruppe"
    ARBEITSGRUPPE = "arbeitsgruppe", "Arbeits- oder Projektgruppe"
    ARBEITSKREIS = "arbeitskreis", "Arbeitskreis"
    TRAEGERGESPRAECH = "traegergespraech", "Trägergespräch"
    FORUM = "forum", "Gesprächsforum einer Vereinbarung"
    NETZWERK = "netzwerk", "Netzwerk"
    SPRECHERKREIS = "sprecherkreis", "Sprecherkreis"
    AUSSCHUSS = "ausschuss", "Politischer Ausschuss"
    INTERKOMMUNAL = "interkommunal", "Interkommunaler Arbeitskreis"
    SONSTIGES = "sonstiges", "Weiteres Gremium"


@unique
class Sitzrolle(Auswahl):
    """What a member does in a body."""

    LEITUNG = "leitung", "Leitung"
    STELLVERTRETUNG = "stellvertretung", "Stellvertretung"
    GESCHAEFTSFUEHRUNG = "geschaeftsfuehrung", "Geschäftsführung"
    MITGLIED = "mitglied", "Mitglied"
    BERATEND = "beratend", "beratend"
    GAST = "gast", "Gast"


@unique
class Takt(Auswahl):
    """How the meetings are spread over the year."""

    MONAT = "monat", "monatlich"
    QUARTAL = "quartal", "in jedem Quartal"
    HALBJAHR = "halbjahr", "in jedem Halbjahr"
    BEDARF = "bedarf", "nach Bedarf"


class Rhythmus(Teil):
    """How often somebody meets at least."""

    mindestens: Annotated[
        Ganzzahl | None,
        Field(title="Mindestens im Schuljahr", description="Zahl der Termine; ohne Angabe offen"),
    ] = None
    takt: Annotated[
        Takt | None,
        Field(title="Takt", description="wie sich die Termine verteilen, etwa quartal"),
    ] = None


class Mitgliedschaft(Teil):
    """A constituency that sits in a body, by function; never a person."""

    gruppe: Annotated[
        Zeile, Field(title="Gruppe", description="wer dort vertreten ist, etwa Jugendhilfe")
    ]
    funktion: Annotated[
        Zeile | None, Field(title="Funktion", description="etwa Leitung des Schulamts; kein Name")
    ] = None
    organisation: Annotated[Verweis[Organisation] | None, Field(title="Organisation")] = None
    rolle: Annotated[Sitzrolle, Field(title="Rolle")] = Sitzrolle.MITGLIED
    anzahl: Annotated[
        Ganzzahl | None, Field(title="Anzahl", description="Sitze; ohne Angabe nicht bekannt")
    ] = None


class Ergebnis(Teil):
    """What a body has brought about."""

    titel: Annotated[Zeile, Field(title="Ergebnis")]
    datum: Annotated[Datum | None, Field(title="Datum")] = None
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None


class Gremium(Bestandssatz):
    """A body that meets.

    A body that has been dissolved stays as a record (``aufgeloest_am``), because dates of earlier
    years name it.
    """

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "gremien.yml", "Gremium", "Gremien")

    name: Annotated[Zeile, Field(title="Name")]
    art: Annotated[Gremienart, Field(title="Art")]
    aufgabe: Annotated[Absatz, Field(title="Aufgabe", description="was das Gremium tut")]
    organisation: Annotated[
        Verweis[Organisation] | None, Field(title="Angesiedelt bei", description="Organisation")
    ] = None
    auftrag_von: Annotated[
        Verweis[Gremium] | None, Field(title="Auftrag von", description="Gremium mit dem Auftrag")
    ] = None
    berufen_von: Annotated[
        Verweis[Gremium] | None,
        Field(title="Berufen von", description="Gremium, das die Mitglieder beruft"),
    ] = None
    berichtet_an: Annotated[
        Verweis[Gremium] | None,
        Field(title="Berichtet an", description="Gremium, das die Ergebnisse bekommt"),
    ] = None
    auftrag: Annotated[
        Absatz | None, Field(title="Auftrag", description="Beschluss oder Wortlaut des Auftrags")
    ] = None
    seit: Annotated[
        Zeile | None, Field(title="Besteht seit", description="so genau wie bekannt, etwa 2020")
    ] = None
    auftrag_ab: Annotated[Datum | None, Field(title="Auftrag ab")] = None
    auftrag_bis: Annotated[Datum | None, Field(title="Auftrag bis")] = None
    vorsitz: Annotated[
        Zeile | None, Field(title="Vorsitz", description="Funktion, die einlädt und leitet")
    ] = None
    koordination: Annotated[
        Zeile | None,
        Field(title="Rolle der Koordinierungsstelle", description="etwa Geschäftsführung"),
    ] = None
    mitglieder: Annotated[tuple[Mitgliedschaft, ...], Field(title="Mitglieder")] = ()
    inhalte: Annotated[
        tuple[Zeile, ...], Field(title="Inhalte", description="was regelmäßig besprochen wird")
    ] = ()
    rhythmus: Annotated[Rhythmus | None, Field(title="Rhythmus")] = None
    termine_hier: Annotated[
        JaNein,
        Field(
            title="Termine stehen hier",
            description="nein: die Termine dieses Gremiums werden anderswo veröffentlicht",
        ),
    ] = True
    ergebnisse: Annotated[tuple[Ergebnis, ...], Field(title="Ergebnisse")] = ()
    kontakt: Annotated[Verweis[Kontakt] | None, Field(title="Kontakt")] = None
    website: Annotated[Webadresse | None, Field(title="Website")] = None
    aufgeloest_am: Annotated[Datum | None, Field(title="Aufgelöst am")] = None

    def aufgeloest(self, stichtag: date) -> bool:
        """Tell whether the body no longer exists on a day."""
        return self.aufgeloest_am is not None and self.aufgeloest_am <= stichtag
