"""A paper for political bodies, its way through them, and what people said when asked."""

from __future__ import annotations

from datetime import date
from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.gremium import Gremium
from macros.model.records.termin import Material
from macros.model.values import Absatz, Auswahl, Datum, Fassungsname, Zeile
from macros.model.verweis import Verweis


@unique
class Vorlagenart(Auswahl):
    """What a paper asks for."""

    BESCHLUSS = "beschluss", "Beschlussvorlage"
    BERICHT = "bericht", "Berichtsvorlage"
    MITTEILUNG = "mitteilung", "Mitteilungsvorlage"
    ANTRAG = "antrag", "Antrag"
    ANFRAGE = "anfrage", "Anfrage"


@unique
class Oeffentlichkeit(Auswahl):
    """Whether everybody may read a paper."""

    OEFFENTLICH = "oeffentlich", "öffentlich"
    NICHTOEFFENTLICH = "nichtoeffentlich", "nichtöffentlich"


@unique
class Beratungsrolle(Auswahl):
    """What a body does with a paper."""

    ANHOERUNG = "anhoerung", "Anhörung"
    VORBERATUNG = "vorberatung", "Vorberatung"
    EMPFEHLUNG = "empfehlung", "Empfehlung"
    ENTSCHEIDUNG = "entscheidung", "Entscheidung"
    KENNTNISNAHME = "kenntnisnahme", "Kenntnisnahme"


@unique
class Beratungsergebnis(Auswahl):
    """What came out of a step; without it the step is still to come or not known."""

    BESCHLOSSEN = "beschlossen", "beschlossen"
    GEAENDERT = "geaendert", "geändert beschlossen"
    EMPFOHLEN = "empfohlen", "empfohlen"
    KENNTNIS = "zur-kenntnis", "zur Kenntnis genommen"
    OHNE_VOTUM = "ohne-votum", "ohne Votum beraten"
    VERTAGT = "vertagt", "vertagt"
    ABGELEHNT = "abgelehnt", "abgelehnt"
    ABGESETZT = "abgesetzt", "von der Tagesordnung abgesetzt"


class Beratung(Teil):
    """One step of the Beratungsfolge: a body deals with the paper on a day."""

    gremium: Annotated[Verweis[Gremium] | None, Field(title="Gremium")] = None
    gremium_name: Annotated[
        Zeile | None,
        Field(title="Name des Gremiums", description="wenn es nicht in gremien.yml steht"),
    ] = None
    datum: Annotated[
        Datum | None, Field(title="Datum", description="fehlt, solange kein Tag feststeht")
    ] = None
    rolle: Annotated[Beratungsrolle, Field(title="Rolle")]
    ergebnis: Annotated[
        Beratungsergebnis | None, Field(title="Ergebnis", description="erst nach der Sitzung")
    ] = None
    hinweis: Annotated[Zeile | None, Field(title="Hinweis")] = None

    @property
    def name(self) -> str:
        """What the body is called."""
        return self.gremium.ziel.name if self.gremium else self.gremium_name or ""


class Beschlussvorlage(Bestandssatz):
    """A paper for political bodies; its state is computed from the Beratungsfolge."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "beschluesse.yml", "Beschlussvorlage", "Beschlussvorlagen"
    )

    nummer: Annotated[Zeile, Field(title="Nummer", description="wie im Ratsinformationssystem")]
    betreff: Annotated[Zeile, Field(title="Betreff")]
    art: Annotated[Vorlagenart, Field(title="Art")]
    oeffentlichkeit: Annotated[Oeffentlichkeit, Field(title="Öffentlichkeit")] = (
        Oeffentlichkeit.OEFFENTLICH
    )
    datum: Annotated[Datum | None, Field(title="Datum der Vorlage")] = None
    federfuehrung: Annotated[
        Zeile | None, Field(title="Federführung", description="Amt oder Fachbereich; kein Name")
    ] = None
    bearbeitung: Annotated[
        Zeile | None, Field(title="Bearbeitung", description="Funktion; kein Name")
    ] = None
    gezeichnet: Annotated[
        Zeile | None, Field(title="Gezeichnet", description="Funktion, die unterschrieben hat")
    ] = None
    inhalt: Annotated[
        Absatz | None, Field(title="Inhalt", description="worum es geht, in eigenen Worten")
    ] = None
    ziele: Annotated[tuple[Zeile, ...], Field(title="Ziele")] = ()
    beratungsfolge: Annotated[
        tuple[Beratung, ...],
        Field(title="Beratungsfolge", min_length=1, description="Stationen der Vorlage"),
    ]
    fassung: Annotated[
        Fassungsname | None,
        Field(
            title="Fassung",
            description="Fassung aus region.yml, die mit dieser Vorlage beschlossen wird",
        ),
    ] = None
    anlagen: Annotated[tuple[Material, ...], Field(title="Anlagen")] = ()
    adresse: Annotated[
        Webadresse | None, Field(title="Adresse", description="im Ratsinformationssystem")
    ] = None
    zurueckgezogen_am: Annotated[Datum | None, Field(title="Zurückgezogen am")] = None


@unique
class Umgang(Auswahl):
    """What was made of a contribution."""

    UEBERNOMMEN = "uebernommen", "übernommen"
    TEILWEISE = "teilweise", "teilweise übernommen"
    NICHT = "nicht-uebernommen", "nicht übernommen"
    OFFEN = "offen", "noch offen"


class Rueckmeldung(Teil):
    """A contribution to a consultation with the answer it got; from a group, never a person."""

    von: Annotated[Zeile, Field(title="Von", description="Gruppe oder Stelle; kein Name")]
    text: Annotated[Absatz, Field(title="Anregung", description="in eigenen Worten, ohne Namen")]
    eingang: Annotated[Datum | None, Field(title="Eingang")] = None
    umgang: Annotated[Umgang, Field(title="Umgang")] = Umgang.OFFEN
    antwort: Annotated[Absatz | None, Field(title="Antwort", description="mit Grund")] = None


class Beteiligung(Bestandssatz):
    """A window in which people are asked for their opinion."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "beteiligungen.yml", "Beteiligung", "Beteiligungen"
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    text: Annotated[Absatz, Field(title="Worum es geht")]
    beteiligte: Annotated[tuple[Zeile, ...], Field(title="Wer gefragt wird", min_length=1)]
    ab: Annotated[Datum | None, Field(title="Beginn")] = None
    bis: Annotated[Datum | None, Field(title="Frist", description="letzter Tag")] = None
    weg: Annotated[
        Zeile | None, Field(title="Weg", description="wie man sich äußert, etwa Werkstatt")
    ] = None
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
    vorlage: Annotated[
        Verweis[Beschlussvorlage] | None,
        Field(title="Vorlage", description="Beschlussvorlage, um die es geht"),
    ] = None
    fassung: Annotated[
        Fassungsname | None, Field(title="Fassung", description="Fassung, um deren Entwurf es geht")
    ] = None
    rueckmeldungen: Annotated[tuple[Rueckmeldung, ...], Field(title="Rückmeldungen")] = ()
    ergebnis: Annotated[Absatz | None, Field(title="Ergebnis", description="was daraus wurde")] = (
        None
    )

    def offen(self, stichtag: date) -> bool:
        """Tell whether people can still answer on a day; without a deadline nobody knows."""
        begun = self.ab is None or self.ab <= stichtag
        return begun and self.bis is not None and stichtag <= self.bis
