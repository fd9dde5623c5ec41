"""One word as people type it: umlauts, numbers, ids, hyphens."""

from __future__ import annotations

import pytest

from macros.search.spelling import folded, joined_hyphens, joined_ids, numbers, spellings


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("gefährdung", {"gefaehrdung", "gefahrdung"}),
        ("mühlbrücke", {"muehlbruecke", "muhlbrucke"}),
        ("groß", {"gross"}),
        ("yılmaz", {"yilmaz"}),
        ("café", {"cafe"}),
        ("schule", set()),
    ],
)
def test_spellings(word: str, expected: set[str]) -> None:
    assert spellings(word) == expected


def test_folded_has_no_marks() -> None:
    assert folded("süßwasserfelde") == "susswasserfelde"
    assert folded("amt") == "amt"


@pytest.mark.parametrize(
    "text",
    [
        "030 23125-100",
        "030\u00a023125-100",
        "030 / 23125-100",
        "030 23 12 51 00",
        "+49 30 23125-100",
        "+49 (0) 30 23125-100",
    ],
)
def test_a_number_is_joined_with_either_beginning(text: str) -> None:
    found = set(numbers(f"Telefon {text}, täglich"))
    assert {"03023125100", "493023125100"} <= found


def test_a_number_is_found_without_its_area_code() -> None:
    assert "23125100" in set(numbers("030 23125-100"))


@pytest.mark.parametrize(
    "text", ["110", "am 1. Oktober 2026", "am 01.09.2026", "0,5 VZÄ", "09911 Seehausen", "A0301"]
)
def test_other_digits_are_no_number(text: str) -> None:
    assert list(numbers(text)) == []


def test_two_numbers_of_a_text_stay_two() -> None:
    found = set(numbers("040 66969-130 oder 0171 3920034"))
    assert {"04066969130", "01713920034"} <= found
    row = set(numbers("030 23125-215 190017@schule.example.org 030 23125-105 0171 3920034"))
    assert {"03023125215", "03023125105", "01713920034"} <= row


def test_ids_and_hyphenated_words_come_in_one_piece() -> None:
    assert list(joined_ids("nach QS-S-01 und QS-P-11")) == ["qss01", "qsp11"]
    assert list(joined_ids("die ASD-Leitung")) == []
    assert list(joined_hyphens("Schul-Sozialarbeit von Müller-Beispiel")) == [
        "schulsozialarbeit",
        "müllerbeispiel",
    ]
