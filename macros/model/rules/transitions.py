"""Rules about the schools to which children go on: the way must lead somewhere further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.findings import Stufe, regel
from macros.model.records import Schule
from macros.model.records.katalog import Schulstufe
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

UEBERGANG_DOPPELT = regel(
    "R-396",
    Stufe.WARNUNG,
    "Ein Übergang führt zu einer anderen Schule und steht einmal da",
    "Sonst nennt die Seite zum Schulwechsel dieselbe Schule zweimal oder schickt im Kreis.",
    "- id: gs-am-see\n  uebergang_zu: [gs-am-see, gesamtschule-seehausen]",
    "- id: gs-am-see\n  uebergang_zu: [gesamtschule-seehausen]",
)
UEBERGANG_ZURUECK = regel(
    "R-397",
    Stufe.WARNUNG,
    "Ein Übergang führt in eine höhere Schulstufe",
    "Wer die nächste Schule sucht, braucht eine, die nach dieser kommt. Meist sind die beiden "
    "Schulen vertauscht.",
    "- id: gesamtschule-seehausen\n  uebergang_zu: [gs-am-see]",
    "- id: gs-am-see\n  uebergang_zu: [gesamtschule-seehausen]",
)

_ORDER = tuple(Schulstufe)


def _stages(schule: Schule) -> list[int]:
    return [_ORDER.index(stufe) for stufe in schule.schulform.ziel.stufen]


@per_record(Schule)
def leads_to_another_school(schule: Schule, bestand: Bestand) -> Iterable[Befund]:
    """Find a school that is named as its own next one, or a next one named twice."""
    seen = {schule.id}
    for number, verweis in enumerate(schule.uebergang_zu):
        if verweis.id in seen:
            own = verweis.id == schule.id
            yield UEBERGANG_DOPPELT.befund(
                bestand.ort(schule, "uebergang_zu", number),
                f"„{schule.name}“ nennt unter „uebergang_zu“ "
                + ("sich selbst." if own else f"„{verweis.id}“ zweimal."),
                f"„{verweis.id}“ hier aus der Liste „uebergang_zu“ löschen",
                path=f"{schule.id}.uebergang_zu",
            )
        seen.add(verweis.id)


@per_record(Schule)
def leads_upwards(schule: Schule, bestand: Bestand) -> Iterable[Befund]:
    """Find a next school that offers nothing above the lowest stage of this one."""
    for number, verweis in enumerate(schule.uebergang_zu):
        if verweis.id == schule.id or max(_stages(verweis.ziel)) > min(_stages(schule)):
            continue
        # From one Berufskolleg or one Gymnasiale Oberstufe to another is a step, too.
        if min(_stages(schule)) == max(_stages(verweis.ziel)) == len(_ORDER) - 1:
            continue
        stages = ", ".join(stufe.label for stufe in verweis.ziel.schulform.ziel.stufen)
        yield UEBERGANG_ZURUECK.befund(
            bestand.ort(schule, "uebergang_zu", number),
            f"„{schule.name}“ führt zu „{verweis.ziel.name}“ ({stages}); das ist keine höhere "
            "Schulstufe.",
            "Eine Schule eintragen, die nach dieser kommt, oder den Übergang dort eintragen",
            path=f"{schule.id}.uebergang_zu",
        )
