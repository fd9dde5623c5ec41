"""The same page in another published tree, or the one that comes nearest."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.page_path import START

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

LIVE_FOLDER: Final = "service/"


@dataclass(frozen=True)
class Nachbar:
    """A page of another tree.

    Attributes:
        uri: its path below ``docs``.
        gleich: whether it is the same page, perhaps under another name.
    """

    uri: str
    gleich: bool


def is_live_page(uri: str) -> bool:
    """Tell whether a page or file is published once and never frozen."""
    return uri.startswith(LIVE_FOLDER)


def nearest_page(uri: str, seiten: Collection[str], umbenannt: Mapping[str, str]) -> Nachbar:
    """Return where a reader of one page goes on in another tree.

    Args:
        uri: the page.
        seiten: the pages of the other tree.
        umbenannt: old path → new path, over all times: the other tree may be older or newer.

    Returns:
        The page itself; else the page it has become or has been; else the start page of the
        deepest folder that both trees have; else the start page of the tree.
    """
    names = list(_names(uri, umbenannt))
    same = next((name for name in names if name in seiten), None)
    if same is not None:
        return Nachbar(same, gleich=True)
    above = (folder for name in names for folder in _above(name) if folder in seiten)
    return Nachbar(max(above, key=lambda found: found.count("/"), default=START), gleich=False)


def _names(uri: str, umbenannt: Mapping[str, str]) -> Iterator[str]:
    """Yield all names a page has had: its own, the later ones in order, then the earlier ones."""
    seen: dict[str, None] = {uri: None}
    later: str | None = umbenannt.get(uri)
    while later is not None and later not in seen:
        seen[later] = None
        later = umbenannt.get(later)
    found = list(seen)
    while found:
        found = [old for old, new in umbenannt.items() if new in found and old not in seen]
        seen |= dict.fromkeys(found)
    yield from seen


def _above(uri: str) -> Iterator[str]:
    """Yield the pages that stand for the folders a page lies in, the nearest first."""
    folder = posixpath.dirname(uri)
    while folder:
        yield f"{folder}/{START}"
        yield f"{folder}.md"
        folder = posixpath.dirname(folder)
