"""The sections of a schuleigenes Konzept: what is due in each, and where its text comes from."""

from __future__ import annotations

import re
from enum import unique
from typing import Annotated, Any, ClassVar, Final

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.kennung import Kennung
from macros.model.page_path import SEITENPFAD_PATTERN, is_page_path
from macros.model.record import Datei, Ordner, Record
from macros.model.records.katalog import Seitenpfad
from macros.model.values import Auswahl, Zeile

_ANKER: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
NUMMER_PATTERN: Final = r"^(A[1-9]|0|[1-9]\d?)$"
FUNDSTELLE_PATTERN: Final = rf"^{SEITENPFAD_PATTERN}#{_ANKER}$"


class Bezug(str):
    """A reference to something that is not a record of its own; no text for readers."""

    __slots__ = ()


def _fundstelle(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    page, _, anker = value.partition("#")
    if is_page_path(page) and re.fullmatch(_ANKER, anker, re.ASCII):
        return value
    page = page.strip().removeprefix("docs/").removesuffix(".md").strip("/")
    anker = anker.strip().lower()
    right = is_page_path(page) and re.fullmatch(_ANKER, anker, re.ASCII)
    raise fault(
        r.FORM,
        f"{shown(value)} ist keine Stelle in einem Kapitel. Erwartet werden der Pfad der Seite "
        "ohne Endung, # und ein Anker.",
        f"{page}#{anker}" if right else "",
        rat="Form: auftrag/grundsaetze#freiwilligkeit",
    )


Fundstelle = Annotated[
    str,
    BeforeValidator(_fundstelle),
    AfterValidator(Bezug),
    WithJsonSchema({"type": "string", "pattern": FUNDSTELLE_PATTERN}),
]


def _nummer(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(NUMMER_PATTERN, value, re.ASCII):
        raise fault(
            r.FORM,
            f"{shown(value)} ist keine Nummer eines Abschnitts. Erwartet wird eine Zahl von 0 bis "
            "99, bei einer Anlage A1 bis A9.",
        )
    return value


Abschnittsnummer = Annotated[
    str,
    BeforeValidator(_nummer),
    WithJsonSchema({"type": "string", "pattern": NUMMER_PATTERN}),
]


@unique
class Pflicht(Auswahl):
    """Whether every school has the section."""

    PFLICHT = "pflicht", "Pflicht"
    EMPFOHLEN = "empfohlen", "empfohlen"


@unique
class Umgang(Auswahl):
    """What a school does with the section's text."""

    UEBERNEHMEN = "uebernehmen", "übernehmen"
    ANPASSEN = "anpassen", "anpassen"
    VORBELEGT = "vorbelegt", "vorbelegt"


@unique
class Angabe(Auswahl):
    """What the file holds ready in a section: facts of the register, or a table to fill in."""

    DOKUMENT = "dokument", "Angaben zum Dokument"
    KURZTEXT = "kurztext", "Wer, wo, wann, wobei"
    SCHULE = "schule", "Die Schule in Zahlen"
    BEDARF = "bedarf", "Befragungen"
    ZIELE = "ziele", "Ziele für drei Jahre"
    ANGEBOTE = "angebote", "Angebote"
    STELLEN = "stellen", "Stellen"
    AUFSICHT = "aufsicht", "Aufsicht und Ansprechstellen"
    RAUM = "raum", "Raum und Ausstattung"
    ABSPRACHEN = "absprachen", "Feste Absprachen"
    ZUSTAENDIG = "zustaendig", "Zuständige Stellen"
    PARTNER = "partner", "Unsere Partner"
    FEDERFUEHRUNG = "federfuehrung", "Wer an unserer Schule was tut"
    KINDERSCHUTZ = "kinderschutz", "Wer im Kinderschutz hilft"
    VORDRUCKE = "vordrucke", "Vordrucke und Unterlagen"
    TERMINE = "termine", "Termine der Auswertung"
    JAHRESPLAN = "jahresplan", "Jahresplan"
    VORHABEN = "vorhaben", "Vorhaben"
    VEREINBARUNG = "vereinbarung", "Kooperationsvereinbarungen"
    AUSHANG = "aushang", "Aushang"
    JAHRESZIELE = "jahresziele", "Ziele des Schuljahres"


class Konzeptabschnitt(Record):
    """A section or an annex, in the order of the document."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG,
        "konzeptabschnitte.yml",
        "Konzeptabschnitt",
        "Abschnitte des schuleigenen Konzepts",
        "konzeptabschnitte",
    )

    nummer: Annotated[
        Abschnittsnummer, Field(title="Nummer", description="0 bis 15; Anlagen A1, A2 …")
    ]
    titel: Annotated[Zeile, Field(title="Titel")]
    pflicht: Annotated[Pflicht, Field(title="Pflicht oder empfohlen")]
    umgang: Annotated[Umgang, Field(title="Umgang", description="Was die Schule damit tut")]
    kapitel: Annotated[
        Seitenpfad, Field(title="Kapitel", description="Seite, die den Abschnitt ausführt")
    ]
    hinweis: Annotated[Zeile, Field(title="Hinweis", description="Was hier zu tun ist")]
    leitfragen: Annotated[
        Fundstelle | None,
        Field(title="Leitfragen", description="Überschrift, unter der Fragen und Umfang stehen"),
    ] = None
    bausteine: Annotated[
        tuple[Fundstelle, ...],
        Field(title="Bausteine", description="Stellen in Kapiteln, deren Text übernommen wird"),
    ] = ()
    angaben: Annotated[
        tuple[Angabe, ...], Field(title="Angaben", description="Was die Datei bereithält")
    ] = ()
    standards: Annotated[
        tuple[Annotated[Kennung, AfterValidator(Bezug)], ...],
        Field(title="Standards", description="Standards, auf die der Abschnitt antwortet"),
    ] = ()

    @property
    def ist_anlage(self) -> bool:
        """Whether this is an annex."""
        return self.nummer.startswith("A")

    @property
    def ueberschrift(self) -> str:
        """Number and title as they stand in the document."""
        return f"{'Anlage ' if self.ist_anlage else ''}{self.nummer} {self.titel}"
