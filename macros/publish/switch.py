"""The target folder: lock, releases, and the one rename that makes a new release public."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.publish.faults import PublishFaultError
from macros.publish.steps import step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PUBLIC: Final = "oeffentlich"
"""Name of the link that a web server serves."""
KEPT: Final = 5
LOCK: Final = ".sperre"
WORK: Final = ".arbeit"
_STAGING: Final = ".neu"
_DYING: Final = ".loeschen-"
_LINK: Final = ".oeffentlich.neu"
_NAME: Final = re.compile(r"(\d{4,})-\d{4}-\d{2}-\d{2}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Release:
    """A publication that lies in the target folder.

    Attributes:
        nummer: counted from 1; a later publication has the greater number.
        ordner: the finished tree.
    """

    nummer: int
    ordner: Path

    @property
    def name(self) -> str:
        """Number, Stichtag and the beginning of the tree's id."""
        return self.ordner.name

    @property
    def vermerk_datei(self) -> Path:
        """The file beside the tree that says what it was made from."""
        return self.ordner.with_name(f"{self.name}.json")

    def vermerk(self) -> dict[str, str]:
        """Return what the tree was made from; empty where nobody knows any more."""
        try:
            found = json.loads(self.vermerk_datei.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def releases(ziel: Path) -> list[Release]:
    """Return all releases of a target folder, the oldest first."""
    found = [
        Release(int(match[1]), path)
        for path in (ziel.iterdir() if ziel.is_dir() else ())
        if (match := _NAME.fullmatch(path.name)) and path.is_dir() and not path.is_symlink()
    ]
    return sorted(found, key=lambda release: release.nummer)


def current(ziel: Path) -> Release | None:
    """Return the release that is public."""
    link = ziel / PUBLIC
    if not link.is_symlink():
        return None
    name = link.readlink().name
    return next((release for release in releases(ziel) if release.name == name), None)


@contextmanager
def locked(ziel: Path) -> Iterator[None]:
    """Create the target folder if needed and keep every other publication out of it.

    Raises:
        PublishFaultError: another publication is running, or the target cannot be one.
    """
    with step("ziel-anlegen"):
        ziel.mkdir(parents=True, exist_ok=True)
    if (ziel / PUBLIC).exists() and not (ziel / PUBLIC).is_symlink():
        raise PublishFaultError(
            f"In {ziel} liegt schon ein Ordner „{PUBLIC}“, den dieses Programm nicht angelegt hat. "
            "Benennen Sie ihn um, oder wählen Sie mit --ziel einen anderen Ordner."
        )
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(ziel / LOCK, flags, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PublishFaultError(
                f"In {ziel} läuft schon eine Veröffentlichung. "
                "Warten Sie, bis sie fertig ist, und veröffentlichen Sie dann noch einmal."
            ) from None
        with step("sperren"):
            pass
        yield
    finally:
        os.close(handle)


def clear_leftovers(ziel: Path) -> None:
    """Delete what an aborted run has left behind; the public tree is never touched.

    A release with a greater number than the public one was finished but never made public.
    """
    public = current(ziel)
    for path in sorted(ziel.iterdir()):
        if path.name in (WORK, _STAGING, _LINK) or path.name.startswith(_DYING):
            delete(path)
    for release in releases(ziel):
        if public is not None and release.nummer > public.nummer:
            _remove(ziel, release)
    known = {release.vermerk_datei for release in releases(ziel)}
    for path in sorted(ziel.glob("*.json")):
        if _NAME.fullmatch(path.stem) and path not in known:
            delete(path)


def staging(ziel: Path) -> Path:
    """Return the folder in which a new release is written, on the target's own disk."""
    return ziel / _STAGING


def activate(ziel: Path, stichtag: str, tree: str, vermerk: Mapping[str, str]) -> Release:
    """Make the finished tree in :func:`staging` the public one.

    Args:
        ziel: the target folder.
        stichtag: the day for which the tree was built, as ISO date.
        tree: id of the tree.
        vermerk: what the tree was made from, kept beside it.

    Returns:
        The new release.
    """
    nummer = max((release.nummer for release in releases(ziel)), default=0) + 1
    release = Release(nummer, ziel / f"{nummer:04d}-{stichtag}-{tree[:12]}")
    with step("sichern"):
        flush(staging(ziel))
    with step("vermerken"):
        text = json.dumps(dict(vermerk), ensure_ascii=False, indent=1, sort_keys=True)
        release.vermerk_datei.write_text(f"{text}\n", encoding="utf-8")
        _flush_one(release.vermerk_datei)
    with step("umbenennen"):
        staging(ziel).rename(release.ordner)
        _flush_one(ziel)
    link = ziel / _LINK
    with step("verknuepfen"):
        link.symlink_to(release.name)
    with step("umschalten"):
        link.replace(ziel / PUBLIC)
        _flush_one(ziel)
    return release


def prune(ziel: Path, keep: int = KEPT) -> list[str]:
    """Delete all but the last releases; the public one always stays.

    Args:
        ziel: the target folder.
        keep: how many stay.

    Returns:
        Names of the deleted releases.
    """
    public = current(ziel)
    old = [release for release in releases(ziel)[:-keep] if release != public]
    with step("alte-loeschen"):
        for release in old:
            _remove(ziel, release)
    return [release.name for release in old]


def remove_release(ziel: Path, release: Release) -> None:
    """Delete a release that is not public, with its note.

    Raises:
        ValueError: the release is the public one.
    """
    if release == current(ziel):
        raise ValueError(f"{release.name} ist öffentlich")
    _remove(ziel, release)


def _remove(ziel: Path, release: Release) -> None:
    # Renamed first: half a release must never look like a whole one.
    dying = ziel / f"{_DYING}{release.name}"
    release.ordner.rename(dying)
    release.vermerk_datei.unlink(missing_ok=True)
    delete(dying)


def delete(path: Path) -> None:
    """Delete a file, a link or a whole folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def flush(folder: Path) -> None:
    """Have the system write a folder and all its files to the disk."""
    for path in folder.rglob("*"):
        _flush_one(path)
    _flush_one(folder)


def _flush_one(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
