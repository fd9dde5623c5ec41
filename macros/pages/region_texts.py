"""Markdown that stands in a file of its own: rendered for the page that calls it, checked once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from macros.model import value_rules
from macros.model.findings import Ort
from macros.model.page_path import START, address_for
from macros.pages import rules as r
from macros.pages import urls
from macros.pages.links import target_of
from macros.pages.outline import check_outline, outline
from macros.pages.renderer import render
from macros.pages.source import Seite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund
    from macros.model.region_texts import Regionaltext
    from macros.views.ansicht import Ansicht

_HIGHEST = 3


def text_html(text: str, ansicht: Ansicht) -> tuple[Markup, frozenset[str]]:
    """Return a text as harmless HTML for one page, and the ids in it.

    Args:
        text: Markdown; its links are seen from ``docs``.
        ansicht: the view of the page.
    """

    def turned(href: str) -> str | None:
        if not urls.is_internal(href):
            return None
        href = urls.decoded(href)
        target, anchor = target_of(START, href), urlsplit(href).fragment
        place = address_for(target) if target.endswith(".md") else target
        return ansicht.link(f"{place}#{anchor}" if anchor else place)

    gerendert = render(text, umlenkung=turned)
    # The walk has taken away everything that could do harm; see SafeMarkdown.
    html = Markup(gerendert.html)
    return html, frozenset(i for e in gerendert.root.iter() if (i := e.get("id")))


def check_text(text: Regionaltext) -> tuple[Seite, list[Befund]]:
    """Return a text as a page whose links can be judged, and what is wrong with it."""
    seite = Seite(START, text.file, text.text)
    return seite, list(_check(seite))


def _check(seite: Seite) -> Iterator[Befund]:
    for braces in ("{{", "{%", "}}", "%}"):
        if braces in seite.text:
            yield value_rules.KLAMMERN.befund(
                seite.stellen.finde(braces),
                "In einem Text der Region sind Makros nicht erlaubt.",
                "Das Makro in das Kapitel schreiben, vor oder hinter den Text",
            )
            break
    gerendert = render(seite.text)
    for verstoss in gerendert.verstoesse:
        yield verstoss.regel.befund(seite.stellen.finde(*verstoss.spuren), verstoss.message)
    umriss = outline(gerendert.root)
    for level, heading, _ in umriss.headings:
        if level < _HIGHEST:
            yield r.EBENENSPRUNG.befund(
                seite.stellen.finde(f"{'#' * level} {heading}", heading),
                "Ein Text der Region steht unter einer Überschrift des Kapitels und beginnt "
                "frühestens mit Ebene 3.",
                f"{'#' * _HIGHEST} {heading}",
            )
    if not any(level < _HIGHEST for level, _, _ in umriss.headings):
        umriss.headings.insert(0, (_HIGHEST - 1, "", gerendert.root))
        yield from check_outline(seite, umriss)
    for image in umriss.images:
        seite.links.append((image.get("src", ""), Ort(seite.file)))
