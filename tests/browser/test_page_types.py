"""One page of each type in every width and both colour schemes."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest
from playwright.sync_api import Browser

from .built_site import Site
from .visit import Scheme, visiting

PAGE_TYPES: Final = (
    "/",
    "/auftrag/was-schulsozialarbeit-ist/",
    "/standards/",
    "/glossar/",
    "/service/schulen/",
    "/service/kontakte/",
    "/service/kinderschutz/",
    "/service/daten/",
    "/404.html",
)
WIDTHS: Final = (320, 768, 1280)
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")


def _pages(site: Site) -> list[str]:
    municipality = next(p for p in site.pages() if p.startswith("/service/gemeinden/"))
    return [*PAGE_TYPES, municipality]


@pytest.mark.parametrize(("width", "scheme"), list(product(WIDTHS, SCHEMES)))
def test_no_violation_and_no_overflow(
    browser: Browser, musterkreis: Site, width: int, scheme: Scheme
) -> None:
    faults: dict[str, list[str]] = {}
    with visiting(browser, musterkreis, width=width, scheme=scheme) as visit:
        for path in _pages(musterkreis):
            visit.open(path)
            # 7:1 is our own target for text; the law asks for 4.5:1.
            found = visit.axe("color-contrast-enhanced")
            if visit.overflow():
                found.append(f"{visit.overflow()} px breiter als das Fenster")
            if found:
                faults[path] = found
    assert faults == {}


_SPACED: Final = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
_DOUBLED: Final = "() => { document.documentElement.style.fontSize = '200%'; }"


@pytest.mark.parametrize(
    ("change", "width"), [(_SPACED, 320), (_SPACED, 1280), (_DOUBLED, 768), (_DOUBLED, 1280)]
)
def test_text_may_be_spaced_and_enlarged(
    browser: Browser, musterkreis: Site, change: str, width: int
) -> None:
    with visiting(browser, musterkreis, width=width) as visit:
        for path in _pages(musterkreis):
            visit.open(path)
            visit.page.evaluate(change)
            assert visit.overflow() == 0, path


def test_dark_follows_the_system(browser: Browser, musterkreis: Site) -> None:
    grounds = []
    for scheme in SCHEMES:
        with visiting(browser, musterkreis, scheme=scheme) as visit:
            visit.open("/")
            grounds.append(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(253, 252, 250)", "rgb(20, 25, 28)"]


def test_nothing_moves_for_those_who_do_not_want_it(browser: Browser, musterkreis: Site) -> None:
    moving = """() => [...document.querySelectorAll('*')].filter((element) => {
      const style = getComputedStyle(element);
      return style.scrollBehavior === 'smooth' || style.animationName !== 'none'
        || style.transitionDuration.split(',').some((time) => parseFloat(time) > 0);
    }).length"""
    with visiting(browser, musterkreis, calm=True) as visit:
        visit.open("/standards/")
        assert visit.page.evaluate(moving) == 0


def test_forced_colours_keep_the_current_page_and_buttons_visible(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.page.emulate_media(forced_colors="active")
        visit.open("/standards/")
        for selector, side in (
            ('.navigation a[aria-current="page"]', "Left"),
            ("[data-suche-oeffnen]", "Top"),
            (".standard", "Top"),
        ):
            width = visit.page.locator(selector).first.evaluate(
                f"(element) => parseFloat(getComputedStyle(element).border{side}Width)"
            )
            assert width >= 1, selector


def test_rows_become_cards_that_keep_their_meaning(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis, width=320) as visit:
        visit.open("/service/schulen/")
        table = visit.page.get_by_role("table").first
        assert table.get_by_role("columnheader").count() > 3
        assert table.get_by_role("rowheader").count() == table.get_by_role("row").count() - 1
        label = table.locator("td").first.evaluate(
            "(cell) => getComputedStyle(cell, '::before').content"
        )
        assert "Schulform" in label
