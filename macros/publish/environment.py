"""What a publication needs of its surroundings: a folder of its own, room, and a time for files."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from macros.publish.faults import PublishFaultError, no_space
from macros.publish.switch import current

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_SOURCES: Final = ("docs", "data", "macros", "overrides", "tests", ".git")
_MEGABYTE: Final = 1024 * 1024


def check_target(root: Path, ziel: Path) -> None:
    """Refuse a target folder among the sources: the publication would publish itself.

    Raises:
        PublishFaultError: it is one.
    """
    place, root = ziel.resolve(), root.resolve()
    if place == root or any(place.is_relative_to(root / name) for name in _SOURCES):
        raise PublishFaultError(
            f"{ziel} gehört zu den Quellen des Rahmenkonzepts. "
            "Wählen Sie mit --ziel einen eigenen Ordner, am besten außerhalb."
        )


def check_room(ziel: Path) -> None:
    """Refuse to begin when there is not even room for a tree like the last one, twice.

    Raises:
        PublishFaultError: there is not.
    """
    public = current(ziel)
    if public is None:
        return
    needed = 2 * sum(path.lstat().st_size for path in public.ordner.rglob("*"))
    free = shutil.disk_usage(ziel).free
    if free < needed:
        raise no_space(
            f"In {ziel} sind noch {free // _MEGABYTE} MB frei, nötig sind etwa "
            f"{needed // _MEGABYTE + 1} MB"
        )


def time_of_files(commit_time: int, stichtag: date) -> int:
    """Return the time that all published files get.

    It grows with every commit and every day: a changed telephone number keeps the size of a page,
    and many servers tell old from new by size and time alone.

    Args:
        commit_time: when the published state was saved, in seconds since 1970.
        stichtag: the day for which dates are judged.

    Raises:
        PublishFaultError: ``SOURCE_DATE_EPOCH`` holds no number.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        day = datetime(stichtag.year, stichtag.month, stichtag.day, tzinfo=UTC)
        return max(commit_time, int(day.timestamp()))
    if not fixed.isdecimal():
        raise PublishFaultError(
            "SOURCE_DATE_EPOCH ist keine Zahl. Erwartet werden Sekunden seit 1970, oder nichts."
        )
    return int(fixed)


def time_after(public: Path | None, zeit: int) -> int:
    """Return the time for the files of a release that takes the place of another one.

    Where only the file with persons has changed, neither commit nor day is a new one, and pages
    keep their size as easily as their time.

    Args:
        public: folder of the public release; None when there is none.
        zeit: what :func:`time_of_files` gives.
    """
    if public is None:
        return zeit
    return max(zeit, int(public.stat().st_mtime) + 1)
