"""The default region's data, loaded once for each test process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.load_region import load_region
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ROOT: Final = Path(__file__).parents[1]


@cache
def musterkreis() -> Bestand:
    """Return the data of Musterkreis on a day on which nothing is in the future."""
    geladen = load_region(ROOT, "musterkreis", STICHTAG)
    assert geladen.bestand is not None, geladen.befunde
    return geladen.bestand
