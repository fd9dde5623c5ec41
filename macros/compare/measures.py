"""What can be weighed in a German sentence: must and should, figures, spans of time, how often."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from macros.compare.words import POLITE, as_written

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_NUMBERS: Final = {
    "null": 0, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30,
    "dreissig": 30, "fünfzig": 50, "hundert": 100,
}  # fmt: skip
_TIMES: Final = {"einmal": 1} | {f"{word}mal": n for word, n in _NUMBERS.items() if n}
_MODALS: Final = {
    "muss": 3, "müssen": 3, "soll": 2, "sollen": 2, "kann": 1, "können": 1,
}  # fmt: skip
MODAL_NAMES: Final = {3: "muss", 2: "soll", 1: "kann"}
# Days of a span; how often a year something comes that comes once in it.
_SPANS: Final = {
    "tag": 1, "tage": 1, "tagen": 1, "tags": 1,
    "woche": 7, "wochen": 7,
    "monat": 30, "monats": 30, "monate": 30, "monaten": 30,
    "quartal": 91, "quartals": 91, "vierteljahr": 91,
    "halbjahr": 182, "halbjahrs": 182, "schulhalbjahr": 182, "schulhalbjahrs": 182,
    "jahr": 365, "jahre": 365, "jahren": 365, "jahres": 365,
    "schuljahr": 365, "schuljahre": 365, "schuljahren": 365, "schuljahres": 365,
}  # fmt: skip
_OTHER_SPANS: Final = {
    "stunde": "h", "stunden": "h", "minute": "min", "minuten": "min",
    "schultag": "st", "schultage": "st", "schultagen": "st",
    "werktag": "wt", "werktage": "wt", "werktagen": "wt",
    "arbeitstag": "at", "arbeitstage": "at", "arbeitstagen": "at",
}  # fmt: skip
_OFTEN: Final = {
    "täglich": 1, "wöchentlich": 7, "monatlich": 30, "vierteljährlich": 91,
    "halbjährlich": 182, "jährlich": 365,
}  # fmt: skip
_PER: Final = frozenset({"im", "pro", "je", "in"})
_EACH: Final = frozenset({"jeden", "jede", "jedes", "jedem"})
_MONTHS: Final = frozenset(
    {"januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september"}
    | {"oktober", "november", "dezember"}
)
# The bigger the figure behind such a word, the more is asked for; behind the others the less.
_AT_LEAST: Final = frozenset({"mindestens", "wenigstens", "zumindest"})
_AT_MOST: Final = frozenset({"höchstens", "maximal", "innerhalb", "binnen", "spätestens"})
_LIMITS: Final = (("bis", "zu"), ("mehr", "als"), ("länger", "als"), ("in", "den", "letzten"))
NEGATIONS: Final = frozenset(
    {"nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "ohne"}
    | {"niemand", "weder", "nichts"}
)
_SOFTENERS: Final = (
    ("in", "der", "regel"), ("im", "regelfall"), ("nach", "möglichkeit"), ("wenn", "möglich"),
    ("soweit", "möglich"), ("möglichst",), ("grundsätzlich",), ("üblicherweise",),
)  # fmt: skip
_NEAR: Final = 3
_SHORTEST_STEM: Final = 4


class _Wort(str):
    """A word in small letters that remembers how it was written."""

    __slots__ = ("geschrieben",)
    geschrieben: str

    @classmethod
    def of(cls, text: str) -> _Wort:
        word = cls(text.casefold())
        word.geschrieben = text
        return word


class Mass(Enum):
    """What a measure measures."""

    MODAL = "muss, soll, kann"
    ZAHL = "Zahl"
    SPANNE = "Zeitspanne"
    RHYTHMUS = "Häufigkeit"
    STAND = "Stand"


@dataclass(frozen=True)
class Messung:
    """A measure in a sentence.

    Attributes:
        mass: what it measures.
        wert: how much; a frequency is given per year.
        richtung: +1 where more is stricter, −1 where less is, 0 where nobody can tell.
        einheit: spans of different units cannot be compared.
        worte: the words it stands in.
        verneint: whether it is a limit that a negation makes one: „mehr als drei … nicht“.
    """

    mass: Mass
    wert: Fraction
    richtung: int
    einheit: str
    worte: str
    verneint: bool = False


@dataclass(frozen=True)
class Satzbau:
    """A sentence taken apart.

    Attributes:
        geruest: its words, with a gap for each measure.
        messungen: what fills the gaps, in order.
        milderungen: words such as „in der Regel“, which do not stand in the frame.
    """

    geruest: tuple[str, ...]
    messungen: tuple[Messung, ...]
    milderungen: tuple[str, ...]


def take_apart(sentence: str) -> Satzbau:
    """Return the frame of a sentence and all that can be weighed in it."""
    rest, softeners = _without_softeners(tuple(_Wort.of(word) for word in as_written(sentence)))
    frame: list[str] = []
    measures: list[Messung] = []
    place = 0
    while place < len(rest):
        found = _measure_at(rest, place)
        if found is None:
            polite = place and rest[place].geschrieben in POLITE
            frame.append(rest[place].geschrieben if polite else rest[place])
            place += 1
            continue
        measure, length = found
        frame.append(f"<{measure.mass.name}>")
        measures.append(measure)
        place += length
    return Satzbau(tuple(frame), tuple(measures), softeners)


def _without_softeners(found: tuple[_Wort, ...]) -> tuple[tuple[_Wort, ...], tuple[str, ...]]:
    rest: list[_Wort] = []
    softeners: list[str] = []
    place = 0
    while place < len(found):
        here = next((s for s in _SOFTENERS if found[place : place + len(s)] == s), None)
        if here is None:
            rest.append(found[place])
        else:
            softeners.append(_written(found[place : place + len(here)]))
        place += len(here) if here else 1
    return tuple(rest), tuple(softeners)


def _measure_at(found: tuple[_Wort, ...], place: int) -> tuple[Messung, int] | None:
    word = found[place]
    if word in _MODALS:
        return Messung(Mass.MODAL, Fraction(_MODALS[word]), 1, "", word.geschrieben), 1
    return (
        _date_of_state(found, place)
        or _rhythm(found, place)
        or _span(found, place)
        or _figure(found, place)
    )


def _date_of_state(found: tuple[_Wort, ...], place: int) -> tuple[Messung, int] | None:
    month = found[place] in _MONTHS and found[place + 1 : place + 2]
    if not month or not month[0].isdigit() or "stand" not in found[max(0, place - 2) : place]:
        return None
    return _measure(Mass.STAND, Fraction(0), found, place, 2, direction=0), 2


def _rhythm(found: tuple[_Wort, ...], place: int) -> tuple[Messung, int] | None:
    """Find „monatlich“, „jeden Monat“, „zweimal im Jahr“, „einen Termin im Monat“."""
    word = found[place]
    if word in _OFTEN:
        return _measure(Mass.RHYTHMUS, Fraction(365, _OFTEN[word]), found, place, 1, 1), 1
    if word in _EACH and (days := _SPANS.get(_at(found, place + 1))):
        return _measure(Mass.RHYTHMUS, Fraction(365, days), found, place, 2, 1), 2
    every, unit = _number(found, place + 1), _at(found, place + 2)
    if word == "alle" and every and unit in _SPANS:
        return _measure(Mass.RHYTHMUS, Fraction(365, _SPANS[unit]) / every, found, place, 3, 1), 3
    times = _TIMES.get(word)
    count = Fraction(times) if times else _number(found, place)
    if count is None:
        return None
    # Between figure and span there may stand what is counted: „zwei Termine im Schulhalbjahr“.
    for gap in (0,) if times else (1, 2):
        per, length = place + 1 + gap, 0
        if _at(found, per) in _PER and _at(found, per + 1) in _SPANS:
            length = gap + 3
            days = _SPANS[_at(found, per + 1)]
        elif _at(found, per) in _PER and _at(found, per + 1) in _EACH:
            length = gap + 4
            days = _SPANS.get(_at(found, per + 2), 0)
        elif times and _at(found, per) in _OFTEN:
            length, days = 2, _OFTEN[_at(found, per)]
        if length and days:
            what = _stem(_at(found, place + gap)) if gap else ""
            value = count * Fraction(365, days)
            return _measure(Mass.RHYTHMUS, value, found, place, length, 1, what), length
    return None


def _span(found: tuple[_Wort, ...], place: int) -> tuple[Messung, int] | None:
    """Find „sechs Wochen“, „einem Jahr“, „alle zwei Jahre“."""
    count, unit = _number(found, place), _at(found, place + 1)
    if count is None or not (unit in _SPANS or unit in _OTHER_SPANS):
        return None
    value = count * _SPANS.get(unit, 1)
    name = _OTHER_SPANS.get(unit, "tag")
    return _measure(Mass.SPANNE, value, found, place, 2, 0, name), 2


def _figure(found: tuple[_Wort, ...], place: int) -> tuple[Messung, int] | None:
    count = _number(found, place)
    if count is None:
        return None
    return _measure(Mass.ZAHL, count, found, place, 1, 0), 1


def _measure(
    mass: Mass,
    value: Fraction,
    found: tuple[_Wort, ...],
    place: int,
    length: int,
    direction: int,
    unit: str = "",
) -> Messung:
    told, before = _direction(found, place, place + length)
    shown = _written(found[before : place + length])
    denied = told == -1 and found[before] in ("mehr", "länger")
    return Messung(mass, value, direction if told is None else told, unit, shown, denied)


def _direction(found: tuple[_Wort, ...], start: int, end: int) -> tuple[int | None, int]:
    """Return what the word before a figure says about it, and its place; the nearest one holds."""
    for place in range(start - 1, max(-1, start - 1 - _NEAR), -1):
        word = found[place]
        if word in _AT_LEAST:
            return 1, place
        if word == "spätestens" and _at(found, end) in ("vor", "vorher", "zuvor"):
            return 1, place
        if word in _AT_MOST:
            return -1, place
        for limit in _LIMITS:
            if found[place : place + len(limit)] == limit and place + len(limit) == start:
                more = limit[0] in ("mehr", "länger")
                denied = any(
                    w in NEGATIONS for w in (*found[max(0, place - 1) : place], *found[end:])
                )
                if not more or denied:
                    return -1, place
    return None, start


def _number(found: tuple[_Wort, ...], place: int) -> Fraction | None:
    word = _at(found, place)
    if word in _NUMBERS:
        return Fraction(_NUMBERS[word])
    if word.replace(",", "", 1).isdecimal():
        return Fraction(word.replace(",", "."))
    # „ein“ is mostly an article; a figure it is behind „mindestens“ or before „Jahr“.
    before, after = found[place - 1] if place else "", _at(found, place + 1)
    counted = before in _AT_LEAST | _AT_MOST or (before == "als" and place > 1)
    if word in _ONE and (counted or after in _SPANS or after in _OTHER_SPANS):
        return Fraction(1)
    return None


def _stem(word: str) -> str:
    """Return a noun without what its plural adds: „Termin“ and „Termine“ give the same."""
    while len(word) > _SHORTEST_STEM and word[-1] in "ensr":
        word = word[:-1]
    return word


def _written(found: Iterable[_Wort]) -> str:
    return " ".join(word.geschrieben for word in found)


def _at(found: tuple[_Wort, ...], place: int) -> str:
    return found[place] if 0 <= place < len(found) else ""
