"""Who waits with a concept: by Fassung, by review, or because nothing was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.model.concepts_due import (
    Lage,
    adapt_until,
    end_of_school_year,
    konzepte_im_rueckstand,
    konzeptlagen,
)
from macros.model.records import Konzept, Schule
from tests.stichtag import STICHTAG

from ..musterkreis import musterkreis


def lage(schule: str, stichtag: date) -> tuple[Lage, date | None]:
    bestand = replace(musterkreis(), stichtag=stichtag)
    found = next(one for one in konzeptlagen(bestand) if one.schule.id == schule)
    return found.lage, found.faellig_am


def test_a_school_year_ends_in_july() -> None:
    assert end_of_school_year(date(2026, 7, 31)) == date(2026, 7, 31)
    assert end_of_school_year(date(2026, 8, 1)) == date(2027, 7, 31)


def test_schools_have_until_the_end_of_the_following_school_year() -> None:
    by_name = {f.name: f for f in musterkreis().region.fassungen}
    assert adapt_until(by_name["2026.1"]) == date(2027, 7, 31)
    assert adapt_until(by_name["2026.2"]) == date(2028, 7, 31)


@pytest.mark.parametrize(
    ("schule", "stichtag", "expected"),
    [
        # 2025.1 was followed by 2025.2, decided in June 2025.
        ("gs-bachgrund", date(2026, 7, 31), (Lage.AELTER, date(2026, 7, 31))),
        ("gs-bachgrund", date(2026, 8, 1), (Lage.ANPASSEN, date(2026, 7, 31))),
        ("gs-moorblick", date(2026, 11, 15), (Lage.AELTER, date(2027, 7, 31))),
        ("gs-moorblick", date(2026, 11, 16), (Lage.UEBERPRUEFEN, date(2026, 11, 15))),
        # The Fassung of November is not in force yet.
        ("gs-am-see", date(2026, 11, 19), (Lage.AKTUELL, date(2029, 9, 30))),
        ("gs-am-see", date(2026, 11, 20), (Lage.AELTER, date(2028, 7, 31))),
        ("waldorfschule-waldkirchhofen", STICHTAG, (Lage.IN_ARBEIT, None)),
        ("gs-hofbogen", STICHTAG, (Lage.NICHT_GEMELDET, None)),
    ],
)
def test_where_a_concept_stands(
    schule: str, stichtag: date, expected: tuple[Lage, date | None]
) -> None:
    assert lage(schule, stichtag) == expected


def test_those_behind_come_with_the_oldest_day_first() -> None:
    found = konzepte_im_rueckstand(musterkreis())
    days = [one.faellig_am for one in found if one.faellig_am]
    assert days == sorted(days)
    assert [one.faellig_am is None for one in found] == [False] * len(days) + [True] * (
        len(found) - len(days)
    )
    assert {one.lage for one in found} == {
        Lage.ANPASSEN,
        Lage.UEBERPRUEFEN,
        Lage.NICHT_GEMELDET,
    }


def test_parts_of_schools_and_those_not_open_yet_need_no_concept() -> None:
    ids = {one.schule.id for one in konzeptlagen(musterkreis())}
    assert "gs-nord-neubau" not in ids
    assert "realschule-suesswasserfelde" not in ids


def test_about_two_thirds_of_the_schools_have_told() -> None:
    bestand = musterkreis()
    assert len(bestand.alle(Konzept)) == 26
    assert len(bestand.alle(Schule)) == 40
