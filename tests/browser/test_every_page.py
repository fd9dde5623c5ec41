"""What holds for each single page of both sites: accessible, silent, German, safe."""

from __future__ import annotations

import re
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import visiting

PARTS: Final = 3
ENGLISH: Final = re.compile(
    r"Permanent link|Redirecting|Made with|Skip to content|Jump back|Not found|Back to top"
    r"|Table of contents|\b(Search|Footer|Header|Navigation menu|Close|Menu|Note|Warning)\b"
)

_WORDS: Final = """() => [
  document.title,
  document.body.textContent,
  ...[...document.querySelectorAll('[title], [aria-label], [placeholder], [alt]')].flatMap((e) =>
    ['title', 'aria-label', 'placeholder', 'alt'].map((name) => e.getAttribute(name) ?? '')),
].join('\\n')"""

_STRUCTURE: Final = """() => {
  const faults = [];
  const count = (selector, wanted) => {
    const found = document.querySelectorAll(selector).length;
    if (found !== wanted) faults.push(`${selector}: ${found} statt ${wanted}`);
  };
  for (const selector of ['h1', 'main', 'body > header', 'body > footer', 'html[lang="de"]',
    'head > meta[http-equiv="Content-Security-Policy"]']) count(selector, 1);
  for (const selector of ['script:not([src])', 'style', '[style]', 'img:not([alt])',
    '[tabindex]:not([tabindex="0"], [tabindex="-1"])']) count(selector, 0);
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) {
      if (name.startsWith('on')) faults.push(`${element.tagName} ${name}`);
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of ids) {
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`doppelte id ${id}`);
  }
  return faults;
}"""

_LEGAL: Final = r"""() => {
  const links = [...document.querySelectorAll('body > footer a')];
  const wanted = { Impressum: 'service/impressum/', Datenschutz: 'service/datenschutz/',
    Barrierefreiheit: 'service/barrierefreiheit/', 'Barriere melden': 'mailto:',
    'Frage an die Koordinierungsstelle': /^mailto:|service\/koordinierungsstelle\/$/ };
  return Object.entries(wanted).filter(([text, target]) =>
    !links.some((link) => link.textContent.trim() === text && link.href.search(target) >= 0))
    .map(([text]) => `fehlt im Fuß: ${text}`);
}"""

_CHILD_PROTECTION: Final = """() => ['service/kinderschutz/', 'tel:110'].filter((target) =>
  ![...document.querySelectorAll('body > header a')].some((link) =>
    link.href.endsWith(target) && link.checkVisibility()))
  .map((target) => `fehlt im Kopf: ${target}`)"""


@pytest.mark.parametrize("part", range(PARTS))
def test_page_is_accessible_silent_german_and_safe(browser: Browser, site: Site, part: int) -> None:
    faults: dict[str, list[str]] = {}
    pages = site.pages()[part::PARTS]
    assert pages
    with visiting(browser, site) as visit:
        for path in pages:
            visit.open(path)
            found = [
                *visit.axe(),
                *visit.page.evaluate(_STRUCTURE),
                *visit.page.evaluate(_LEGAL),
                *visit.page.evaluate(_CHILD_PROTECTION),
                *(f"englisch: {m.group()}" for m in ENGLISH.finditer(visit.page.evaluate(_WORDS))),
                *(f"fremder Abruf: {url}" for url in visit.foreign_requests()),
                *(f"gespeichert: {key}" for key in visit.stored()),
                *(f"Konsole: {message}" for message in visit.messages),
            ]
            if visit.overflow():
                found.append("breiter als das Fenster")
            if found:
                faults[path] = found
    assert faults == {}


def test_titles_are_unique_and_name_page_and_fassung(browser: Browser, site: Site) -> None:
    titles: dict[str, str] = {}
    with visiting(browser, site, scripts=False) as visit:
        for path in site.pages():
            visit.open(path)
            title = visit.page.title()
            assert title not in titles, f"{path} heißt wie {titles[title]}: {title}"
            assert re.search(r"Fassung\s20\d\d\.\d|Entwurf", title), title
            assert "Rahmenkonzept Schulsozialarbeit" in title
            titles[title] = path


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
        for name in ("Konzept schreiben", "Ansprechpartner finden", "Änderung vorschlagen"):
            link = visit.page.get_by_role("main").get_by_role("link", name=name)
            target: str = link.evaluate("(element) => element.href")
            assert visit.page.request.get(target).status == 200, name
