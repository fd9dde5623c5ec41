"""Each rule across records (R-3xx): a change of the small region that breaks it, one that keeps it.

The table ``tests/golden/regeln.yml`` holds the changes; the region itself breaks no rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from macros.model.findings import REGISTER

from .golden_region import GOLDEN, REGION, load_with, place_of

if TYPE_CHECKING:
    from pathlib import Path

Change = dict[str, str]
ROWS: Final[list[dict[str, Any]]] = yaml.safe_load(
    (GOLDEN / "regeln.yml").read_text(encoding="utf-8")
)


def rules_after(changes: list[Change], root: Path) -> set[str]:
    files: dict[str, str] = {}
    for one in changes:
        name = one["datei"]
        text = files.get(name) or place_of(REGION, name).read_text(encoding="utf-8")
        assert one["alt"] in text, one
        files[name] = text.replace(one["alt"], one["neu"], 1)
    geladen = load_with({name: text.encode() for name, text in files.items()}, root)
    return {befund.rule for befund in geladen.befunde}


@pytest.mark.parametrize("row", ROWS, ids=[row["regel"] for row in ROWS])
def test_rule(row: dict[str, Any], tmp_path: Path) -> None:
    assert row["regel"] in rules_after(row["bricht"], tmp_path / "broken")
    assert row["regel"] not in rules_after(row["haelt"], tmp_path / "kept")


def test_every_domain_rule_stands_in_the_table() -> None:
    numbers = {number for number in REGISTER.regeln if number.startswith("R-3")}
    assert numbers <= {row["regel"] for row in ROWS if row["haelt"]}
