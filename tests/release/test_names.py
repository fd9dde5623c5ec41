"""Names a Fassung must not have, each refused in German with the name that would do."""

from datetime import date

import pytest

from macros.model.records.region import Fassung
from macros.publish.release_checks import check_name, next_name

TODAY = date(2026, 11, 22)
KNOWN = tuple(
    Fassung(
        name=name,
        beschlossen_von="Kreistag",
        beschlossen_am=date(2025, 1, 1),
        gueltig_ab=date(2025, 2, 1),
    )
    for name in ("2025.9", "2025.10", "2026.1")
)
NO_NAME = {
    "index.html": "2026.2",
    "Entwürfe": "2026.2",
    "entwurf": "2026.2",
    "aktuell": "2026.2",
    "2.0 ": "2026.2",
    "2.0": "2026.2",
    " 2026.2": "2026.2",
    "2026.2 ": "2026.2",
    "2026.2\n": "2026.2",
    "v2026.2": "2026.2",
    "2026.01": "2026.2",
    "2026.02": "2026.2",
    "2026,2": "2026.2",
    "2026-2": "2026.2",
    "2026/2": "2026.2",
    "2026.0": "2026.2",
    "2026.100": "2026.2",
    "2026.2.1": "2026.2",
    "2026": "2026.2",
    "2026.": "2026.2",
    ".2026": "2026.2",
    "..": "2026.2",
    "../2026.2": "2026.2",
    "-x": "2026.2",
    "CON": "2026.2",
    "": "2026.2",
    "２０２６.2": "2026.2",
    "2026.2\u200b": "2026.2",
    "fassung-2026.2": "2026.2",
    "x" * 500: "2026.2",
}


@pytest.mark.parametrize(("name", "meant"), NO_NAME.items(), ids=[repr(n)[:24] for n in NO_NAME])
def test_what_is_no_name_is_refused_with_one_that_is(name: str, meant: str) -> None:
    (befund,) = check_name(name, KNOWN, TODAY)
    assert befund.rule == "R-850"
    assert "Erwartet wird Jahr.Nummer" in befund.message
    assert len(befund.message) < 200
    assert befund.remedy == f"rahmen fassung freigeben {meant}"


@pytest.mark.parametrize("name", ["1999.1", "2028.1", "9999.9", "0001.1"])
def test_a_year_far_away_is_refused(name: str) -> None:
    (befund,) = check_name(name, KNOWN, TODAY)
    assert (befund.rule, befund.remedy) == ("R-850", "rahmen fassung freigeben 2026.2")


@pytest.mark.parametrize("name", ["2026.1", "2025.11", "2025.9", "2024.1"])
def test_a_name_before_the_last_is_refused(name: str) -> None:
    (befund,) = check_name(name, KNOWN, TODAY)
    assert befund.rule == "R-851"
    assert "2026.1" in befund.message


@pytest.mark.parametrize("name", ["2026.2", "2026.10", "2027.1"])
def test_a_greater_name_is_taken(name: str) -> None:
    assert check_name(name, KNOWN, TODAY) == []


def test_numbers_are_compared_as_numbers() -> None:
    assert check_name("2025.11", KNOWN[:2], date(2025, 12, 1)) == []
    assert check_name("2025.3", KNOWN[:2], date(2025, 12, 1))[0].rule == "R-851"


def test_the_next_name_follows_the_greatest_of_the_year() -> None:
    assert next_name(KNOWN, TODAY) == "2026.2"
    assert next_name(KNOWN[:2], date(2025, 12, 1)) == "2025.11"
    assert next_name((), TODAY) == "2026.1"
    assert next_name(KNOWN, date(2027, 1, 1)) == "2027.1"
