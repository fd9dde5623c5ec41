"""The project's own texts, checked once for all tests here, and its built site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.pages.check import Geprueft, check_site
from tests.browser.built_site import build
from tests.musterkreis import musterkreis

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


@pytest.fixture(scope="session")
def bestand() -> Bestand:
    """Return the data of the default region."""
    return musterkreis()


@pytest.fixture(scope="session")
def geprueft(root: Path, bestand: Bestand) -> Geprueft:
    """Return all pages, checked."""
    return check_site(root, bestand)


@pytest.fixture(scope="session")
def gebaut(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the built site of the default region, the same that the browser tests visit."""
    own = tmp_path_factory.getbasetemp()
    return build("musterkreis", own if worker_id == "master" else own.parent)
