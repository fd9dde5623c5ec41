"""Small things with words: the nearest known one, German dates and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from macros.model.german import date_text, decimal_from_german, number_text
from macros.model.kennung import kennung_from
from macros.model.nearest import fold, nearest

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
