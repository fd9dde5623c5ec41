"""The file for the phone: complete, without requests, without persons, and the checks know it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from macros.exports.kinderschutz_file import DATEI, kinderschutz_file, policy
from macros.model.german import date_text
from macros.model.kinderschutz import ERSTE_SCHRITTE, kinderschutz_in
from macros.model.load_region import load_region
from macros.model.records import Gemeinde, Hilfenummer, Person
from macros.site.finished import check_html
from tests.musterkreis import ROOT, musterkreis
from tests.stichtag import STICHTAG


def _soup(region: str = "musterkreis") -> BeautifulSoup:
    return BeautifulSoup(_file(region), "html.parser")


def _file(region: str = "musterkreis") -> str:
    bestand = load_region(ROOT, region, STICHTAG).bestand
    assert bestand is not None
    return kinderschutz_file(bestand).decode()


@pytest.mark.parametrize("region", ["musterkreis", "kreis-soest"])
def test_the_file_needs_nothing_but_itself(region: str) -> None:
    soup = _soup(region)
    assert not soup.select("script, link, img, svg, iframe, object, [src], [style], form")
    for link in soup.select("a[href]"):
        assert re.match(r"tel:[+\d]+$|mailto:|https://[a-z-]+\.example\.org/", str(link["href"]))
    (style,) = soup.select("style")
    assert "url(" not in style.get_text()
    assert "@import" not in style.get_text()
    (meta,) = soup.select('meta[http-equiv="Content-Security-Policy"]')
    assert meta["content"] == policy(style.get_text())


@pytest.mark.parametrize("region", ["musterkreis", "kreis-soest"])
def test_the_checks_accept_the_file_but_not_a_changed_one(region: str) -> None:
    text = _file(region)
    assert list(check_html(text, DATEI)) == []
    changes = {
        "R-713": text.replace("margin: 0;", "margin: 1px;", 1),
        "R-706": text.replace("</main>", "<script>alert(1)</script></main>"),
        "R-705": text.replace("</main>", '<img src="https://example.com/x.png" alt=""></main>'),
        "R-707": text.replace("tel:110", "javascript:alert(1)"),
    }
    for rule, changed in changes.items():
        assert rule in {b.rule for b in check_html(changed, DATEI)}, rule


@pytest.mark.parametrize("region", ["musterkreis", "kreis-soest"])
def test_the_file_reads_in_order(region: str) -> None:
    soup = _soup(region)
    assert soup.html is not None
    assert soup.html["lang"] == "de"
    assert [h.name for h in soup.select("h1, h2, h3")][:2] == ["h1", "h2"]
    assert len(soup.select("h1")) == len(soup.select("main")) == 1
    assert soup.title is not None
    assert date_text(STICHTAG) in soup.title.get_text()
    text = soup.get_text()
    for needed in (
        f"Stand: {date_text(STICHTAG)}",
        "neu laden",
        "Vorführung, keine amtliche Seite",
    ):
        assert needed in text
    assert len(soup.select("ol > li")) == len(ERSTE_SCHRITTE) == 4


def test_every_number_is_there_to_tap() -> None:
    linked = {str(a["href"]) for a in _soup().select('a[href^="tel:"]')}
    k = kinderschutz_in(musterkreis())
    offices = [j.stelle for j in k.jugendaemter if j.stelle]
    assert offices
    for stelle in (*(e.kontakt for e in k.ueberall), *offices):
        assert stelle.telefon is not None
        assert f"tel:{stelle.telefon.uri}" in linked
    for number in musterkreis().alle(Hilfenummer):
        assert f"tel:{number.nummer.uri}" in linked


def test_every_municipality_has_its_jugendamt() -> None:
    k = kinderschutz_in(musterkreis())
    named = [g.id for j in k.jugendaemter for g in j.gemeinden if j.stelle]
    assert sorted(named) == sorted(g.id for g in musterkreis().alle(Gemeinde))
    offices = {g.id: j.stelle.id for j in k.jugendaemter if j.stelle for g in j.gemeinden}
    assert offices["seehausen"] == "jugendamt-seehausen"
    assert offices["luettenmoor"] == "jugendamt-luettenmoor"
    assert offices["waldkirchhofen"] == "jugendamt-kreis"
    # A local office is not listed a second time among those for everybody.
    assert not {e.kontakt.id for e in k.ueberall} & set(offices.values())


def test_nobody_is_named() -> None:
    text = _file()
    for person in musterkreis().alle(Person):
        for detail in (person.name, person.telefon, person.mobil, person.email):
            assert detail is None or str(detail) not in text


def test_hostile_texts_stay_text() -> None:
    bestand = musterkreis()
    number = bestand.alle(Hilfenummer)[2].model_copy(
        update={"name": '</li><script>alert(1)</script>{{ x }}" onclick="x'}
    )
    hostile = replace(bestand, tables={**bestand.tables, Hilfenummer: {number.id: number}})
    soup = BeautifulSoup(kinderschutz_file(hostile).decode(), "html.parser")
    assert not soup.select("script, [onclick]")


def test_only_the_day_changes_the_bytes() -> None:
    assert kinderschutz_file(replace(musterkreis())) == kinderschutz_file(musterkreis())
    later = replace(musterkreis(), stichtag=date(2026, 12, 1))
    assert "1.\u00a0Dezember 2026" in kinderschutz_file(later).decode()


def test_page_and_file_name_the_same_steps() -> None:
    page = (ROOT / "docs/service/kinderschutz.md").read_text(encoding="utf-8")
    assert re.findall(r"^\d\. \*\*(.+?)\*\*", page, re.MULTILINE) == [
        schritt.titel for schritt in ERSTE_SCHRITTE
    ]
