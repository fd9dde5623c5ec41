"""Figures that add up: exact sums in every table, and shares that make a hundred."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.number_tables import SUMME, TABLES
from macros.model.records import Schule, Stelle
from macros.model.series import SERIES, shares
from tests.stichtag import STICHTAG

ROOT = Path(__file__).parents[2]
REGIONS = ("musterkreis", "kreis-soest")
NUMBERS = st.lists(st.decimals(0, 100, places=3), max_size=12)


@cache
def load(slug: str) -> Bestand:
    found = load_region(ROOT, slug, STICHTAG).bestand
    assert found is not None
    return found


def vzae(bestand: Bestand) -> Decimal:
    return sum((stelle.vzae for stelle in bestand.alle(Stelle)), Decimal(0))


@given(NUMBERS)
def test_shares_are_a_hundred_together(values: list[Decimal]) -> None:
    found = shares(values)
    assert len(found) == len(values)
    assert sum(found, Decimal(0)) == (Decimal(100) if sum(values) else Decimal(0))
    for value, share in zip(values, found, strict=True):
        if sum(values):
            assert abs(share - value * 100 / sum(values)) < Decimal("0.1") + Decimal("1e-9")


def test_three_equal_parts() -> None:
    assert shares([Decimal(1)] * 3) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))


@pytest.mark.parametrize("slug", REGIONS)
def test_the_cross_table_adds_up_both_ways(slug: str) -> None:
    bestand = load(slug)
    table = TABLES["umfang-nach-schulform-und-traeger"](bestand)
    for _, values in table.zeilen:
        assert sum(values[:-1], Decimal(0)) == values[-1]
    if table.zeilen:
        assert table.spalten[-1] == SUMME
        assert table.summen[-1] == sum(table.summen[:-1], Decimal(0)) == vzae(bestand)
    else:
        assert vzae(bestand) == 0


@pytest.mark.parametrize("slug", REGIONS)
@pytest.mark.parametrize("name", ["schulen-mit-und-ohne-stelle", "umfang-nach-sozialindex"])
def test_every_school_is_counted_once(slug: str, name: str) -> None:
    bestand = load(slug)
    table = TABLES[name](bestand)
    if not bestand.alle(Stelle):
        # Nothing is known there of schools without a post; only stages can be counted.
        assert all(len(values) == 1 for _, values in table.zeilen)
        assert not table.zeilen or table.summen[0] == len(bestand.alle(Schule))
        return
    assert table.summen[0] == len(bestand.alle(Schule))
    for _, values in table.zeilen:
        assert values[0] == values[1] + values[2]


def test_index_and_states_hold_all_vzae() -> None:
    bestand = load("musterkreis")
    assert TABLES["umfang-nach-sozialindex"](bestand).summen[3] == vzae(bestand)
    states = TABLES["stellen-und-umfang-nach-besetzung"](bestand)
    assert states.summen == (Decimal(len(bestand.alle(Stelle))), vzae(bestand))


@pytest.mark.parametrize("name", ["stellen-nach-programm", "stellen-nach-befristung"])
def test_series_that_make_a_whole(name: str) -> None:
    bestand = load("musterkreis")
    row = SERIES[name](bestand)
    assert row.zusammen
    assert row.summe == vzae(bestand)
    assert sum(row.anteile) == 100


def test_a_region_without_posts_has_empty_tables() -> None:
    bestand = load("kreis-soest")
    assert TABLES["umfang-nach-schulform-und-traeger"](bestand).zeilen == ()
    assert TABLES["stellen-und-umfang-nach-besetzung"](bestand).zeilen == ()
    assert SERIES["stellen-nach-programm"](bestand).werte == ()


def test_what_has_no_stage_comes_last() -> None:
    names = [name for name, _ in TABLES["umfang-nach-sozialindex"](load("musterkreis")).zeilen]
    assert names == [*sorted(names[:-1]), "ohne Sozialindex"]
