"""The whole page by keyboard: order, visible focus, menu and search."""

from __future__ import annotations

import re
from typing import Final, TypedDict

import pytest
from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import Visit, visiting

MOST_STOPS: Final = 400

_STOP: Final = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const ring = (e) => {
    const style = getComputedStyle(e);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  // A link over two lines may have nothing of its own in the middle; its first piece counts.
  const piece = element.getClientRects()[0] ?? box;
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const top = document.elementFromPoint(
    middle(piece.left, piece.right, innerWidth), middle(piece.top, piece.bottom, innerHeight));
  const words = (element.getAttribute('aria-label') ?? element.textContent).trim();
  const frame = element.parentElement;
  return {
    name: `${element.tagName} ${words.replace(/\\s+/g, ' ').slice(0, 60)}`,
    id: element.dataset.halt,
    size: Math.min(box.width, box.height),
    inView: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    ring: ring(element) || (frame.matches(':focus-within') && ring(frame)),
    onTop: Boolean(top) && (element.contains(top) || top.contains(element)),
  };
}"""

_NUMBER_STOPS: Final = """() => {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const reachable = [...document.querySelectorAll(selector)].filter((element) =>
    !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  reachable.forEach((element, number) => { element.dataset.halt = String(number); });
  return reachable.length;
}"""


class Stop(TypedDict):
    """Where the focus stands."""

    name: str
    id: str
    size: float
    inView: bool
    ring: bool
    onTop: bool


def _walk(visit: Visit) -> list[Stop]:
    """Press Tab until the focus leaves the page."""
    stops: list[Stop] = []
    for _ in range(MOST_STOPS):
        visit.page.keyboard.press("Tab")
        stop: Stop | None = visit.page.evaluate(_STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"Nach {MOST_STOPS} Schritten ist die Seite nicht zu Ende.")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "path", ["/", "/auftrag/was-schulsozialarbeit-ist/", "/service/schulen/", "/service/kontakte/"]
)
def test_every_stop_is_seen_and_in_order(
    browser: Browser, musterkreis: Site, path: str, width: int
) -> None:
    with visiting(browser, musterkreis, width=width, calm=True) as visit:
        visit.open(path)
        reachable: int = visit.page.evaluate(_NUMBER_STOPS)
        stops = _walk(visit)
        assert stops[0]["name"] == "A Zum Inhalt springen"
        for stop in stops:
            assert stop["inView"] and stop["onTop"] and stop["ring"] and stop["size"] >= 1, stop
        assert [int(stop["id"]) for stop in stops] == list(range(reachable))


@pytest.mark.parametrize("width", [320, 1280])
def test_the_skip_link_leads_into_the_content(
    browser: Browser, musterkreis: Site, width: int
) -> None:
    with visiting(browser, musterkreis, width=width) as visit:
        visit.open("/service/kontakte/")
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")
        expect(visit.page.get_by_role("main")).to_be_focused()
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [320, 768])
def test_the_menu_opens_and_closes_by_keyboard(
    browser: Browser, musterkreis: Site, width: int
) -> None:
    with visiting(browser, musterkreis, width=width) as visit:
        visit.open("/standards/")
        button = visit.page.get_by_role("button", name="Menü")
        navigation = visit.page.get_by_role("navigation", name="Hauptnavigation")
        expect(navigation).to_be_hidden()
        expect(button).to_have_attribute("aria-expanded", "false")

        button.focus()
        visit.page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(navigation).to_be_visible()
        assert visit.axe() == []
        assert visit.overflow() == 0
        current = navigation.locator('[aria-current="page"]')
        expect(current).to_be_visible()

        current.focus()
        visit.page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(navigation).to_be_hidden()

        visit.page.keyboard.press("Space")
        expect(navigation).to_be_visible()
        visit.page.keyboard.press("Space")
        expect(navigation).to_be_hidden()


def test_groups_of_the_navigation_open_by_keyboard(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open("/")
        group = visit.page.locator(".navigation details").first
        expect(group).not_to_have_attribute("open", "")
        group.locator("summary").focus()
        visit.page.keyboard.press("Enter")
        expect(group).to_have_attribute("open", "")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.closest('details') !== null")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_search_opens_finds_and_closes_by_keyboard(
    browser: Browser, musterkreis: Site, width: int
) -> None:
    with visiting(browser, musterkreis, width=width, height=640) as visit:
        visit.open("/service/impressum/")
        assert not any("search_index" in url for url in visit.requests)
        button = visit.page.get_by_role("button", name="Suche")
        dialog = visit.page.get_by_role("dialog", name="Suche")
        expect(dialog).to_be_hidden()

        button.focus()
        visit.page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
        expect(visit.page.get_by_label("Wort, Name oder Telefonnummer")).to_be_focused()

        visit.page.keyboard.type("Qualitätsstandards")
        status = dialog.get_by_role("status")
        expect(status).to_have_text(re.compile(r"\d+ Seiten? gefunden"))
        expect(dialog.get_by_role("link").first).to_have_text(re.compile("Qualitätsstandards"))
        assert visit.axe() == []
        assert visit.overflow() == 0

        for _ in range(60):
            visit.page.keyboard.press("Tab")
            focus = visit.page.evaluate(
                "document.activeElement === document.body"
                " || document.activeElement.closest('dialog') !== null"
            )
            assert focus, "Der Fokus hat den offenen Dialog verlassen."

        visit.page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
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


def test_a_search_without_hits_says_what_to_try(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open("/")
        visit.page.get_by_role("button", name="Suche").click()
        visit.page.keyboard.type("xyzxyz")
        status = visit.page.get_by_role("dialog").get_by_role("status")
        expect(status).to_contain_text("Nichts gefunden. Versuchen Sie ein anderes Wort")


def test_a_search_that_cannot_load_says_so(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.page.route("**/search_index.json", lambda route: route.abort())
        visit.open("/")
        visit.page.get_by_role("button", name="Suche").click()
        status = visit.page.get_by_role("dialog").get_by_role("status")
        expect(status).to_contain_text("Die Suche ist gerade nicht erreichbar")
