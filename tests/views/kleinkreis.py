"""The small region that the tests of macros and exports show."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.load_region import load_region
from macros.model.records.katalog import Begriff, Standard, Verbindlichkeit
from macros.model.wordings import ENTWURF, Abschnitt, Eintrag, Kapitel, Wortlaut, Wortlaute
from macros.views.registry import Fragment, call

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht

HERE: Final = Path(__file__).parent
STICHTAG: Final = date(2026, 9, 15)


def load(stichtag: date = STICHTAG) -> Bestand:
    """Return a fresh Bestand, so that a test may bend its records."""
    bestand = load_region(HERE, "kleinkreis", stichtag).bestand
    assert bestand is not None
    return replace(bestand, wortlaute=_wordings(bestand))


def _wordings(bestand: Bestand) -> Wortlaute:
    """Return what the two Fassungen and the draft say; each kind of change comes once."""
    now = {s.id: s for s in bestand.alle(Standard)}
    first, *rest = now.values()
    before = first.model_copy(update={"verbindlichkeit": Verbindlichkeit.KANN})
    terms = {b.id: b for b in bestand.alle(Begriff)}
    text = ("Das Büro antwortet innerhalb von zwei Wochen.", "Ein Satz, der bleibt.")
    old = Kapitel("beratung.md", "Beratung", "", "", (Abschnitt("Fristen", text),))
    quick = ("Das Büro antwortet innerhalb von einer Woche.", text[1])
    new = Kapitel("beratung.md", "Beratung", "", "", (Abschnitt("Fristen", quick),))
    other = Kapitel("eltern.md", "Eltern", "", "anzupassen", (Abschnitt("Zeiten", ("Abends.",)),))
    return Wortlaute(
        (
            Wortlaut(
                "2025.1", {s.id: s for s in (before, *rest[1:])}, {}, {old.uri: old}, _norms("Amt")
            ),
            Wortlaut("2026.1", now, terms, {new.uri: new, other.uri: other}, _norms("Stadt")),
            Wortlaut(ENTWURF, now, terms, {new.uri: new}),
        )
    )


def _norms(who: str) -> dict[str, dict[str, Eintrag]]:
    return {"Rechtsgrundlagen": {"a-1": Eintrag("§\u00a01 A", (("Inhalt", f"{who} hilft."),))}}


def run(ansicht: Ansicht, source: str) -> Fragment:
    """Call a macro as a page writes it: ``kontakt("koordination")``."""
    tree = ast.parse(source, mode="eval").body
    assert isinstance(tree, ast.Call)
    assert isinstance(tree.func, ast.Name)
    args = [ast.literal_eval(argument) for argument in tree.args]
    kwargs = {str(k.arg): ast.literal_eval(k.value) for k in tree.keywords}
    return call(ansicht, tree.func.id, args, kwargs)
