"""The data the pages are checked against: the region everyone has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.musterkreis import musterkreis

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


@pytest.fixture(scope="session")
def bestand() -> Bestand:
    """Return the data of the default region."""
    return musterkreis()
