"""Reads the search index that mkdocs has written and writes it back with what knows German."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from macros.model.records import Gemeinde
from macros.pages.comparisons import FOLDER as COMPARISONS
from macros.pages.towns import FOLDER
from macros.search.index import enrich
from macros.site.tree import live_pages

if TYPE_CHECKING:
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.pages.check import Geprueft
    from macros.site.order import Bauauftrag

INDEX: Final = "search/search_index.json"


def add_german(
    site: Path, bestand: Bestand, pages: Geprueft, auftrag: Bauauftrag | None = None
) -> None:
    """Complete the search index of a built tree; a site without search stays without.

    Args:
        site: the folder with the finished tree.
        bestand: the region's data.
        pages: the checked pages.
        auftrag: what the tree was ordered to become.
    """
    file = site / INDEX
    if not file.is_file():
        return
    index = enrich(
        without_comparisons(json.loads(file.read_text(encoding="utf-8"))),
        bestand,
        {uri: seite.anker for uri, seite in pages.seiten.items()},
        _live_titles(bestand, pages, auftrag),
        auftrag.live if auftrag else "",
    )
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def without_comparisons(index: dict[str, Any]) -> dict[str, Any]:
    """Return the index without the pages that compare Fassungen.

    They hold the words of every standard once more, those of old among them: who looks for a
    standard shall find what holds. The page that leads to the comparisons can be found.

    Args:
        index: as mkdocs has written it.
    """
    docs = [d for d in index["docs"] if not d["location"].startswith(f"{COMPARISONS}/")]
    return {**index, "docs": docs}


def _live_titles(bestand: Bestand, pages: Geprueft, auftrag: Bauauftrag | None) -> dict[str, str]:
    """Return the titles of today's live pages where they are in another tree."""
    if auftrag is None or not auftrag.live:
        return {}
    towns = {f"{FOLDER}/{gemeinde.id}.md": gemeinde.name for gemeinde in bestand.alle(Gemeinde)}
    titles = {**pages.titel, **towns}
    return {uri: titles[uri] for uri in sorted(live_pages(auftrag, bestand)) if uri in titles}
