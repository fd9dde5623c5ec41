"""A cooperation agreement: who agreed on what, who grants whom what, until when."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.kennung import Kennung
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.klausel import Klausel, Vereinbarungstyp
from macros.model.records.organisation import Organisation
from macros.model.records.rechtsgrundlage import Rechtsgrundlage
from macros.model.records.schule import Schule
from macros.model.values import Absatz, Auswahl, Datum, Fassungsname, Ganzzahl, JaNein, Zeile
from macros.model.verweis import Verweis


@unique
class Zusageart(Auswahl):
    """What kind of thing one party grants another; programs derive from it who may attend."""

    FORTBILDUNG = "fortbildung", "Fortbildung"
    ARBEITSKREIS = "arbeitskreis", "Arbeitskreis und Netzwerktreffen"
    TEILNAHME = "teilnahme", "Konferenzen und Sitzungen"
    BERATUNG = "beratung", "Fachliche Beratung"
    PERSONAL = "personal", "Personal"
    RAUM = "raum", "Räume"
    AUSSTATTUNG = "ausstattung", "Ausstattung"
    DATEN = "daten", "Informationen und Daten"
    ZEIT = "zeit", "Arbeitszeit"
    GELD = "geld", "Geld"
    SONSTIGES = "sonstiges", "Weiteres"


@unique
class Laufzeitende(Auswahl):
    """Whether an agreement ends by itself."""

    BEFRISTET = "befristet", "befristet"
    UNBEFRISTET = "unbefristet", "unbefristet"
    NICHT_BEKANNT = "nicht-bekannt", "nicht bekannt"


class Partei(Teil):
    """One side of an agreement, by the name it has there.

    The name is part of the wording. The reference leads to today's directory; it may go while an
    old Fassung still names the party.
    """

    kurz: Annotated[
        Kennung,
        Field(title="Kürzel", description="Nennt die Partei bei den Zusagen, etwa: stadt"),
    ]
    name: Annotated[Zeile, Field(title="Name")]
    rolle: Annotated[
        Zeile | None, Field(title="Rolle", description="Etwa Anstellungsträger oder Schulträger")
    ] = None
    organisation: Annotated[Verweis[Organisation] | None, Field(title="Organisation")] = None
    schule: Annotated[Verweis[Schule] | None, Field(title="Schule")] = None
    unterschrieben_von: Annotated[
        tuple[Zeile, ...],
        Field(title="Unterschrieben von", description="Funktionen, niemals Namen von Personen"),
    ] = ()


class Zusage(Teil):
    """What one party grants another."""

    von: Annotated[Kennung, Field(title="Von", description="Kürzel der Partei, die gewährt")]
    an: Annotated[Kennung, Field(title="An", description="Kürzel der Partei, die erhält")]
    art: Annotated[Zusageart, Field(title="Art")]
    was: Annotated[Zeile, Field(title="Was")]
    fuer: Annotated[
        Zeile | None, Field(title="Für wen", description="Etwa: Fachkräfte im Landesdienst")
    ] = None
    ab: Annotated[
        Datum | None,
        Field(title="Ab", description="Nur, wenn sie später als die Vereinbarung gilt"),
    ] = None


class Steuerungsforum(Teil):
    """Where the parties meet to steer."""

    name: Annotated[Zeile, Field(title="Name")]
    mindestens_im_jahr: Annotated[
        Ganzzahl, Field(title="Mindestens im Jahr", description="Zahl der Treffen")
    ]
    rollen: Annotated[
        tuple[Zeile, ...],
        Field(title="Rollen", description="Funktionen, die teilnehmen", min_length=1),
    ]
    aufgabe: Annotated[Absatz | None, Field(title="Aufgabe")] = None


class Klauselnachweis(Teil):
    """That an agreement has a clause, and where."""

    klausel: Annotated[Verweis[Klausel], Field(title="Klausel")]
    abschnitt: Annotated[
        Zeile | None, Field(title="Abschnitt", description="Wo sie in der Vereinbarung steht")
    ] = None


class Vereinbarung(Bestandssatz):
    """A cooperation agreement; what is not known stays empty and is shown so."""

    datei: ClassVar[Datei] = Datei(
        Ordner.WORTLAUT, "vereinbarungen.yml", "Vereinbarung", "Vereinbarungen"
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    typ: Annotated[Vereinbarungstyp, Field(title="Typ", description="Von A bis E")]
    zweck: Annotated[Absatz, Field(title="Zweck")]
    ziele: Annotated[tuple[Zeile, ...], Field(title="Ziele")] = ()
    parteien: Annotated[
        tuple[Partei, ...],
        Field(
            title="Parteien",
            description="Wer Fachkräfte stellt, steht zuerst: Die Muster meinen ihn mit [Partei 1]",
            min_length=2,
        ),
    ]
    mitgewirkt: Annotated[
        tuple[Zeile, ...],
        Field(title="Mitgewirkt", description="Weitere Funktionen, niemals Namen von Personen"),
    ] = ()
    gilt_fuer: Annotated[
        tuple[Zeile, ...], Field(title="Gilt für", description="Gruppen, für die sie gilt")
    ] = ()
    partner: Annotated[
        tuple[Zeile, ...],
        Field(title="Partner", description="Weitere Stellen, mit denen zusammengearbeitet wird"),
    ] = ()
    zusagen: Annotated[
        tuple[Zusage, ...], Field(title="Zusagen", description="Wer gewährt wem was")
    ] = ()
    gemeinsam: Annotated[
        tuple[Zeile, ...], Field(title="Gemeinsam", description="Was alle gemeinsam tun")
    ] = ()
    forum: Annotated[Steuerungsforum | None, Field(title="Steuerungsforum")] = None
    schulen: Annotated[tuple[Verweis[Schule], ...], Field(title="Schulen")] = ()
    geltungsbereich: Annotated[
        Zeile | None, Field(title="Geltungsbereich", description="Wo sie gilt, in Worten")
    ] = None
    fassung: Annotated[
        Fassungsname | None,
        Field(title="Fassung", description="Fassung des Rahmenkonzepts, auf der sie beruht"),
    ] = None
    rechtsgrundlagen: Annotated[
        tuple[Verweis[Rechtsgrundlage], ...], Field(title="Rechtsgrundlagen")
    ] = ()
    unterzeichnet: Annotated[
        JaNein, Field(title="Unterzeichnet", description="nein: noch ein Entwurf")
    ]
    unterzeichnet_am: Annotated[Datum | None, Field(title="Unterzeichnet am")] = None
    gueltig_ab: Annotated[Datum | None, Field(title="Gültig ab")] = None
    ende: Annotated[Laufzeitende, Field(title="Ende")]
    gueltig_bis: Annotated[
        Datum | None, Field(title="Gültig bis", description="Letzter Tag; nur bei „befristet“")
    ] = None
    gekuendigt_zum: Annotated[Datum | None, Field(title="Gekündigt zum")] = None
    verlaengerung: Annotated[
        Zeile | None, Field(title="Verlängerung", description="Ob und wie sie verlängert wird")
    ] = None
    kuendigungsfrist: Annotated[Zeile | None, Field(title="Kündigungsfrist")] = None
    naechste_pruefung: Annotated[Datum | None, Field(title="Nächste Überprüfung")] = None
    klauseln: Annotated[tuple[Klauselnachweis, ...], Field(title="Klauseln")] = ()
    wortlaut_bekannt: Annotated[
        JaNein,
        Field(
            title="Wortlaut bekannt",
            description="nein: nur Berichte darüber; fehlende Klauseln heißen „nicht bekannt“",
        ),
    ] = True
    vorgaengerin: Annotated[Verweis[Vereinbarung] | None, Field(title="Vorgängerin")] = None
    dokument: Annotated[
        Webadresse | None, Field(title="Dokument", description="Adresse des Dokuments")
    ] = None
    quelle_adresse: Annotated[Webadresse | None, Field(title="Adresse der Quelle")] = None
    quelle_vom: Annotated[Datum | None, Field(title="Datum der Quelle")] = None

    def partei(self, kurz: str) -> Partei | None:
        """Return the party with this short name, or None."""
        return next((partei for partei in self.parteien if partei.kurz == kurz), None)
