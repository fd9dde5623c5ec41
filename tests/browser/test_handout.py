"""The handout fills two sheets of A4 and no more, whatever the region has to tell."""

from __future__ import annotations

import io
from typing import Final

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from macros.model.load_region import load_region, region_slugs
from macros.pages.run import wurzel_for
from macros.views.ansicht import Ansicht
from macros.views.registry import call
from tests.musterkreis import ROOT
from tests.stichtag import STICHTAG

from .built_site import Site
from .visit import visiting

PAGE: Final = "service/handzettel.md"
A4: Final = (595, 842)


@pytest.mark.parametrize("region", region_slugs(ROOT))
def test_two_sheets(region: str, browser: Browser, musterkreis: Site) -> None:
    bestand = load_region(ROOT, region, STICHTAG).bestand
    assert bestand is not None
    told = call(Ansicht(bestand, wurzel_for(PAGE)), "handzettel", [], {}).html
    with visiting(browser, musterkreis, width=1280) as visit:
        visit.open("/service/handzettel/")
        # The frame is the same for all regions: another region's sheet is put into it.
        visit.page.locator(".handzettel").evaluate("(old, html) => { old.outerHTML = html }", told)
        assert bestand.region.im_satz in visit.page.locator(".handzettel").inner_text()
        paper = PdfReader(io.BytesIO(visit.page.pdf(prefer_css_page_size=True)))
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in paper.pages}
    assert len(paper.pages) == 2
    assert sizes == {A4}
    assert "Wo beraten wird" in paper.pages[1].extract_text()
