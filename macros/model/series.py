"""Rows of figures computed from the Bestand, for charts that nobody has to draw."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.german import evenly
from macros.model.records import Schule, Stelle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from macros.model.bestand import Bestand


@dataclass(frozen=True)
class Reihe:
    """A row of figures.

    Attributes:
        titel: what is counted, for the heading of the table.
        spalte: what the names are.
        einheit: of the figures; also the heading of their column.
        werte: name and figure, the largest first.
        zusammen: the parts make a whole: show their sum and each one's share of it.
    """

    titel: str
    spalte: str
    einheit: str
    werte: tuple[tuple[str, Decimal], ...]
    zusammen: bool = False

    @property
    def summe(self) -> Decimal:
        """The sum of all figures."""
        return sum((wert for _, wert in self.werte), Decimal(0))

    @property
    def anteile(self) -> tuple[Decimal, ...]:
        """The share of each figure in per cent with one decimal; together they are 100."""
        return shares([wert for _, wert in self.werte])

    @property
    def hoechster(self) -> Decimal:
        """The largest figure; 1 where there is none."""
        return max((wert for _, wert in self.werte), default=Decimal(1)) or Decimal(1)


def _posts_by_employer(bestand: Bestand) -> Reihe:
    pairs = ((p.anstellungstraeger.ziel.name, p.vzae) for p in bestand.alle(Stelle))
    return Reihe("Stellenumfang nach Anstellungsträger", "Anstellungsträger", "VZÄ", _shares(pairs))


def _posts_by_state(bestand: Bestand) -> Reihe:
    pairs = ((p.status.label, Decimal(1)) for p in bestand.alle(Stelle))
    return Reihe("Stellen nach Besetzung", "Besetzung", "Stellen", _sum(pairs))


def _posts_by_town(bestand: Bestand) -> Reihe:
    pairs = (
        (part.schule.ziel.gemeinde.ziel.name, part.vzae)
        for post in bestand.alle(Stelle)
        for part in post.einsatz
    )
    return Reihe("Stellenumfang nach Gemeinde", "Gemeinde", "VZÄ", _shares(pairs))


def _schools_by_form(bestand: Bestand) -> Reihe:
    pairs = ((s.schulform.ziel.name, Decimal(1)) for s in bestand.alle(Schule))
    return Reihe("Schulen nach Schulform", "Schulform", "Schulen", _sum(pairs))


def _schools_by_town(bestand: Bestand) -> Reihe:
    pairs = ((s.gemeinde.ziel.name, Decimal(1)) for s in bestand.alle(Schule))
    return Reihe("Schulen nach Gemeinde", "Gemeinde", "Schulen", _sum(pairs))


def _schools_by_post(bestand: Bestand) -> Reihe:
    words = {True: "mit Stelle", False: "ohne Stelle"}
    # Where no post is on record yet, „ohne Stelle“ would say more than anybody knows.
    schools = bestand.alle(Schule) if bestand.alle(Stelle) else ()
    pairs = ((words[bool(bestand.stellen_an(s))], Decimal(1)) for s in schools)
    return Reihe("Schulen mit und ohne Stelle", "Stelle", "Schulen", _sum(pairs), zusammen=True)


def _posts_by_programme(bestand: Bestand) -> Reihe:
    pairs = (
        (p.programm.ziel.name if p.programm else "ohne Angabe", p.vzae)
        for p in bestand.alle(Stelle)
    )
    return Reihe("Stellenumfang nach Programm", "Programm", "VZÄ", _shares(pairs), zusammen=True)


def _posts_by_term(bestand: Bestand) -> Reihe:
    pairs = (
        ("befristet" if p.befristet_bis else "unbefristet", p.vzae) for p in bestand.alle(Stelle)
    )
    title = "Stellenumfang nach Befristung"
    return Reihe(title, "Befristung", "VZÄ", _shares(pairs), zusammen=True)


SERIES: Final[dict[str, Callable[[Bestand], Reihe]]] = {
    "stellen-nach-traeger": _posts_by_employer,
    "stellen-nach-gemeinde": _posts_by_town,
    "stellen-nach-besetzung": _posts_by_state,
    "schulen-nach-schulform": _schools_by_form,
    "schulen-nach-gemeinde": _schools_by_town,
    "schulen-mit-stelle": _schools_by_post,
    "stellen-nach-programm": _posts_by_programme,
    "stellen-nach-befristung": _posts_by_term,
}


def _sum(pairs: Iterable[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    """Return the sum for each name, the largest first, equal ones by name."""
    sums: dict[str, Decimal] = {}
    for name, value in pairs:
        sums[name] = sums.get(name, Decimal(0)) + value
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def _shares(pairs: Iterable[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    """Return the same sums with equally many decimals, so that they can be compared."""
    return tuple((name, evenly(value)) for name, value in _sum(pairs))


def shares(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return each value's share of the sum in per cent, exactly 100.0 together.

    Every share is cut to one decimal; the tenths that are missing go to those that lost most.

    Args:
        values: figures of zero or more.
    """
    total = sum(values, Decimal(0))
    if not total:
        return tuple(Decimal("0.0") for _ in values)
    exact = [value * 1000 / total for value in values]
    tenths = [int(share) for share in exact]
    lost = sorted(range(len(values)), key=lambda i: (tenths[i] - exact[i], i))
    for index in lost[: 1000 - sum(tenths)]:
        tenths[index] += 1
    return tuple(Decimal(count).scaleb(-1) for count in tenths)
