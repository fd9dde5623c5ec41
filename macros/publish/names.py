"""Names of the published folders, and the order of Fassungen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.publish import publish_rules as r

if TYPE_CHECKING:
    from collections.abc import Iterable

DRAFT: Final = "entwurf"
CURRENT: Final = "aktuell"


def sort_key(name: str) -> tuple[int, int]:
    """Return what Fassungen are ordered by: 2026.10 comes after 2026.9."""
    year, _, number = name.partition(".")
    return int(year), int(number)


def page_address(uri: str) -> str:
    """Return the address of a page: ``a/b.md`` → ``a/b/``, ``a/index.md`` → ``a/``."""
    stem = uri.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def taken_addresses(seiten: Iterable[str], fassungen: Iterable[str]) -> list[Befund]:
    """Return a finding for each page whose short address is that of a Fassung's folder.

    Args:
        seiten: paths of pages below ``docs``.
        fassungen: names of the Fassungen.
    """
    taken = {DRAFT, CURRENT, *fassungen}
    return [
        r.ABSEITS.befund(
            Ort(f"docs/{uri}"),
            f"Die Adresse „{first}/“ gehört schon zu einer Fassung.",
            "Die Seite oder ihren Ordner anders nennen",
        )
        for uri in sorted(seiten)
        if (first := page_address(uri).split("/")[0]) in taken
    ]
