"""Musterkreis, published once for all test processes: from a copy in git, with one correction."""

from __future__ import annotations

import fcntl
import pickle
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from macros.publish.archive import archive_name, corrections_name, read_archive
from macros.publish.corrections import Berichtigungen
from macros.publish.publish import Ergebnis, Wunsch, publish
from macros.publish.wording_of import wording_of
from tests.stichtag import STICHTAG

from .project import commit, git, write

ROOT: Final = Path(__file__).parents[2]
REGION: Final = "musterkreis"
CORRECTED: Final = "was-schulsozialarbeit-ist"
REASON: Final = "Ein Satz fehlte im Ausdruck für den Ausschuss."
_OLD: Final = "2025.1"


@dataclass(frozen=True)
class Shipped:
    """The shipped region as published.

    Attributes:
        ergebnis: what the publication said.
        ziel: its target folder.
    """

    ergebnis: Ergebnis
    ziel: Path


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shipped:
    """Publish the shipped region with a correction, once for all test processes."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "musterkreis öffentlich"
    folder.mkdir(exist_ok=True)
    done, ziel = folder / "ergebnis.pickle", folder / "ziel"
    with (folder / "sperre").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            copy = folder / "projekt"
            _copy(copy)
            done.write_bytes(pickle.dumps(publish(Wunsch(copy, REGION, ziel, STICHTAG))))
    ergebnis = pickle.loads(done.read_bytes())
    assert isinstance(ergebnis, Ergebnis)
    assert ergebnis.release is not None, [b for b in ergebnis.befunde if b.stufe == "Fehler"]
    return Shipped(ergebnis, ziel)


def _copy(root: Path) -> None:
    for name in ("docs", "overrides", "data/katalog", f"data/regionen/{REGION}"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    _correct(root)
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Redaktion")
    git(root, "config", "user.email", "redaktion@example.org")
    commit(root)


def _correct(root: Path) -> None:
    """Add a sentence at the end of a page of the oldest Fassung, whatever the page says."""
    page = f"docs/{CORRECTED}.md"
    files = read_archive((root / archive_name(REGION, _OLD)).read_bytes(), REGION)
    lines = files[page].decode().split("\n")
    last = max(number for number, line in enumerate(lines, 1) if line)
    text = f"""- id: b-1
  fassung: "{_OLD}"
  quelle: {page}
  datum: "2026-11-20"
  grund: {REASON}
  ersetzungen:
    - zeile: "{last}"
      neu: |
        {lines[last - 1]}

        Das gilt für alle Schulen.
"""
    write(root, {corrections_name(REGION): text})
    corrected, befunde = Berichtigungen(root, REGION).anwenden(_OLD, files)
    assert befunde == []
    number = wording_of(corrected, STICHTAG)[f"{CORRECTED}.md"]
    proof = f"  seiten:\n    - seite: {CORRECTED}.md\n      pruefsumme: {number}\n"
    write(root, {corrections_name(REGION): text + proof})
