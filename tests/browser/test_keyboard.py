"""What the checks with the keyboard leave open: groups of the menu, the search's other ways."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import visiting


def test_groups_of_the_navigation_open_by_keyboard(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open("/service/impressum/")
        group = visit.page.locator(".navigation details").first
        expect(group).not_to_have_attribute("open", "")
        group.locator("summary").focus()
        visit.page.keyboard.press("Enter")
        expect(group).to_have_attribute("open", "")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.closest('details') !== null")


@pytest.mark.parametrize("width", [320, 1280])
def test_open_menu_and_search_are_as_accessible_as_the_page(
    browser: Browser, musterkreis: Site, width: int
) -> None:
    with visiting(browser, musterkreis, width=width, height=640) as visit:
        visit.open("/service/impressum/")
        assert not any("search_index" in url for url in visit.requests)
        if width == 320:
            visit.page.get_by_role("button", name="Menü").click()
            assert visit.axe() == []
        visit.page.get_by_role("button", name="Suche").click()
        dialog = visit.page.get_by_role("dialog", name="Suche")
        visit.page.keyboard.type("Qualitätsstandards")
        expect(dialog.get_by_role("status")).to_have_text(re.compile(r"\d+ Seiten? gefunden"))
        expect(dialog.get_by_role("link").first).to_have_text(re.compile("Qualitätsstandards"))
        assert visit.axe() == []
        assert visit.messages == []
        assert visit.foreign_requests() == []
        assert visit.stored() == []


def test_enter_leads_to_the_first_hit(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open("/service/schulen/")
        visit.page.get_by_role("button", name="Suche").click()
        visit.page.keyboard.type("Glossar")
        first = visit.page.get_by_role("dialog").get_by_role("link").first
        expect(first).to_have_text(re.compile("Glossar"))
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/glossar/**")


def test_a_search_that_cannot_load_says_so(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.page.route("**/search_index.json", lambda route: route.abort())
        visit.open("/")
        visit.page.get_by_role("button", name="Suche").click()
        status = visit.page.get_by_role("dialog").get_by_role("status")
        expect(status).to_contain_text("Die Suche ist gerade nicht erreichbar")
