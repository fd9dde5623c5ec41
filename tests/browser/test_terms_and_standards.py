"""Explanations open at the term and give the focus back; standards are chosen; both without JS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from .built_site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHAPTER = "/aufgaben/beratung/"


@pytest.fixture(params=[1280, 320])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return an empty page of a wide and of a narrow window."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


def test_a_term_opens_its_explanation_and_takes_the_focus_back(
    page: Page, musterkreis: Site
) -> None:
    page.goto(musterkreis.url(CHAPTER))
    term = page.locator("a.begriff").first
    window = page.locator("#begriff-fenster")
    term.focus()
    page.keyboard.press("Enter")
    assert window.is_visible()
    assert term.get_attribute("aria-expanded") == "true"
    explanation = page.locator(term.get_attribute("href") or "").locator("dd").first.inner_text()
    assert explanation in window.inner_text()
    box = window.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] + box["height"] <= size["height"]
    page.keyboard.press("Escape")
    assert window.is_hidden()
    assert term.evaluate("e => e === document.activeElement")
    assert term.get_attribute("aria-expanded") == "false"
    term.click()
    window.get_by_role("button", name="Schließen").click()
    assert term.evaluate("e => e === document.activeElement")
    assert page.url == musterkreis.url(CHAPTER), "die Adresse bleibt"


def test_without_scripts_a_term_leads_to_the_list_and_back(
    browser: Browser, musterkreis: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(musterkreis.url(CHAPTER))
    link = page.locator("a.begriff").first
    target = link.get_attribute("href") or ""
    link.click()
    assert page.url.endswith(target)
    assert page.locator(f"{target}:target").is_visible()
    page.locator(f"{target} .begriffe__zurueck").click()
    assert page.locator("a.begriff:target").is_visible()
    context.close()


def test_standards_are_chosen_and_the_address_remembers(page: Page, musterkreis: Site) -> None:
    page.goto(musterkreis.url("/standards/?standards-rolle=Schule&standards-dimension=unsinn"))
    shown = page.locator(".standard:visible")
    everything = page.locator(".standard").count()
    status = page.get_by_role("status")
    # The filter may come after all else.
    expect(status).to_have_text(re.compile(r"Standards: \d+ von \d+"))
    some = shown.count()
    assert 0 < some < everything
    assert status.inner_text() == f"Standards: {some} von {everything}"
    page.get_by_label("Verbindlichkeit").select_option("muss")
    expect(status).not_to_have_text(f"Standards: {some} von {everything}")
    assert 0 < shown.count() < some
    assert page.url.endswith("?standards-rolle=Schule&standards-verbindlichkeit=muss")
    page.reload()
    expect(page.get_by_label("Rolle")).to_have_value("Schule")
    page.get_by_role("button", name="Alle zeigen").click()
    expect(shown).to_have_count(everything)
    expect(page).to_have_url(musterkreis.url("/standards/"))


def test_a_link_to_one_standard_shows_it_whatever_is_chosen(page: Page, musterkreis: Site) -> None:
    page.goto(musterkreis.url("/standards/?standards-dimension=Strukturqualität#qs-p-04"))
    assert page.locator("#qs-p-04").is_visible()


def test_without_scripts_all_standards_show_with_lists_by_role(
    browser: Browser, musterkreis: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(musterkreis.url("/standards/"))
    assert page.locator("form.filter").is_hidden()
    assert page.locator(".standard:visible").count() > 30
    page.locator("summary", has_text="Standards nach Rolle").click()
    page.locator(".standardwege a:visible").first.click()
    assert "#qs-" in page.url
    context.close()
