"""The macro for the drawings of the Rahmenkonzept: one content for the picture and for its text."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.records import Schuljahresaufgabe
from macros.model.records.schuljahr import Monat
from macros.views.lookup import unknown
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

_LINE: Final = 28


@dataclass(frozen=True)
class Teil:
    """A part of a drawing.

    Attributes:
        name: what stands in the picture.
        zusatz: a few more words, in smaller type; may be empty.
        text: the whole of it for those who read instead of look; else name and zusatz.
    """

    name: str
    zusatz: str = ""
    text: str = ""

    @property
    def zeilen(self) -> list[str]:
        """The name in lines that fit the drawing."""
        return textwrap.wrap(self.name, _LINE)

    @property
    def satz(self) -> str:
        """The part as one reads it in a list."""
        return self.text or (f"{self.name}: {self.zusatz}" if self.zusatz else self.name)


@dataclass(frozen=True)
class Bild:
    """A drawing.

    Attributes:
        titel: what it shows, in a few words.
        beschreibung: how it is built, for those who do not see it.
        unterschrift: stands below.
        teile: its parts in reading order.
        vorab: what stands above all parts, in lines; may be empty.
        geordnet: whether the order of the parts means something.
    """

    titel: str
    beschreibung: str
    unterschrift: str
    teile: tuple[Teil, ...]
    vorab: tuple[str, ...] = ()
    geordnet: bool = True


_PICTURES: Final = {
    "qualitaetskreis": Bild(
        "Der Qualitätskreis",
        "Vier Kreise auf einem Ring, verbunden durch Pfeile im Uhrzeigersinn. Nach dem vierten "
        "beginnt es von vorn.",
        "Vier Schritte, jedes Schuljahr von vorn.",
        (
            Teil("Vereinbaren", "September"),
            Teil("Arbeiten und festhalten", "das Jahr über"),
            Teil("Hinsehen", "Mai"),
            Teil("Ändern", "vor den Ferien"),
        ),
    ),
    "kinderschutz-schritte": Bild(
        "Schritte im Kinderschutz",
        "Oben ein hervorgehobenes Feld für die akute Gefahr, darunter acht Schritte "
        "untereinander, mit einer Linie verbunden.",
        "Acht Schritte bei Sorge um ein Kind. Akute Gefahr geht immer vor.",
        (
            Teil("Gefahr prüfen", "Kann das Kind heute nach Hause?"),
            Teil("Zuhören und aufschreiben", "am selben Tag"),
            Teil("Jemanden dazuholen", "Schulleitung oder Fachkraft"),
            Teil("Fachlich beraten lassen", "ohne den Namen des Kindes"),
            Teil("Mit Kind und Eltern sprechen", "wenn es das Kind nicht gefährdet"),
            Teil("Hilfe vereinbaren", "wer was bis wann tut"),
            Teil("Das Jugendamt informieren", "wenn es anders nicht abzuwenden ist"),
            Teil("Dranbleiben", "am nächsten Tag nachfragen"),
        ),
        vorab=("Ist das Kind jetzt in Gefahr?", "Sofort die Polizei: 110"),
    ),
    "akteure": Bild(
        "Wer zusammenarbeitet",
        "In der Mitte ein Kreis für Kind und Familie. Darum ein größerer Kreis für die Schule mit "
        "ihren Berufen. Außen sechs Felder für Dienste, jedes mit dem Kreis verbunden.",
        "In der Mitte stehen das Kind und seine Familie.",
        (
            Teil("Kind und Familie", text="In der Mitte: Kind und Familie"),
            Teil(
                "Schule",
                text="Um sie herum die Schule: Schulleitung, Lehrkräfte, Schulsozialarbeit, "
                "Ganztag",
            ),
            Teil(
                "Jugendhilfe",
                text="Jugendhilfe: Jugendamt, Erziehungsberatung, Jugendzentren, Jugendberufshilfe",
            ),
            Teil(
                "Bildung",
                text="Bildung: Schulpsychologie, Schulaufsicht, Nachbarschulen, Kitas",
            ),
            Teil(
                "Gesundheit",
                text="Gesundheit: Kinderärztinnen und Kinderärzte, Therapie, Suchtberatung, "
                "Gesundheitsamt",
            ),
            Teil(
                "Geld, Wohnen",
                text="Geld und Wohnen: Jobcenter, Bildung und Teilhabe, Schuldnerberatung",
            ),
            Teil(
                "Schutz",
                text="Schutz: Polizei, Frauenberatung, Fachstellen gegen sexuelle Gewalt",
            ),
            Teil(
                "Alltag",
                text="Alltag: Sportvereine, Büchereien, Gemeinden, Nachbarschaftshilfe",
            ),
        ),
        geordnet=False,
    ),
    "weg-zum-konzept": Bild(
        "Der Weg zum eigenen Konzept",
        "Ein Weg in Kehren von oben nach unten mit sieben nummerierten Stationen.",
        "Sieben Schritte in einem Schuljahr. Die Monate sind ein Vorschlag.",
        (
            Teil("Auftrag klären", "September"),
            Teil("Ausgangslage beschreiben", "Oktober"),
            Teil("Bedarf erheben", "November"),
            Teil("Ziele festlegen", "Dezember"),
            Teil("Planen und schreiben", "Januar und Februar"),
            Teil("Abstimmen und beschließen", "März bis Mai"),
            Teil("Einführen und überprüfen", "ab Juni"),
        ),
    ),
}
_YEAR: Final = "schuljahr"
IDS: Final = (*_PICTURES, _YEAR)


@dataclass(frozen=True)
class Jahreszeile:
    """A task of the school year with its place in the drawing.

    Attributes:
        aufgabe: the task.
        zeilen: its text in lines that fit.
        oben: where the line begins, in units of the drawing.
        erste: whether its month is named here.
    """

    aufgabe: Schuljahresaufgabe
    zeilen: list[str]
    oben: int
    erste: bool


@makro(inline=False, beispiel='bild("qualitaetskreis")', gegenstand="Bild")
def bild(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt eine Zeichnung des Rahmenkonzepts, darunter ihren Inhalt als Text.

    Args:
        ansicht: die Seite.
        id: Welche Zeichnung: qualitaetskreis, kinderschutz-schritte, akteure, weg-zum-konzept oder
            schuljahr.
    """
    if id not in IDS:
        raise unknown(f"Ein Bild „{id}“ gibt es nicht.", id, IDS)
    anker = ansicht.frei((f"bild-{id}-titel", f"bild-{id}-text"))
    if id == _YEAR:
        rows, height = _year(ansicht)
        anker = anker if rows else frozenset()
        return block("bild_schuljahr", anker, zeilen=rows, hoehe=height)
    return block(f"bild_{id.replace('-', '_')}", anker, bild=_PICTURES[id], id=id)


def _year(ansicht: Ansicht) -> tuple[list[Jahreszeile], int]:
    """Return the tasks in the order of the school year, and how high the drawing becomes."""
    months = list(Monat)
    tasks = ansicht.bestand.alle(Schuljahresaufgabe)
    rows: list[Jahreszeile] = []
    top = 8
    for task in sorted(tasks, key=lambda task: months.index(task.monat)):
        lines = textwrap.wrap(task.was, _LINE)
        first = not rows or rows[-1].aufgabe.monat is not task.monat
        rows.append(Jahreszeile(task, lines, top, first))
        top += 20 * max(len(lines), 1) + 22
    return rows, top
