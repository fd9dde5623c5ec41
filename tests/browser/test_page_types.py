"""What the page looks like beyond the checks: dark colours, tables on narrow windows."""

from __future__ import annotations

import re
from typing import Final

from playwright.sync_api import Browser

from .built_site import Site
from .visit import Scheme, visiting

SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")


def test_dark_follows_the_system(browser: Browser, musterkreis: Site) -> None:
    grounds = []
    for scheme in SCHEMES:
        with visiting(browser, musterkreis, scheme=scheme) as visit:
            visit.open("/")
            grounds.append(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    light, dark = (sum(map(int, re.findall(r"\d+", ground)[:3])) for ground in grounds)
    assert light > 700
    assert dark < 120


def test_rows_become_cards_that_keep_their_meaning(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis, width=320) as visit:
        visit.open("/service/schulen/")
        table = visit.page.get_by_role("table").first
        heads = table.get_by_role("columnheader").all_inner_texts()
        assert heads == ["Schule", "Kontakt zur Schule", "Schulsozialarbeit"]
        assert table.get_by_role("rowheader").count() == table.get_by_role("row").count() - 1
        label = table.locator("td").first.evaluate(
            "(cell) => getComputedStyle(cell, '::before').content"
        )
        assert "Kontakt zur Schule" in label
