"""What the shipped regions are warned about is known word for word: nothing new goes unnoticed.

After a wanted change write the lists anew with ``--golden-schreiben`` and read the difference.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from macros.model.clock import stichtag_today
from macros.model.load_region import load_region, region_slugs
from macros.model.report import format_text
from tests.stichtag import STICHTAG

from .golden_region import GOLDEN

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("slug", region_slugs(ROOT))
def test_warnings_of_a_shipped_region(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    geladen = load_region(ROOT, slug, stichtag_today())
    text = format_text(geladen.befunde) + "\n"
    expected = GOLDEN / "warnungen" / f"{slug}.txt"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        expected.write_text(text, encoding="utf-8")
    assert geladen.bestand is not None
    assert text == expected.read_text(encoding="utf-8")


def test_the_lists_are_those_of_the_shipped_regions() -> None:
    lists = {path.stem for path in (GOLDEN / "warnungen").iterdir()}
    assert lists == set(region_slugs(ROOT))


def test_the_stichtag_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    later = load_region(ROOT, "musterkreis", date(2029, 1, 1))
    assert {"R-311", "R-323", "R-350"} <= {befund.rule for befund in later.befunde}
    assert later.bestand is not None, "what merely expires never blocks"
