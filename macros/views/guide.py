"""Macros for the help pages that the code writes about itself: all macros, all rules."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from macros.model.findings import REGISTER
from macros.views.errors import UnbekannteKennung
from macros.views.registry import REGISTRY, call, makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.findings import Regel
    from macros.views.ansicht import Ansicht
    from macros.views.registry import Makro

_CHAPTERS: Final = {
    "0": "Dateien lesen",
    "1": "Einzelne Werte",
    "2": "Verweise zwischen Einträgen",
    "3": "Fachliche Regeln",
    "4": "Seiten und Makros",
    "register": "Vereinbarungen, Gremien, Termine und Arbeitsmittel",
    "5": "Daten einlesen",
    "6": "Bilder, PDF und Dateinamen",
    "7": "Fertige Website",
    "8": "Veröffentlichen",
}
# The hundreds of two chapters have room left, which the rules of the registers fill.
_REGISTER_RULES: Final = (range(450, 500), range(521, 600))


@dataclass(frozen=True)
class Beispiel:
    """A macro with an example that works in this region.

    Attributes:
        makro: the macro.
        anker: id of its heading.
        aufruf: the call, without braces.
        ergebnis: what the call gives; None where a page of its own shows it, or where the region
            has no record the call could name.
    """

    makro: Makro
    anker: str
    aufruf: str
    ergebnis: Fragment | None


@makro(inline=False, beispiel="makros()", seite="service/hilfe/makros/", live=True)
def makros(ansicht: Ansicht) -> Fragment:
    """Erklärt alle Makros mit einem Beispiel und dem, was es auf der Seite zeigt.

    Jedes Makro hat eine Überschrift dritter Ebene; die Überschrift darüber schreiben Sie selbst.

    Args:
        ansicht: die Seite.
    """
    anker = ansicht.frei(f"makro-{name}" for name in REGISTRY)
    view = ansicht.nach(anker).darunter()
    shown = []
    for name in sorted(REGISTRY):
        example = _example(view, REGISTRY[name])
        shown.append(example)
        if example.ergebnis is not None:
            view = view.nach(example.ergebnis.anker)
    return block(
        "makros", anker | (view.vergeben - ansicht.vergeben), ansicht=ansicht, makros=shown
    )


def _example(ansicht: Ansicht, entry: Makro) -> Beispiel:
    """Run a macro's example, with an id of this region where it names one the region lacks."""
    aufruf = entry.beispiel
    anker = f"makro-{entry.name}"
    if entry.seite:
        return Beispiel(entry, anker, aufruf, None)
    while True:
        try:
            return Beispiel(entry, anker, aufruf, _run(ansicht, aufruf))
        except UnbekannteKennung as error:
            if not error.bekannt:
                return Beispiel(entry, anker, aufruf, None)
            aufruf = aufruf.replace(f'"{error.kennung}"', f'"{error.bekannt[0]}"')


def _run(ansicht: Ansicht, aufruf: str) -> Fragment:
    """Call a macro as the example writes it; the examples are constants of this package."""
    tree = ast.parse(aufruf, mode="eval").body
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        raise ValueError(f"{aufruf} ist kein Aufruf")
    args = [ast.literal_eval(argument) for argument in tree.args]
    kwargs = {k.arg: ast.literal_eval(k.value) for k in tree.keywords if k.arg}
    return call(ansicht, tree.func.id, args, kwargs)


@makro(inline=False, beispiel="regeln()", seite="service/hilfe/regeln/", live=True)
def regeln(ansicht: Ansicht) -> Fragment:
    """Listet alle Regeln, nach denen Daten und Seiten geprüft werden, mit Beispiel und Abhilfe.

    Args:
        ansicht: die Seite.
    """
    rules = sorted(REGISTER.sorted(), key=lambda regel: list(_CHAPTERS).index(_chapter(regel)))
    groups = [
        (_CHAPTERS[chapter], f"regeln-{chapter}", list(group))
        for chapter, group in groupby(rules, key=_chapter)
    ]
    ids = [anchor for _, anchor, _ in groups]
    ids += [regel.nummer.lower() for _, _, group in groups for regel in group]
    return block("regeln", ansicht.frei(ids), ansicht=ansicht, gruppen=groups)


def _chapter(regel: Regel) -> str:
    """Return the key of the chapter under which the help page lists a rule."""
    number = int(regel.nummer.removeprefix("R-"))
    return "register" if any(number in some for some in _REGISTER_RULES) else regel.nummer[2]
