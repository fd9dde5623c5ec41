"""The pages that compare two Fassungen: one per pair, written as Markdown with macro calls."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from macros.compare.report import called
from macros.exports.comparison_files import ORDNER, report, shown_pairs
from macros.pages.source import Seite, parse_page

if TYPE_CHECKING:
    from macros.compare.report import Bericht
    from macros.model.bestand import Bestand

FOLDER: Final = ORDNER


def comparison_uris(bestand: Bestand) -> set[str]:
    """Return the paths of all pages below ``docs`` that compare two Fassungen."""
    return {f"{FOLDER}/{alt}-{neu}.md" for alt, neu in shown_pairs(bestand)}


def comparison_pages(bestand: Bestand) -> list[Seite]:
    """Return one page per pair of Fassungen, and one for the draft."""
    return [_page(bestand, alt, neu) for alt, neu in shown_pairs(bestand)]


def _page(bestand: Bestand, alt: str, neu: str) -> Seite:
    bericht = report(bestand, alt, neu)
    uri = f"{FOLDER}/{alt}-{neu}.md"
    description = f"Was sich im Rahmenkonzept von {called(alt)} zu {called(neu)} geändert hat."
    lines = [
        "---",
        f"title: {json.dumps(bericht.titel, ensure_ascii=False)}",
        f"description: {json.dumps(description, ensure_ascii=False)}",
        "art: live",
        "---",
        "",
        f"# {bericht.titel}",
        "",
        f'{{{{ vergleich("{alt}", "{neu}", "einleitung") }}}}',
        "",
    ]
    for titel, teil in _parts(bericht):
        lines += [f"## {titel}", "", f'{{{{ vergleich("{alt}", "{neu}", "{teil}") }}}}', ""]
    lines += [
        "## Zum Mitnehmen",
        "",
        f'{{{{ vergleich("{alt}", "{neu}", "dateien") }}}}',
        "",
        "Sie suchen einen anderen Vergleich? "
        "[Was ist neu für unser Konzept?](../neu-im-rahmen.md) führt zu allen.",
        "",
    ]
    return parse_page("\n".join(lines).encode(), uri, f"{uri} (aus den Daten erzeugt)")


def _parts(bericht: Bericht) -> list[tuple[str, str]]:
    """Return heading and name of each part that has something to say."""
    chapters = bericht.neue_kapitel or bericht.entfallene_kapitel or bericht.kapitel
    found = [
        ("Auf einen Blick", "ueberblick", bool(bericht.zeilen)),
        ("Was Ihre Schule tun muss", "aufgaben", not bericht.leer),
        ("Standards", "standards", bool(bericht.standards or bericht.erlaeutert)),
        ("Kapitel", "kapitel", bool(chapters)),
        ("Weitere Listen", "listen", bool(bericht.listen)),
        ("Glossar", "glossar", bool(bericht.neue_begriffe or bericht.begriffe)),
    ]
    return [(titel, teil) for titel, teil, there in found if there]
