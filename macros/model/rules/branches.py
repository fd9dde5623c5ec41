"""Rules about Teilstandorte: which school they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.findings import Befund, Stufe, regel
from macros.model.records import Schule
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

TEILSTANDORT = regel(
    "R-345",
    Stufe.FEHLER,
    "Ein Teilstandort gehört zu einer selbstständigen Schule",
    "Sonst wüsste niemand, welche Schulleitung zuständig ist.",
    "- id: gs-nord-neubau\n  hauptstandort: gs-nord-neubau",
    "- id: gs-nord-neubau\n  hauptstandort: gs-nord",
)


@per_record(Schule)
def branch_of_a_school(schule: Schule, bestand: Bestand) -> Iterable[Befund]:
    """Find a Teilstandort of itself or of another Teilstandort."""
    if schule.hauptstandort is None:
        return
    main = schule.hauptstandort.ziel
    if main.id == schule.id or main.hauptstandort is not None:
        what = "sich selbst" if main.id == schule.id else f"„{main.name}“, auch ein Teilstandort"
        yield TEILSTANDORT.befund(
            bestand.ort(schule, "hauptstandort"),
            f"„{schule.name}“ ist Teilstandort von: {what}.",
            "Bei „hauptstandort“ die Kennung der selbstständigen Schule eintragen",
            path=f"{schule.id}.hauptstandort",
        )
