"""Passages of chapters for documents: a marked paragraph, or all that stands below a heading."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from macros.exports.concept_content import Textstellen
from macros.exports.concept_document import Absatz, Liste, Tabelle
from macros.exports.concept_files import places
from macros.exports.word.elements import Lauf, plain
from macros.model.records import Konzeptabschnitt
from macros.pages.placeholders import MARK
from macros.pages.text_of import html_text
from macros.views.errors import MakroFehler
from macros.views.registry import Fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from macros.exports.concept_document import Teil
    from macros.model.bestand import Bestand
    from macros.pages.run import Makrolauf
    from macros.pages.source import Seite

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Examples and proposals are no part of what a school takes over.
_NOTICES: Final = ("hinweis--wichtig", "hinweis--achtung")


class Passagen:
    """Finds passages on the pages of a site after the check."""

    def __init__(self, seiten: Mapping[str, Seite], lauf: Makrolauf) -> None:
        """Prepare.

        Args:
            seiten: the checked pages by path below ``docs``.
            lauf: knows what the macro calls on them say.
        """
        self._seiten = seiten
        self._lauf = lauf
        self._fragments: dict[str, Sequence[Fragment]] = {}

    def hole(self, stellen: Iterable[str]) -> dict[str, tuple[Teil, ...]]:
        """Return the text of each place that there is.

        Args:
            stellen: ``auftrag/grundsaetze#freiwilligkeit``.
        """
        found = ((stelle, self.finde(stelle)) for stelle in dict.fromkeys(stellen))
        return {stelle: teile for stelle, teile in found if teile}

    def finde(self, stelle: str) -> tuple[Teil, ...]:
        """Return the text of one place; empty: there is none."""
        page, _, anker = stelle.partition("#")
        seite = self._seiten.get(f"{page}.md")
        if seite is None or seite.root is None:
            return ()
        return tuple(
            part
            for element in _elements(seite.root, anker)
            for part in self._parts(element, self._calls(seite))
        )

    def ueberschrift(self, stelle: str) -> str:
        """Return the heading that a place is; empty where it is none."""
        page, _, anker = stelle.partition("#")
        seite = self._seiten.get(f"{page}.md")
        for element in seite.root if seite is not None and seite.root is not None else ():
            if element.get("id") == anker and element.tag in _HEADINGS:
                return "".join(element.itertext()).strip()
        return ""

    def titel(self, page: str) -> str:
        """Return the title of a page; empty: there is no such page."""
        seite = self._seiten.get(f"{page}.md")
        return seite.kopf.get("title", page) if seite else ""

    def _calls(self, seite: Seite) -> Sequence[Fragment]:
        if seite.uri not in self._fragments:
            run = self._lauf.seite(seite.uri)
            found: list[Fragment] = []
            for aufruf in seite.aufrufe:
                try:
                    found.append(run.call(aufruf.name, aufruf.args, aufruf.kwargs))
                except MakroFehler:  # The check of the page has told already.
                    found.append(Fragment(Markup(""), inline=True))
            self._fragments[seite.uri] = found
        return self._fragments[seite.uri]

    def _parts(self, element: Element, calls: Sequence[Fragment]) -> Iterator[Teil]:
        tag = element.tag
        if tag == "p":
            text = _runs(element, calls)
            if plain(text).strip():
                yield Absatz(text)
        elif tag in ("ul", "ol"):
            points = tuple(_runs(point, calls) for point in element if point.tag == "li")
            yield Liste(points, nummern=tag == "ol")
        elif tag == "dl":
            term = ""
            for child in element:
                if child.tag == "dt":
                    term = plain(_runs(child, calls))
                else:
                    yield Absatz((Lauf(f"{term}: ", fett=True), *_runs(child, calls)))
        elif tag == "table":
            yield from _table(element, calls)
        elif tag == "li":
            yield Absatz(_runs(element, calls))
        elif tag == "div":
            css = element.get("class", "").split()
            if "hinweis" not in css or any(name in css for name in _NOTICES):
                for child in element:
                    yield from self._parts(child, calls)


def concept_texts(passagen: Passagen, bestand: Bestand) -> Textstellen:
    """Return what the files for the schuleigenes Konzept take from the chapters.

    Args:
        passagen: finds passages.
        bestand: the data with the sections.
    """
    wanted = tuple(places(bestand))
    pages = {stelle.partition("#")[0] for stelle in wanted}
    pages |= {section.kapitel for section in bestand.alle(Konzeptabschnitt)}
    return Textstellen(
        passagen.hole(wanted),
        {page: titel for page in sorted(pages) if (titel := passagen.titel(page))},
        {stelle: text for stelle in wanted if (text := passagen.ueberschrift(stelle))},
    )


def _elements(root: Element, anker: str) -> Iterator[Element]:
    """Yield what an anchor means: below a heading all up to the next one, else the element."""
    children = list(root)
    for number, child in enumerate(children):
        if child.get("id") != anker:
            continue
        if child.tag not in _HEADINGS:
            yield child
            return
        for following in children[number + 1 :]:
            if following.tag in _HEADINGS:
                return
            yield following
        return
    inner = next((e for e in root.iter() if e.get("id") == anker and e.tag == "li"), None)
    if inner is not None:
        yield inner


def _table(element: Element, calls: Sequence[Fragment]) -> Iterator[Teil]:
    rows = [[_runs(cell, calls) for cell in row] for row in element.iter("tr")]
    if len(rows) > 1:
        head = tuple(plain(cell) for cell in rows[0])
        caption = element.find("caption")
        title = "".join(caption.itertext()).strip() if caption is not None else ", ".join(head)
        yield Tabelle(title, head, tuple(tuple(row) for row in rows[1:]))


def _runs(
    element: Element, calls: Sequence[Fragment], look: Lauf | None = None
) -> tuple[Lauf, ...]:
    """Return the text inside an element as runs, macro output among them."""
    look = look or Lauf("")
    if element.tag in ("strong", "b"):
        look = replace(look, fett=True)
    elif element.tag in ("em", "i"):
        look = replace(look, kursiv=True)
    found = [replace(look, text=_words(element.text, calls))]
    for child in element:
        if child.tag not in ("img", "sup"):
            found.extend(_runs(child, calls, look))
        found.append(replace(look, text=_words(child.tail, calls)))
    return _joined(found)


def _words(text: str | None, calls: Sequence[Fragment]) -> str:
    def put(mark: re.Match[str]) -> str:
        fragment = calls[int(mark[1])]
        return html_text(str(fragment.html)) if fragment.inline else ""

    return re.sub(r"[ \t\n]+", " ", MARK.sub(put, text or ""))


def _joined(runs: Iterable[Lauf]) -> tuple[Lauf, ...]:
    """Put neighbours of one look together, without space at both ends."""
    found: list[Lauf] = []
    for run in runs:
        if not run.text:
            continue
        if found and replace(found[-1], text=run.text) == run:
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)
