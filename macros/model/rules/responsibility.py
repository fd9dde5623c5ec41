"""Rules about responsibility: for every topic and municipality there is somebody, and one first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort, Stufe, regel
from macros.model.records import Gemeinde, Kontakt, Thema
from macros.model.responsibility import responsible
from macros.model.rules.check import when_complete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

_NAMED: Final = 4

LUECKE = regel(
    "R-346",
    Stufe.WARNUNG,
    "Ein Thema, für das jemand zuständig ist, hat in jeder Gemeinde eine Stelle",
    "Sonst endet die Suche „Wer ist zuständig?“ für manche Orte ohne Nummer.",
    "zustaendig:\n  orte: [seehausen]\n  themen: [kinderschutz]",
    "zustaendig:\n  orte: [alle]\n  themen: [kinderschutz]",
)
NIEMAND = regel(
    "R-347",
    Stufe.HINWEIS,
    "Für jedes Thema ist jemand zuständig",
    "Wer mit der Frage kommt, bekommt sonst nur die Nummer der Koordinierungsstelle.",
    "themen: [sucht] steht bei keinem Kontakt und keiner Organisation",
    "zustaendigkeit:\n  - thema: sucht",
)
UEBERSCHNEIDUNG = regel(
    "R-348",
    Stufe.HINWEIS,
    "Für ein Thema ist an einem Ort nur eine Funktion eigens zuständig",
    "Bei zweien weiß niemand, wen er zuerst anruft.",
    "zwei Kontakte mit orte: [seehausen] und themen: [kinderschutz]",
    "Das Thema bei einem der beiden streichen",
)


@when_complete
def somebody_for_every_topic_and_place(bestand: Bestand) -> Iterable[Befund]:
    """Find topics that nobody, or not everywhere somebody, is responsible for."""
    towns = bestand.alle(Gemeinde)
    nobody = []
    for thema in bestand.alle(Thema):
        without = [town for town in towns if not responsible(bestand, thema, town)]
        if len(without) == len(towns):
            nobody.append(thema.name)
        elif without:
            names = ", ".join(town.name for town in without)
            yield LUECKE.befund(
                _place(bestand), f"Für „{thema.name}“ ist niemand zuständig in: {names}."
            )
    if nobody and towns:
        more = len(nobody) - _NAMED
        names = ", ".join(nobody[:_NAMED]) + (f" und {more} weitere Themen" if more > 0 else "")
        yield NIEMAND.befund(_place(bestand), f"Niemand ist zuständig für: {names}.")


@when_complete
def one_function_first(bestand: Bestand) -> Iterable[Befund]:
    """Find two functions that are named for the same topic and the same municipality."""
    for thema in bestand.alle(Thema):
        seen: set[frozenset[str]] = set()
        for town in bestand.alle(Gemeinde):
            named = [
                z.stelle
                for z in responsible(bestand, thema, town)
                if z.am_ort and isinstance(z.stelle, Kontakt)
            ]
            pair = frozenset(kontakt.id for kontakt in named)
            if len(named) > 1 and pair not in seen:
                seen.add(pair)
                functions = " und ".join(f"„{kontakt.funktion}“" for kontakt in named)
                yield UEBERSCHNEIDUNG.befund(
                    bestand.ort(named[1], "zustaendig"),
                    f"Für „{thema.name}“ in {town.name} sind eigens zuständig: {functions}.",
                )


def _place(bestand: Bestand) -> Ort:
    """Return where responsibilities are written: the first contact, else the region."""
    for kontakt in bestand.alle(Kontakt):
        return bestand.ort(kontakt)
    return bestand.ort(bestand.region)
