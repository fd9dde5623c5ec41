"""The legal pages say what the data know, name what is missing, and never more."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from macros.model.link import link
from macros.model.records import Pruefbericht, Region, Selbstbewertung
from macros.model.records.rechtliches import Bereitstellung, Startseitenteile, Vereinbarkeit
from macros.model.records.region import Land, Regionsstatus
from macros.views.ansicht import Ansicht

from .kleinkreis import run

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

WHOLE = Startseitenteile(inhalte="a.md", navigation="a.md", erklaerung="a.md", weiteres="a.md")


def _region(bestand: Bestand, block: str = "", **values: Any) -> Bestand:
    """Return a Bestand whose region has other values, in one of its blocks or its own."""
    region = bestand.region
    if block:
        values = {block: getattr(region, block).model_copy(update=values)}
    tables = deepcopy(dict(bestand.tables))
    tables[Region] = {region.id: region.model_copy(update=values)}
    changed = replace(bestand, tables=tables)
    assert link(changed, {}) == []
    return changed


def _soup(bestand: Bestand, source: str) -> BeautifulSoup:
    return BeautifulSoup(str(run(Ansicht(bestand, ""), source).html), "html.parser")


def _text(bestand: Bestand, source: str) -> str:
    return " ".join(_soup(bestand, source).get_text().replace("\u00a0", " ").split())


def _spotless(bestand: Bestand, **values: Any) -> Bestand:
    """Return a Bestand against which nothing is known: no report, no judgement, no fault."""
    tables = dict(bestand.tables) | {Pruefbericht: {}, Selbstbewertung: {}}
    clean: dict[str, Any] = {
        "bekannte_maengel": (),
        "leichte_sprache": WHOLE,
        "gebaerdensprache": WHOLE,
    }
    return _region(replace(bestand, tables=tables), "barrierefreiheit", **{**clean, **values})


def test_the_statement_names_open_faults_and_is_silent_about_mended_ones(bestand: Bestand) -> None:
    page = _text(bestand, "barrierefreiheit()")
    assert "teilweise vereinbar" in page
    assert "Die Karte hat zu wenig Kontrast." in page
    assert "Behebung geplant bis 31. Januar 2027" in page
    assert "Eine behobene Barriere" not in page


@pytest.mark.parametrize(
    ("land", "named"), [(Land.NW, True), (Land.NI, False)], ids=["NW verlangt sie", "NI nicht"]
)
def test_a_missing_language_version_is_a_gap_where_the_land_demands_it(
    bestand: Bestand, land: Land, named: bool
) -> None:
    page = _text(_region(bestand, land=land), "barrierefreiheit()")
    assert ("Auf der Startseite fehlen in Deutscher Gebärdensprache" in page) is named
    assert ("fehlen in Leichter Sprache: das Wesentliche dieser Erklärung und" in page) is named


def test_parts_that_there_are_become_links(bestand: Bestand) -> None:
    links = [a["href"] for a in _soup(bestand, "barrierefreiheit()").find_all("a")]
    assert "service/kontakte/" in links
    assert "https://leicht.example.org/navigation" in links


def test_nobody_has_judged_is_what_the_page_says_then(bestand: Bestand) -> None:
    page = _text(_spotless(bestand, vereinbarkeit=None), "barrierefreiheit()")
    assert "ist noch nicht bewertet" in page
    assert "vereinbar." not in page


def test_full_is_not_shown_against_what_is_known(bestand: Bestand) -> None:
    claim = _region(bestand, "barrierefreiheit", vereinbarkeit=Vereinbarkeit.VOLL)
    assert "vollständig vereinbar" not in _text(claim, "barrierefreiheit()")


def test_the_report_says_when_there_is_none(bestand: Bestand) -> None:
    assert "noch keinen Prüfbericht" in _text(_spotless(bestand), "pruefbericht()")
    assert "noch keinen Prüfbericht" in _text(_spotless(bestand), "barrierefreiheit()")
    assert "noch keinen Prüfbericht" not in _text(bestand, "pruefbericht()")


def test_the_newest_report_is_shown_and_older_ones_are_named(bestand: Bestand) -> None:
    page = _text(bestand, "pruefbericht()")
    assert "Tag der Prüfung10. September 2026" in page
    assert "1. August 2026: 1.150 Seiten, offene Befunde: 7" in page


def test_what_nobody_has_judged_is_not_judged(bestand: Bestand) -> None:
    page = _soup(bestand, "selbstbewertung()")
    cells = [cell.get_text() for cell in page.find_all("td")][1:]
    assert cells == [
        "erfüllt", "nicht geprüft", "nicht geprüft", "teilweise erfüllt", "nicht geprüft",
        "nicht geprüft",
    ]  # fmt: skip
    assert "sind 2 gemacht" in page.get_text()


def test_a_mail_about_a_barrier_is_prepared(bestand: Bestand) -> None:
    [mail] = [a for a in _soup(bestand, "barriere_melden()").find_all("a") if "body=" in a["href"]]
    href = str(mail["href"])
    assert href.startswith("mailto:barrieren@kleinkreis.example.org?subject=Barriere%20")
    assert "%0D%0A" in href
    assert " " not in href


def test_downloads_say_type_and_size(bestand: Bestand) -> None:
    for source in ("datenschutz()", "barrierefreiheit()", "checkliste()"):
        links = [a for a in _soup(bestand, source).find_all("a") if a.has_attr("download")]
        assert links, source
        for a in links:
            assert a.get_text().endswith("\u00a0KB)"), a


def test_the_host_decides_what_the_privacy_statement_says(bestand: Bestand) -> None:
    abroad = _region(bestand, "datenschutz", bereitstellung=Bereitstellung.GITHUB_PAGES)
    assert "GitHub" in _text(abroad, "datenschutz()")
    assert "GitHub" not in _text(bestand, "datenschutz()")
    plain = _region(bestand, "datenschutz", drittland=None)
    assert "werden nicht in Länder außerhalb" in _text(plain, "datenschutz()")


def test_privacy_names_the_supervisor_of_the_land(bestand: Bestand) -> None:
    assert "Aufsicht Nordrhein-Westfalen" in _text(bestand, "datenschutz()")
    assert "Aufsicht Niedersachsen" in _text(_region(bestand, land=Land.NI), "datenschutz()")


def test_the_checklist_reads_what_is_entered(bestand: Bestand) -> None:
    rows = {
        row.th.get_text(): [cell.get_text() for cell in row.find_all("td")]
        for row in _soup(_region(bestand, status=Regionsstatus.AMTLICH), "checkliste()").select(
            "tbody tr"
        )
        if row.th
    }
    assert rows["In region.yml status: amtlich setzen"][1:] == ["amtlich", "ja"]
    assert rows["Personalrat beteiligen"] == ["LPVG NRW", "kein Datum eingetragen", "offen"]
    assert rows["Den Bewertungsbogen ausfüllen"][1:] == ["2 von 6 bewertet", "offen"]
