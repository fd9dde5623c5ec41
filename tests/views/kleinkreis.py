"""The small region that the tests of macros and exports show."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.load_region import load_region
from macros.views.registry import Fragment, call

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht

HERE: Final = Path(__file__).parent
STICHTAG: Final = date(2026, 9, 15)


def load(stichtag: date = STICHTAG) -> Bestand:
    """Return a fresh Bestand, so that a test may bend its records."""
    bestand = load_region(HERE, "kleinkreis", stichtag).bestand
    assert bestand is not None
    return bestand


def run(ansicht: Ansicht, source: str) -> Fragment:
    """Call a macro as a page writes it: ``kontakt("koordination")``."""
    tree = ast.parse(source, mode="eval").body
    assert isinstance(tree, ast.Call)
    assert isinstance(tree.func, ast.Name)
    args = [ast.literal_eval(argument) for argument in tree.args]
    kwargs = {str(k.arg): ast.literal_eval(k.value) for k in tree.keywords}
    return call(ansicht, tree.func.id, args, kwargs)
