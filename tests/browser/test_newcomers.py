"""The sheet for those who are new: one page of paper with contacts, steps and dates."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfReader

from .visit import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from .built_site import Site

SHEET = "/service/neu-blatt/"


def test_the_sheet_for_newcomers_is_one_page_a4(browser: Browser, site: Site) -> None:
    with visiting(browser, site, width=794, scripts=False) as visit:
        visit.open(SHEET)
        data = visit.page.pdf(format="A4", print_background=False, prefer_css_page_size=True)
    (paper,) = PdfReader(io.BytesIO(data)).pages
    width, height = float(paper.mediabox.width), float(paper.mediabox.height)
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    text = paper.extract_text()
    for needed in (
        "Vor dem ersten Tag",
        "Erste Woche",
        "Erster Monat",
        "Hundert Tage",
        "110",
        "Die nächsten Treffen",
        f"https://{site.region}.example.org/service/neu/",
    ):
        assert needed in text, needed


def test_registration_opens_a_mail_that_says_it_is_voluntary(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis, width=320, scripts=False) as visit:
        visit.open("/service/neu/")
        mail = visit.page.locator("a.knopf", has_text="Per E-Mail anmelden")
        target = mail.get_attribute("href") or ""
        assert target.startswith("mailto:schulsozialarbeit@kreis-muster.example.org?subject=")
        assert "freiwillig" in target
        assert "Diese Website speichert dabei nichts." in visit.page.inner_text("main")
