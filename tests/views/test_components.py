"""Charts, pictures, filters, timeline: what they say is complete and comes from the data."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from macros.model.records import Schule
from macros.model.series import SERIES
from macros.views import filters
from macros.views.ansicht import Ansicht
from macros.views.errors import UnbekannteKennung
from macros.views.formats import dateigroesse
from macros.views.pictures import IDS

from .kleinkreis import run

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


def _soup(ansicht: Ansicht, source: str) -> BeautifulSoup:
    return BeautifulSoup(str(run(ansicht, source).html), "html.parser")


@pytest.mark.parametrize("id", IDS)
def test_all_words_of_a_picture_stand_in_its_text(ansicht: Ansicht, id: str) -> None:
    soup = _soup(ansicht, f'bild("{id}")')
    text = soup.select_one("details")
    assert text is not None
    beside = " ".join([text.get_text(" "), soup.select_one("figcaption").get_text()])  # type: ignore[union-attr]
    words = {
        word.strip("?,:") for line in soup.select("svg text") for word in line.get_text().split()
    }
    missing = {word for word in words if not word.isdigit() and word not in beside}
    assert missing <= {"jedes", "Schuljahr"}, missing


@pytest.mark.parametrize("id", IDS)
def test_a_picture_has_name_description_and_caption(ansicht: Ansicht, id: str) -> None:
    soup = _soup(ansicht, f'bild("{id}")')
    drawing = soup.svg
    assert drawing is not None
    assert drawing["role"] == "img"
    for attribute in ("aria-labelledby", "aria-describedby"):
        named = soup.find(id=str(drawing[attribute]))
        assert named is not None
        assert len(named.get_text(strip=True)) > 10
    assert not soup.select("[style], style, script, image, use, foreignObject, a")


def test_a_picture_that_comes_twice_gives_no_id_twice(ansicht: Ansicht) -> None:
    first = run(ansicht, 'bild("akteure")')
    second = _soup(ansicht.nach(first.anker), 'bild("akteure")')
    assert not second.select("[id], [aria-labelledby]")
    assert second.svg is not None
    assert second.svg["aria-label"] == "Wer zusammenarbeitet"


def test_the_school_year_begins_in_august(ansicht: Ansicht) -> None:
    cells = [cell.get_text() for cell in _soup(ansicht, 'bild("schuljahr")').select("tbody td")]
    assert cells[::2] == ["September", "September", "Juni"]
    months = [
        text.get_text() for text in _soup(ansicht, 'bild("schuljahr")').select("text.z-mitte")
    ]
    assert months == ["September", "Juni"]


def test_a_row_of_figures_loses_nothing(bestand: Bestand) -> None:
    schulen = SERIES["schulen-nach-gemeinde"](bestand)
    assert sum(wert for _, wert in schulen.werte) == len(bestand.alle(Schule))
    umfang = SERIES["stellen-nach-traeger"](bestand)
    assert sum(wert for _, wert in umfang.werte) == Decimal("2.25")
    values = [wert for _, wert in umfang.werte]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("id", sorted(SERIES))
def test_the_longest_bar_fills_its_place(ansicht: Ansicht, id: str) -> None:
    bars = _soup(ansicht, f'diagramm("{id}")').select("rect.diagramm__balken")
    widths = [float(str(bar["width"])) for bar in bars]
    assert max(widths) == 100
    assert all(0 < width <= 100 for width in widths)


def test_unknown_ids_say_what_there_is(ansicht: Ansicht) -> None:
    for source, meant in (
        ('bild("qualitätskreis")', "qualitaetskreis"),
        ('diagramm("stellen-nach-träger")', "stellen-nach-traeger"),
        ('kennzahlen("anzahl-schulen, anzahl-stele")', "anzahl-stellen"),
    ):
        with pytest.raises(UnbekannteKennung) as caught:
            run(ansicht, source)
        assert f"Meinten Sie „{meant}“?" in caught.value.message


def test_no_figure_at_all_is_a_wrong_call(ansicht: Ansicht) -> None:
    with pytest.raises(UnbekannteKennung):
        run(ansicht, 'kennzahlen(" , ")')


def test_a_short_list_has_no_filter_and_a_long_one_a_complete_form(
    ansicht: Ansicht, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not _soup(ansicht, "schulen()").select("form, [data-filter-eintrag]")
    monkeypatch.setattr(filters, "WORTH_FILTERING", 4)
    soup = _soup(ansicht, "schulen()")
    form = soup.form
    assert form is not None
    assert form.has_attr("hidden"), "ohne Skript steht kein Formular da, das nichts tut"
    labels = {label["for"] for label in form.select("label")}
    assert labels == {field["id"] for field in form.select("input, select")}
    rows = soup.select("[data-filter-eintrag]")
    assert len(rows) == 4
    for select in form.select("select"):
        offered = {option.get_text() for option in select.select("option")[1:]}
        used = {v for row in rows for v in str(row[f"data-{select['name']}"]).split("|")}
        assert offered == used


def test_the_second_list_of_a_page_has_no_second_filter(
    ansicht: Ansicht, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "WORTH_FILTERING", 1)
    first = run(ansicht, "kontakte()")
    assert first.anker >= {"filter-kontakte-wort", "filter-kontakte-thema"}
    again = ansicht.nach(first.anker)
    assert not _soup(again, "kontakte()").select("form, [data-filter-eintrag]")
    assert _soup(again, "schulen()").form is not None


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 KB"), (12_400, "12 KB"), (999_000, "999 KB"), (1_440_000, "1,4 MB")],
)
def test_sizes_are_written_as_people_compare_them(size: int, text: str) -> None:
    assert dateigroesse(size).replace("\u00a0", " ") == text
