"""The filter above long lists: words as people type them, the address, and the way back."""

from __future__ import annotations

import re
from typing import Final

from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import visiting

PAGE: Final = "/service/schulen/"


def test_umlauts_may_be_typed_in_any_way(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(PAGE)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        for word in ("Mühlbrück", "muehlbrueck", "muhlbruck", "MÜHLBRÜCK"):
            form.get_by_label("Wort oder Name").fill(word)
            expect(form.get_by_role("status")).to_have_text("Schulen: 2 von 12")
            expect(visit.page.locator("[data-filter-eintrag]:visible")).to_have_count(2)


def test_the_choice_stands_in_the_address_and_can_be_taken_back(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(PAGE)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        status = form.get_by_role("status")
        expect(status).to_have_text("Schulen: 12 von 12")
        form.get_by_label("Schulform").select_option("Gymnasium")
        expect(status).to_have_text("Schulen: 1 von 12")
        expect(visit.page).to_have_url(re.compile(r"\?schulen-form=Gymnasium$"))
        visit.page.reload()
        expect(status).to_have_text("Schulen: 1 von 12")
        assert visit.axe() == []
        form.get_by_label("Wort oder Name").fill("gibt es nicht")
        expect(status).to_have_text("Schulen: 0 von 12. Weniger Angaben helfen weiter.")
        form.get_by_role("button", name="Alle zeigen").click()
        expect(status).to_have_text("Schulen: 12 von 12")
        expect(visit.page).to_have_url(re.compile(f"{PAGE}$"))
        assert visit.stored() == []


def test_the_button_leads_to_what_was_found(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(PAGE)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        form.get_by_label("Wort oder Name").fill("Gymnasium")
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.className") == "tabelle"


def test_a_link_to_an_entry_is_stronger_than_the_filter(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open("/service/kontakte/?kontakte-wort=gibtesnicht")
        status = visit.page.get_by_role("form", name="Kontakte filtern").get_by_role("status")
        expect(status).to_contain_text("Kontakte: 0 von")
        visit.page.evaluate("location.hash = '#koordination'")
        expect(visit.page.locator("#koordination")).to_be_visible()


def test_without_scripts_the_whole_list_stands_there(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis, scripts=False) as visit:
        visit.open(PAGE)
        expect(visit.page.locator("form[data-filter]")).to_be_hidden()
        expect(visit.page.locator("[data-filter-eintrag]:visible")).to_have_count(12)
