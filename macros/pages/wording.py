"""The wording of a page: what readers read of it without today's data, and its hash for the proof.

The wording must not depend on how the site looks: it is text, the addresses an author wrote and the
texts of images. Of a macro that shows today's data only the call counts; of one that shows
standards or terms the text it gives, because that text was decided with the Fassung.
"""

from __future__ import annotations

import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from macros.pages.calls import take_apart
from macros.pages.neighbours import is_live_page
from macros.pages.placeholders import MARK
from macros.pages.region_texts import text_html
from macros.pages.renderer import render
from macros.pages.run import wurzel_for
from macros.pages.tables import GENERATED as CAPTION
from macros.views.ansicht import Ansicht
from macros.views.registry import REGISTRY, call

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.bestand import Bestand
    from macros.pages.calls import Aufruf
    from macros.pages.source import Seite

# Everything else stands in a line: <b>Schul</b>sozialarbeit is one word.
_BLOCKS: Final = frozenset(
    {"address", "blockquote", "caption", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "td", "th"}
    | {"thead", "tr", "ul", "nav", "article", "aside", "header", "footer", "details", "summary"}
)
# Markdown writes these links by itself.
_GENERATED: Final = frozenset({"footnote-ref", "footnote-backref"})
_BACK: Final = "↩"


def wording_hashes(seiten: Mapping[str, Seite], bestand: Bestand) -> dict[str, str]:
    """Return the SHA-256 of each page's wording; live pages have none.

    Args:
        seiten: the pages as read, by path below ``docs``.
        bestand: data with the catalogue of the Fassung. Of everything else nothing is used.

    Raises:
        MakroFehler: a page calls a standard or a term that the catalogue does not have.
    """
    return {
        uri: hashlib.sha256(wording(seiten[uri], bestand).encode()).hexdigest()
        for uri in sorted(seiten)
        if not is_live_page(uri)
    }


def wording(seite: Seite, bestand: Bestand) -> str:
    """Return the wording of one page, a line for each paragraph; see :func:`wording_hashes`."""
    zerlegt = take_apart(seite)
    ansicht = Ansicht(bestand, wurzel_for(seite.uri), wortlaut=True, markdown=text_html)
    pieces = [_piece(aufruf, ansicht) for aufruf in zerlegt.aufrufe]
    # Older pages say neither number nor how binding they are; their wording stays what it was.
    head = [seite.kopf.get(name, "") for name in ("title", "description", "kapitel", "bindung")]
    body = _Reader.read(render(zerlegt.markdown).html, with_addresses=True)
    body = MARK.sub(lambda found: pieces[int(found.group(1))], body)
    lines = (" ".join(line.split()) for line in [*head, *body.split("\n")])
    return "\n".join(line for line in lines if line) + "\n"


def _piece(aufruf: Aufruf, ansicht: Ansicht) -> str:
    found = REGISTRY.get(aufruf.name)
    if found is None or found.live:
        return aufruf.text
    fragment = call(ansicht, aufruf.name, aufruf.args, aufruf.kwargs)
    text = re.sub(r"\s+", " ", _Reader.read(str(fragment.html), with_addresses=False))
    return text.strip() if fragment.inline else f"\n{text}\n"


class _Reader(HTMLParser):
    """Collects the text of HTML; blocks stand on lines of their own."""

    def __init__(self, *, with_addresses: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._with_addresses = with_addresses
        self._parts: list[str] = []
        self._hrefs: list[str] = []
        self._skips = False

    @classmethod
    def read(cls, html: str, *, with_addresses: bool) -> str:
        """Return the text of some HTML.

        Args:
            html: as Markdown or a template made it.
            with_addresses: whether the addresses of links and images count, too.
        """
        reader = cls(with_addresses=with_addresses)
        reader.feed(html)
        reader.close()
        return "".join(reader._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._skips = tag == "caption" and given.get("class") == CAPTION
        if tag in _BLOCKS:
            self._parts.append("\n")
        elif tag == "br":
            self._parts.append(" ")
        elif tag == "a":
            generated = given.get("class") in _GENERATED
            self._hrefs.append("" if generated else given.get("href") or "")
        elif tag == "img":
            self._parts.append(given.get("alt") or "")
            self._address(given.get("src") or "")

    def handle_endtag(self, tag: str) -> None:
        self._skips = False
        if tag in _BLOCKS:
            self._parts.append("\n")
        elif tag == "a" and self._hrefs:
            self._address(self._hrefs.pop())

    def handle_data(self, data: str) -> None:
        # Where a line of the source ends says nothing.
        if data != _BACK and not self._skips:
            self._parts.append(re.sub(r"\s+", " ", data))

    def _address(self, address: str) -> None:
        if self._with_addresses and address:
            self._parts.append(f" <{address}>")
