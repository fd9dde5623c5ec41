"""The smallest valid region, and copies of it in which a case replaces files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Final

from macros.model.load_region import Geladen, load_region

GOLDEN: Final = Path(__file__).parent.parent / "golden"
REGION: Final = GOLDEN / "region"
SLUG: Final = "probe"
STICHTAG: Final = date(2026, 11, 22)
_KATALOG: Final = {path.name for path in (REGION / "data" / "katalog").iterdir()}
_WORTLAUT: Final = {"vereinbarungen.yml"}


def place_of(root: Path, name: str) -> Path:
    """Return where a file with this name stands in a region below ``root``."""
    if name in _KATALOG:
        return root / "data" / "katalog" / name
    folder = root / "data" / "regionen" / SLUG
    if name in _WORTLAUT:
        return folder / "wortlaut" / name
    return folder / name if name == "region.yml" else folder / "bestand" / name


def load_with(files: dict[str, bytes | None], root: Path) -> Geladen:
    """Load the small region with some files replaced, added or (None) taken away.

    Args:
        files: contents by file name.
        root: an empty folder to build the region in.
    """
    shutil.copytree(REGION, root, dirs_exist_ok=True)
    for name, data in files.items():
        if data is None:
            place_of(root, name).unlink()
        else:
            place_of(root, name).write_bytes(data)
    return load_region(root, SLUG, STICHTAG)
