"""What each macro shows, word for word: ``golden/*.html``, each opening with its call.

After a wanted change write them anew with ``GOLDEN_SCHREIBEN=1`` in the environment and read the
difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .kleinkreis import HERE, run

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

GOLDEN = sorted((HERE / "golden").glob("*.html"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_macro_shows(path: Path, ansicht: Ansicht) -> None:
    source = path.read_text(encoding="utf-8").partition("\n")[0]
    html = f"{run(ansicht, source).html}\n"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        path.write_text(f"{source}\n{html}", encoding="utf-8")
    assert html == path.read_text(encoding="utf-8").partition("\n")[2]


def test_there_are_golden_files() -> None:
    assert len(GOLDEN) > 30
