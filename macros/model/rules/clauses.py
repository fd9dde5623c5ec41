"""Rules about the clause catalogue: one order, and placeholders that a form can fill."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.nearest import nearest
from macros.model.placeholders import PLATZHALTER
from macros.model.records import Klausel
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

PLATZHALTER_UNBEKANNT = regel(
    "R-522",
    Stufe.FEHLER,
    "Textbausteine haben nur bekannte Platzhalter",
    "Das Muster füllt Platzhalter in eckigen Klammern aus. Einen vertippten ließe es stehen.",
    "baustein: „[Partie 1] stellt einen Raum.“",
    "baustein: „[Partei 1] stellt einen Raum.“",
)
NUMMER_DOPPELT = regel(
    "R-523",
    Stufe.FEHLER,
    "Jede Klausel hat eine eigene Nummer",
    "Nach der Nummer richtet sich die Reihenfolge im Muster.",
    'nummer: "7" (bei zwei Klauseln)',
    'nummer: "8"',
)
NUMMERN: Final = frozenset({PLATZHALTER_UNBEKANNT.nummer, NUMMER_DOPPELT.nummer})
_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")


@per_record(Klausel)
def placeholders_are_known(klausel: Klausel, bestand: Bestand) -> Iterable[Befund]:
    """Find placeholders that nobody fills."""
    for found in _BRACKETS.finditer(klausel.baustein):
        if found[1] not in PLATZHALTER:
            guess = nearest(found[1], PLATZHALTER)
            question = f" Meinten Sie „[{guess}]“?" if guess else ""
            yield PLATZHALTER_UNBEKANNT.befund(
                bestand.ort(klausel, "baustein"),
                f"Den Platzhalter „[{found[1]}]“ gibt es nicht.{question}",
                f"[{guess}]" if guess else f"Es gibt: {', '.join(f'[{p}]' for p in PLATZHALTER)}",
                path=f"{klausel.id}.baustein",
            )


@whole
def one_number_each(bestand: Bestand) -> Iterable[Befund]:
    """Find clauses with the same number."""
    first: dict[int, Klausel] = {}
    for klausel in bestand.alle(Klausel):
        other = first.setdefault(klausel.nummer, klausel)
        if other is not klausel:
            free = max(k.nummer for k in bestand.alle(Klausel)) + 1
            yield NUMMER_DOPPELT.befund(
                bestand.ort(klausel, "nummer"),
                f"Die Nummer {klausel.nummer} hat schon die Klausel „{other.titel}“.",
                f'nummer: "{free}"',
                path=f"{klausel.id}.nummer",
            )
