"""One page of each type at 320 pixels, which is 1280 at a zoom of 400 %."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .built_site import Site
from .checks.views import SCHEMES, check_pages, extents_for
from .visit import Scheme


@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_types(browser: Browser, musterkreis: Site, scheme: Scheme) -> None:
    extents = extents_for(320, scheme, page_type=True)
    found = check_pages(browser, musterkreis, musterkreis.page_types(), 320, scheme, extents)
    assert not found.befunde, str(found)
