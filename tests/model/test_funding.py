"""The Zuwendung: schools per post at the limit, sums, and coordination."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from macros.model.bestand import Bestand
from macros.model.funding import Ergebnis, funding_checks, funding_rows
from macros.model.load_region import load_region
from macros.model.records import Region, Schule, Stelle
from macros.model.records.zuwendung import Zuwendungsregeln
from macros.model.verweis import Verweis

from .golden_region import REGION, SLUG, STICHTAG


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    found = load_region(REGION, SLUG, STICHTAG).bestand
    assert found is not None
    return found


def with_shares(bestand: Bestand, *shares: str) -> Bestand:
    """Return the region with one post that works these shares at schools of its own."""
    school, stelle = bestand.alle(Schule)[0], bestand.alle(Stelle)[0]
    schools, parts = {}, []
    for number, share in enumerate(shares):
        id = f"s{number}"
        schools[id] = school.model_copy(update={"id": id, "schulnummer": f"19000{number}"})
        reference = Verweis(id, Schule)
        reference.bind(schools[id])
        update = {"schule": reference, "vzae": Decimal(share)}
        parts.append(stelle.einsatz[0].model_copy(update=update))
    post = stelle.model_copy(update={"einsatz": tuple(parts)})
    return replace(bestand, tables={**bestand.tables, Schule: schools, Stelle: {post.id: post}})


def with_rules(bestand: Bestand, **values: Any) -> Bestand:
    region = bestand.region.model_copy(update={"zuwendung": Zuwendungsregeln(**values)})
    return replace(bestand, tables={**bestand.tables, Region: {region.id: region}})


def results(bestand: Bestand) -> list[str]:
    return [check.ergebnis.value for check in funding_checks(bestand)]


@pytest.mark.parametrize(
    ("shares", "fits"),
    [
        (("1.0",), True),
        (("0.5", "0.5"), True),
        (("0.4", "0.3", "0.3"), False),
        (("0.5",), True),
        (("0.25", "0.25"), False),
        (("0.26", "0.25"), True),
    ],
)
def test_schools_of_one_post(bestand: Bestand, shares: tuple[str, ...], fits: bool) -> None:
    found = with_shares(bestand, *shares)
    assert {row.eingehalten for row in funding_rows(found)} == {fits}
    expected = Ergebnis.EINGEHALTEN if fits else Ergebnis.NICHT_EINGEHALTEN
    assert results(found)[0] == expected


def test_a_region_may_allow_more(bestand: Bestand) -> None:
    wide = with_shares(bestand, "0.4", "0.3", "0.3")
    assert results(with_rules(wide, schulen_je_stelle=3))[0] == Ergebnis.EINGEHALTEN


def test_overall_schools_per_full_post(bestand: Bestand) -> None:
    assert results(with_shares(bestand, "0.5", "0.5"))[1] == Ergebnis.EINGEHALTEN
    assert results(with_shares(bestand, "0.5", "0.49"))[1] == Ergebnis.NICHT_EINGEHALTEN


@pytest.mark.parametrize(
    ("there", "je", "expected"),
    [
        (None, 30, Ergebnis.OFFEN),
        ("0.04", 30, Ergebnis.NICHT_EINGEHALTEN),
        ("0.5", 2, Ergebnis.EINGEHALTEN),
        ("0.501", 2, Ergebnis.NICHT_EINGEHALTEN),
    ],
)
def test_coordination(bestand: Bestand, there: str | None, je: int, expected: Ergebnis) -> None:
    rules: dict[str, Any] = {"koordination_je": je}
    if there:
        rules["koordination_vzae"] = Decimal(there)
    found = with_rules(with_shares(bestand, "0.5", "0.5"), **rules)
    assert results(found)[2:] == [expected, expected]


def test_a_teilstandort_counts_for_its_main_site(bestand: Bestand) -> None:
    found = with_shares(bestand, "0.25", "0.25")
    main, site = found.alle(Schule)
    reference = Verweis(main.id, Schule)
    reference.bind(main)
    object.__setattr__(site, "hauptstandort", reference)
    rows = funding_rows(found)
    assert [row.schule.id for row in rows] == [main.id, main.id]
    assert {row.schulen for row in rows} == {1}
    assert all(row.eingehalten for row in rows)


def test_the_rows_add_up_to_the_posts(bestand: Bestand) -> None:
    total = sum((row.vzae for row in funding_rows(bestand)), Decimal(0))
    assert total == sum((stelle.vzae for stelle in bestand.alle(Stelle)), Decimal(0))
    assert total == Decimal("1.25")


def test_without_posts_nothing_is_judged(bestand: Bestand) -> None:
    empty = replace(bestand, tables={**bestand.tables, Stelle: {}})
    assert (funding_rows(empty), funding_checks(empty)) == ((), ())
