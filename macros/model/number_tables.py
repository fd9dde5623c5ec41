"""Tables of figures computed from the Bestand, whose rows and columns add up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.german import evenly, sort_key
from macros.model.records import Schule, Stelle
from macros.model.records.stelle import Stellenstatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.model.bestand import Bestand

SUMME: Final = "Zusammen"
_NULL: Final = Decimal(0)
OHNE_INDEX: Final = "ohne Sozialindex"
_SCHOOLS: Final = "Schulen mit und ohne Stelle nach Schulform"
_SCHOOLS_SPALTEN: Final = ("Schulen", "mit Stelle", "ohne Stelle")


@dataclass(frozen=True)
class Zahlentafel:
    """A table of figures.

    Attributes:
        titel: what it shows, with its unit.
        zeilenart: what the rows are.
        spalten: headings of the columns of figures.
        zeilen: name and figures of each row.
    """

    titel: str
    zeilenart: str
    spalten: tuple[str, ...]
    zeilen: tuple[tuple[str, tuple[Decimal, ...]], ...]

    @property
    def summen(self) -> tuple[Decimal, ...]:
        """The sum of each column."""
        columns = range(len(self.spalten))
        return tuple(sum((werte[i] for _, werte in self.zeilen), _NULL) for i in columns)


def _posts_by_form_and_employer(bestand: Bestand) -> Zahlentafel:
    """VZÄ by Schulform and employer, with a sum in each row."""
    cells: dict[tuple[str, str], Decimal] = {}
    for stelle in bestand.alle(Stelle):
        employer = stelle.anstellungstraeger.ziel.name
        for part in stelle.einsatz:
            key = (part.schule.ziel.schulform.ziel.name, employer)
            cells[key] = cells.get(key, _NULL) + part.vzae
    forms, employers = ({key[i] for key in cells} for i in (0, 1))
    columns = sorted(employers, key=sort_key)
    rows = []
    for form in sorted(forms, key=sort_key):
        values = [cells.get((form, employer), _NULL) for employer in columns]
        rows.append((form, (*values, sum(values, _NULL))))
    return Zahlentafel(
        "Stellenumfang in VZÄ nach Schulform und Anstellungsträger",
        "Schulform",
        (*columns, SUMME) if columns else (),
        _even(rows),
    )


def _schools_by_form(bestand: Bestand) -> Zahlentafel:
    """Schools with and without a post by Schulform."""
    if not bestand.alle(Stelle):
        return Zahlentafel(_SCHOOLS, "Schulform", _SCHOOLS_SPALTEN, ())
    pairs = ((s.schulform.ziel.name, s) for s in bestand.alle(Schule))
    rows = [
        (form, tuple(map(Decimal, (len(schools), _with_post(bestand, schools),
                                   len(schools) - _with_post(bestand, schools)))))
        for form, schools in _grouped(pairs)
    ]  # fmt: skip
    return Zahlentafel(
        _SCHOOLS,
        "Schulform",
        _SCHOOLS_SPALTEN,
        tuple(rows),
    )


def _posts_by_state(bestand: Bestand) -> Zahlentafel:
    """Number and VZÄ of posts, filled and vacant."""
    rows = []
    for status in Stellenstatus:
        posts = [p for p in bestand.alle(Stelle) if p.status is status]
        if posts:
            share = sum((p.vzae for p in posts), _NULL)
            rows.append((status.label, (Decimal(len(posts)), share)))
    shares = _even([(name, (share,)) for name, (_, share) in rows])
    return Zahlentafel(
        "Stellen nach Besetzung",
        "Besetzung",
        ("Stellen", "VZÄ"),
        tuple(
            (name, (count, share))
            for (name, (count, _)), (_, (share,)) in zip(rows, shares, strict=True)
        ),
    )


def _posts_by_index(bestand: Bestand) -> Zahlentafel:
    """Schools, schools with a post and VZÄ by stage of the Sozialindex."""
    schools = bestand.alle(Schule)
    if not any(s.sozialindex for s in schools):
        return Zahlentafel(_INDEX, "Sozialindex", _INDEX_SPALTEN, ())
    pairs = ((f"Stufe {s.sozialindex.stufe}" if s.sozialindex else OHNE_INDEX, s) for s in schools)
    rows = []
    for stage, found in _grouped(pairs):
        posted = _with_post(bestand, found)
        counts = tuple(map(Decimal, (len(found), posted, len(found) - posted)))
        rows.append((stage, counts, sum((vzae_at(bestand, s) for s in found), _NULL)))
    shares = _even([(stage, (share,)) for stage, _, share in rows])
    if not bestand.alle(Stelle):
        only = tuple((stage, counts[:1]) for stage, counts, _ in rows)
        return Zahlentafel("Schulen nach Stufe des Sozialindex", "Sozialindex", ("Schulen",), only)
    return Zahlentafel(
        _INDEX,
        "Sozialindex",
        _INDEX_SPALTEN,
        tuple(
            (stage, (*counts, share))
            for (stage, counts, _), (_, (share,)) in zip(rows, shares, strict=True)
        ),
    )


_INDEX: Final = "Schulen und Stellenumfang nach Stufe des Sozialindex"
_INDEX_SPALTEN: Final = ("Schulen", "mit Stelle", "ohne Stelle", "VZÄ")

TABLES: Final[dict[str, Callable[[Bestand], Zahlentafel]]] = {
    "umfang-nach-schulform-und-traeger": _posts_by_form_and_employer,
    "schulen-mit-und-ohne-stelle": _schools_by_form,
    "stellen-und-umfang-nach-besetzung": _posts_by_state,
    "umfang-nach-sozialindex": _posts_by_index,
}


def vzae_at(bestand: Bestand, school: Schule, *, nur_besetzt: bool = False) -> Decimal:
    """Return the VZÄ that all posts have at a school.

    Args:
        bestand: the records of a region.
        school: the school.
        nur_besetzt: leave out posts that are vacant or of which nothing is known.
    """
    return sum(
        (
            part.vzae
            for stelle in bestand.stellen_an(school)
            for part in stelle.einsatz
            if part.schule.id == school.id
            and (not nur_besetzt or stelle.status is Stellenstatus.BESETZT)
        ),
        _NULL,
    )


def _with_post(bestand: Bestand, schools: Iterable[Schule]) -> int:
    return sum(1 for school in schools if bestand.stellen_an(school))


def _grouped(pairs: Iterable[tuple[str, Schule]]) -> list[tuple[str, list[Schule]]]:
    """Return the schools of each name, ordered by name."""
    found: dict[str, list[Schule]] = {}
    for name, school in pairs:
        found.setdefault(name, []).append(school)
    # „Stufe“ after „ohne“ would hide the rest between figures: what has no stage comes last.
    return sorted(found.items(), key=lambda pair: (pair[0] == OHNE_INDEX, sort_key(pair[0])))


def _even(
    rows: Iterable[tuple[str, tuple[Decimal, ...]]],
) -> tuple[tuple[str, tuple[Decimal, ...]], ...]:
    """Return the rows with equally many decimals, at least two, so that they can be compared."""
    return tuple((name, tuple(evenly(value) for value in values)) for name, values in rows)
