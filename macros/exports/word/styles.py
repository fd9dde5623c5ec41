"""The styles a Word file is made of, by the names that Word shows in its list of styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TITEL: Final = "Title"
UNTERTITEL: Final = "Subtitle"
TEXT: Final = "Normal"
LISTE: Final = "List Bullet"
NUMMERN: Final = "List Number"
KOPFZEILE: Final = "header"
FUSSZEILE: Final = "footer"
DECKBLATT: Final = "Deckblatt"
KENNZEICHNUNG: Final = "Kennzeichnung"
HINWEIS: Final = "Hinweis zum Löschen"
BAUSTEIN: Final = "Verbindlicher Text"
TABELLENKOPF: Final = "Tabellenkopf"
TABELLENTEXT: Final = "Tabellentext"
TABELLE: Final = "Rahmentabelle"
ERGAENZEN: Final = "Bitte ergänzen"
LINK: Final = "Hyperlink"


@dataclass(frozen=True)
class Formatvorlage:
    """A style that every template has.

    Attributes:
        name: its name inside the file, where Word calls its own styles in English.
        anzeige: the name that a German Word shows.
        wofuer: what is written with it, one German phrase.
    """

    name: str
    anzeige: str
    wofuer: str


FORMATVORLAGEN: Final = (
    Formatvorlage(TEXT, "Standard", "laufender Text"),
    Formatvorlage(TITEL, "Titel", "Titel auf dem Deckblatt"),
    Formatvorlage(UNTERTITEL, "Untertitel", "Zeile unter dem Titel"),
    Formatvorlage("heading 1", "Überschrift 1", "Abschnitte"),
    Formatvorlage("heading 2", "Überschrift 2", "Unterabschnitte"),
    Formatvorlage("heading 3", "Überschrift 3", "kleine Überschriften"),
    Formatvorlage(LISTE, "Aufzählungszeichen", "Listen mit Punkten"),
    Formatvorlage(NUMMERN, "Listennummer", "Listen mit Nummern"),
    Formatvorlage(KOPFZEILE, "Kopfzeile", "Fassung und Seitenzahl"),
    Formatvorlage(FUSSZEILE, "Fußzeile", "Zeile am unteren Rand"),
    Formatvorlage(DECKBLATT, DECKBLATT, "kleine Zeilen auf dem Deckblatt"),
    Formatvorlage(KENNZEICHNUNG, KENNZEICHNUNG, "Pflicht oder empfohlen, übernehmen oder anpassen"),
    Formatvorlage(HINWEIS, HINWEIS, "Leitfragen, die am Ende gelöscht werden"),
    Formatvorlage(BAUSTEIN, BAUSTEIN, "Sätze aus dem Rahmenkonzept"),
    Formatvorlage(TABELLENKOPF, TABELLENKOPF, "Kopfzeile einer Tabelle"),
    Formatvorlage(TABELLENTEXT, TABELLENTEXT, "Text in Tabellen"),
    Formatvorlage(TABELLE, TABELLE, "Linien und Flächen der Tabellen (Tabellenformat)"),
    Formatvorlage(ERGAENZEN, ERGAENZEN, "was die Schule noch einträgt (Zeichenformat)"),
    Formatvorlage(LINK, "Hyperlink", "Links (Zeichenformat)"),
)


def heading_style(level: int) -> str:
    """Return the style of a heading.

    Args:
        level: 1, 2 or 3; deeper ones a reader cannot tell apart.

    Raises:
        ValueError: another level.
    """
    if level not in (1, 2, 3):
        raise ValueError(f"Überschrift {level} gibt es nicht; möglich sind 1 bis 3")
    return f"heading {level}"
