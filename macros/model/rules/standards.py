"""Rules about standards and terms as chapters use them: reason, question, chapter, spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.findings import Befund, Stufe, regel
from macros.model.records import Begriff, Standard
from macros.model.rules.catalogue import FRAGEZEICHEN
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

UNVOLLSTAENDIG = regel(
    "R-368",
    Stufe.WARNUNG,
    "Standards nennen Begründung, Leitfrage, Kapitel und Quellen",
    "Wer einen Standard erfüllen soll, will wissen, warum es ihn gibt, woher er kommt und wo mehr "
    "steht.",
    "- id: qs-s-01 (ohne begruendung)",
    "begruendung: Ohne Absprache hängt alles am guten Willen.",
)
FORM_DOPPELT = regel(
    "R-369",
    Stufe.FEHLER,
    "Jede Schreibweise gehört zu einem Begriff",
    "Im Text wird das Wort mit seiner Erklärung verlinkt. Bei zwei Begriffen wäre offen, welche "
    "gemeint ist.",
    "formen: [Träger] (bei zwei Begriffen)",
    "formen: [Träger] (bei einem Begriff)",
)


@per_record(Standard)
def is_complete(standard: Standard, bestand: Bestand) -> Iterable[Befund]:
    """Find standards in force without what makes them understood."""
    missing = [
        name
        for name in ("begruendung", "leitfrage", "kapitel", "quellen")
        if not getattr(standard, name)
    ]
    if missing and standard.zurueckgezogen is None:
        yield UNVOLLSTAENDIG.befund(
            bestand.ort(standard),
            f"Dem Standard {standard.nummer} fehlt: {', '.join(missing)}.",
            f"{missing[0]}: …",
            path=standard.id,
        )


@per_record(Standard)
def leading_question_is_one(standard: Standard, bestand: Bestand) -> Iterable[Befund]:
    """Find a leading question without its mark."""
    if standard.leitfrage is not None and not standard.leitfrage.endswith("?"):
        yield FRAGEZEICHEN.befund(
            bestand.ort(standard, "leitfrage"),
            f"„{standard.leitfrage[:60]}“ endet nicht mit einem Fragezeichen. Ist das die Frage?",
            "Bei „leitfrage“ einen Fragesatz eintragen",
            path=f"{standard.id}.leitfrage",
        )


@whole
def one_term_for_each_spelling(bestand: Bestand) -> Iterable[Befund]:
    """Find spellings that lead to two terms."""
    owner: dict[str, Begriff] = {}
    for begriff in bestand.alle(Begriff):
        own = (begriff.begriff, begriff.abkuerzung)
        for form in own:
            if form:
                owner.setdefault(form, begriff)
    for begriff in bestand.alle(Begriff):
        for number, form in enumerate(begriff.formen):
            other = owner.setdefault(form, begriff)
            if other is not begriff:
                yield FORM_DOPPELT.befund(
                    bestand.ort(begriff, "formen", number),
                    f"„{form}“ gehört schon zum Begriff „{other.begriff}“.",
                    "Die Schreibweise bei einem der beiden Begriffe streichen",
                    path=f"{begriff.id}.formen",
                )
