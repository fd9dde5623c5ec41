"""One page of each type at 768 pixels, the dark wide window, and another region's page types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Browser

from .built_site import Site
from .checks.registry import Umfang
from .checks.views import check_pages, extents_for
from .visit import Scheme

VIEWS: Final[tuple[tuple[int, Scheme], ...]] = ((768, "light"), (768, "dark"), (1280, "dark"))


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_page_types(browser: Browser, musterkreis: Site, width: int, scheme: Scheme) -> None:
    # The narrow and the wide window are walked through with Tab; the full check walks here as well.
    extents = {*extents_for(width, scheme, page_type=True)} - {Umfang.TASTATUR}
    found = check_pages(browser, musterkreis, musterkreis.page_types(), width, scheme, extents)
    assert not found.befunde, str(found)


def test_page_types_of_a_region_of_official_data(
    browser: Browser, built_site: Callable[[str], Site]
) -> None:
    site = built_site("kreis-soest")
    # The chapters are those of Musterkreis; the full check looks at them here as well.
    pages = [page for page in site.page_types() if page.startswith("/service/")]
    found = check_pages(browser, site, pages, 1280, "light", (Umfang.ANSICHT,))
    assert not found.befunde, str(found)
