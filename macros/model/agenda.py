"""What the calendar of a region says on a day: what is next, what is past, what falls short."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.german import MONTHS, number_text, times_text
from macros.model.records import Fortbildung, Gremium, Meldung, Schwerpunkt, Termin, Terminreihe
from macros.model.records.gremium import Takt
from macros.model.records.termin import Terminstatus
from macros.model.times import school_year_days, school_year_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records.gremium import Rhythmus

WEEKDAYS: Final = (
    *("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
)
_MONTHS_OF: Final = {Takt.MONAT: 1, Takt.QUARTAL: 3, Takt.HALBJAHR: 6}
_AUGUST: Final = 8


@dataclass(frozen=True)
class Kalender:
    """The events of a region as of one day, each in exactly one list.

    Attributes:
        naechste: those to come, the nearest first; moved and cancelled ones too.
        ohne_datum: planned, without a day.
        vergangene: those that are over, the latest first.
    """

    naechste: tuple[Termin, ...]
    ohne_datum: tuple[Termin, ...]
    vergangene: tuple[Termin, ...]


def calendar(bestand: Bestand) -> Kalender:
    """Return the events in their lists."""
    day = bestand.stichtag
    dated = [(t.letzter_tag, t) for t in bestand.alle(Termin)]
    coming = [t for last, t in dated if last is not None and last >= day]
    past = [t for last, t in dated if last is not None and last < day]
    return Kalender(
        tuple(sorted(coming, key=_when)),
        tuple(t for last, t in dated if last is None),
        tuple(sorted(past, key=_when, reverse=True)),
    )


def _when(termin: Termin) -> tuple[str, str, str]:
    return (termin.datum.isoformat() if termin.datum else "", termin.beginn or "", termin.id)


def weekday(day: date) -> str:
    """Return the German name of the weekday."""
    return WEEKDAYS[day.weekday()]


def trainings(bestand: Bestand) -> tuple[tuple[Fortbildung, ...], tuple[Fortbildung, ...]]:
    """Return the trainings to come, those without a day last, and those that are over."""
    day = bestand.stichtag
    rows = bestand.alle(Fortbildung)
    over = [f for f in rows if f.letzter_tag is not None and f.letzter_tag < day]
    coming = [f for f in rows if f not in over]
    return (
        tuple(sorted(coming, key=lambda f: (f.datum is None, str(f.datum), f.id))),
        tuple(sorted(over, key=lambda f: (str(f.datum), f.id), reverse=True)),
    )


def news(bestand: Bestand) -> tuple[tuple[Meldung, ...], tuple[Meldung, ...]]:
    """Return the news that holds, the latest first, and the archive; none from the future."""
    rows = [m for m in bestand.alle(Meldung) if m.datum <= bestand.stichtag]
    rows.sort(key=lambda m: (m.datum, m.uhrzeit or "", m.id), reverse=True)
    day = bestand.stichtag
    return (
        tuple(m for m in rows if not m.abgelaufen(day)),
        tuple(m for m in rows if m.abgelaufen(day)),
    )


def topics_of_the_year(bestand: Bestand) -> tuple[Schwerpunkt, ...]:
    """Return the topics of the running school year and those without a year."""
    year = school_year_of(bestand.stichtag)
    return tuple(s for s in bestand.alle(Schwerpunkt) if s.schuljahr in (None, year))


def open_calls(bestand: Bestand) -> tuple[Termin, ...]:
    """Return the events that still take proposals for topics, in calendar order."""
    found = calendar(bestand)
    return tuple(
        t
        for t in (*found.naechste, *found.ohne_datum)
        if t.findet_statt and t.themenaufruf and _open(t.themenaufruf.bis, bestand.stichtag)
    )


def _open(until: date | None, stichtag: date) -> bool:
    return until is None or until >= stichtag


@dataclass(frozen=True)
class Soll:
    """How many dates of a school year somebody wants, and how many are fixed.

    Attributes:
        schuljahr: the year that is judged.
        soll: how many dates there must be at least.
        fest: how many have a day and take place.
        offen: how many more are planned without a day.
        luecken: parts of the year that have no date, though each must have one.
    """

    schuljahr: str
    soll: int
    fest: int
    offen: int
    luecken: tuple[str, ...]

    @property
    def erfuellt(self) -> bool:
        """Whether the dates suffice."""
        return self.fest >= self.soll and not self.luecken


def target(rhythmus: Rhythmus, termine: Iterable[Termin], stichtag: date) -> Soll:
    """Return how the dates of the running school year stand against a cadence.

    Args:
        rhythmus: how often somebody meets.
        termine: the events that count.
        stichtag: decides which school year runs.
    """
    year = school_year_of(stichtag)
    first, last = school_year_days(year)
    rows = [t for t in termine if t.findet_statt]
    days = [t.datum for t in rows if t.datum is not None and first <= t.datum <= last]
    undated = sum(1 for t in rows if t.datum is None and t.status is Terminstatus.GEPLANT)
    length = _MONTHS_OF.get(rhythmus.takt) if rhythmus.takt else None
    wanted = rhythmus.mindestens or (12 // length if length and length > 1 else 0)
    gaps = _gaps(days, length, first.year) if length and length > 1 else ()
    return Soll(year, wanted, len(days), undated, gaps)


def _gaps(days: Iterable[date], length: int, year: int) -> tuple[str, ...]:
    """Return the quarters or halves of a school year that have no date: „August bis Oktober“."""
    found = {((day.year - year) * 12 + day.month - _AUGUST) // length for day in days}
    firsts = (n * length + _AUGUST - 1 for n in range(12 // length) if n not in found)
    return tuple(
        f"{MONTHS[first % 12]} bis {MONTHS[(first + length - 1) % 12]}" for first in firsts
    )


def dates_of(bestand: Bestand, gremium: Gremium) -> tuple[Termin, ...]:
    """Return the events of a body, in file order."""
    return tuple(
        t
        for t in bestand.alle(Termin)
        if t.im_gremium is not None and t.im_gremium.id == gremium.id
    )


def dates_in(bestand: Bestand, reihe: Terminreihe) -> tuple[Termin, ...]:
    """Return the events of a series, in file order."""
    return tuple(t for t in bestand.alle(Termin) if t.reihe is not None and t.reihe.id == reihe.id)


def cadence(rhythmus: Rhythmus | None) -> str:
    """Return how often somebody meets, in words: „mindestens viermal im Schuljahr“."""
    if rhythmus is None:
        return ""
    number = rhythmus.mindestens
    words = ""
    if number:
        words = f"mindestens {times_text(number)} im Schuljahr"
    takt = rhythmus.takt.label if rhythmus.takt else ""
    return ", ".join(part for part in (words, takt) if part)


def cost_text(fortbildung: Fortbildung) -> str:
    """Return what a training costs, in words: „45,00 Euro“, „kostenfrei“, „nicht bekannt“."""
    cost = fortbildung.kosten
    if cost is None:
        return "nicht bekannt"
    return f"{number_text(cost.quantize(Decimal('0.01')))}\u00a0Euro" if cost else "kostenfrei"


def shortfall(bestand: Bestand, record: Gremium | Terminreihe) -> Soll | None:
    """Return what is missing of the dates that a body or a series wants; None where nothing is.

    Who has been dissolved wants no dates any more, and whose dates stand elsewhere is not judged.
    """
    if isinstance(record, Gremium):
        termine = dates_of(bestand, record)
        judged = record.termine_hier and not record.aufgeloest(bestand.stichtag)
    else:
        termine = dates_in(bestand, record)
        judged = record.beendet_am is None or record.beendet_am > bestand.stichtag
    if record.rhythmus is None or not judged:
        return None
    found = target(record.rhythmus, termine, bestand.stichtag)
    return None if found.erfuellt else found


def fehlende_termine(bestand: Bestand) -> list[tuple[Gremium | Terminreihe, Soll]]:
    """Return the bodies and series whose dates of the running school year do not suffice yet."""
    records: list[Gremium | Terminreihe] = [*bestand.alle(Gremium), *bestand.alle(Terminreihe)]
    return [(r, missing) for r in records if (missing := shortfall(bestand, r)) is not None]
