"""Every link of the publication, from any tree to any other, leads to a file and an anchor."""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from macros.model.findings import Befund, Ort
from macros.publish import publish_rules as r
from macros.publish.tree_check.pages import FertigeSeite, Verweis, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_INDEX: Final = "index.html"
_SEARCH: Final = "search/search_index.json"
_LOC: Final = re.compile(r"<loc>([^<]*)</loc>")
_HOPS: Final = 5


class Verweisnetz:
    """All pages and files of a publication and the links between them."""

    def __init__(self, files: Mapping[str, bytes], adresse: str) -> None:
        """Read all pages.

        Args:
            files: content by path below the root.
            adresse: address of the root, with a slash at its end.
        """
        self._files = files
        self._adresse = adresse
        self._path = urlsplit(adresse).path
        known: dict[bytes, FertigeSeite] = {}
        self._pages: dict[str, FertigeSeite] = {}
        for name, data in files.items():
            if name.endswith(".html"):
                if data not in known:
                    known[data] = read_page(data.decode("utf-8", "replace"))
                self._pages[name] = known[data]

    def check(self) -> Iterator[Befund]:
        """Yield a finding for each link that leads nowhere."""
        for name, page in self._pages.items():
            for verweis in page.verweise:
                yield from self._check(name, verweis)
        for name, data in self._files.items():
            if name.endswith(f"/{_SEARCH}"):
                yield from self._check_search(name, data)
        sitemap = self._files.get("sitemap.xml", b"").decode("utf-8", "replace")
        for number, found in enumerate(_LOC.finditer(sitemap), start=1):
            yield from self._check("sitemap.xml", Verweis(found[1], number, 1))

    def _check_search(self, name: str, data: bytes) -> Iterator[Befund]:
        root = name.removesuffix(_SEARCH)
        for entry in json.loads(data).get("docs", []):
            yield from self._check(f"{root}{_INDEX}", Verweis(entry["location"], 1, 1))

    def _check(self, name: str, verweis: Verweis) -> Iterator[Befund]:
        parts = urlsplit(verweis.adresse.removeprefix(self._adresse))
        if verweis.adresse.startswith(self._adresse):
            target = self._resolve("", unquote(parts.path))
        elif parts.scheme or parts.netloc:
            return
        elif parts.path.startswith("/"):
            if not parts.path.startswith(self._path):
                yield self._befund(name, verweis, "führt aus der Veröffentlichung hinaus")
                return
            target = self._resolve("", unquote(parts.path.removeprefix(self._path)))
        elif parts.path:
            target = self._resolve(posixpath.dirname(name), unquote(parts.path))
        else:
            target = name
        if target is None:
            yield self._befund(name, verweis, "führt ins Leere")
            return
        anchor = unquote(parts.fragment)
        if anchor and anchor != "top" and not self._has_anchor(target, anchor):
            yield self._befund(name, verweis, "nennt einen Anker, den es dort nicht gibt")

    def _resolve(self, folder: str, path: str) -> str | None:
        target = posixpath.normpath(posixpath.join(folder, path)) if path or folder else "."
        if target == "..":
            return None
        index = _INDEX if target == "." else f"{target}/{_INDEX}"
        if index in self._files:
            return index
        return target if target in self._files and not path.endswith("/") else None

    def _has_anchor(self, target: str, anchor: str) -> bool:
        """Tell whether a page, or the page to which it leads on, has an anchor."""
        for _ in range(_HOPS):
            page = self._pages.get(target)
            if page is None or anchor in page.anker:
                return page is not None
            if not page.weiter:
                return False
            found = self._resolve(posixpath.dirname(target), unquote(page.weiter))
            if found is None:
                return False
            target = found
        return False

    def _befund(self, name: str, verweis: Verweis, what: str) -> Befund:
        return r.TOTER_LINK.befund(
            Ort(name, verweis.zeile, verweis.spalte),
            f"Der Link „{verweis.adresse}“ {what}.",
            "Den Link in der Seite oder in den Daten berichtigen; wurde die Seite umbenannt, in "
            "docs/umbenannt.yml eintragen: alte-seite.md: neue-seite.md",
        )
