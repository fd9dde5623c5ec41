"""Tells readers when and why the wording of a page was corrected after its decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.records import Berichtigung

if TYPE_CHECKING:
    from datetime import date

    from macros.model.bestand import Bestand


def corrections_of(bestand: Bestand, fassung: str) -> tuple[Berichtigung, ...]:
    """Return the corrections of a Fassung, the earliest first."""
    found = [b for b in bestand.alle(Berichtigung) if b.fassung == fassung]
    return tuple(sorted(found, key=lambda b: b.datum))


def last_corrections(bestand: Bestand) -> dict[str, date]:
    """Return the day of the last correction by name of the Fassung; most have none."""
    days: dict[str, date] = {}
    for berichtigung in bestand.alle(Berichtigung):
        last = days.get(berichtigung.fassung, berichtigung.datum)
        days[berichtigung.fassung] = max(last, berichtigung.datum)
    return days
