"""Dates, numbers and the order of names in German; the machine's locale is never asked."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
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
