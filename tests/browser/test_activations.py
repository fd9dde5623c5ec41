"""For every topic and every municipality a number is at most three taps from the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.model.records import Gemeinde, Kontakt, Thema
from macros.model.responsibility import responsible
from tests.musterkreis import musterkreis as bestand_of

from .activations import ALLOWED, table, ways
from .visit import visiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

    from .activations import Weg
    from .built_site import Site

THEMEN = [(thema.id, thema.name) for thema in bestand_of().alle(Thema)]
GEMEINDEN = [gemeinde.name for gemeinde in bestand_of().alle(Gemeinde)]
DIRECTORY = "**/service/wer-ist-zustaendig/"


def _too_far(found: list[Weg]) -> list[str]:
    return [
        f"{way.thema}, {way.gemeinde}: {way.schritte}"
        for way in found
        if way.schritte is None or way.schritte > ALLOWED
    ]


@pytest.fixture(scope="module")
def with_scripts(browser: Browser, built_site: Callable[[str], Site]) -> list[Weg]:
    return _all_ways(browser, built_site("musterkreis"), scripts=True)


@pytest.fixture(scope="module")
def without_scripts(browser: Browser, built_site: Callable[[str], Site]) -> list[Weg]:
    return _all_ways(browser, built_site("musterkreis"), scripts=False)


def _all_ways(browser: Browser, site: Site, *, scripts: bool) -> list[Weg]:
    with visiting(browser, site, width=320, height=640, scripts=scripts, calm=True) as visit:
        return ways(visit.page, site, THEMEN, GEMEINDEN, scripts=scripts)


def test_a_number_is_three_taps_away(with_scripts: list[Weg], without_scripts: list[Weg]) -> None:
    for name, found in (("mit Skript", with_scripts), ("ohne Skript", without_scripts)):
        assert len(found) == len(THEMEN) * len(GEMEINDEN) >= 100
        print(f"\n{name}\n{table(found)}")
        assert _too_far(found) == [], table(found)
    assert {way.schritte for way in without_scripts} == {2}


def test_the_first_number_is_that_of_the_office_in_charge(
    with_scripts: list[Weg], without_scripts: list[Weg]
) -> None:
    bestand = bestand_of()
    compared = 0
    for found in (with_scripts, without_scripts):
        numbers = {(way.thema, way.gemeinde): way.nummern for way in found}
        for thema in bestand.alle(Thema):
            for gemeinde in bestand.alle(Gemeinde):
                first = next(iter(responsible(bestand, thema, gemeinde)), None)
                stelle = first.stelle if first else bestand.region.koordinierungsstelle.ziel
                if stelle.telefon is not None:
                    assert numbers[thema.id, gemeinde.name][0] == f"tel:{stelle.telefon.uri}"
                    compared += isinstance(stelle, Kontakt)
    assert compared > 60


HIDING = {
    "hidden": (" data-schulform=", " hidden data-schulform="),
    "zugeklappt": ('<div class="zustaendig__ort"', '<details><div class="zustaendig__ort"'),
    "ohne-nummer": ('href="tel:', 'href="mailto:'),
}


@pytest.mark.parametrize("change", HIDING)
def test_a_page_that_hides_its_numbers_is_seen(
    browser: Browser, musterkreis: Site, change: str
) -> None:
    old, new = HIDING[change]

    def hide(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        assert old in text
        route.fulfill(response=answer, body=text.replace(old, new))

    with visiting(browser, musterkreis, width=320, height=640, scripts=False, calm=True) as visit:
        visit.page.route(DIRECTORY, hide)
        found = ways(visit.page, musterkreis, THEMEN[:1], GEMEINDEN, scripts=False)
    assert len(_too_far(found)) == len(GEMEINDEN)


@pytest.mark.parametrize("scripts", [True, False], ids=["mit-skript", "ohne-skript"])
def test_kinderschutz_is_one_tap_from_every_page_and_on_top(
    browser: Browser, site: Site, scripts: bool
) -> None:
    with visiting(browser, site, width=320, height=640, scripts=scripts) as visit:
        for path in [*site.page_types(), "/service/wer-ist-zustaendig/"]:
            visit.open(path)
            link = visit.page.locator(".kopf a", has_text="Kinderschutz: wer hilft")
            box = link.bounding_box()
            assert box is not None, path
            # Without scrolling, in the upper third of a small screen, and large enough to tap.
            assert box["y"] + box["height"] <= 640 / 3 + 40, (path, box)
            assert box["height"] >= 24, (path, box)
            call = visit.page.locator('.kopf a[href="tel:110"]').bounding_box()
            assert call is not None and call["y"] + call["height"] <= 640, path
        link.click()
        visit.page.wait_for_url("**/service/kinderschutz/")
        _shows_a_number(visit.page)


def _shows_a_number(page: Page) -> None:
    box = page.locator('main a[href^="tel:"]').first.bounding_box()
    assert box is not None and box["height"] >= 20


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_leads_to_the_koordinierungsstelle(
    browser: Browser, site: Site, width: int
) -> None:
    with visiting(browser, site, width=width, scripts=False) as visit:
        for path in site.page_types():
            visit.open(path)
            link = visit.page.locator("footer a", has_text="Frage an die Koordinierungsstelle")
            assert link.is_visible(), path
