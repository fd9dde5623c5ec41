"""Pages that cannot change any more, against the small region of the macros' tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from macros.model.bestand import Bestand
from macros.model.load_region import load_region

VIEWS: Final = Path(__file__).parents[2] / "views"
STICHTAG: Final = date(2026, 9, 15)


@pytest.fixture
def bestand() -> Bestand:
    """The small region of the macros' tests, fresh, so that a test may bend it."""
    found = load_region(VIEWS, "kleinkreis", STICHTAG).bestand
    assert found is not None
    return found
