"""Every page of Musterkreis once, at 1280 pixels: all checks, one load for each page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from .built_site import REGIONS, Site
from .checks.registry import NICHT_AUTOMATISCH, PRUEFUNGEN, Umfang, order
from .checks.views import check_files, check_pages, extents_for

PARTS = 4


def test_all_44_checks_are_there_or_say_why_not() -> None:
    numbered = {id for id in {*PRUEFUNGEN, *NICHT_AUTOMATISCH} if id.startswith("T")}
    assert sorted(numbered, key=order) == [f"T{number}" for number in range(1, 45)]
    assert not set(PRUEFUNGEN) & set(NICHT_AUTOMATISCH)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_of_musterkreis(browser: Browser, musterkreis: Site, part: int) -> None:
    pages = musterkreis.pages()[part::PARTS]
    types = set(musterkreis.page_types())
    assert pages
    for few, wanted in ((True, types), (False, set(pages) - types)):
        chosen = [page for page in pages if page in wanted]
        extents = (
            extents_for(1280, "light", page_type=True) if few else (Umfang.ANSICHT, Umfang.SEITE)
        )
        found = check_pages(browser, musterkreis, chosen, 1280, "light", extents)
        assert not found.befunde, str(found)


@pytest.mark.parametrize("region", REGIONS)
def test_all_files_are_valid(
    browser: Browser, built_site: Callable[[str], Site], region: str
) -> None:
    found = check_files(browser, built_site(region))
    assert not found.befunde, str(found)
