"""The publication as readers get it: nginx, a plain folder, and a browser with scripts off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publish.shipped import CORRECTED, REASON, Shipped

from .built_site import Site
from .checks.keyboard import walk
from .checks.registry import Umfang, faults_of, of
from .nginx import nginx
from .visit import Scheme, Visit, visiting

CURRENT: Final = "2026.2"
OLD_PAGE: Final = f"/2025.1/{CORRECTED}/"
# The last page before the chapter got another name.
RENAMED: Final = "/2025.2/schulkonzept/"
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
REDIRECTS: Final = {
    "/standards/": "/2026.2/standards/",
    "/aktuell/": "/2026.2/",
    "/aktuell/glossar/": "/2026.2/glossar/",
    "/aktuell/service/kontakte/": "/2026.2/service/kontakte/",
    "/service/kinderschutz/": "/2026.2/service/kinderschutz/",
    "/2025.1/service/kontakte/": "/2026.2/service/kontakte/",
    "/schulkonzept/": "/2026.2/konzept/weg/",
    "/aktuell/schulkonzept/": "/2026.2/konzept/weg/",
    "/2026.1/schulkonzept/": "/2026.1/konzept-schreiben/",
    "/2026.2/konzept-schreiben/": "/2026.2/konzept/weg/",
    # The host adds the slash, the page leads on.
    "/standards": "/2026.2/standards/",
}


@pytest.fixture(scope="module")
def served(shipped: Shipped, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The publication behind nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    with nginx("musterkreis", shipped.ziel / "oeffentlich", folder) as site:
        yield site


@pytest.fixture
def plain(browser: Browser, served: Site) -> Iterator[Visit]:
    """A reader without JavaScript."""
    with visiting(browser, served, scripts=False) as visit:
        yield visit


def address(page: Page) -> str:
    return "/" + page.url.split("/", 3)[3]


def test_the_start_page_leads_to_every_fassung(plain: Visit) -> None:
    plain.open("/")
    assert plain.page.title() == "Alle Fassungen – Rahmenkonzept Schulsozialarbeit im Musterkreis"
    names = ["Fassung 2026.2", "Fassung 2026.1", "Fassung 2025.2", "Fassung 2025.1", "Entwurf"]
    found = plain.page.get_by_role("listitem").get_by_role("link")
    assert found.all_inner_texts()[:5] == names
    expect(plain.page.get_by_role("listitem").nth(3)).to_contain_text(
        "abgelöst, beschlossen am 5.\u00a0Dezember\u00a02024, "
        "berichtigt am 20.\u00a0November\u00a02026"
    )
    for name, folder in zip(
        names, ("2026.2", "2026.1", "2025.2", "2025.1", "entwurf"), strict=True
    ):
        plain.open("/")
        plain.page.get_by_role("listitem").get_by_role("link", name=name).click()
        assert address(plain.page) == f"/{folder}/"
    plain.open("/")
    plain.page.get_by_role("link", name=f"Zur gültigen Fassung {CURRENT}").click()
    assert address(plain.page) == f"/{CURRENT}/"


@pytest.mark.parametrize("old", REDIRECTS)
def test_an_address_of_then_leads_on_without_scripts(old: str, plain: Visit) -> None:
    plain.open(old)
    plain.page.wait_for_url(plain.site.url(REDIRECTS[old]))
    expect(plain.page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()


def test_who_does_not_want_to_be_led_on_finds_the_link(plain: Visit) -> None:
    """Some browsers ask before they follow; the page says where it goes."""
    said = plain.page.request.get(plain.site.url("/standards/")).text()
    assert 'Diese Seite liegt jetzt hier: <a href="../2026.2/standards/">' in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/standards/#qs-s-01", "/2026.2/standards/#qs-s-01"),
        ("/aktuell/standards/?von=brief#qs-s-01", "/2026.2/standards/?von=brief#qs-s-01"),
    ],
)
def test_scripts_keep_the_anchor(old: str, new: str, browser: Browser, served: Site) -> None:
    with visiting(browser, served) as visit:
        visit.page.goto(served.url(old), wait_until="commit")
        visit.page.wait_for_url(served.url(new))
        expect(visit.page.locator("#qs-s-01")).to_be_in_viewport()
        visit.page.go_back()
        # The address of then is no stop on the way back.
        assert visit.page.url == "about:blank"


def test_an_unknown_address_is_answered_in_german(plain: Visit) -> None:
    for path in ("/das/gibt/es/nicht", "/2025.1/das/gibt/es/nicht/"):
        answer = plain.page.goto(plain.site.url(path))
        assert answer is not None
        assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
        expect(plain.page.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")
        for link in plain.page.get_by_role("main").get_by_role("link").all():
            target: str = link.evaluate("(element) => element.href")
            if target.startswith(plain.site.origin):
                assert plain.page.request.get(target).status == 200, target
    # Its styles are there from any depth.
    ground = plain.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(253, 252, 250)"


def test_the_list_of_fassungen_works_by_keyboard(plain: Visit) -> None:
    """Tab to the list, open it, take the same page of another Fassung: no mouse, no script."""
    plain.open(RENAMED)
    keyboard = plain.page.keyboard
    _tab_to(plain.page, "SUMMARY Alle Fassungen")
    listed = plain.page.get_by_role("navigation", name="Fassungen")
    expect(listed.get_by_role("link")).to_have_count(0)
    keyboard.press("Enter")
    expect(listed.get_by_role("link")).to_have_count(5)
    expect(listed.get_by_role("link", name="Fassung 2025.2")).to_have_attribute(
        "aria-current", "page"
    )
    first = listed.get_by_role("listitem").filter(has_text="Fassung 2025.1")
    expect(first).to_contain_text("diese Seite gibt es dort nicht")
    keyboard.press("Tab")
    assert _focused(plain.page) == f"A Fassung {CURRENT}"
    keyboard.press("Enter")
    plain.page.wait_for_url(plain.site.url(f"/{CURRENT}/konzept/weg/"))


_FOCUSED: Final = """() => {
  const element = document.activeElement;
  return `${element.tagName} ${element.textContent.trim().replace(/\\s+/g, ' ')}`;
}"""


def _focused(page: Page) -> str:
    found: str = page.evaluate(_FOCUSED)
    return found


def _tab_to(page: Page, name: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if _focused(page) == name:
            return
    pytest.fail(f"{name} ist mit der Tabulatortaste nicht zu erreichen")


def test_an_old_fassung_says_so_and_leads_to_the_same_page(plain: Visit) -> None:
    plain.open(OLD_PAGE)
    banner = plain.page.locator(".fassungshinweis")
    expect(banner).to_contain_text(f"Diese Fassung 2025.1 ist abgelöst. Aktuell ist {CURRENT}.")
    expect(plain.page.get_by_role("main")).to_contain_text(
        "Wortlaut beschlossen am 5.\u00a0Dezember\u00a02024, Kontakte aktuell"
    )
    expect(plain.page.get_by_role("main")).to_contain_text(
        f"Berichtigt am 20.\u00a0November\u00a02026: {REASON}"
    )
    expect(plain.page.locator('meta[name="robots"]')).to_have_attribute("content", "noindex")
    banner.get_by_role("link", name=f"Diese Seite in der Fassung {CURRENT}").click()
    assert address(plain.page) == f"/{CURRENT}/auftrag/{CORRECTED}/"
    expect(plain.page.locator(".fassungshinweis")).to_have_count(0)


def test_contacts_are_one_step_away_from_an_old_fassung(plain: Visit) -> None:
    plain.open(OLD_PAGE)
    links = plain.page.get_by_role("navigation", name="Hauptnavigation")
    closed = links.locator("details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    links.get_by_role("link", name="Kontakte", exact=True).click()
    assert address(plain.page) == f"/{CURRENT}/service/kontakte/"
    assert plain.page.get_by_role("main").locator('a[href^="tel:"]').count() > 3
    plain.open(OLD_PAGE)
    plain.page.get_by_role("banner").get_by_role("link", name="Kinderschutz: wer hilft").click()
    assert address(plain.page) == f"/{CURRENT}/service/kinderschutz/"


def test_the_draft_says_so(plain: Visit) -> None:
    plain.open("/entwurf/konzept/weg/")
    expect(plain.page.locator(".fassungshinweis")).to_contain_text(
        "Entwurf. Dieser Text ist noch nicht beschlossen und kann sich ändern."
    )
    assert "Entwurf" in plain.page.title()


PAGES: Final = (
    "/",
    "/404.html",
    OLD_PAGE,
    RENAMED,
    "/2026.2/",
    "/entwurf/konzept/weg/",
)


# Every width in every scheme is looked at for the theme's own pages; here are new kinds of pages.
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_no_violation_and_no_overflow(
    browser: Browser, served: Site, width: int, scheme: Scheme
) -> None:
    faults: dict[str, list[str]] = {}
    with visiting(browser, served, width=width, scheme=scheme) as visit:
        for path in PAGES:
            visit.open(path)
            for summary in visit.page.locator(".fassungen summary").all():
                summary.click()
            found = visit.axe("color-contrast-enhanced")
            if visit.overflow():
                found.append(f"{visit.overflow()} px breiter als das Fenster")
            if found:
                faults[path] = found
    assert faults == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_redirect_page_is_accessible_while_it_is_seen(
    browser: Browser, served: Site, scheme: Scheme
) -> None:
    html = served.root.joinpath("standards/index.html").read_text(encoding="utf-8")
    still = re.sub(r"<script.*?</script>|<meta http-equiv=\"refresh\".*?>", "", html)
    assert still != html
    with visiting(browser, served, width=320, scheme=scheme) as visit:
        visit.page.route(
            "**/standards/",
            lambda route: route.fulfill(body=still, content_type="text/html; charset=utf-8"),
        )
        visit.open("/standards/")
        assert visit.axe("color-contrast-enhanced") == []
        assert visit.overflow() == 0
        (stop,) = walk(visit)["stops"]
        assert stop["name"] == "A weiter zur Seite"


@pytest.mark.parametrize("path", ["/", "/404.html", OLD_PAGE])
def test_every_stop_is_seen_and_in_order(path: str, browser: Browser, served: Site) -> None:
    with visiting(browser, served, width=320, calm=True) as visit:
        visit.open(path)
        assert faults_of(visit, of(Umfang.TASTATUR)) == {}
        assert "A Notruf 110" in [stop["name"] for stop in walk(visit)["stops"]]
