"""Pages that cannot change any more, against the small region of the macros' tests."""

from __future__ import annotations

import pytest

from macros.model.bestand import Bestand
from tests.views.kleinkreis import load


@pytest.fixture
def bestand() -> Bestand:
    """The small region of the macros' tests, fresh, so that a test may bend it."""
    return load()
