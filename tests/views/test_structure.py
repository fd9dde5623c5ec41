"""What every fragment keeps: tables that can be heard, one outline, unique ids, known classes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from macros.model.load_region import load_region
from macros.views.ansicht import Ansicht
from tests.stichtag import STICHTAG

from .kleinkreis import load, run

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ROOT = Path(__file__).parents[2]
# The author writes the heading above these.
BELOW_A_HEADING = [
    'schulen_nach("schulform")', 'schulen_nach("schulstufe")', 'schulen_nach("anstellungstraeger")',
    'angebote_nach("thema")', 'angebote_nach("alter")', 'angebote_nach("sozialraum")',
    'schulwechsel("weiter")', 'schulwechsel("zurueck")', "anstellungstraeger()", "schultraeger()",
    "vorlagen()", "beteiligungen()", "foerderungen()",
]  # fmt: skip
LISTS = [
    "kontakte()", "organisationen()", "schulen()", "stellen()", "gemeinden()", "standards()",
    "glossar()", "quellen()", "downloads()", "kinderschutz()",
    "hilfenummern()", "jugendaemter()", "kinderschutz_mitnehmen()", "kinderschutz_blatt()",
    "impressum()", "datenschutz()",
    'diagramm("schulen-nach-schulform")', 'bild("schuljahr")', 'bild("akteure")', "zeitstrahl()",
    "vereinbarungen()", "vereinbarungszeit()", "vereinbarungsmuster()", "klauseln()",
    "klauselvergleich()",
    "barrierefreiheit()", "barriere_melden()", "pruefbericht()", "selbstbewertung()",
    "checkliste()", "verarbeitungsverzeichnis()", "makros()", "regeln()", "a_bis_z()",
    "stellenzahlen()", 'zahlentafel("umfang-nach-schulform-und-traeger")',
    'diagramm("stellen-nach-programm")',
    *BELOW_A_HEADING,
    "gremien()", "gremienbild()", "termine()", 'termine("geplant")', 'termine("vergangen")',
    "terminreihen()", "themenaufrufe()", "kalender()", "fortbildungen()", "meldungen()",
    'meldungen("archiv")', "schwerpunkte()",
    "beschlussweg()", "beschlussunterlagen()", 'selbstevaluation("schule")', "stufen()",
    "konzepte()",
    "fassungsbeschluesse()", "foerderjahre()", "vorhaben()", "umfragen()", "aufgaben()",
    "neu_termine()", "neu_anmeldung()", "neu_blatt()",
]  # fmt: skip


@cache
def _region(slug: str) -> Bestand:
    if slug == "kleinkreis":
        return load()
    found = load_region(ROOT, slug, STICHTAG).bestand
    assert found is not None, slug
    return found


@pytest.fixture(params=["kleinkreis", "musterkreis", "kreis-soest"])
def region(request: pytest.FixtureRequest) -> Bestand:
    return _region(request.param)


def _soup(bestand: Bestand, source: str, root: str = "../") -> BeautifulSoup:
    return BeautifulSoup(str(run(Ansicht(bestand, root), source).html), "html.parser")


@pytest.mark.parametrize("source", LISTS)
def test_tables_can_be_heard(region: Bestand, source: str) -> None:
    for table in _soup(region, source).find_all("table"):
        assert isinstance(table, Tag)
        caption = table.find("caption")
        assert caption is not None and caption.get_text(strip=True)
        frame = table.parent
        assert frame is not None
        assert frame.attrs == {
            "class": ["tabelle"],
            "role": "region",
            "tabindex": "0",
            "aria-label": caption.get_text(),
        }
        headings = table.select("thead th")
        assert headings and all(th["scope"] == "col" for th in headings)
        for row in table.select("tbody tr"):
            assert len(row.select(":scope > th, :scope > td")) == len(headings)
            assert [th.get("scope") for th in row.select("th")] == ["row"]
        assert all(cell.get_text(strip=True) for cell in table.select("th, td"))


@pytest.mark.parametrize("source", LISTS)
def test_headings_fit_below_the_title_of_the_page(region: Bestand, source: str) -> None:
    # Above some the author has written a heading.
    level = 2 if source in {"makros()", *BELOW_A_HEADING} else 1
    for heading in _soup(region, source).find_all(re.compile("^h[1-6]$")):
        here = int(heading.name[1])
        assert 2 <= here <= level + 1, heading
        level = here


@pytest.mark.parametrize("source", LISTS)
def test_ids_are_unique_and_announced(region: Bestand, source: str) -> None:
    ids = [element["id"] for element in _soup(region, source).select("[id]")]
    assert len(ids) == len(set(ids))
    assert set(ids) == run(Ansicht(region, ""), source).anker


def test_a_second_call_on_a_page_repeats_no_id(bestand: Bestand) -> None:
    view = Ansicht(bestand, "")
    first = run(view, "kontakte()")
    second = run(view.nach(first.anker), "kontakte()")
    assert "koordination" in first.anker
    assert not BeautifulSoup(str(second.html), "html.parser").select("[id]")


def test_links_on_the_page_lead_to_ids_of_the_fragment(bestand: Bestand) -> None:
    for source in ("glossar()", "standards()"):
        soup = _soup(bestand, source)
        targets = [a["href"] for a in soup.select('a[href^="#"]')]
        assert targets
        assert all(soup.select_one(f'[id="{str(target)[1:]}"]') for target in targets)


def test_links_into_the_site_start_at_the_page(bestand: Bestand) -> None:
    for source in LISTS:
        for link in _soup(bestand, source, root="../../").select("a[href]"):
            href = str(link["href"])
            assert re.match(r"(\.\./\.\./|#|tel:[+\d]|mailto:|https://)", href), href
            assert (link.get("rel") is not None) == href.startswith("https://"), href
            assert "target" not in link.attrs


def test_the_root_page_links_to_itself(bestand: Bestand) -> None:
    assert Ansicht(bestand, "").link("") == "./"
    assert Ansicht(bestand, "../").link("glossar/#asd") == "../glossar/#asd"


def test_every_class_is_described_for_those_who_write_the_css(bestand: Bestand) -> None:
    readme = (ROOT / "macros/views/templates/README.md").read_text(encoding="utf-8")
    described = set(re.findall(r"`([a-z_-]+)`", readme.partition("## Classes")[2]))
    used: set[str] = set()
    for source in LISTS:
        for element in _soup(bestand, source).select("[class]"):
            used.update(element["class"])
    assert used <= described
    modifiers = {"status--unbesetzt", "merkmal--soll", "regel--hinweis"}
    assert modifiers <= used


def test_examples_work_in_every_region(region: Bestand) -> None:
    soup = _soup(region, "makros()")
    assert len(soup.select(".makro > h3")) > 20
    assert all("data-search-exclude" in box.attrs for box in soup.select(".beispiel"))


@pytest.mark.parametrize("source", ["makros()", "regeln()"])
def test_no_example_looks_like_a_macro_that_was_not_run(region: Bestand, source: str) -> None:
    html = str(run(Ansicht(region, ""), source).html)
    assert "{" not in html
    assert "<code>&#123;<wbr>&#123; kontakt(" in html or source == "regeln()"
    code = [c.get_text() for c in _soup(region, source).select("code")]
    assert any("{{ kontakt(" in text for text in code)


def test_headings_start_where_the_view_says(bestand: Bestand) -> None:
    soup = BeautifulSoup(str(run(Ansicht(bestand, "", ebene=3), "standards()").html), "html.parser")
    assert [h.name for h in soup.find_all(re.compile("^h[1-6]$"))] == ["h3", "h4", "h4", "h3", "h4"]


@pytest.mark.parametrize(
    ("slug", "in_rows", "below"),
    [("kreis-soest", 0, "MSB NRW, Schulgrunddaten, Stand April 2026"), ("musterkreis", 0, "")],
)
def test_a_source_that_all_schools_share_stands_once_below_the_table(
    slug: str, in_rows: int, below: str
) -> None:
    soup = _soup(_region(slug), "schulen()")
    assert sum("Quelle" in cell.get_text() for cell in soup.find_all("td")) == in_rows
    notes = [p.get_text() for p in soup.find_all("p") if "Quelle" in p.get_text()]
    assert notes == ([f"Quelle der Angaben zu den Schulen: {below}"] if below else [])
