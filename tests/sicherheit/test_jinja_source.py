"""The first wall alone: the allow-list refuses each attack in the source, nothing is run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.model.findings import Stufe
from macros.pages.calls import take_apart
from macros.pages.source import parse_page

from .payloads import JINJA

if TYPE_CHECKING:
    from pathlib import Path

KOPF = "---\ntitle: Titel\ndescription: Satz\nart: live\n---\n\nErste Zeile\n\n"


def test_there_are_enough_attacks() -> None:
    assert len(set(JINJA)) >= 40


@pytest.mark.parametrize("attack", JINJA)
def test_the_allow_list_refuses(attack: str, secret: Path) -> None:
    seite = parse_page((KOPF + attack).encode(), "a.md", "docs/a.md")
    befunde = take_apart(seite).befunde
    assert befunde
    last = 9 + attack.count("\n")
    for befund in befunde:
        assert befund.stufe is Stufe.FEHLER
        assert befund.rule in ("R-404", "R-405", "R-406")
        assert befund.file == "docs/a.md"
        assert 9 <= befund.line <= last
        assert befund.message and befund.remedy
