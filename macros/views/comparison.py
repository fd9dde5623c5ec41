"""Macros for comparisons: one between two Fassungen, the choice of one, and what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.kinds import ARTEN
from macros.compare.report import called, number
from macros.exports.comparison_files import (
    ORDNER,
    endings,
    file_path,
    report,
    shown_pairs,
)
from macros.model.page_path import address_for
from macros.model.wordings import ENTWURF
from macros.views.errors import MakroFehler
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.compare.changes import Aenderung
    from macros.views.ansicht import Ansicht

TEILE: Final = (
    "einleitung", "ueberblick", "aufgaben", "standards", "kapitel", "listen", "glossar",
    "dateien",
)  # fmt: skip
_CHOICE: Final = "service/neu-im-rahmen/"


@makro(
    inline=False,
    beispiel='vergleich("2025.1", "2025.2", "standards")',
    seite=_CHOICE,
    live=True,
    dateien=True,
)
def vergleich(ansicht: Ansicht, alt: str, neu: str, teil: str) -> Fragment:
    """Zeigt einen Teil des Vergleichs zweier Fassungen.

    Die Seiten, auf denen ein Vergleich steht, entstehen aus den Daten. Sie rufen dieses Makro für
    jeden ihrer Abschnitte auf.

    Args:
        ansicht: die Seite.
        alt: Name der älteren Fassung, etwa 2025.1.
        neu: Name der neueren Fassung, oder entwurf.
        teil: Eines von einleitung, ueberblick, aufgaben, standards, kapitel, listen, glossar,
            dateien.
    """
    if teil not in TEILE:
        raise MakroFehler(
            f"„{teil}“ ist kein Teil eines Vergleichs.", f"Erlaubt: {', '.join(TEILE)}."
        )
    try:
        bericht = report(ansicht.bestand, alt, neu)
    except LookupError as missing:
        names = ", ".join(w.name for w in ansicht.bestand.wortlaute.staende) or "keine"
        raise MakroFehler(
            f"Zu „{missing.args[0]}“ liegt kein Wortlaut vor.", f"Vorhanden: {names}."
        ) from None
    ids = [a.kennung for a in bericht.standards] if teil == "standards" else []
    files = (
        [
            (ending, path, ansicht.dateien.get(path, 0))
            for ending in endings(ansicht.bestand, alt, neu)
            for path in [file_path(alt, neu, ending)]
        ]
        if teil == "dateien"
        else []
    )
    return block(
        f"vergleich_{teil}",
        ansicht.frei(ids),
        ansicht=ansicht,
        b=bericht,
        neu=called(neu),
        arten=ARTEN,
        dateien=files,
        ziel=lambda aenderung: _target(ansicht, aenderung, neu),
    )


def _target(ansicht: Ansicht, aenderung: Aenderung, neu: str) -> str:
    """Return where the newer text can be read from this page; empty where it is in no tree here."""
    tree = ansicht.baum.fassung.name if ansicht.baum and ansicht.baum.fassung else ENTWURF
    in_force = ansicht.bestand.fassung()
    near = {tree, in_force.name} if in_force and ansicht.baum is None else {tree}
    wortlaut = ansicht.bestand.wortlaute.finde(tree)
    if neu not in near or wortlaut is None or aenderung.kennung not in wortlaut.kapitel:
        return ""
    return ansicht.link(address_for(aenderung.kennung))


@makro(inline=False, beispiel="vergleiche()", seite=_CHOICE, live=True)
def vergleiche(ansicht: Ansicht) -> Fragment:
    """Zeigt zu jeder früheren Fassung den Weg zum Vergleich mit der geltenden, und alle Vergleiche.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    in_force = bestand.fassung()
    pairs = [pair for pair in shown_pairs(bestand) if ENTWURF not in pair]
    return block(
        "vergleiche",
        ansicht=ansicht,
        gilt=in_force,
        zur_geltenden=[
            (fassung, report(bestand, fassung.name, in_force.name))
            for fassung in reversed(bestand.region.fassungen)
            if in_force and (fassung.name, in_force.name) in pairs
        ],
        alle=[report(bestand, *pair) for pair in reversed(pairs)],
        ordner=ORDNER,
        zahl=number,
    )


@makro(inline=False, beispiel="beratung()", seite="service/in-beratung/", live=True)
def beratung(ansicht: Ansicht) -> Fragment:
    """Sagt, worin sich der Entwurf von der geltenden Fassung unterscheidet.

    Args:
        ansicht: die Seite.
    """
    in_force = ansicht.bestand.fassung()
    there = in_force and (in_force.name, ENTWURF) in shown_pairs(ansicht.bestand)
    bericht = report(ansicht.bestand, in_force.name, ENTWURF) if in_force and there else None
    return block(
        "beratung",
        ansicht=ansicht,
        gilt=in_force,
        b=bericht,
        ordner=ORDNER,
        synopse=file_path(in_force.name, ENTWURF, "docx") if in_force else "",
        weitere=[
            alt
            for alt, neu in shown_pairs(ansicht.bestand)
            if in_force and neu == ENTWURF and alt != in_force.name
        ],
    )
