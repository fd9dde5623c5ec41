"""Links the first use of each glossary term on a page to its explanation at the page's foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from macros.model.page_path import START
from macros.model.records import Begriff

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.model.bestand import Bestand
    from macros.pages.source import Seite

GLOSSARY: Final = "glossar.md"
LINK_CLASS: Final = "begriff"
_NOT_INSIDE: Final = frozenset({"a", "code", "pre", "dt", "th", "caption", "sup"}) | {
    f"h{level}" for level in range(1, 7)
}
_WORD: Final = re.compile(r"[^\W_]+")
_SPACE: Final = re.compile(r"[\s\u00a0\u202f]")


class Begriffe:
    """Finds the terms of the glossary in running text."""

    def __init__(self, bestand: Bestand) -> None:
        """Collect every spelling of every term.

        Args:
            bestand: the region's data.
        """
        self._forms: dict[str, list[tuple[str, str]]] = {}
        for begriff in bestand.alle(Begriff):
            for form in dict.fromkeys(spellings(begriff)):
                first = _WORD.match(form)
                if first is not None:
                    self._forms.setdefault(first.group(), []).append((form, begriff.id))
        for forms in self._forms.values():
            forms.sort(key=lambda pair: -len(pair[0]))

    def link(self, root: Element, used: Collection[str] = ()) -> list[str]:
        """Link the first use of each term, in place.

        Args:
            root: the page's tree.
            used: ids of terms that the page links by itself.

        Returns:
            The ids of the terms that have been linked, in the order of the page.
        """
        found: list[str] = []
        self._element(root, {*used}, found)
        return found

    def _element(self, element: Element, used: set[str], found: list[str]) -> None:
        # The tree grows on the way: the children of before are the ones to look at.
        children = list(element)
        self._text(element, None, used, found)
        for child in children:
            if child.tag not in _NOT_INSIDE:
                self._element(child, used, found)
            self._text(element, child, used, found)

    def _text(
        self, parent: Element, before: Element | None, used: set[str], found: list[str]
    ) -> None:
        """Link terms in the text after a child of an element, or in the text it begins with."""
        text = (parent.text if before is None else before.tail) or ""
        at = -1
        last: Element | None = before
        done = 0
        for start, end, id in self._matches(text):
            if id in used or start < done:
                continue
            used.add(id)
            found.append(id)
            if at < 0:  # looked for only now: a page may have ten thousand paragraphs
                at = 0 if before is None else list(parent).index(before) + 1
            link = Element(
                "a",
                {"class": LINK_CLASS, "href": f"#{entry_id(id)}", "id": place_id(id)},
            )
            link.text = text[start:end]
            _put(parent, last, text[done:start])
            parent.insert(at, link)
            last, at, done = link, at + 1, end
        if last is not before:
            _put(parent, last, text[done:])

    def _matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        plain = _SPACE.sub(" ", text)
        for word in _WORD.finditer(plain):
            start = word.start()
            if start and (plain[start - 1] in "-_" or plain[start - 1].isalnum()):
                continue
            for form, id in self._forms.get(word.group(), ()):
                end = start + len(form)
                if plain.startswith(form, start) and not re.match(r"\w|-\w", plain[end : end + 2]):
                    yield start, end, id
                    break


def spellings(begriff: Begriff) -> Iterator[str]:
    """Yield every spelling of a term."""
    for form in (begriff.begriff, begriff.abkuerzung, *begriff.formen):
        if form:
            yield _SPACE.sub(" ", form)


def wants_links(seite: Seite) -> bool:
    """Tell whether terms are linked on a page: not where they are explained anyway."""
    return seite.uri not in (GLOSSARY, START) and seite.kopf.get("sprache") != "leicht"


def entry_id(id: str) -> str:
    """Return the anchor of a term's explanation at the foot of a page."""
    return f"begriff-{id}"


def place_id(id: str) -> str:
    """Return the anchor of a term's first use on a page."""
    return f"wort-{id}"


def _put(parent: Element, last: Element | None, text: str) -> None:
    if last is None:
        parent.text = text
    else:
        last.tail = text
