"""What each faulty file is told, word for word: ``golden/*.txt``.

After a wanted change write them anew with ``GOLDEN_SCHREIBEN=1`` in the environment and read the
difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.files import file_rules
from macros.files.check import check_files
from macros.model.findings import Regel

from .cases import CLEAN, FAULTY

if TYPE_CHECKING:
    from macros.model.findings import Befund

GOLDEN = Path(__file__).parent / "golden"
RULES = {rule.nummer for rule in vars(file_rules).values() if isinstance(rule, Regel)}


def told(befunde: list[Befund]) -> str:
    return "\n".join(
        f"{b.stufe} {b.rule} · {b.file}:{b.line}:{b.column}\n  {b.message}\n  So geht's: {b.remedy}"
        for b in befunde
    )


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_file_is_told(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    FAULTY[name](tmp_path)
    text = told(check_files(tmp_path)) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        golden.write_text(text, encoding="utf-8")
    assert text.strip()
    assert text == golden.read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert "Nachname" not in text
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("rule", CLEAN)
def test_near_miss_is_fine(rule: str, tmp_path: Path) -> None:
    CLEAN[rule](tmp_path)
    assert told(check_files(tmp_path)) == ""


def test_every_golden_file_belongs_to_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FAULTY)


def test_every_rule_is_broken_by_a_case_and_nearly_broken_by_another() -> None:
    texts = [path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.txt")]
    broken = {rule for text in texts for rule in re.findall(r"^\w+ (R-\d+) ", text, re.MULTILINE)}
    # No file can be made unreadable for root: test_odd_files.py tells of that one.
    assert broken | {"R-603"} == RULES
    assert set(CLEAN) == RULES


def test_numbers_belong_to_this_room() -> None:
    assert all(re.fullmatch(r"R-6\d\d", number) for number in RULES)
