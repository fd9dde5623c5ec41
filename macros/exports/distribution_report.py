"""School, Sozialindex and VZÄ side by side, as a basis for criteria of distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.exports.funding_report import opening
from macros.exports.report_formats import Bericht, Tabelle
from macros.model.german import evenly, number_text, sort_key
from macros.model.number_tables import SUMME, TABLES, vzae_at
from macros.model.records import Schule

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

_SPALTEN: Final = (
    "Schulnummer",
    "Schule",
    "Gemeinde",
    "Schulform",
    "Sozialindex",
    "Schuljahr des Index",
    "Stellen",
    "VZÄ",
    "davon besetzt",
)
_ZAHLEN: Final = frozenset({4, 6, 7, 8})


def distribution_report(bestand: Bestand) -> Bericht:
    """Return the report; schools stand by municipality and name, never by figure.

    Args:
        bestand: the checked records of a region.
    """
    schools = sorted(
        bestand.alle(Schule), key=lambda s: (sort_key(s.gemeinde.ziel.name), sort_key(s.name))
    )
    stages = TABLES["umfang-nach-sozialindex"](bestand)
    rows = tuple((name, *map(number_text, werte)) for name, werte in stages.zeilen)
    indexed = sum(1 for school in schools if school.sozialindex)
    sources = sorted(
        {s.sozialindex.quelle for s in schools if s.sozialindex and s.sozialindex.quelle}
    )
    return Bericht(
        f"Grundlage für die Verteilung: {bestand.region.name}",
        (
            *opening(bestand),
            f"Schulen mit Sozialindex: {indexed} von {len(schools)}.",
        ),
        (
            Tabelle(
                "schulen",
                "Schulen",
                _SPALTEN,
                tuple(_row(bestand, school) for school in schools),
                _ZAHLEN,
            ),
            Tabelle(
                "stufen",
                "Stufen",
                (stages.zeilenart, *stages.spalten),
                rows,
                frozenset(range(1, 5)),
                (SUMME, *map(number_text, stages.summen)) if rows else (),
            ),
        ),
        (
            "Die Tabelle ist keine Rangfolge. Nach welchen Kriterien Stellen verteilt werden, "
            "entscheidet die Region und veröffentlicht es.",
            *(f"Sozialindex: {source}." for source in sources),
        ),
    )


def _row(bestand: Bestand, school: Schule) -> tuple[str, ...]:
    index = school.sozialindex
    return (
        school.schulnummer or "",
        school.name,
        school.gemeinde.ziel.name,
        school.schulform.ziel.name,
        str(index.stufe) if index else "",
        index.schuljahr if index else "",
        str(len(bestand.stellen_an(school))),
        number_text(evenly(vzae_at(bestand, school))),
        number_text(evenly(vzae_at(bestand, school, nur_besetzt=True))),
    )
