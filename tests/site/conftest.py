"""A copy of the project that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """Return a project with pages and settings of its own; data and program are the real ones."""
    copy = tmp_path / "projekt"
    copy.mkdir()
    shutil.copytree(root / "docs", copy / "docs")
    shutil.copy(root / "mkdocs.yml", copy / "mkdocs.yml")
    for name in ("data", "macros", "overrides"):
        (copy / name).symlink_to(root / name)
    return copy
