"""Rules for a region's colour: what cannot be read is refused, and the nearest tone is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.colours import ACCENT_CONTRAST, DUNKEL, HELL, nearest_readable, worst
from macros.model.findings import Stufe, regel
from macros.model.records import Region
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

AKZENT_KONTRAST = regel(
    "R-395",
    Stufe.FEHLER,
    "Die Akzentfarbe ist gut zu lesen",
    "In dieser Farbe stehen Links und Schaltflächen. Gegenüber jedem Grund, auf dem sie steht, "
    "muss das Kontrastverhältnis mindestens 4,5 : 1 sein. Die Meldung nennt das gemessene "
    "Verhältnis und den nächsten Ton, der genügt. Für Links im Text nimmt die Website von selbst "
    "den nächsten Ton mit 7 : 1.",
    'akzent: "#3ca0d0"',
    'akzent: "#005a7a"',
)


@per_record(Region)
def accent_can_be_read(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find an accent that is too close to its ground."""
    if region.gestaltung is None:
        return
    for field, colour, schema, where in (
        ("akzent", region.gestaltung.akzent, HELL, "hellem"),
        ("akzent_dunkel", region.gestaltung.akzent_dunkel, DUNKEL, "dunklem"),
    ):
        if colour is None:
            continue
        ratio, ground = worst(colour, schema)
        if ratio < ACCENT_CONTRAST:
            better = nearest_readable(colour, schema)
            yield AKZENT_KONTRAST.befund(
                bestand.ort(region, "gestaltung", field),
                f"Die Farbe „{colour}“ hat auf {where} Grund ({ground}) nur ein Kontrastverhältnis "
                f"von {_german(ratio)} : 1; nötig sind {_german(ACCENT_CONTRAST)} : 1.",
                f'{field}: "{better}"',
                path=f"{region.id}.gestaltung.{field}",
            )


def _german(ratio: float) -> str:
    """Return a ratio with one decimal, rounded down: 6,96 must not read as 7,0."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",").removesuffix(",0")
