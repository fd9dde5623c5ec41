"""The same state gives the same bytes: from any folder, in any time zone, as anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.publish.switch import current

from .project import REGION, STICHTAG, git

RAHMEN = Path(sys.executable).parent / "rahmen"


def run(
    root: Path, ziel: Path, umask: int = 0o022, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "GIT_"))}
    return subprocess.run(
        [str(RAHMEN), "veroeffentlichen", "--ziel", str(ziel), "--region", REGION,
         "--stichtag", STICHTAG.isoformat()],
        cwd=root,
        env=clean | environment,
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip


def listing(ziel: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return mode, time and content of everything in the public tree."""
    release = current(ziel)
    assert release is not None
    found = {}
    for path in (release.ordner, *sorted(release.ordner.rglob("*"))):
        status = path.lstat()
        data = path.read_bytes() if path.is_file() else b""
        name = path.relative_to(release.ordner).as_posix()
        found[name] = (status.st_mode, int(status.st_mtime), data)
    return found


@pytest.fixture(scope="module")
def first(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ziel = tmp_path_factory.mktemp("erste") / "ziel"
    done = run(original, ziel, TZ="Europe/Berlin", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stdout + done.stderr
    return ziel


def test_another_folder_time_zone_umask_and_hash_seed_change_nothing(
    first: Path, original: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "Übers Maß – Klon" / "projekt"
    git(tmp_path, "clone", "-q", str(original), str(clone))
    ziel = tmp_path / "Öffentliches Ziel"
    done = run(clone, ziel, 0o077, TZ="Pacific/Kiritimati", PYTHONHASHSEED="4711")
    assert done.returncode == 0, done.stdout + done.stderr
    assert listing(ziel) == listing(first)
    names = [current(z) for z in (ziel, first)]
    assert names[0] is not None
    assert names[1] is not None
    assert names[0].name == names[1].name


def test_a_bare_machine_without_locale_and_git_identity_is_enough(
    first: Path, original: Path, tmp_path: Path
) -> None:
    ziel = tmp_path / "Öffentliches Ziel"
    done = run(
        original,
        ziel,
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        HOME=str(tmp_path / "niemand"),
        GIT_CONFIG_GLOBAL=os.devnull,
        GIT_CONFIG_NOSYSTEM="1",
        GIT_DIR=str(tmp_path / "woanders.git"),
        GIT_AUTHOR_NAME="",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Veröffentlicht: 0001-2026-11-22-" in done.stdout
    assert "2025.1, 2026.1, Entwurf" in done.stdout
    assert listing(ziel) == listing(first)


def test_what_stands_in_the_way_ends_with_one_and_shows_nothing(
    original: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "klon"
    git(tmp_path, "clone", "-q", str(original), str(clone))
    (clone / "docs/neu.md").write_text("x", encoding="utf-8")
    done = run(clone, tmp_path / "ziel")
    assert done.returncode == 1
    assert "FEHLER R-801 · docs/neu.md" in done.stdout
    assert "Nichts wurde veröffentlicht." in done.stderr
    assert not (tmp_path / "ziel" / "oeffentlich").exists()


def test_help_says_what_happens_and_what_stays(original: Path) -> None:
    done = subprocess.run(
        [str(RAHMEN), "veroeffentlichen", "--help"],
        cwd=original,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.startswith("Aufruf: rahmen veroeffentlichen [OPTIONEN]")
    assert "--auch-unfertiges" in done.stdout
    assert "bleibt die bisherige Veröffentlichung unberührt" in " ".join(done.stdout.split())
