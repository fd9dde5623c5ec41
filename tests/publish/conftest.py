"""The small project, made once and copied for each test; its builds are kept for the session."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from macros.model.findings import Befund
from macros.publish import publish as sequence
from macros.publish.order_files import Werkstatt

from .copies import build_in_copies
from .project import make_project, publish_to
from .shipped import shipped

__all__ = ["shipped"]


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


@pytest.fixture
def ziel(tmp_path: Path) -> Path:
    """A target folder that is not there yet."""
    return tmp_path / "Öffentlicher Ordner" / "ziel"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where finished builds are kept, by what they were made from."""
    return tmp_path_factory.mktemp("gebaut")


@pytest.fixture
def kept_builds(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let mkdocs build each tree once; the same tree is copied the next time.

    Everything else of a publication is real: git, mike, files, renames.
    """
    monkeypatch.setattr(sequence, "build_all", keeping(built))


@pytest.fixture(scope="session")
def first(original: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``projekt`` and its first publication in ``ziel``, for looking only."""
    folder = tmp_path_factory.mktemp("erste Veröffentlichung")
    shutil.copytree(original, folder / "projekt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequence, "build_all", keeping(built))
        done = publish_to(folder / "projekt", folder / "ziel")
    assert done.neu, done.befunde
    return folder


@pytest.fixture
def published(first: Path, project: Path, ziel: Path, kept_builds: None) -> Path:
    """Bring the first publication to ``ziel``, as if ``project`` had just been published."""
    shutil.copytree(first / "ziel", ziel, symlinks=True)
    return ziel


def keeping(
    built: Path,
) -> Callable[[Sequence[Werkstatt], Mapping[str, str]], list[Befund]]:
    """Return a stand-in for ``build_all`` that keeps what it has built.

    Args:
        built: where it is kept.
    """

    def build_all(werkstaetten: Sequence[Werkstatt], umgebung: Mapping[str, str]) -> list[Befund]:
        missing = [w for w in werkstaetten if not (built / _key(w, umgebung)).exists()]
        befunde = build_in_copies(missing, umgebung)
        for werkstatt in werkstaetten:
            kept = built / _key(werkstatt, umgebung)
            if kept.exists():
                shutil.copytree(kept, werkstatt.site)
            elif not befunde:
                shutil.copytree(werkstatt.site, kept)
        return befunde

    return build_all


def _key(werkstatt: Werkstatt, umgebung: Mapping[str, str]) -> str:
    digest = hashlib.sha256(werkstatt.auftrag.read_bytes())
    digest.update(repr(sorted(umgebung.items())).encode())
    named = umgebung.get("RAHMEN_PERSONEN")
    digest.update(Path(named).read_bytes() if named else b"")
    for name, data in sorted(werkstatt.plan.dateien.items()):
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()
