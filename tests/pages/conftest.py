"""The data the pages are checked against: the region everyone has."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from macros.model.load_region import load_region

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def bestand() -> Bestand:
    """Return the data of the Musterkreis on a day on which nothing is in the future."""
    geladen = load_region(ROOT, "musterkreis", date(2026, 11, 22))
    assert geladen.bestand is not None, geladen.befunde
    return geladen.bestand
