"""Rules about what a new region still has to fill in before anybody may rely on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Stufe, regel
from macros.model.records import Person, Region
from macros.model.records.region import Regionsstatus
from macros.model.rules.check import per_record, whole
from macros.model.rules.spelling import texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

ERGAENZEN = regel(
    "R-356",
    Stufe.HINWEIS,
    "Was zu ergänzen ist, wird ergänzt",
    "Eine neue Region entsteht mit Lücken, die sich selbst nennen. Solange sie da sind, ist die "
    "Website ein Muster.",
    "hoster: bitte ergänzen",
    "hoster: Rechenzentrum des Kreises",
)
BEISPIELANGABE = regel(
    "R-357",
    Stufe.FEHLER,
    "Eine amtliche Website enthält keine Beispielangaben",
    "Adressen unter example.org gehören niemandem: Wer dorthin schreibt, erreicht keine Stelle. "
    "Ebenso ist „bitte ergänzen“ keine Angabe.",
    "status: amtlich und email: info@example.org",
    "email: die Adresse der Stelle",
)

_GAP: Final = re.compile(r"\bbitte ergänzen\b", re.IGNORECASE)
# RFC 2606 keeps these names for examples.
_EXAMPLE_HOST: Final = re.compile(r"\bexample(\.(org|com|net))?(?=[/:]|$)", re.IGNORECASE)


@whole
def gaps_are_named(bestand: Bestand) -> Iterable[Befund]:
    """Find each text that says of itself that it is missing."""
    for typ, table in bestand.tables.items():
        for record in table.values():
            for path, text in texts(record):
                if _GAP.search(text):
                    yield ERGAENZEN.befund(
                        bestand.ort(record, *path),
                        "Hier steht noch „bitte ergänzen“.",
                        "Die Angabe eintragen; wenn das Feld nicht nötig ist, die Zeile löschen",
                        path="" if typ is Person else f"{record.id}.{path[0]}",
                    )


@per_record(Region)
def official_sites_have_no_examples(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find addresses for examples, and gaps, in the data of an official site."""
    if region.status is not Regionsstatus.AMTLICH:
        return
    for path, text in texts(region):
        if _GAP.search(text) or _EXAMPLE_HOST.search(text):
            yield BEISPIELANGABE.befund(
                bestand.ort(region, *path),
                f"„{text}“ ist keine Angabe, mit der jemand die Stelle erreicht.",
                "Die wirkliche Angabe eintragen, oder status: vorfuehrung",
                path=f"{region.id}.{path[0]}",
            )
