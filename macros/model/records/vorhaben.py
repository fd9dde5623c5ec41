"""What a region works on: problem, aim, measure, cornerstones, milestones planned and actual."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.kennung import Kennung
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.beschluss import Beschlussvorlage
from macros.model.records.gremium import Gremium
from macros.model.records.kontakt import Kontakt
from macros.model.records.seitenverweis import Seitenverweis
from macros.model.records.termin import Termin
from macros.model.values import Absatz, Auswahl, Datum, Zeile
from macros.model.verweis import Verweis
from macros.model.when import Zeitpunkt


@unique
class Vorhabenstand(Auswahl):
    """The five words for how far something is."""

    GEPLANT = "geplant", "geplant"
    LAEUFT = "laeuft", "läuft"
    ERLEDIGT = "erledigt", "erledigt"
    VERSCHOBEN = "verschoben", "verschoben"
    AUFGEGEBEN = "aufgegeben", "aufgegeben"


@unique
class Horizont(Auswahl):
    """How soon a measure helps."""

    KURZ = "kurz", "kurzfristig"
    LANG = "lang", "langfristig"


class Problem(Teil):
    """Something that does not go well, in one sentence and without blame."""

    id: Annotated[Kennung, Field(title="Kürzel", description="gilt nur in diesem Vorhaben")]
    text: Annotated[Zeile, Field(title="Problem")]
    beleg: Annotated[
        Zeile | None, Field(title="Beleg", description="woher man es weiß, etwa eine Umfrage")
    ] = None


class Ziel(Teil):
    """What will be different for whom."""

    id: Annotated[Kennung, Field(title="Kürzel", description="gilt nur in diesem Vorhaben")]
    titel: Annotated[Zeile, Field(title="Ziel")]
    text: Annotated[
        Absatz | None, Field(title="Erklärung", description="was gemeint ist, mit Beispiel")
    ] = None
    oberziel: Annotated[
        Kennung | None, Field(title="Oberziel", description="Kürzel des Ziels darüber")
    ] = None
    probleme: Annotated[
        tuple[Kennung, ...], Field(title="Probleme", description="Kürzel der Probleme")
    ] = ()


class Massnahme(Teil):
    """What is done; it answers problems and serves aims."""

    titel: Annotated[Zeile, Field(title="Maßnahme")]
    text: Annotated[Absatz | None, Field(title="Erklärung")] = None
    horizont: Annotated[Horizont, Field(title="Horizont")]
    probleme: Annotated[
        tuple[Kennung, ...], Field(title="Probleme", description="Kürzel der Probleme")
    ] = ()
    ziele: Annotated[tuple[Kennung, ...], Field(title="Ziele", description="Kürzel der Ziele")] = ()
    zustaendig: Annotated[Verweis[Kontakt] | None, Field(title="Zuständig")] = None
    zustaendig_name: Annotated[
        Zeile | None,
        Field(title="Zuständige Funktion", description="wenn sie nicht in kontakte.yml steht"),
    ] = None
    stand: Annotated[
        Vorhabenstand | None, Field(title="Stand", description="ohne Angabe nicht bekannt")
    ] = None
    stand_am: Annotated[Datum | None, Field(title="Stand am")] = None
    geplant: Annotated[Zeitpunkt | None, Field(title="Geplant bis")] = None
    wirkung: Annotated[
        Zeile | None, Field(title="Wirkung", description="erwartet oder, am Ende, erreicht")
    ] = None
    grund: Annotated[
        Zeile | None, Field(title="Grund", description="warum verschoben oder aufgegeben")
    ] = None

    @property
    def wer(self) -> str:
        """Which function is responsible; empty where nobody is named."""
        return self.zustaendig.ziel.funktion if self.zustaendig else self.zustaendig_name or ""


class Eckpfeiler(Teil):
    """A cornerstone that was agreed on, and the chapters that carry it out."""

    titel: Annotated[Zeile, Field(title="Eckpfeiler")]
    text: Annotated[Absatz | None, Field(title="Erklärung")] = None
    stand: Annotated[Vorhabenstand | None, Field(title="Stand")] = None
    kapitel: Annotated[
        tuple[Seitenverweis, ...],
        Field(title="Kapitel", description="Seiten, die den Eckpfeiler ausführen"),
    ] = ()


class Meilenstein(Teil):
    """A step that was planned, and when it was really taken; a plan is never overwritten."""

    titel: Annotated[Zeile, Field(title="Meilenstein")]
    geplant: Annotated[
        Zeitpunkt | None, Field(title="Geplant", description="Jahr, Monat oder Tag")
    ] = None
    neu_geplant: Annotated[
        Zeitpunkt | None, Field(title="Neu geplant", description="der Plan davor bleibt stehen")
    ] = None
    tatsaechlich: Annotated[
        Zeitpunkt | None, Field(title="Tatsächlich", description="Jahr, Monat oder Tag")
    ] = None
    ungeplant: Annotated[
        Zeile | None,
        Field(title="Ohne Plan", description="warum kein geplanter Zeitpunkt bekannt ist"),
    ] = None
    ausgang_unbekannt: Annotated[
        Zeile | None,
        Field(title="Ausgang nicht bekannt", description="warum nicht bekannt ist, ob erreicht"),
    ] = None
    termin: Annotated[Verweis[Termin] | None, Field(title="Termin")] = None
    hinweis: Annotated[Zeile | None, Field(title="Hinweis")] = None
    quelle: Annotated[Zeile | None, Field(title="Quelle")] = None


class Vorhaben(Bestandssatz):
    """A project of the region."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "vorhaben.yml", "Vorhaben", "Vorhaben")

    titel: Annotated[Zeile, Field(title="Titel")]
    text: Annotated[Absatz | None, Field(title="Worum es geht")] = None
    leitsatz: Annotated[Zeile | None, Field(title="Leitsatz")] = None
    stand: Annotated[
        Vorhabenstand | None, Field(title="Stand", description="ohne Angabe nicht bekannt")
    ] = None
    stand_am: Annotated[Datum | None, Field(title="Stand am")] = None
    zustaendig: Annotated[Verweis[Kontakt] | None, Field(title="Zuständig")] = None
    gremium: Annotated[
        Verweis[Gremium] | None, Field(title="Gremium", description="berät das Vorhaben")
    ] = None
    vorlage: Annotated[Verweis[Beschlussvorlage] | None, Field(title="Vorlage")] = None
    probleme: Annotated[tuple[Problem, ...], Field(title="Problemlage")] = ()
    ziele: Annotated[tuple[Ziel, ...], Field(title="Ziele")] = ()
    massnahmen: Annotated[tuple[Massnahme, ...], Field(title="Maßnahmen")] = ()
    eckpfeiler: Annotated[tuple[Eckpfeiler, ...], Field(title="Eckpfeiler")] = ()
    meilensteine: Annotated[tuple[Meilenstein, ...], Field(title="Meilensteine")] = ()
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
