"""Rules about the texts forms are made of: one order, nothing empty, placeholders we can fill."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.nearest import nearest
from macros.model.placeholders import PLATZHALTER
from macros.model.records import Klausel, Konzeptabschnitt, Mustertext
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
    "Jede Klausel und jeder Abschnitt eines Konzepts hat eine eigene Nummer",
    "Nach der Nummer richtet sich die Reihenfolge, und unter ihr findet man die Stelle wieder.",
    'nummer: "7" (zweimal)',
    'nummer: "8"',
)
LEERER_ABSCHNITT = regel(
    "R-525",
    Stufe.FEHLER,
    "Unter jeder Überschrift eines Musters steht etwas",
    "Im fertigen Muster stünde sonst eine Überschrift ohne Inhalt.",
    "- titel: Wer einwilligt",
    "- titel: Wer einwilligt\n  felder: [Name, Geburtsdatum]",
)
NUMMERN: Final = frozenset(
    {PLATZHALTER_UNBEKANNT.nummer, NUMMER_DOPPELT.nummer, LEERER_ABSCHNITT.nummer}
)
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
    """Find clauses, and sections of a concept, with the same number."""
    for records in (bestand.alle(Klausel), bestand.alle(Konzeptabschnitt)):
        first: dict[str, Klausel | Konzeptabschnitt] = {}
        for record in records:
            number = str(record.nummer)
            other = first.setdefault(number, record)
            if other is not record:
                yield NUMMER_DOPPELT.befund(
                    bestand.ort(record, "nummer"),
                    f"Die Nummer {number} hat schon „{other.titel}“.",
                    f'nummer: "{_free(number, {str(r.nummer) for r in records})}"',
                    path=f"{record.id}.nummer",
                )


def _free(number: str, taken: set[str]) -> str:
    """Return the next number of the same kind that nobody has."""
    letter = number.rstrip("0123456789")
    return next(n for n in (f"{letter}{i}" for i in count(1)) if n not in taken)


@per_record(Mustertext)
def headings_have_content(muster: Mustertext, bestand: Bestand) -> Iterable[Befund]:
    """Find parts of a form that are a heading only."""
    for index, part in enumerate(muster.abschnitte):
        if not (part.text or part.punkte or part.ankreuzen or part.felder or part.spalten):
            yield LEERER_ABSCHNITT.befund(
                bestand.ort(muster, "abschnitte", index, "titel"),
                f"Unter „{part.titel}“ steht nichts.",
                "Darunter gehören text, punkte, ankreuzen, felder oder spalten. Oder streichen Sie "
                "die Überschrift.",
                path=f"{muster.id}.abschnitte[{index}]",
            )
