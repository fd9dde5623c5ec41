"""Money: exact to the cent, „läuft aus“ a year before its end, and due for the office."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from macros.model.due import due
from macros.model.grants import (
    Foerderstand,
    auslaufende_foerderungen,
    grants,
    per_year,
    stand_of,
)
from macros.model.money import euro_text
from macros.model.records import Foerderung
from tests.musterkreis import musterkreis


def grant(**values: Any) -> Foerderung:
    return Foerderung.model_validate({"id": "f", "titel": "F", **values})


def test_three_years_of_herne_add_up() -> None:
    years = tuple({"jahr": str(y), "betrag": "912.313,90"} for y in (2015, 2016, 2017))
    money = grant(jahre=years)
    assert money.summe == Decimal("2736941.70")
    assert euro_text(money.summe) == "2.736.941,70\u00a0€"
    assert money.eigenanteil is None


def test_an_own_share_is_summed_only_where_every_year_has_one() -> None:
    full = ({"jahr": "2026", "betrag": "10,00", "eigenanteil": "0,10"},) * 3
    assert grant(jahre=full).eigenanteil == Decimal("0.30")
    part = (*full, {"jahr": "2027", "betrag": "10,00"})
    assert grant(jahre=part).eigenanteil is None
    assert grant().summe is None


@pytest.mark.parametrize(
    ("amount", "text"), [("0", "0,00\u00a0€"), ("5.000", "5.000,00\u00a0€"), ("1,5", "1,50\u00a0€")]
)
def test_amounts_always_have_cents(amount: str, text: str) -> None:
    total = grant(gesamt=amount).gesamt
    assert total is not None
    assert euro_text(total) == text


@pytest.mark.parametrize(
    ("values", "stand"),
    [
        ({"bis": "2026-11-21"}, Foerderstand.AUSGELAUFEN),
        ({"bis": "2026-11-22"}, Foerderstand.LAEUFT_AUS),
        ({"bis": "2027-11-22"}, Foerderstand.LAEUFT_AUS),
        ({"bis": "2027-11-23"}, Foerderstand.LAEUFT),
        ({"ab": "2027-01-01", "bis": "2027-12-31"}, Foerderstand.BEGINNT),
        ({}, Foerderstand.UNBEKANNT),
    ],
)
def test_how_money_stands(values: dict[str, Any], stand: object) -> None:
    assert stand_of(grant(**values), date(2026, 11, 22)) is stand


def test_what_ends_is_due_for_the_koordinierungsstelle() -> None:
    bestand = musterkreis()
    assert [f.id for f in auslaufende_foerderungen(bestand)] == ["landesmittel-2025"]
    (entry,) = (e for art, e in due(bestand) if art.name == "foerderung-endet")
    assert entry.satz == "läuft am 31.\u00a0Juli 2027 aus"
    assert entry.bis == date(2027, 7, 31)


def test_what_runs_comes_before_what_is_over() -> None:
    assert [f.id for f in grants(musterkreis())] == [
        "landesmittel-2025",
        "kreismittel",
        "aufholen-2022",
    ]


def test_years_of_all_grants_are_added() -> None:
    years = dict(per_year(musterkreis()))
    assert list(years) == [2022, 2023, 2024, 2025, 2026, 2027, 2028]
    assert years[2026] == Decimal("1657234.80")
