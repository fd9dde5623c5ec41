"""The way to a decision: its months belong to the school year in which it can still be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from macros.model.bestand import Bestand
from macros.model.records import Konzept
from macros.views.ansicht import Ansicht
from macros.views.concepts import decision_year

from ..musterkreis import musterkreis
from .kleinkreis import run


@pytest.mark.parametrize(
    ("stichtag", "year"),
    [
        (date(2026, 8, 1), 2027),
        (date(2026, 11, 22), 2027),
        (date(2027, 5, 31), 2027),
        (date(2027, 6, 1), 2028),
        (date(2027, 7, 31), 2028),
        (date(2027, 8, 1), 2028),
    ],
)
def test_the_year_in_which_a_concept_can_be_decided(stichtag: date, year: int) -> None:
    assert decision_year(stichtag) == year


def test_the_way_names_its_months_in_picture_and_text(bestand: Bestand) -> None:
    view = Ansicht(replace(bestand, stichtag=date(2027, 6, 15)), "../")
    soup = BeautifulSoup(str(run(view, "beschlussweg()").html), "html.parser")
    points = [point.get_text() for point in soup.select("details li")]
    assert len(points) == 7
    assert points[5] == "Schulkonferenz beschließt: Mai 2028"
    assert "Schuljahr 2027/28" in soup.get_text()
    assert soup.find(id="bild-beschlussweg-titel")


def test_schools_stand_by_town_and_name_and_not_by_what_they_have_done() -> None:
    bestand = musterkreis()
    soup = BeautifulSoup(str(run(Ansicht(bestand, "../"), "konzepte()").html), "html.parser")
    rows = [
        (row.select("td")[0].get_text(), row.th.get_text())  # type: ignore[union-attr]
        for row in soup.select("tbody tr")
    ]
    assert [town for town, _ in rows] == sorted(
        (town for town, _ in rows), key=lambda t: t.replace("ü", "u").replace("ß", "ss")
    )
    assert len(rows) == 38
    assert "noch nicht gemeldet" in soup.get_text()


def test_without_a_notice_the_page_says_so_kindly(bestand: Bestand) -> None:
    tables = {typ: table for typ, table in bestand.tables.items() if typ is not Konzept}
    html = str(run(Ansicht(replace(bestand, tables=tables), "../"), "konzepte()").html)
    assert "Bisher ist noch kein Konzept gemeldet." in html
    assert "<table" not in html


def test_a_file_is_named_with_its_size_once_it_is_known(bestand: Bestand) -> None:
    path = "service/muster/selbstevaluation/schule.xlsx"
    view = Ansicht(bestand, "../", dateien={path: 15_250})
    html = str(run(view, 'selbstevaluation("schule")').html)
    assert "(Excel, 15\xa0KB)" in html
