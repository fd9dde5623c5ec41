from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.views.ansicht import Ansicht

from .kleinkreis import load

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


@pytest.fixture(scope="session")
def bestand() -> Bestand:
    return load()


@pytest.fixture
def ansicht(bestand: Bestand) -> Ansicht:
    """The view of a page two folders below the root."""
    return Ansicht(bestand, "../../")
