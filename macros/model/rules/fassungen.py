"""Rules about the list of Fassungen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.records import Region
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung

UEBERLAPPUNG = regel(
    "R-340",
    Stufe.FEHLER,
    "Die Zeiträume zweier Fassungen überlappen sich nicht",
    "An jedem Tag gilt genau eine Fassung.",
    '2025.1 gilt bis "2026-12-31", 2026.1 ab "2026-08-01"',
    '2025.1 gilt bis "2026-07-31", 2026.1 ab "2026-08-01"',
)
LUECKE = regel(
    "R-341",
    Stufe.WARNUNG,
    "Zwischen zwei Fassungen bleibt keine Lücke",
    "In der Lücke gälte kein Rahmenkonzept.",
    '2025.1 gilt bis "2026-06-30", 2026.1 ab "2026-08-01"',
    '2025.1 gilt bis "2026-07-31", 2026.1 ab "2026-08-01"',
)
REIHENFOLGE = regel(
    "R-342",
    Stufe.FEHLER,
    "Namen und Daten der Fassungen steigen",
    "Eine neuere Fassung hat den größeren Namen, und sie wird beschlossen, bevor sie endet.",
    "2026.1 vor 2025.1",
    "2025.1 vor 2026.1",
)


@per_record(Region)
def ordered(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find names or dates out of order, and periods that end before they begin."""
    for number, fassung in enumerate(region.fassungen):
        path = f"{region.id}.fassungen"
        if fassung.gueltig_bis is not None and fassung.gueltig_bis < fassung.gueltig_ab:
            yield REIHENFOLGE.befund(
                bestand.ort(region, "fassungen", number, "gueltig_bis"),
                f"Fassung {fassung.name} endet vor ihrem Beginn.",
                f'gueltig_bis: "{fassung.gueltig_ab.year + 1}-07-31"',
                path=path,
            )
        if number and _key(fassung.name) <= _key(region.fassungen[number - 1].name):
            yield REIHENFOLGE.befund(
                bestand.ort(region, "fassungen", number, "name"),
                f"Fassung {fassung.name} steht nach {region.fassungen[number - 1].name}.",
                "Die Fassungen nach dem Namen ordnen, jeden Namen einmal",
                path=path,
            )


def _key(name: str) -> tuple[int, int]:
    year, _, number = name.partition(".")
    return int(year), int(number)


def _end_before(earlier: Fassung, later: Fassung) -> str:
    end = later.gueltig_ab - timedelta(days=1)
    if end < earlier.gueltig_ab:
        return f"Bei Fassung {later.name} einen späteren Beginn (gueltig_ab) eintragen"
    return f'Bei Fassung {earlier.name}: gueltig_bis: "{end.isoformat()}"'


@per_record(Region)
def seamless(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find overlaps and gaps between one Fassung and the next."""
    for number, (earlier, later) in enumerate(
        zip(region.fassungen, region.fassungen[1:], strict=False)
    ):
        end = earlier.gueltig_bis
        if later.gueltig_ab <= earlier.gueltig_ab or (end and later.gueltig_ab <= end):
            until = date_text(end) if end else "auf Weiteres"
            yield UEBERLAPPUNG.befund(
                bestand.ort(region, "fassungen", number + 1, "gueltig_ab"),
                f"Fassung {later.name} beginnt am {date_text(later.gueltig_ab)}, "
                f"Fassung {earlier.name} gilt ab {date_text(earlier.gueltig_ab)} bis {until}.",
                _end_before(earlier, later),
                path=f"{region.id}.fassungen",
            )
        elif end and later.gueltig_ab - end > timedelta(days=1):
            yield LUECKE.befund(
                bestand.ort(region, "fassungen", number + 1, "gueltig_ab"),
                f"Zwischen {date_text(end)} und {date_text(later.gueltig_ab)} gilt keine Fassung.",
                _end_before(earlier, later),
                path=f"{region.id}.fassungen",
            )
