"""What follows from money on a day: which grants run, which end soon, what there is per year."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from enum import unique
from typing import TYPE_CHECKING, Final

from macros.model.records import Foerderung
from macros.model.values import Auswahl

if TYPE_CHECKING:
    from datetime import date

    from macros.model.bestand import Bestand

VORWARNUNG: Final = timedelta(days=365)
"""So long before its end money „läuft aus“: budgets are decided a year ahead."""


@unique
class Foerderstand(Auswahl):
    """How money stands on a day."""

    LAEUFT = "laeuft", "läuft"
    LAEUFT_AUS = "laeuft-aus", "läuft aus"
    BEGINNT = "beginnt", "beginnt noch"
    AUSGELAUFEN = "ausgelaufen", "ausgelaufen"
    UNBEKANNT = "unbekannt", "Ende nicht bekannt"


def stand_of(foerderung: Foerderung, stichtag: date) -> Foerderstand:
    """Return how money stands on a day."""
    if foerderung.ausgelaufen(stichtag):
        return Foerderstand.AUSGELAUFEN
    if foerderung.ab is not None and foerderung.ab > stichtag:
        return Foerderstand.BEGINNT
    if foerderung.bis is None:
        return Foerderstand.UNBEKANNT
    soon = foerderung.bis - stichtag <= VORWARNUNG
    return Foerderstand.LAEUFT_AUS if soon else Foerderstand.LAEUFT


def auslaufende_foerderungen(bestand: Bestand) -> list[Foerderung]:
    """Return the money that ends within :data:`VORWARNUNG`, the next one first."""
    ending = [
        (f.bis, f)
        for f in bestand.alle(Foerderung)
        if f.bis is not None and stand_of(f, bestand.stichtag) is Foerderstand.LAEUFT_AUS
    ]
    return [f for _, f in sorted(ending, key=lambda pair: (pair[0], pair[1].id))]


def grants(bestand: Bestand) -> tuple[Foerderung, ...]:
    """Return all money: what runs by its end, then what is over, the latest first."""
    day = bestand.stichtag
    rows = bestand.alle(Foerderung)
    running = [f for f in rows if not f.ausgelaufen(day)]
    over = [f for f in rows if f.ausgelaufen(day)]
    return (
        *sorted(running, key=lambda f: (f.bis is None, str(f.bis), f.id)),
        *sorted(over, key=lambda f: (str(f.bis), f.id), reverse=True),
    )


def per_year(bestand: Bestand) -> tuple[tuple[int, Decimal], ...]:
    """Return what all grants together bring in each year, as far as amounts are known."""
    years: dict[int, Decimal] = {}
    for foerderung in bestand.alle(Foerderung):
        for year in foerderung.jahre:
            years[year.jahr] = years.get(year.jahr, Decimal(0)) + year.betrag
    return tuple(sorted(years.items()))
