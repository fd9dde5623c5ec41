"""Whoever has an old address still gets an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort, Stufe
from macros.publish import publish_rules as r
from macros.publish.names import CURRENT, DRAFT
from macros.publish.renames import FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_INDEX: Final = "index.html"
# Style, script and search index belong to the page that loads them; nobody else has their address.
_PARTS: Final = ("assets", "search")
_FASSUNG: Final = re.compile(r"\d{4}\.\d{1,2}")
_SHOWN: Final = 4


def check_addresses(
    vorher: Collection[str], jetzt: Collection[str], *, streng: bool = True
) -> Iterator[Befund]:
    """Yield a finding for each page and file of the previous publication that has no answer now.

    Args:
        vorher: paths of the previous publication.
        jetzt: paths of the new one.
        streng: whether a missing page is a Fehler; going back to an earlier state may lose some.
    """
    stufe = None if streng else Stufe.WARNUNG
    trees = {path.split("/")[0] for path in jetzt}
    gone_trees: set[str] = set()
    gone_pages: dict[str, list[str]] = {}
    for path in sorted(set(vorher) - set(jetzt)):
        first = path.split("/")[0]
        if _FASSUNG.fullmatch(first) and first not in trees:
            gone_trees.add(first)
        elif path.endswith(".html"):
            address = path.removesuffix(_INDEX)
            gone_pages.setdefault(_page(address), []).append(address)
        elif not set(path.split("/")[:-1]) & set(_PARTS) and "/" in path:
            yield r.DATEI_FORT.befund(Ort(path), "Diese Datei gibt es nicht mehr.")
    for name in sorted(gone_trees):
        yield r.ADRESSE_FORT.befund(
            Ort(f"{name}/index.html"),
            f"Die Fassung {name} war veröffentlicht und fehlt jetzt ganz.",
            "Den Eintrag unter fassungen in region.yml wiederherstellen",
            stufe=stufe,
        )
    for page, addresses in sorted(gone_pages.items()):
        shown = ", ".join(f"„{address}“" for address in addresses[:_SHOWN])
        more = f" und {len(addresses) - _SHOWN} weitere" if len(addresses) > _SHOWN else ""
        yield r.ADRESSE_FORT.befund(
            Ort(FILE),
            f"Bisherige Adressen führen ins Leere: {shown}{more}.",
            f"{page}: neue-seite.md",
            stufe=stufe,
        )


def _page(address: str) -> str:
    """Return the page that had an address, as umbenannt.yml names it."""
    first, _, rest = address.partition("/")
    named = first in (DRAFT, CURRENT) or _FASSUNG.fullmatch(first)
    path = (rest if named else address).rstrip("/")
    return f"{path}.md" if path else "index.md"
