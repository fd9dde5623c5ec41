"""The help page lists every rule: the rule book knows all of them, each one complete."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from macros.model.findings import REGISTER, Regel
from macros.rule_book import ROOMS

_EVERYTHING = """
import importlib, pkgutil, macros
for module in pkgutil.walk_packages(macros.__path__, "macros."):
    if module.name != "macros.__main__":
        importlib.import_module(module.name)
from macros.model.findings import REGISTER
print(" ".join(sorted(REGISTER.regeln)))
"""


def test_the_rule_book_knows_the_rules_of_every_module() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _EVERYTHING], capture_output=True, text=True, check=True
    )
    assert len(ROOMS) > 0
    assert sorted(REGISTER.regeln) == done.stdout.split()


@pytest.mark.parametrize("regel", REGISTER.sorted(), ids=lambda regel: str(regel.nummer))
def test_each_rule_explains_itself_in_german(regel: Regel) -> None:
    assert re.fullmatch(r"R-\d{3}", regel.nummer)
    assert regel.titel and not regel.titel.endswith(".")
    assert regel.erklaerung.endswith((".", "“", ")"))
    assert regel.falsch.strip() and regel.richtig.strip()
    assert regel.falsch != regel.richtig
