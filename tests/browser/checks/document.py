"""Checks of the open document, written in JavaScript beside this module."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from tests.browser.checks.registry import PRUEFUNGEN, Pruefung, Umfang, pruefung
from tests.browser.visit import Visit

SOURCES: Final = tuple(
    f"(() => {{{files(__package__).joinpath(name).read_text(encoding='utf-8')}}})()"
    for name in ("structure.js", "appearance.js", "traces.js")
)


def ask(visit: Visit, function: str) -> list[str]:
    """Run one of the functions of the scripts in the page."""
    if not visit.page.evaluate("'pruefungStruktur' in globalThis"):
        for source in SOURCES:
            visit.page.evaluate(source)
    found: list[str] = visit.page.evaluate(f"globalThis.{function}()")
    return found


def _in_page(id: str, titel: str, kriterium: str, umfang: Umfang, function: str) -> None:
    PRUEFUNGEN[id] = Pruefung(id, titel, kriterium, umfang, lambda visit: ask(visit, function))


_A, _S = Umfang.ANSICHT, Umfang.SEITE
for _id, _titel, _kriterium in (
    ("T1", "Eine Überschrift erster Ebene, keine Ebene übersprungen", "WCAG 1.3.1, 2.4.6"),
    ("T2", "Sprache der Seite und fremder Stellen, nichts Englisches", "WCAG 3.1.1, 3.1.2"),
    ("T3", "Titel nennt Seite, Website und Fassung", "WCAG 2.4.2"),
    ("T4", "Bereiche: Kopf, Inhalt, Fuß; jede Navigation mit eigenem Namen", "WCAG 1.3.1, 2.4.1"),
    ("T6", "Keine Kennung doppelt, alle Verweise haben ein Ziel", "WCAG 1.3.1, 4.1.2"),
    ("T7", "Tabellen mit Beschriftung und Köpfen, Listen sind Listen", "WCAG 1.3.1"),
    ("T8", "Bilder mit Textalternative", "WCAG 1.1.1"),
    ("T9", "Linktexte sagen, wohin sie führen", "WCAG 2.4.4, 3.2.4"),
    ("T10", "Keine Auskunft nur im title", "WCAG 1.3.1, 3.3.2"),
    ("T11", "Abkürzungen mit Langform", "WCAG 3.1.4"),
    ("T12", "Dateien mit Art und Größe", "WCAG 2.4.4"),
):
    _in_page(_id, _titel, _kriterium, _A, f"pruefungStruktur.{_id}")
for _id, _titel, _kriterium, _umfang, _function in (
    ("T26", "Kein seitliches Rollen, auch bei 320 px", "WCAG 1.4.10", _A, "pruefungBild.breite"),
    ("T34", "Schriften dürfen fehlen", "WCAG 1.4.5", _S, "pruefungBild.schrift"),
    (
        "T39",
        "Leichte Sprache: kurze Sätze und Wörter",
        "BITV Anlage 2",
        _S,
        "pruefungSpuren.leicht",
    ),
    ("T41", "Videos liegen hier und sind bedienbar", "BITV Anlage 2", _S, "pruefungSpuren.film"),
    ("T42", "Rechtliches und „Barriere melden“ im Fuß", "§ 5 DDG, BGG", _A, "pruefungSpuren.recht"),
    ("A1", "Ziele mindestens 24 Pixel groß", "WCAG 2.5.8", _A, "pruefungBild.ziele"),
    ("A2", "Kinderschutz und Notruf im Kopf", "§ 8a SGB VIII", _A, "pruefungSpuren.kinderschutz"),
    ("S1", "Strenge Policy, kein Inline-Code", "Art. 32 DSGVO", _A, "pruefungSpuren.fremdes"),
):
    _in_page(_id, _titel, _kriterium, _umfang, _function)


@pruefung("S2", "Keine Cookies und nichts gespeichert", "§ 25 TDDDG", Umfang.ANSICHT)
def _stored(visit: Visit) -> list[str]:
    return [f"gespeichert: {key}" for key in visit.stored()]


@pruefung("S3", "Kein Abruf bei fremden Rechnern", "Art. 6 DSGVO", Umfang.ANSICHT)
def _foreign_requests(visit: Visit) -> list[str]:
    return [f"fremder Abruf: {url}" for url in visit.foreign_requests()]


@pruefung(
    "S4", "Keine Meldung in der Konsole, auch keine der Policy", "eigenes Ziel", Umfang.ANSICHT
)
def _messages(visit: Visit) -> list[str]:
    return [f"Konsole: {message}" for message in visit.messages]
