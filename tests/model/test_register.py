"""Every rule is told by a test, explained, and numbered once."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Final

import pytest
import yaml

import macros.model
from macros.model.findings import REGISTER, Register, Stufe, regel

from .golden_region import GOLDEN

for module in pkgutil.walk_packages(macros.model.__path__, "macros.model."):
    importlib.import_module(module.name)

# Told where they can be made: keys that are blocks, links and folders on a disk.
ELSEWHERE: Final = {
    "R-024": "test_bestand.py",
    "R-026": "test_yaml.py",
    "R-207": "test_region_texts.py",
}
MINE: Final = re.compile(r"R-(?:[0-3]\d\d|48\d)")


def own_numbers() -> set[str]:
    return {number for number in REGISTER.regeln if MINE.fullmatch(number)}


def test_every_rule_of_the_model_is_told_by_a_test() -> None:
    told = {
        number
        for path in (GOLDEN / "meldungen").glob("*/erwartet.txt")
        for number in re.findall(r"^[A-Z]+ (R-\d{3}) ·", path.read_text(encoding="utf-8"), re.M)
    }
    table = yaml.safe_load((GOLDEN / "regeln.yml").read_text(encoding="utf-8"))
    told |= {row["regel"] for row in table}
    for number, name in ELSEWHERE.items():
        assert number in (Path(__file__).parent / name).read_text(encoding="utf-8")
    assert own_numbers() - told - ELSEWHERE.keys() == set()


@pytest.mark.parametrize("number", sorted(own_numbers()))
def test_every_rule_explains_itself(number: str) -> None:
    rule = REGISTER.regeln[number]
    assert rule.nummer == number
    assert rule.falsch.strip()
    assert rule.richtig.strip()
    assert rule.falsch != rule.richtig
    assert not rule.titel.endswith(".")
    assert rule.erklaerung.endswith(".")
    assert len(rule.titel) <= 90
    assert rule.stufe in Stufe


def test_titles_are_unique() -> None:
    titles = [REGISTER.regeln[number].titel for number in own_numbers()]
    assert len(titles) == len(set(titles))


def test_a_number_is_given_once() -> None:
    register = Register()
    rule = REGISTER.regeln["R-001"]
    register.add(rule)
    with pytest.raises(ValueError, match="R-001"):
        register.add(rule)
    with pytest.raises(ValueError, match="R-001"):
        regel("R-001", Stufe.FEHLER, "", "", "", "")
    assert register.sorted() == [rule]
