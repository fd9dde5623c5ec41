"""Whatever happens in between: what the public sees is exactly the old tree or the new one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from macros.publish import order_files, steps, switch
from macros.publish import publish as sequence
from macros.publish.faults import PublishFaultError

from .project import REGION, STICHTAG, change, commit, public, publish_to

KONTAKTE = f"data/regionen/{REGION}/bestand/kontakte.yml"
RAHMEN = Path(sys.executable).parent / "rahmen"
POINTS = [f"{step}:{when}" for step in steps.STEPS for when in ("before", "after")]
# From here on the new tree is public, though the run is not finished.
SWITCHED = POINTS[POINTS.index("umschalten:after") :]


@pytest.fixture
def changed(project: Path, published: Path) -> tuple[Path, dict[str, bytes]]:
    """A published project with a change that is not published yet, and the public tree."""
    change(project, KONTAKTE, "030 23125-100", "030 23125-999")
    commit(project)
    return project, public(published)


def nothing_left(ziel: Path) -> bool:
    """Tell whether there are releases, their notes, the link and the lock, and nothing else."""
    expected = {".sperre", "oeffentlich"}
    for release in switch.releases(ziel):
        expected |= {release.name, release.vermerk_datei.name}
    return {path.name for path in ziel.iterdir()} == expected


def test_a_publication_takes_every_step_once_in_order(
    project: Path, ziel: Path, kept_builds: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(steps, "_stop", taken.append)
    publish_to(project, ziel)
    assert [point for point in taken if point.endswith(":before")] == [
        f"{step}:before" for step in steps.STEPS
    ]
    assert sorted(taken) == sorted(POINTS)


@pytest.mark.parametrize("point", POINTS)
def test_a_fault_at_any_point_leaves_the_old_or_the_new_tree(
    point: str,
    changed: tuple[Path, dict[str, bytes]],
    ziel: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project, old = changed
    monkeypatch.setenv(steps.VARIABLE, point)
    with pytest.raises(steps.FailpointError):
        publish_to(project, ziel)
    monkeypatch.delenv(steps.VARIABLE)
    between = public(ziel)
    done = publish_to(project, ziel)
    new = public(ziel)
    assert done.release is not None
    assert done.neu is (point not in SWITCHED)
    assert new != old
    assert between == (new if point in SWITCHED else old)
    assert nothing_left(ziel)


@pytest.mark.parametrize(
    "point", ["arbeitsordner:after", "ausgeben:after", "vermerken:after", "umbenennen:after",
              "verknuepfen:after", "umschalten:after"],
)  # fmt: skip
def test_a_power_cut_needs_no_repair(
    point: str, changed: tuple[Path, dict[str, bytes]], ziel: Path
) -> None:
    project, old = changed
    process = os.fork()
    if process == 0:  # the child has the kept builds too; it ends without any clearing up
        os.environ[steps.VARIABLE] = f"{point}:kill"
        publish_to(project, ziel)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(process, 0)[1]) == signal.SIGKILL
    between = public(ziel)
    assert not nothing_left(ziel)
    publish_to(project, ziel)
    assert between == (public(ziel) if point in SWITCHED else old)
    assert nothing_left(ziel)


def test_the_first_publication_shows_nothing_until_it_is_whole(
    project: Path, ziel: Path, kept_builds: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(steps.VARIABLE, "verknuepfen:after")
    with pytest.raises(steps.FailpointError):
        publish_to(project, ziel)
    assert not (ziel / "oeffentlich").exists()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[bool]:
    """Mount a disk in memory on a folder; yield False where we may not."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


# Room for the work folders, for builds, for mike, for the root pages, for a part of the release.
@pytest.mark.parametrize("size", ["20k", "300k", "3000k", "6000k"])
def test_a_full_disk_leaves_nothing_behind_and_says_so_in_german(
    size: str,
    project: Path,
    ziel: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Where there is room for the builds, it is not the build that finds the disk full.
    if size not in ("20k", "300k"):
        request.getfixturevalue("kept_builds")
    with small_disk(ziel, size) as mounted:
        if not mounted:
            _full_after(monkeypatch, int(size.removesuffix("k")) // 10)
        with pytest.raises(PublishFaultError, match="Der Speicherplatz reicht nicht"):
            publish_to(project, ziel)
        assert [path.name for path in ziel.iterdir()] == [".sperre"]


def _full_after(monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    """Let writing fail after a number of files, as a full disk does."""
    written = 0
    real = order_files.write_files

    def write_files(folder: Path, content: dict[str, bytes]) -> None:
        nonlocal written
        written += len(content)
        if written > files:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(folder, content)

    for module in (order_files, sequence):
        monkeypatch.setattr(module, "write_files", write_files)


def test_too_little_room_for_another_tree_is_told_before_the_work(
    changed: tuple[Path, dict[str, bytes]], ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, old = changed
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    with pytest.raises(PublishFaultError, match=r"noch 0 MB frei, nötig sind etwa \d+ MB"):
        publish_to(project, ziel)
    assert public(ziel) == old


def test_a_target_that_cannot_be_written_is_told_in_german(
    changed: tuple[Path, dict[str, bytes]], ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, old = changed
    with (
        read_only(ziel, monkeypatch),
        pytest.raises(PublishFaultError, match="lässt sich nicht beschreiben"),
    ):
        publish_to(project, ziel)
    assert public(ziel) == old
    assert publish_to(project, ziel).neu


@contextmanager
def read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a folder read-only: by a mount, else by taking the right away."""
    command = ["mount", "--bind", "-o", "ro", str(folder), str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        try:
            yield
        finally:
            subprocess.run(["umount", str(folder)], check=True)
        return
    for path in (folder, folder / ".sperre"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        folder.chmod(0o755)
        (folder / ".sperre").chmod(0o644)


def test_a_target_below_a_file_is_told_in_german(project: Path, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")
    with pytest.raises(PublishFaultError, match="ist kein Ordner"):
        publish_to(project, tmp_path / "datei" / "ziel")


def run(project: Path, *args: str, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(RAHMEN), "veroeffentlichen", "--region", REGION, *args],
        cwd=project,
        env={**os.environ, "RAHMEN_STICHTAG": STICHTAG.isoformat(), **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        # A test run in the background ignores Ctrl-C, and so would all it starts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


def test_two_publications_at_once_do_not_mix(
    changed: tuple[Path, dict[str, bytes]], ziel: Path
) -> None:
    project, old = changed
    with switch.locked(ziel):
        second = run(project, "--ziel", str(ziel))
        out, err = second.communicate(timeout=120)
    assert second.returncode == 3, out
    assert "läuft schon eine Veröffentlichung" in err
    assert public(ziel) == old


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_publishes_nothing_and_says_so(
    number: signal.Signals, changed: tuple[Path, dict[str, bytes]], ziel: Path
) -> None:
    project, old = changed
    process = run(project, "--ziel", str(ziel))
    deadline = time.monotonic() + 120
    while not list(ziel.glob(".arbeit/*.json")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(number)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err == "Abgebrochen, nichts veröffentlicht.\n"
    assert public(ziel) == old
    assert nothing_left(ziel)
