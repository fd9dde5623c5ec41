"""Child protection to take along: one sheet of paper, and one file that needs nothing else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from macros.exports.kinderschutz_file import DATEI

from .visit import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from .built_site import Site
    from .visit import Scheme

SHEET = "/service/kinderschutz-blatt/"


def test_the_sheet_is_one_page_a4(browser: Browser, site: Site) -> None:
    with visiting(browser, site, width=794, scripts=False) as visit:
        visit.open(SHEET)
        data = visit.page.pdf(format="A4", print_background=False, prefer_css_page_size=True)
        code = visit.page.locator(".blatt__code").get_attribute("aria-label") or ""
    (paper,) = PdfReader(io.BytesIO(data)).pages
    width, height = float(paper.mediabox.width), float(paper.mediabox.height)
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    text = paper.extract_text()
    address = f"https://{site.region}.example.org/service/kinderschutz/"
    today = f"{site.stichtag.day}."
    for needed in ("110", "Das tun Sie zuerst", "Bundesweit", today, "Vorführung", address):
        assert needed in text, needed
    assert code.endswith(address)
    assert "Menü" not in text


def test_the_sheet_leads_by_its_code_to_the_page(musterkreis: Site) -> None:
    # Reading the code back needs a camera; the path is that of the address to the letter.
    from macros.views.qr_code import qr_code

    code = qr_code("https://musterkreis.example.org/service/kinderschutz/")
    html = (musterkreis.root / SHEET.strip("/") / "index.html").read_text(encoding="utf-8")
    assert code.pfad in html


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_the_file_for_the_phone_stands_alone(
    browser: Browser, site: Site, width: int, scheme: Scheme
) -> None:
    with visiting(browser, site, width=width, scheme=scheme) as visit:
        # Opened from the device, as from the folder with downloads.
        visit.page.goto((site.root / DATEI).as_uri())
        assert [url for url in visit.requests if not url.endswith("kinderschutz.html")] == []
        assert visit.messages == []
        assert visit.overflow() == 0
        painted = visit.page.evaluate("getComputedStyle(document.body).marginTop")
        assert painted == "0px"
        small = visit.page.evaluate(
            """() => [...document.querySelectorAll('a[href^="tel:"]')].filter((link) => {
              const box = link.getBoundingClientRect();
              return box.height < 24 || box.width < 24;
            }).map((link) => link.textContent)"""
        )
        assert small == []
    with visiting(browser, site, width=width, scheme=scheme) as visit:
        # The policy of the file keeps foreign code out, that of the checking tool as well.
        text = (site.root / DATEI).read_text(encoding="utf-8")
        start, _, rest = text.partition('<meta http-equiv="Content-Security-Policy"')
        visit.page.set_content(start + rest.partition(">")[2])
        assert visit.axe() == []


def test_foreign_code_in_the_file_does_not_run(browser: Browser, musterkreis: Site) -> None:
    text = (musterkreis.root / DATEI).read_text(encoding="utf-8")
    attack = '<script>document.title = "fremd"</script><img src="https://example.com/x.png" alt="">'
    with visiting(browser, musterkreis) as visit:
        visit.page.set_content(text.replace("</main>", f"{attack}</main>"))
        assert visit.page.title() != "fremd"
        assert any("Content Security Policy" in message for message in visit.messages)
