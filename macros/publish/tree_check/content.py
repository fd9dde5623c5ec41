"""No unrendered macro, no program message, nothing from a foreign host, only plain files."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.site import rules
from macros.site.finished import check_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEXTS: Final = (".json", ".csv", ".xml", ".atom", ".txt", ".ics", ".vcf", ".svg")
# Holds the text of pages that are searched themselves, examples of macros among them.
_SEARCH: Final = "search/search_index.json"
_MACRO: Final = re.compile(r"\{\{\s*\w+\s*\(|\{%")
_FOREIGN: Final = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE
)


def check_content(files: Mapping[str, bytes]) -> Iterator[Befund]:
    """Yield findings about the content of all files.

    Args:
        files: content by path below the root.
    """
    seen: set[bytes] = set()
    for name, data in files.items():
        if data in seen:
            continue
        seen.add(data)
        if name.endswith(".html"):
            for befund in check_html(data.decode("utf-8", "replace"), name):
                yield replace(befund, file=name)
        elif name.endswith(".css"):
            for found in _FOREIGN.finditer(data.decode("utf-8", "replace")):
                yield rules.FREMDER_HOST.befund(
                    Ort(name), f"Die Gestaltung lädt von fremder Adresse: „{found[1][:60]}“."
                )
        elif name.endswith(_TEXTS) and not name.endswith(_SEARCH):
            text = data.decode("utf-8", "replace")
            if left := _MACRO.search(text):
                yield rules.MAKRO_REST.befund(
                    Ort(name, text.count("\n", 0, left.start()) + 1),
                    "Hier steht ein unausgeführtes Makro.",
                )
