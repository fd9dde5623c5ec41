"""A time that is known as well as it is known: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema

from macros.model.fault import fault, shown
from macros.model.findings import Stufe, regel
from macros.model.german import MONTHS, date_text
from macros.model.proposals import meant_date

ZEITPUNKT_PATTERN: Final = r"^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_MONTH_AND_YEAR: Final = re.compile(r"^(\w+)\s+((?:19|20|21)\d\d)$")

ZEITPUNKT = regel(
    "R-560",
    Stufe.FEHLER,
    "Zeitpunkte sind ein Jahr, ein Monat oder ein Tag",
    "Mancher Meilenstein hat nur ein Jahr. Ein erfundener Tag wäre falsch; Worte lassen sich nicht "
    "ordnen.",
    "geplant: Oktober 2022",
    'geplant: "2022-10"',
)


def _zeitpunkt(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if re.fullmatch(ZEITPUNKT_PATTERN, value, re.ASCII):
        year, month, day = parts(value)
        if month and day and day > monthrange(year, month)[1]:
            raise fault(ZEITPUNKT, f"Den {day}. {MONTHS[month - 1]} {year} gibt es nicht.")
        return value
    found = _MONTH_AND_YEAR.match(value.strip())
    meant = ""
    if found and found[1] in MONTHS:
        meant = f'"{found[2]}-{MONTHS.index(found[1]) + 1:02d}"'
    raise fault(
        ZEITPUNKT,
        f"{shown(value)} ist kein Zeitpunkt. Erwartet wird ein Jahr (2022), ein Monat (2022-10) "
        "oder ein Tag (2022-10-17).",
        meant or meant_date(value),
    )


Zeitpunkt = Annotated[
    str,
    BeforeValidator(_zeitpunkt),
    WithJsonSchema({"type": "string", "pattern": ZEITPUNKT_PATTERN}),
]


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of a time; what is not known is None."""
    numbers = [int(part) for part in text.split("-")]
    return (
        numbers[0],
        numbers[1] if len(numbers) > 1 else None,
        numbers[2] if len(numbers) > 2 else None,
    )


def first_day(text: str) -> date:
    """Return the first day that a time may mean."""
    year, month, day = parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day that a time may mean."""
    year, month, day = parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def when_text(text: str) -> str:
    """Return a time for reading: ``2020``, ``Oktober 2022`` or ``1. August 2015``."""
    year, month, day = parts(text)
    if month and day:
        return date_text(date(year, month, day))
    return f"{MONTHS[month - 1]} {year}" if month else str(year)
