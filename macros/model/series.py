"""Rows of figures computed from the Bestand, for charts that nobody has to draw."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.records import Schule, Stelle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.model.bestand import Bestand


@dataclass(frozen=True)
class Reihe:
    """A row of figures.

    Attributes:
        titel: what is counted, for the heading of the table.
        spalte: what the names are.
        einheit: of the figures; also the heading of their column.
        werte: name and figure, the largest first.
    """

    titel: str
    spalte: str
    einheit: str
    werte: tuple[tuple[str, Decimal], ...]

    @property
    def hoechster(self) -> Decimal:
        """The largest figure; 1 where there is none."""
        return max((wert for _, wert in self.werte), default=Decimal(1)) or Decimal(1)


def _posts_by_employer(bestand: Bestand) -> Reihe:
    pairs = ((p.anstellungstraeger.ziel.name, p.vzae) for p in bestand.alle(Stelle))
    return Reihe("Stellenumfang nach Anstellungsträger", "Anstellungsträger", "VZÄ", _sum(pairs))


def _posts_by_state(bestand: Bestand) -> Reihe:
    pairs = ((p.status.label, Decimal(1)) for p in bestand.alle(Stelle))
    return Reihe("Stellen nach Besetzung", "Besetzung", "Stellen", _sum(pairs))


def _posts_by_town(bestand: Bestand) -> Reihe:
    pairs = (
        (part.schule.ziel.gemeinde.ziel.name, part.vzae)
        for post in bestand.alle(Stelle)
        for part in post.einsatz
    )
    return Reihe("Stellenumfang nach Gemeinde", "Gemeinde", "VZÄ", _sum(pairs))


def _schools_by_form(bestand: Bestand) -> Reihe:
    pairs = ((s.schulform.ziel.name, Decimal(1)) for s in bestand.alle(Schule))
    return Reihe("Schulen nach Schulform", "Schulform", "Schulen", _sum(pairs))


def _schools_by_town(bestand: Bestand) -> Reihe:
    pairs = ((s.gemeinde.ziel.name, Decimal(1)) for s in bestand.alle(Schule))
    return Reihe("Schulen nach Gemeinde", "Gemeinde", "Schulen", _sum(pairs))


SERIES: Final[dict[str, Callable[[Bestand], Reihe]]] = {
    "stellen-nach-traeger": _posts_by_employer,
    "stellen-nach-gemeinde": _posts_by_town,
    "stellen-nach-besetzung": _posts_by_state,
    "schulen-nach-schulform": _schools_by_form,
    "schulen-nach-gemeinde": _schools_by_town,
}


def _sum(pairs: Iterable[tuple[str, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    """Return the sum for each name, the largest first, equal ones by name."""
    sums: dict[str, Decimal] = {}
    for name, value in pairs:
        sums[name] = sums.get(name, Decimal(0)) + value
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
