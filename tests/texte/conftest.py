"""The project's own texts, checked once for all tests here, and its built site."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.model.load_region import load_region
from macros.pages.check import Geprueft, check_site
from tests.browser.built_site import build

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


@pytest.fixture(scope="session")
def bestand(root: Path) -> Bestand:
    """Return the data of the default region."""
    geladen = load_region(root, "musterkreis", date(2026, 11, 22))
    assert geladen.bestand is not None, geladen.befunde
    return geladen.bestand


@pytest.fixture(scope="session")
def geprueft(root: Path, bestand: Bestand) -> Geprueft:
    """Return all pages, checked."""
    return check_site(root, bestand)


@pytest.fixture(scope="session")
def gebaut(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the built site of the default region, the same that the browser tests visit."""
    own = tmp_path_factory.getbasetemp()
    return build("musterkreis", own if worker_id == "master" else own.parent)
