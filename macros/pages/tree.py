"""The published tree that pages go into: which of them are frozen, and where links lead from there.

An older Fassung holds chapters only; the pages in ``service/`` are published once, in another tree.
Its text cannot be mended any more, so a link to a live page that was renamed or has gone is led to
the new or the nearest one. A live page of today may name a chapter that no Fassung holds yet; such
a link leads to the draft.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from macros.model.page_path import address_for, uris_for
from macros.pages import urls
from macros.pages.links import target_of
from macros.pages.neighbours import is_live_page, nearest_page
from macros.pages.run import wurzel_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from macros.model.records.region import Fassung


@dataclass(frozen=True)
class Zielbaum:
    """A published tree, as far as pages have to know it.

    Attributes:
        fassung: the Fassung whose wording it holds; None: the draft.
        abgeloest: whether a newer Fassung is in force.
        live: way from its root to the root of the tree with the live pages.
        live_seiten: the live pages of that tree, where it is another one.
        umbenannt: old path of a page → new path.
        entwurf: way from its root to the root of the draft.
        entwurf_seiten: the chapters of the draft.
    """

    fassung: Fassung | None
    abgeloest: bool = False
    live: str = ""
    live_seiten: frozenset[str] = frozenset()
    umbenannt: Mapping[str, str] = field(default_factory=dict)
    entwurf: str = ""
    entwurf_seiten: frozenset[str] = frozenset()

    def gefroren(self, uri: str) -> bool:
        """Tell whether the text of a page was decided and cannot be mended."""
        return self.fassung is not None and not is_live_page(uri)

    def hier(self, uri: str) -> bool:
        """Tell whether a page or file belongs into this tree and not into the one beside it."""
        return not (self.abgeloest and is_live_page(uri))


class Wege:
    """Finds the way to pages from inside a tree."""

    def __init__(
        self,
        baum: Zielbaum,
        seiten: Collection[str],
        anker: Callable[[str], Collection[str] | None],
    ) -> None:
        """Prepare for one tree.

        Args:
            baum: the tree.
            seiten: all pages in it.
            anker: tells the ids on a page; None where they are not known.
        """
        self._baum = baum
        self._kapitel = {uri for uri in seiten if not is_live_page(uri)}
        self._live = (
            baum.live_seiten | {"index.md"}
            if baum.abgeloest
            else {uri for uri in seiten if is_live_page(uri)} | {"index.md"}
        )
        self._anker = anker

    def seite(self, uri: str) -> str | None:
        """Return the live page that a page is today; None when it has gone."""
        found = nearest_page(uri, self._live, self._baum.umbenannt)
        return found.uri if found.gleich else None

    def weg(self, adresse: str) -> str:
        """Return the way from the tree's root to where an address of today's site lies.

        Args:
            adresse: as a macro or the theme names it: ``standards/#qs-s-01``.
        """
        path, sign, anchor = adresse.partition("#")
        if is_live_page(path) and not path.endswith("/"):
            return f"{self._baum.live}{adresse}"  # a file
        known = self._live if is_live_page(path) else self._kapitel
        uris = uris_for(path)
        if any(uri in known for uri in uris):
            return f"{self._baum.live if is_live_page(path) else ''}{adresse}"
        found = [nearest_page(uri, known, self._baum.umbenannt) for uri in uris]
        best = max(found, key=lambda n: (n.gleich, n.uri.count("/")))
        if not (best.gleich or self._baum.abgeloest) and any(map(self.nur_im_entwurf, uris)):
            return f"{self._baum.entwurf}{adresse}"
        start = self._baum.live if is_live_page(path) else ""
        return f"{start}{address_for(best.uri)}{f'{sign}{anchor}' if best.gleich else ''}"

    def umlenkung(self, uri: str) -> Callable[[str], str | None] | None:
        """Return what turns the links of a page's Markdown; None where there is but one tree.

        Args:
            uri: the page on which the links stand.
        """
        if self._baum.fassung is None:
            return None
        turned = self._turned if self._baum.gefroren(uri) else self._to_draft
        return lambda href: turned(uri, href)

    def umgelenkt(self, uri: str, target: str) -> bool:
        """Tell whether a page's link to a path leads elsewhere, so that it cannot be dead."""
        if self._baum.gefroren(uri):
            return is_live_page(target)
        return self._baum.fassung is not None and self.nur_im_entwurf(target)

    def nur_im_entwurf(self, target: str) -> bool:
        """Tell whether a chapter is in the draft and not in this Fassung."""
        return target in self._baum.entwurf_seiten and target not in self._kapitel

    def _to_draft(self, uri: str, href: str) -> str | None:
        """Return the address for a live page's link to a chapter that only the draft has."""
        if not urls.is_internal(href):
            return None
        href = urls.decoded(href)
        target, anchor = target_of(uri, href), urlsplit(href).fragment
        if not self.nur_im_entwurf(target):
            return None
        address = f"{wurzel_for(uri)}{self._baum.entwurf}{address_for(target)}"
        return f"{address}#{anchor}" if anchor else address

    def _turned(self, uri: str, href: str) -> str | None:
        """Return the address for a link to a live page, seen from a page; None for other links."""
        if not urls.is_internal(href):
            return None
        href = urls.decoded(href)
        anchor = urlsplit(href).fragment
        target = target_of(uri, href)
        if not is_live_page(target):
            return None
        start = f"{wurzel_for(uri)}{self._baum.live}"
        if not target.endswith(".md"):
            return f"{start}{target}" if self._baum.abgeloest else None
        found = nearest_page(target, self._live, self._baum.umbenannt)
        known = self._anker(found.uri) if found.gleich and anchor else None
        keeps = found.gleich and anchor and (known is None or unquote(anchor) in known)
        return (f"{start}{address_for(found.uri)}" or "./") + (f"#{anchor}" if keeps else "")
