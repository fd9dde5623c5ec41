"""The one Word file that a region puts in for the look of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE: Final = "gestaltung/muster.docx"


def read_template(folder: Path) -> bytes | None:
    """Return the bytes of a region's own template; None: it has none.

    Args:
        folder: the region's folder.
    """
    path = folder / TEMPLATE
    # What is no file, or cannot be read, the check of all files tells.
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None
