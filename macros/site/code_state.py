"""Whether the program itself has changed since the preview was started."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_ROOM: Final = Path(__file__).parents[1]


def code_state() -> dict[str, int]:
    """Return the time of the last change of every Python file of the program."""
    return {
        f"macros/{path.relative_to(_ROOM).as_posix()}": path.stat().st_mtime_ns
        for path in _ROOM.rglob("*.py")
    }


def changed_code(before: dict[str, int]) -> str:
    """Return the first file that has changed, come or gone; empty when none has.

    Args:
        before: what :func:`code_state` said at the start.
    """
    now = code_state()
    return next((name for name in sorted({*before, *now}) if before.get(name) != now.get(name)), "")
