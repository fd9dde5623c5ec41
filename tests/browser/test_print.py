"""On paper: Fassung, date and address, full text, no navigation."""

from __future__ import annotations

import io
import re

from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from macros.model.german import date_text
from tests.stichtag import STICHTAG

from .built_site import Site
from .visit import visiting


def test_paper_names_fassung_date_and_address(browser: Browser, site: Site) -> None:
    with visiting(browser, site, width=794) as visit:
        visit.open("/auftrag/was-schulsozialarbeit-ist/")
        address = visit.page.locator('link[rel="canonical"]').get_attribute("href") or ""
        assert address.startswith("https://")
        assert address.endswith("/auftrag/was-schulsozialarbeit-ist/")
        visit.page.emulate_media(media="print")
        head = visit.page.locator(".druckkopf")
        expect(head).to_be_visible()
        expect(head).to_contain_text(re.compile(r"Fassung\s20\d\d\.\d|Entwurf"))
        expect(head).to_contain_text(re.compile(r"\s".join(date_text(STICHTAG).split())))
        expect(head).to_contain_text(address)
        for selector in (
            "body > header",
            ".navigation",
            ".verzeichnis",
            ".weiterlesen",
            "footer nav",
        ):
            expect(visit.page.locator(selector).first).to_be_hidden()
        assert visit.overflow() == 0


def test_all_text_is_dark_because_grounds_are_not_printed(browser: Browser, site: Site) -> None:
    light = """() => [...document.querySelectorAll('body *')].filter((element) => {
      const parts = getComputedStyle(element).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
      return element.checkVisibility() && Math.max(...parts) > 90;
    }).map((element) => element.outerHTML.slice(0, 120))"""
    with visiting(browser, site, scheme="dark") as visit:
        visit.page.emulate_media(media="print", color_scheme="dark")
        for path in ("/standards/", "/service/schulen/", "/service/kinderschutz/", "/glossar/"):
            visit.open(path)
            assert visit.page.evaluate(light) == [], path


def test_the_whole_table_is_on_paper(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.open("/service/schulen/")
        heads: list[str] = visit.page.locator(".tabelle tbody th").all_inner_texts()
        paper = PdfReader(io.BytesIO(visit.page.pdf(format="A4", print_background=False)))
        text = "".join(page.extract_text() for page in paper.pages)
        squeezed = re.sub(r"[\s\u00ad-]", "", text)
        assert len(heads) >= 12
        for head in heads:
            assert re.sub(r"[\s-]", "", head) in squeezed, head
        assert "Menü" not in text
