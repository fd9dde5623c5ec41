"""What somebody probably meant by a date or a number, as it should stand in the file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from macros.model.german import MONTHS, decimal_from_german, number_text
from macros.model.nearest import nearest

_LONGEST: Final = 100
_LOOSE_ISO: Final = re.compile(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)", re.ASCII)
_GERMAN_DATE: Final = re.compile(r"^(\d{1,2})[.-]\s*(\d{1,2})[.-]\s*(\d{4}|\d{2})$", re.ASCII)
_DATE_IN_WORDS: Final = re.compile(r"^(\d{1,2})\.\s*([A-Za-zä]+)\s+(\d{4})$", re.ASCII | re.I)


def without_html(text: str) -> str:
    """Return the text without tags; empty if nothing readable is left."""
    if len(text) > 2000:
        return ""
    bare = re.sub(r"<(script|style)\b.*?</\1\s*>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    bare = " ".join(re.sub(r"<!--.*?-->|<[^<>]*>", " ", bare, flags=re.DOTALL).split())
    return "" if "<" in bare or len(bare) > 300 else bare


def meant_date(text: str) -> str:
    """Return the date as it should be written, in quotes, or an empty text."""
    if len(text) > _LONGEST:
        return ""
    loose, german = _LOOSE_ISO.match(text), _GERMAN_DATE.match(text)
    words = _DATE_IN_WORDS.match(text)
    if loose:
        year, month, day = loose.groups()
        return valid_date(int(year), int(month), int(day))
    if german:
        day, month, year = german.groups()
        return valid_date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    if words:
        day, name, year = words.groups()
        month_name = nearest(name, MONTHS)
        if month_name:
            return valid_date(int(year), MONTHS.index(month_name) + 1, int(day))
    return ""


def valid_date(year: int, month: int, day: int) -> str:
    """Return a date in quotes, or an empty text if the calendar has no such day."""
    try:
        return f'"{date(year, month, day).isoformat()}"'
    except ValueError:
        return ""


def meant_number(text: str) -> str:
    """Return the number as it should be written, in quotes, or an empty text."""
    if len(text) > _LONGEST:
        return ""
    bare = re.sub(r"[\s_'’]|%|^(ca|rund|etwa)\.?", "", text.strip().lower())
    if re.fullmatch(r"\d{1,3}(,\d{3})+\.\d+", bare):
        bare = bare.translate(str.maketrans(",.", ".,"))
    elif re.fullmatch(r"\d+\.\d{1,2}", bare):
        bare = bare.replace(".", ",")
    return f'"{bare}"' if decimal_from_german(bare) is not None else ""


def meant_share(text: str) -> str:
    """Return the share as it should be written, in quotes; an example where nothing fits."""
    percent = re.fullmatch(r"(\d{1,3})\s*(%|Prozent)", text)
    if percent and 0 < int(percent[1]) <= 100:
        return f'"{number_text((Decimal(percent[1]) / 100).normalize())}"'
    dotted = text.replace(".", ",")
    return f'"{dotted}"' if re.fullmatch(r"\d,\d{1,3}", dotted) else '"0,5"'
