"""Everything a build needs, loaded and checked before mkdocs begins: data, pages, open data."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import macros.rule_book  # noqa: F401 - registers every rule, for the help page
from macros.exports.open_data import open_data
from macros.model.clock import stichtag_today
from macros.model.findings import Ort, sorted_befunde
from macros.model.load_region import load_region
from macros.pages.check import check_site
from macros.site import rules as r

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.findings import Befund
    from macros.pages.check import Geprueft

DEFAULT_REGION = "musterkreis"


@dataclass(frozen=True)
class Stoff:
    """What a build is made of.

    Attributes:
        bestand: the region's data; None when it has a Fehler.
        pages: the checked pages; None when there is no data.
        exports: content of the open-data files by path.
        befunde: all findings, sorted.
    """

    bestand: Bestand | None
    pages: Geprueft | None
    exports: dict[str, bytes]
    befunde: list[Befund]


def load(root: Path, region: str = "") -> Stoff:
    """Load and check a region and all pages.

    Args:
        root: the project's root folder.
        region: folder name of the region; else ``REGION``, else musterkreis.
    """
    slug = region or os.environ.get("REGION") or DEFAULT_REGION
    try:
        stichtag = stichtag_today()
    except ValueError:
        befund = r.UMGEBUNG.befund(
            Ort("RAHMEN_STICHTAG"), "RAHMEN_STICHTAG oder SOURCE_DATE_EPOCH enthält kein Datum."
        )
        return Stoff(None, None, {}, [befund])
    overlay = os.environ.get("RAHMEN_PERSONEN")
    geladen = load_region(root, slug, stichtag, Path(overlay) if overlay else None)
    if geladen.bestand is None:
        return Stoff(None, None, {}, geladen.befunde)
    exports = open_data(geladen.bestand)
    pages = check_site(root, geladen.bestand)
    befunde = sorted_befunde([*geladen.befunde, *pages.befunde])
    return Stoff(geladen.bestand, pages, exports, befunde)
