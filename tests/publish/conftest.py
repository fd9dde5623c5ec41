"""The small project, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .project import make_project


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as made; tests that change something take ``project``."""
    root = tmp_path_factory.mktemp("vorlage") / "projekt"
    root.mkdir()
    make_project(root)
    return root


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    root = tmp_path / "Schöne Projekte" / "projekt"
    shutil.copytree(original, root)
    return root
