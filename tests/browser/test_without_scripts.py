"""With JavaScript off all ways lead on: menu, outline, wide tables."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import visiting


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_the_menu_and_the_legal_pages_are_reachable(
    browser: Browser, musterkreis: Site, width: int
) -> None:
    with visiting(browser, musterkreis, width=width, scripts=False) as visit:
        visit.open("/standards/")
        expect(visit.page.get_by_role("button")).to_have_count(0)
        navigation = visit.page.get_by_role("navigation", name="Hauptnavigation")
        if width == 320:
            expect(navigation).to_be_hidden()
            visit.page.get_by_role("link", name="Menü", exact=True).click()
        expect(navigation).to_be_visible()
        closed = navigation.locator("details:not([open]) > summary")
        while closed.count():
            closed.first.click()
        links = navigation.get_by_role("link")
        assert links.count() >= 15
        for link in links.all():
            expect(link).to_be_visible()
            if link.get_attribute("href") == "#":
                continue
            target: str = link.evaluate("(element) => element.href")
            assert visit.page.request.get(target).status == 200, target
        for name in ("Impressum", "Datenschutz", "Barrierefreiheit"):
            link = visit.page.get_by_role("contentinfo").get_by_role("link", name=name)
            expect(link).to_be_visible()
        if width == 320:
            visit.page.get_by_role("link", name="Menü schließen").click()
            expect(navigation).to_be_hidden()


def test_an_outline_unfolds(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis, scripts=False) as visit:
        visit.open("/auftrag/was-schulsozialarbeit-ist/")
        outline = visit.page.get_by_role("navigation", name="Auf dieser Seite")
        outline.locator("summary").click()
        expect(outline.get_by_role("link").first).to_be_visible()


def test_wide_tables_scroll_by_keyboard(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis, width=320, scripts=False) as visit:
        visit.open("/service/schulen/")
        region = visit.page.locator(".tabelle").first
        region.focus()
        for _ in range(50):
            visit.page.keyboard.press("ArrowRight")
            visit.page.wait_for_timeout(50)
            if region.evaluate("(region) => region.scrollLeft") > 0:
                return
        raise AssertionError("Die Tabelle rollt nicht.")
