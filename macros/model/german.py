"""Dates, numbers, lists and the order of names in German; the machine's locale is never asked."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MONTHS: Final = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def date_text(day: date) -> str:
    """Return a date for reading: ``1. September 2026``, with a non-breaking space after the day."""
    return f"{day.day}.\u00a0{MONTHS[day.month - 1]} {day.year}"


def number_text(number: Decimal) -> str:
    """Return an exact number in German spelling: ``912.313,90``; digits are kept as given."""
    text = f"{number:,f}"
    return text.translate(str.maketrans(",.", ".,"))


def evenly(number: Decimal) -> Decimal:
    """Return the same number with at least two decimals; nothing is rounded."""
    two = number.quantize(Decimal("0.01"))
    return two if two == number else number


def count_text(number: int, one: str, many: str) -> str:
    """Return a number with its noun: „1 Schule“, „2 Schulen“."""
    return f"{number_text(Decimal(number))} {one if number == 1 else many}"


_TIMES: Final = {1: "einmal", 2: "zweimal", 3: "dreimal", 4: "viermal", 6: "sechsmal"}


def times_text(number: int) -> str:
    """Return how often, in words as far as one writes them: „zweimal“, „10-mal“."""
    return _TIMES.get(number, f"{number}-mal")


def listed(parts: Sequence[str]) -> str:
    """Return the parts as one reads them in a sentence: „a, b und c“.

    Where a part has a comma or an „und“ of its own, semicolons and „sowie“ show where it ends:
    „Sucht und Abhängigkeit; Digitale Medien sowie Migration und Sprache“.
    """
    if len(parts) < 2:
        return "".join(parts)
    *first, last = parts
    if any(" und " in part or ", " in part for part in parts):
        return f"{'; '.join(first)} sowie {last}"
    return f"{', '.join(first)} und {last}"


_ZAHL: Final = re.compile(r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")


def decimal_from_german(text: str) -> Decimal | None:
    """Return the exact value of a number in German spelling (``912.313,90``), or None."""
    if not (text.isascii() and _ZAHL.match(text)) or len(text) > 20:
        return None
    return Decimal(text.replace(".", "").replace(",", "."))


_SORT: Final = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e"})


def sort_key(text: str) -> str:
    """Return the key by which German names are ordered (DIN 5007-1: ä like a, ß like ss)."""
    return text.lower().translate(_SORT)
