"""What must stand on a demonstration and on the page for unknown addresses."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import visiting


def test_a_demonstration_says_so_and_is_not_indexed(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        for path in ("/", "/404.html", "/service/schulen/"):
            visit.open(path)
            expect(visit.page.get_by_role("banner")).to_contain_text(
                "Vorführung, keine amtliche Seite"
            )
            assert visit.page.locator('meta[name="robots"]').get_attribute("content") == "noindex"


def test_an_unknown_address_shows_the_three_ways_in(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.open("/das/gibt/es/nicht/")
        assert (
            visit.page.get_by_role("heading", level=1).inner_text() == "Diese Seite gibt es nicht"
        )
        for name in ("Konzept schreiben", "Ansprechpersonen finden", "Änderung vorschlagen"):
            link = visit.page.get_by_role("main").get_by_role("link", name=name)
            target: str = link.evaluate("(element) => element.href")
            assert visit.page.request.get(target).status == 200, name
