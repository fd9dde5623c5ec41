"""Projects: a time is as exact as it is known, and a measure answers a problem."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.projects import Meilensteinlage, answers, in_order, lage_of, serves
from macros.model.records import Vorhaben
from macros.model.records.vorhaben import Meilenstein
from macros.model.when import Zeitpunkt
from tests.musterkreis import musterkreis

DAY = date(2026, 11, 22)


def stone(**values: Any) -> Meilenstein:
    return Meilenstein.model_validate({"titel": "M", **values})


@pytest.mark.parametrize(
    ("text", "first", "last", "read"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31), "2020"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "Februar 2024"),
        ("2015-08-01", date(2015, 8, 1), date(2015, 8, 1), "1.\u00a0August 2015"),
    ],
)
def test_a_time_is_as_exact_as_it_is_known(text: str, first: date, last: date, read: str) -> None:
    time = Zeitpunkt.parse(text)
    assert (time.erster_tag, time.letzter_tag, str(time), time.iso) == (first, last, read, text)


@pytest.mark.parametrize("text", ["22", "2022-13", "2022-1", "2023-02-29", "Herbst 2022", "2022-"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        stone(geplant=text)


@pytest.mark.parametrize(
    ("values", "lage"),
    [
        # Soest: announced for 2020, published in October 2022.
        ({"geplant": "2020", "tatsaechlich": "2022-10"}, Meilensteinlage.SPAETER),
        ({"geplant": "2020", "tatsaechlich": "2020-12-31"}, Meilensteinlage.WIE_GEPLANT),
        ({"geplant": "2023-11", "tatsaechlich": "2023-10"}, Meilensteinlage.FRUEHER),
        ({"tatsaechlich": "2022-10"}, Meilensteinlage.ERREICHT),
        ({"geplant": "2026"}, Meilensteinlage.KOMMT),
        ({"geplant": "2026-10"}, Meilensteinlage.UEBERFAELLIG),
        ({"geplant": "2026-10", "neu_geplant": "2027"}, Meilensteinlage.VERSCHOBEN),
        ({"geplant": "2025", "neu_geplant": "2026-06"}, Meilensteinlage.UEBERFAELLIG),
        ({}, Meilensteinlage.OFFEN),
        ({"geplant": "2015", "ausgang_unbekannt": "Kein Bericht."}, Meilensteinlage.OFFEN),
    ],
)
def test_how_a_milestone_stands(values: dict[str, str], lage: object) -> None:
    assert lage_of(stone(**values), DAY) is lage


def test_milestones_stand_by_what_now_holds() -> None:
    rows = [
        stone(titel="c"),
        stone(titel="b", geplant="2020", neu_geplant="2027"),
        stone(titel="a", geplant="2025", tatsaechlich="2026-01"),
    ]
    assert [m.titel for m in in_order(rows)] == ["a", "b", "c"]


def test_a_measure_answers_a_problem_itself_or_by_its_aim() -> None:
    project = musterkreis().finde(Vorhaben, "gut-ankommen")
    assert project is not None
    found = {p.id: [m.titel for m in answers(project, p)] for p in project.probleme}
    assert all(found.values())
    assert found["wechsel"] == ["Unbefristete Stellen, wo es geht"]
    assert "Vereinbarung mit jedem Ganztag" in found["ganztag"]
    assert "Runde für kleine Schulen im Arbeitskreis" in found["ganztag"]
    aims = {z.id: len(serves(project, z)) for z in project.ziele}
    assert aims == {"bleiben": 1, "erster-tag": 1, "netz": 2, "uebergang": 1}
