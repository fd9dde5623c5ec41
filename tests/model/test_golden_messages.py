"""One folder per fault: what stands in a file, and word for word what a person is told.

A case in ``tests/golden/meldungen`` replaces files of the smallest valid region
(``tests/golden/region``); an empty ``<name>.fehlt`` takes a file away. ``erwartet.txt`` is the
whole text output. After a wanted change write the texts anew with ``--golden-schreiben`` and read
the difference as somebody who has to mend the file from the message alone.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from macros.model.report import format_text

from .golden_region import GOLDEN, load_with

if TYPE_CHECKING:
    from pathlib import Path

CASES = sorted(path for path in (GOLDEN / "meldungen").iterdir() if path.is_dir())
CATALOGUE = {
    "Y": (
        *(1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29, 31, 32, 34, 35),
        *(37, 38, 40),
    ),
    "W": (1, 3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19, 21, 22, 24, 25, 27, 28, 30, 31, 33, 34),
    "R": (1, 2, 4, 5, 7, 10, 11, 13, 14, 17, 19, 20),
}


def files_of(case: Path) -> dict[str, bytes | None]:
    return {
        path.name.removesuffix(".fehlt"): None if path.suffix == ".fehlt" else path.read_bytes()
        for path in case.iterdir()
        if path.name != "erwartet.txt"
    }


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_message(case: Path, tmp_path: Path) -> None:
    text = format_text(load_with(files_of(case), tmp_path).befunde) + "\n"
    expected = case / "erwartet.txt"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_the_small_region_is_free_of_findings(tmp_path: Path) -> None:
    assert load_with({}, tmp_path).befunde == []


def test_every_entry_of_the_failure_catalogue_has_a_case() -> None:
    have = {match.group() for case in CASES if (match := re.match(r"[YWR]-\d\d", case.name))}
    assert have == {f"{kind}-{n:02d}" for kind, numbers in CATALOGUE.items() for n in numbers}


def test_every_case_differs_from_the_small_region() -> None:
    for case in CASES:
        assert files_of(case), case.name
