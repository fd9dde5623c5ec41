"""What the law of a Land asks of this website; each statement says where it was read."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Mailadresse, Telefonnummer, Webadresse
from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.values import Absatz, Auswahl, Datum, JaNein, Zeile


@unique
class Pruefstand(Auswahl):
    """Whether somebody has read the statement in its primary source."""

    GEPRUEFT = "geprueft", "geprüft"
    ZU_PRUEFEN = "zu-pruefen", "zu prüfen"


class Beleg(Teil):
    """Where a statement comes from and whether it was read there."""

    pruefstand: Annotated[Pruefstand, Field(title="Prüfstand")]
    quelle: Annotated[Zeile, Field(title="Quelle")]
    stand: Annotated[
        Datum | None, Field(title="Stand", description="Tag, von dem die Quelle ist")
    ] = None
    website: Annotated[Webadresse | None, Field(title="Fundstelle")] = None


class Vorschrift(Teil):
    """A law as the legal pages quote it."""

    text: Annotated[Zeile, Field(title="Wortlaut", description="wie die Seite sie zitiert")]
    beleg: Annotated[Beleg, Field(title="Beleg")]


class Pflicht(Teil):
    """A question of law that is answered with yes or no."""

    pflicht: Annotated[JaNein, Field(title="Pflicht für Kommunen")]
    grundlage: Annotated[Zeile, Field(title="Grundlage")]
    beleg: Annotated[Beleg, Field(title="Beleg")]


class Behoerde(Teil):
    """A public body of the Land and how it is reached."""

    name: Annotated[Zeile, Field(title="Name")]
    strasse: Annotated[Zeile | None, Field(title="Straße")] = None
    plz_ort: Annotated[Zeile | None, Field(title="Postleitzahl und Ort")] = None
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon")] = None
    email: Annotated[Mailadresse | None, Field(title="E-Mail")] = None
    website: Annotated[Webadresse | None, Field(title="Website")] = None
    beleg: Annotated[Beleg, Field(title="Beleg")]


class Verfahren(Teil):
    """What somebody can do when a complaint about a barrier was not answered."""

    name: Annotated[Zeile, Field(title="Name des Verfahrens")]
    grundlage: Annotated[Zeile, Field(title="Grundlage")]
    ablauf: Annotated[Absatz, Field(title="Ablauf")]
    beleg: Annotated[Beleg, Field(title="Beleg")]


class Landesrecht(Record):
    """The law of a Land; its id is the Land's abbreviation in lower case.

    The list is today's law and not part of a Fassung: the legal pages of all Fassungen show it.
    """

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "laender.yml", "Land", "Länder", "laender", pflicht=True, live=True
    )

    name: Annotated[Zeile, Field(title="Name")]
    barrierefreiheit: Annotated[Vorschrift, Field(title="Recht der Barrierefreiheit")]
    erklaerung: Annotated[Vorschrift, Field(title="Recht der Erklärung zur Barrierefreiheit")]
    leichte_sprache: Annotated[Pflicht, Field(title="Leichte Sprache auf der Startseite")]
    gebaerdensprache: Annotated[Pflicht, Field(title="Gebärdensprache auf der Startseite")]
    verfahren: Annotated[Verfahren, Field(title="Durchsetzungsverfahren")]
    durchsetzung: Annotated[Behoerde, Field(title="Durchsetzungsstelle")]
    ueberwachung: Annotated[Behoerde, Field(title="Überwachungsstelle")]
    anzeige: Annotated[Pflicht, Field(title="Erklärung der Überwachungsstelle anzeigen")]
    datenschutz: Annotated[Vorschrift, Field(title="Datenschutzrecht")]
    aufsicht: Annotated[Behoerde, Field(title="Aufsicht über den Datenschutz")]
    kontaktdaten: Annotated[Vorschrift, Field(title="Recht der Veröffentlichung von Kontaktdaten")]
    impressum: Annotated[Vorschrift, Field(title="Recht des Impressums")]
    pressegesetz: Annotated[Pflicht, Field(title="Angaben nach dem Pressegesetz")]
    beteiligung: Annotated[Vorschrift, Field(title="Beteiligung des Personalrats")]
