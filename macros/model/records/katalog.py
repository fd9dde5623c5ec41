"""Records of the wording: standards, terms, and the code lists for topics and Schulformen."""

from __future__ import annotations

from enum import unique
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.page_path import SEITENPFAD_PATTERN, is_page_path
from macros.model.record import Datei, Ordner, Record, Teil
from macros.model.records.quelle import Quelle
from macros.model.values import Absatz, Auswahl, Datum, Zeile
from macros.model.verweis import Verweis


def _seitenpfad(value: Any) -> Any:
    if not isinstance(value, str) or is_page_path(value):
        return value
    plain = value.strip().removeprefix("docs/").removesuffix(".md").strip("/")
    raise fault(
        r.FORM,
        f"{shown(value)} ist kein Pfad einer Seite. Er beginnt unter docs und hat keine Endung.",
        f"kapitel: {plain}" if is_page_path(plain) else "",
    )


Seitenpfad = Annotated[
    str,
    BeforeValidator(_seitenpfad),
    WithJsonSchema({"type": "string", "pattern": f"^{SEITENPFAD_PATTERN}$"}),
]


@unique
class Schulstufe(Auswahl):
    """The stage of schooling, for filters and for who is responsible."""

    PRIMAR = "primar", "Primarstufe"
    SEK_I = "sekundar-1", "Sekundarstufe I"
    SEK_II = "sekundar-2", "Sekundarstufe II"


class Schulform(Record):
    """A Schulform with the stages it covers and its key in official lists."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG,
        "schulformen.yml",
        "Schulform",
        "Schulformen",
        "schulformen",
        pflicht=True,
        live=True,
    )

    name: Annotated[Zeile, Field(title="Name")]
    stufen: Annotated[tuple[Schulstufe, ...], Field(title="Schulstufen", min_length=1)]
    kuerzel: Annotated[
        Zeile | None,
        Field(title="Kürzel", description="so kürzen viele den Namen ab, wenn sie danach suchen"),
    ] = None
    schluessel_nw: Annotated[
        tuple[Zeile, ...],
        Field(title="Schlüssel NRW", description="Schlüssel in den Schulgrunddaten NRW"),
    ] = ()


class Thema(Record):
    """A topic for which offices and offers are found."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "themen.yml", "Thema", "Themen", "themen", pflicht=True, live=True
    )

    name: Annotated[Zeile, Field(title="Name")]
    frage: Annotated[
        Zeile | None, Field(title="Frage", description="Die Frage, mit der jemand kommt")
    ] = None


@unique
class Dimension(Auswahl):
    """The dimension of quality a standard belongs to (Struktur, Prozess, Ergebnis)."""

    STRUKTUR = "struktur", "Strukturqualität"
    PROZESS = "prozess", "Prozessqualität"
    ERGEBNIS = "ergebnis", "Ergebnisqualität"


@unique
class Verbindlichkeit(Auswahl):
    """How binding a standard is."""

    MUSS = "muss", "muss"
    SOLL = "soll", "soll"
    KANN = "kann", "kann"


@unique
class Rolle(Auswahl):
    """Who answers for a standard."""

    SCHULE = "schule", "Schule"
    FACHKRAFT = "fachkraft", "Fachkraft"
    TRAEGER = "traeger", "Anstellungsträger"
    KOORDINATION = "koordination", "Koordinierungsstelle"


class Zurueckziehung(Teil):
    """When and why a standard was retired; its text stays readable."""

    am: Annotated[Datum, Field(title="Zurückgezogen am")]
    grund: Annotated[Zeile, Field(title="Grund")]


class Standard(Record):
    """A quality standard; its number (QS-S-01) is permanent, its id is the number in lower case."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "standards.yml", "Standard", "Standards", "standards", pflicht=True
    )

    titel: Annotated[Zeile, Field(title="Titel")]
    dimension: Annotated[Dimension, Field(title="Dimension")]
    verbindlichkeit: Annotated[Verbindlichkeit, Field(title="Verbindlichkeit")]
    verantwortlich: Annotated[tuple[Rolle, ...], Field(title="Verantwortlich", min_length=1)]
    anforderung: Annotated[Absatz, Field(title="Anforderung")]
    leitfrage: Annotated[
        Zeile | None, Field(title="Leitfrage", description="Die Frage, die sich jede Schule stellt")
    ] = None
    begruendung: Annotated[
        Absatz | None, Field(title="Begründung", description="Warum es den Standard gibt")
    ] = None
    nachweise: Annotated[tuple[Zeile, ...], Field(title="Nachweise")] = ()
    kapitel: Annotated[
        Seitenpfad | None,
        Field(title="Kapitel", description="Seite, die ihn ausführt: aufgaben/beratung"),
    ] = None
    quellen: Annotated[tuple[Verweis[Quelle], ...], Field(title="Quellen")] = ()
    zurueckgezogen: Annotated[Zurueckziehung | None, Field(title="Zurückgezogen")] = None

    @property
    def nummer(self) -> str:
        """The number as people quote it: ``QS-S-01``."""
        return self.id.upper()


class Begriff(Record):
    """A term of the glossary."""

    datei: ClassVar[Datei] = Datei(
        Ordner.KATALOG, "glossar.yml", "Begriff", "Begriffe", "glossar", pflicht=True
    )

    begriff: Annotated[Zeile, Field(title="Begriff")]
    abkuerzung: Annotated[Zeile | None, Field(title="Abkürzung")] = None
    formen: Annotated[
        tuple[Zeile, ...],
        Field(
            title="Formen", description="Andere Schreibweisen, etwa gebeugt; sie werden verlinkt"
        ),
    ] = ()
    definition: Annotated[Absatz, Field(title="Erklärung")]
    siehe: Annotated[tuple[Verweis[Begriff], ...], Field(title="Siehe auch")] = ()


class Wortwahl(Record):
    """A word that readers stumble over, and the one to write instead."""

    datei: ClassVar[Datei] = Datei(Ordner.KATALOG, "wortwahl.yml", "Wort", "Wortwahl", "wortwahl")

    vermeiden: Annotated[
        tuple[Zeile, ...],
        Field(title="Vermeiden", description="Die Wörter, in jeder Form", min_length=1),
    ]
    besser: Annotated[Zeile, Field(title="Besser")]
    grund: Annotated[Zeile | None, Field(title="Grund")] = None
    ausser: Annotated[
        tuple[Zeile, ...],
        Field(title="Außer", description="Wendungen, in denen das Wort stehen darf"),
    ] = ()
