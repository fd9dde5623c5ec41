"""What region.yml says for the legal pages: who answers, which data fall due, what is open."""

from __future__ import annotations

from enum import unique
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.contact_values import Mailadresse, Telefonnummer, Webadresse, check_web
from macros.model.fault import fault, shown
from macros.model.kennung import Kennung
from macros.model.page_path import SEITE_PATTERN, is_page
from macros.model.record import Teil
from macros.model.values import Absatz, Auswahl, Datum, Plz, Zeile


def _ziel(value: Any) -> Any:
    """Return a page below ``docs`` or a web address; nothing else may become a link."""
    if not isinstance(value, str) or is_page(value):
        return value
    if value.startswith("http"):
        return check_web(value)
    raise fault(
        r.WEB,
        f"{shown(value)} ist weder eine Seite unterhalb von docs noch eine Webadresse.",
        "service/leichte-sprache/website.md",
    )


Linkziel = Annotated[
    str,
    BeforeValidator(_ziel),
    WithJsonSchema({"type": "string", "pattern": f"^{SEITE_PATTERN}$|^https?://"}),
]


class Anbieter(Teil):
    """Who answers for the site (§ 5 DDG, § 18 MStV; zu prüfen)."""

    name: Annotated[Zeile, Field(title="Name")]
    rechtsform: Annotated[Zeile | None, Field(title="Rechtsform")] = None
    vertreten_durch: Annotated[Zeile | None, Field(title="Vertreten durch")] = None
    verantwortlich: Annotated[
        Zeile | None,
        Field(title="Verantwortlich für den Inhalt", description="mit Anschrift"),
    ] = None
    strasse: Annotated[Zeile, Field(title="Straße", description="ladungsfähig, kein Postfach")]
    plz: Annotated[Plz, Field(title="Postleitzahl")]
    ort: Annotated[Zeile, Field(title="Ort")]
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon")] = None
    formular: Annotated[Webadresse | None, Field(title="Kontaktformular")] = None
    email: Annotated[Mailadresse, Field(title="E-Mail")]
    ust_id: Annotated[Zeile | None, Field(title="Umsatzsteuer-Identifikationsnummer")] = None
    wirtschafts_id: Annotated[Zeile | None, Field(title="Wirtschafts-Identifikationsnummer")] = None


@unique
class Bereitstellung(Auswahl):
    """Where the finished site lies; it decides who else sees the visitors' addresses."""

    EIGENER_SERVER = "eigener-server", "eigener Server"
    AUFTRAG = "auftrag", "Dienstleister im Auftrag"
    GITHUB_PAGES = "github-pages", "GitHub Pages"


class Datenschutz(Teil):
    """What the privacy statement needs (Art. 13, 14 DSGVO; zu prüfen)."""

    beauftragte_stelle: Annotated[Zeile, Field(title="Datenschutzbeauftragte Stelle")]
    anschrift: Annotated[Zeile | None, Field(title="Anschrift der Stelle")] = None
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon der Stelle")] = None
    email: Annotated[Mailadresse, Field(title="E-Mail")]
    hoster: Annotated[Zeile, Field(title="Technischer Betrieb")]
    bereitstellung: Annotated[Bereitstellung | None, Field(title="Bereitstellung")] = None
    vertrag_vom: Annotated[
        Datum | None, Field(title="Vertrag vom", description="Auftragsverarbeitung, Art. 28 DSGVO")
    ] = None
    protokolle: Annotated[Absatz, Field(title="Zugriffsprotokolle")]
    drittland: Annotated[
        Absatz | None,
        Field(title="Übermittlung in Drittländer", description="ohne Angabe: findet nicht statt"),
    ] = None
    aufsicht: Annotated[
        Zeile | None,
        Field(title="Aufsichtsbehörde", description="ohne Angabe die des Landes"),
    ] = None
    aufsicht_website: Annotated[Webadresse | None, Field(title="Website der Aufsicht")] = None
    plattform: Annotated[
        Zeile | None,
        Field(title="Entwicklungsplattform", description="wo Vorschläge eingereicht werden"),
    ] = None
    verzeichnis_vom: Annotated[
        Datum | None,
        Field(title="Verzeichnis vom", description="Eintrag nach Art. 30 DSGVO"),
    ] = None
    personalrat_beteiligt_am: Annotated[Datum | None, Field(title="Personalrat beteiligt am")] = (
        None
    )


@unique
class Vereinbarkeit(Auswahl):
    """How far the site meets the norm, in the three words of the EU's model statement."""

    VOLL = "voll", "vollständig vereinbar"
    TEILWEISE = "teilweise", "teilweise vereinbar"
    NICHT = "nicht", "nicht vereinbar"


@unique
class Bewertungsart(Auswahl):
    """Who has judged the site."""

    SELBST = "selbst", "Selbstbewertung"
    DRITTE = "dritte", "Bewertung durch Dritte"


@unique
class Mangelgrund(Auswahl):
    """Why something is not accessible, in the three classes of the EU's model statement."""

    UNVEREINBAR = "unvereinbar", "Unvereinbarkeit mit den Vorschriften"
    BELASTUNG = "belastung", "Unverhältnismäßige Belastung"
    AUSSERHALB = "ausserhalb", "Fällt nicht unter die Vorschriften"


@unique
class Mangelquelle(Auswahl):
    """Who has found it."""

    PRUEFUNG = "pruefung", "automatische Prüfung"
    MENSCH = "mensch", "Prüfung durch Menschen"


class Mangel(Teil):
    """Something that is not accessible."""

    id: Annotated[Kennung, Field(title="Kennung")]
    was: Annotated[Zeile, Field(title="Was nicht barrierefrei ist")]
    kriterium: Annotated[
        Zeile, Field(title="Kriterium", description="Nummer der WCAG, etwa 1.4.3 Kontrast")
    ]
    grund: Annotated[Mangelgrund, Field(title="Grund")]
    begruendung: Annotated[Absatz | None, Field(title="Begründung")] = None
    alternative: Annotated[Zeile | None, Field(title="Barrierefreie Alternative")] = None
    behebung_bis: Annotated[Datum | None, Field(title="Behebung geplant bis")] = None
    behoben_am: Annotated[Datum | None, Field(title="Behoben am")] = None
    quelle: Annotated[Mangelquelle, Field(title="Gefunden durch")]

    @property
    def offen(self) -> bool:
        """Whether it still stands against the norm."""
        return self.behoben_am is None and self.grund is not Mangelgrund.AUSSERHALB


class Startseitenteile(Teil):
    """The parts that a language version of the home page consists of, each a page or a video.

    Anlage 2 BITV 2.0 names four; a part without an entry is missing.
    """

    inhalte: Annotated[
        Linkziel | None, Field(title="Wesentliche Inhalte", description="Seite unterhalb von docs")
    ] = None
    navigation: Annotated[Linkziel | None, Field(title="Hinweise zur Navigation")] = None
    erklaerung: Annotated[Linkziel | None, Field(title="Wesentliches der Erklärung")] = None
    weiteres: Annotated[Linkziel | None, Field(title="Hinweise auf weitere Inhalte")] = None


class Barrierefreiheit(Teil):
    """What the accessibility statement needs (Durchführungsbeschluss (EU) 2018/1523)."""

    stand: Annotated[Datum, Field(title="Stand der Erklärung")]
    erstellt_am: Annotated[Datum | None, Field(title="Erstmals erstellt am")] = None
    letzte_pruefung: Annotated[
        Datum | None, Field(title="Zuletzt überprüft am", description="ohne Angabe der Stand")
    ] = None
    vereinbarkeit: Annotated[
        Vereinbarkeit | None, Field(title="Vereinbarkeit", description="Urteil eines Menschen")
    ] = None
    bewertung: Annotated[Bewertungsart | None, Field(title="Art der Bewertung")] = None
    geprueft_durch: Annotated[
        Zeile | None, Field(title="Geprüft durch", description="eine Funktion, kein Name")
    ] = None
    methode: Annotated[Absatz, Field(title="Prüfmethode")]
    ausgenommen: Annotated[
        tuple[Zeile, ...],
        Field(title="Nicht erfasst", description="wofür die Erklärung nicht gilt"),
    ] = ()
    bekannte_maengel: Annotated[tuple[Mangel, ...], Field(title="Bekannte Mängel")] = ()
    leichte_sprache: Annotated[Startseitenteile | None, Field(title="Leichte Sprache")] = None
    gebaerdensprache: Annotated[Startseitenteile | None, Field(title="Gebärdensprache")] = None
    stelle: Annotated[
        Zeile | None,
        Field(title="Zuständige Stelle", description="wer Meldungen von Barrieren bearbeitet"),
    ] = None
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon der Stelle")] = None
    email: Annotated[Mailadresse, Field(title="Barrieren melden an")]
    formular: Annotated[Webadresse | None, Field(title="Kontaktformular")] = None
    antwortfrist: Annotated[
        Zeile | None, Field(title="Antwortfrist", description="etwa: innerhalb eines Monats")
    ] = None
    durchsetzung: Annotated[
        Zeile | None,
        Field(title="Durchsetzungsstelle", description="ohne Angabe die des Landes"),
    ] = None
    durchsetzung_website: Annotated[Webadresse | None, Field(title="Website")] = None
    angezeigt_am: Annotated[
        Datum | None, Field(title="Angezeigt am", description="der Überwachungsstelle gesandt am")
    ] = None

    @property
    def zuletzt_geprueft(self) -> Datum:
        """The day on which the statement was last reviewed."""
        return self.letzte_pruefung or self.stand
