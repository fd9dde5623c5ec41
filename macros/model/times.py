"""Field types for the calendar: a time of day and a school year, as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema

from macros.model.fault import fault, shown
from macros.model.findings import Stufe, regel

UHRZEIT_PATTERN: Final = r"^([01]\d|2[0-3]):[0-5]\d$"
SCHULJAHR_PATTERN: Final = r"^20\d\d/\d\d$"
_FIRST_MONTH: Final = 8
_LOOSE_TIME: Final = re.compile(r"^(\d{1,2})(?:[.:h](\d{2}))?\s*(?:Uhr|h)?$", re.ASCII)
_LOOSE_YEAR: Final = re.compile(r"^(20\d\d)\s*[/–-]\s*(?:20)?\d\d$", re.ASCII)

UHRZEIT = regel(
    "R-530",
    Stufe.FEHLER,
    "Uhrzeiten haben zwei Ziffern, Doppelpunkt, zwei Ziffern",
    "Aus der Uhrzeit entsteht der Eintrag im Kalender; „halb drei“ versteht kein Programm.",
    "beginn: 14 Uhr",
    'beginn: "14:00"',
)
SCHULJAHR = regel(
    "R-531",
    Stufe.FEHLER,
    "Ein Schuljahr ist geschrieben wie 2026/27",
    "So sortieren sich die Jahre von selbst, und jedes heißt überall gleich.",
    'schuljahr: "2026-2027"',
    'schuljahr: "2026/27"',
)


def _uhrzeit(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(UHRZEIT_PATTERN, value, re.ASCII):
        return value
    loose = _LOOSE_TIME.match(value.strip())
    meant = f"{int(loose[1]):02d}:{loose[2] or '00'}" if loose else ""
    fits = re.fullmatch(UHRZEIT_PATTERN, meant, re.ASCII)
    raise fault(
        UHRZEIT,
        f"{shown(value)} ist keine Uhrzeit. Erwartet wird Stunde:Minute, etwa 09:30.",
        f'"{meant}"' if fits else "",
    )


def _schuljahr(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if re.fullmatch(SCHULJAHR_PATTERN, value, re.ASCII) and value == school_year(int(value[:4])):
        return value
    loose = _LOOSE_YEAR.match(value.strip())
    raise fault(
        SCHULJAHR,
        f"{shown(value)} ist kein Schuljahr. Erwartet wird etwa 2026/27.",
        f'"{school_year(int(loose[1]))}"' if loose else "",
    )


Uhrzeit = Annotated[
    str,
    BeforeValidator(_uhrzeit),
    WithJsonSchema({"type": "string", "pattern": UHRZEIT_PATTERN}),
]
Schuljahr = Annotated[
    str,
    BeforeValidator(_schuljahr),
    WithJsonSchema({"type": "string", "pattern": SCHULJAHR_PATTERN}),
]


def school_year(first: int) -> str:
    """Return the name of the school year that begins in a calendar year: ``2026/27``."""
    return f"{first}/{(first + 1) % 100:02d}"


def school_year_of(day: date) -> str:
    """Return the school year a day belongs to; it begins on 1 August in every Land."""
    return school_year(day.year - (day.month < _FIRST_MONTH))


def school_year_days(name: str) -> tuple[date, date]:
    """Return the first and the last day of a school year."""
    first = int(name[:4])
    return date(first, _FIRST_MONTH, 1), date(first + 1, _FIRST_MONTH - 1, 31)


def at(day: date, time: str) -> datetime:
    """Return a day and a time of day together, without a time zone."""
    return datetime.combine(day, datetime.strptime(time, "%H:%M").time())


def time_text(time: str) -> str:
    """Return a time of day for reading: ``9:00``."""
    return time.removeprefix("0")
