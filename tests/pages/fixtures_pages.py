"""What the page tests share: a page from its body, findings as short tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.pages.check import check_page
from macros.pages.run import Makrolauf
from macros.pages.source import Seite, parse_page

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

KOPF: Final = "---\ntitle: Titel\ndescription: Ein Satz.\nart: live\n---\n\n"


def page(body: str, uri: str = "service/probe.md") -> Seite:
    """Return a page with a sound front matter; its body begins on line 7."""
    return parse_page((KOPF + body).encode(), uri, f"docs/{uri}")


def judge(body: str, bestand: Bestand, uri: str = "service/probe.md") -> list[Befund]:
    """Return all findings about a page with this body."""
    seite = page(body, uri)
    found = [*seite.befunde, *check_page(seite, Makrolauf(bestand))]
    return sorted(found, key=lambda b: b.sort_key())


def short(befunde: list[Befund]) -> list[tuple[str, int, int]]:
    """Return rule, line and column of each finding."""
    return [(b.rule, b.line, b.column) for b in befunde]
