"""Small things with words: the nearest known one, German dates and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from macros.model.german import (
    count_text,
    date_text,
    decimal_from_german,
    listed,
    number_text,
    times_text,
)
from macros.model.kennung import kennung_from
from macros.model.nearest import fold, nearest
from macros.model.when import Zeitpunkt, period_text

KNOWN = ["id", "telefon", "email", "strasse", "schulform", "besetzt", "unbesetzt", "hauptschule"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("telfon", "telefon"),
        ("Telefon", "telefon"),
        ("straße", "strasse"),
        ("e-mail", "email"),
        ("schulfrom", "schulform"),
        ("Hauptschle", "hauptschule"),
        ("un-besetzt", "unbesetzt"),
        ("di", "id"),
        ("telefon", "telefon"),
        ("haarfarbe", None),
        ("x", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, KNOWN) == expected


def test_nearest_of_none() -> None:
    assert nearest("telefon", []) is None


def test_fold() -> None:
    assert fold("Mühl-Straße 5_b") == "muehlstrasse5b"


def test_ids_from_names() -> None:
    assert kennung_from("Grundschule Süd (Teilstandort)") == "grundschule-sued-teilstandort"
    assert kennung_from("x" * 80) == "x" * 60
    assert kennung_from("…") == ""


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("912313.90", "912.313,90"),
        ("0.5", "0,5"),
        ("1000", "1.000"),
        ("-7", "-7"),
        ("1E+3", "1.000"),
    ],
)
def test_numbers(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text


@pytest.mark.parametrize("text", ["1,5,5", "1.5", "", "1 000", "1.00", "½", "+1"])
def test_what_is_no_german_number(text: str) -> None:
    assert decimal_from_german(text) is None


def test_dates() -> None:
    assert date_text(date(2026, 3, 1)) == "1.\u00a0März 2026"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a und b"),
        (["a", "b", "c"], "a, b und c"),
        (["Sucht und Abhängigkeit", "Medien"], "Sucht und Abhängigkeit sowie Medien"),
        (["Ziele, Bericht", "Streit", "Ende"], "Ziele, Bericht; Streit sowie Ende"),
    ],
)
def test_a_list_in_a_sentence_shows_where_each_part_ends(parts: list[str], text: str) -> None:
    assert listed(parts) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 Schulen"), (1, "1 Schule"), (1200, "1.200 Schulen")]
)
def test_a_number_brings_its_noun(number: int, text: str) -> None:
    assert count_text(number, "Schule", "Schulen") == text


@pytest.mark.parametrize(("number", "text"), [(1, "einmal"), (4, "viermal"), (10, "10-mal")])
def test_how_often(number: int, text: str) -> None:
    assert times_text(number) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2026-03", "2026-04", "März bis April 2026"),
        ("2026-03", "2026-03", "März 2026"),
        ("2025-12", "2026-01", "Dezember 2025 bis Januar 2026"),
        ("2025", "2026", "2025 bis 2026"),
        ("2026-03-01", "2026-04", "1.\u00a0März 2026 bis April 2026"),
    ],
)
def test_a_period_names_its_year_once(start: str, end: str, text: str) -> None:
    assert period_text(Zeitpunkt.parse(start), Zeitpunkt.parse(end)) == text
