"""The data and the real mkdocs-macros that the attacks are tried on."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from mkdocs.config import load_config

from macros.model.load_region import load_region
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand

ROOT: Final = Path(__file__).parents[2]
SECRET: Final = "sehr-geheim-4711"


@pytest.fixture(scope="session")
def bestand() -> Bestand:
    """Return the data of the Musterkreis."""
    geladen = load_region(ROOT, "musterkreis", STICHTAG)
    assert geladen.bestand is not None, geladen.befunde
    return geladen.bestand


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Put a secret into the environment and work in a folder in which no file may appear."""
    monkeypatch.setenv("GEHEIMNIS", SECRET)
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    monkeypatch.setenv("REGION", "musterkreis")
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    assert list(tmp_path.iterdir()) == [], "ein Angriff hat eine Datei geschrieben"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the project whose pages a test may change."""
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    monkeypatch.setenv("REGION", "musterkreis")
    root = tmp_path / "projekt"
    root.mkdir()
    shutil.copytree(ROOT / "docs", root / "docs")
    for name in ("data", "macros", "overrides"):
        (root / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def configured(root: Path, site: Path, **settings: Any) -> Any:
    """Return mkdocs' settings for a project, before any event."""
    return load_config(str(root / "mkdocs.yml"), site_dir=str(site), **settings)
