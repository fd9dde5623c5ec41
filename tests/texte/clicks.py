"""How many clicks a reader needs from the start page to each page of a built site."""

from __future__ import annotations

import posixpath
from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag


def clicks_to_pages(site: Path, start: str = "index.html") -> dict[str, int | None]:
    """Return the least number of clicks to each page; None for those nobody reaches.

    Opening a closed group of the menu is a click as well.

    Args:
        site: folder of the built site.
        start: the page from which a reader sets out.
    """
    pages = sorted(
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if file.name == "index.html"
    )
    found: dict[str, int | None] = dict.fromkeys(pages)
    found[start] = 0
    # Opening a group costs more than a link: the nearest page comes first, not the first seen.
    waiting = deque([start])
    while waiting:
        page = waiting.popleft()
        so_far = found[page] or 0
        for target, price in _links(site / page, page).items():
            known = found.get(target, -1)
            if target in found and (known is None or known > so_far + price):
                found[target] = so_far + price
                waiting.append(target)
    return found


def _links(file: Path, page: str) -> dict[str, int]:
    prices: dict[str, int] = {}
    soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    for link in soup.find_all("a", href=True):
        parts = urlsplit(str(link["href"]))
        if parts.scheme or parts.netloc or not parts.path:
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        target = posixpath.normpath(posixpath.join(path, "index.html"))
        price = 1 + _closed_around(link)
        prices[target] = min(price, prices.get(target, price))
    return prices


def _closed_around(link: Tag) -> int:
    return sum(1 for group in link.find_parents("details") if not group.has_attr("open"))
