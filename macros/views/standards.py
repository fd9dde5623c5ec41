"""Macros for the quality standards: one as a box, or all of them as a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.records import Standard
from macros.model.records.katalog import Dimension, Rolle, Verbindlichkeit
from macros.views.filters import Feld, Filter
from macros.views.lookup import choice, record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel='standard("qs-s-01")')
def standard(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt einen Qualitätsstandard als Kasten im Text.

    Args:
        ansicht: die Seite.
        id: Kennung des Standards, seine Nummer in Kleinbuchstaben: qs-s-01.
    """
    return block("standard", ansicht=ansicht, s=record(ansicht, Standard, id.lower()))


@makro(inline=False, beispiel='standards(dimension="ergebnis")')
def standards(ansicht: Ansicht, dimension: str = "") -> Fragment:
    """Zeigt alle Qualitätsstandards oder die einer Dimension.

    Jeder Standard hat seine Nummer als Sprungmarke, etwa #qs-s-01. Ohne Angabe steht über jeder
    Dimension eine Überschrift; mit einer Dimension schreiben Sie die Überschrift selbst.

    Args:
        ansicht: die Seite.
        dimension: Eine der drei Dimensionen: struktur, prozess oder ergebnis.
    """
    wanted = choice(Dimension, dimension)
    alle = ansicht.bestand.alle(Standard)
    groups = [
        (d, [s for s in alle if s.dimension is d])
        for d in Dimension
        if wanted is None or d is wanted
    ]
    groups = [(d, members) for d, members in groups if members]
    ids = [s.id for _, members in groups for s in members]
    if wanted is None:
        ids += [d.value for d, _ in groups]
    return block(
        "standards", ansicht.frei(ids), ansicht=ansicht, gruppen=groups, einzeln=wanted is not None
    )


_FILTER: Final = Filter(
    "standards",
    "Standards",
    (
        Feld("dimension", "Dimension", tuple(d.label for d in Dimension)),
        Feld("verbindlichkeit", "Verbindlichkeit", tuple(v.label for v in Verbindlichkeit)),
        Feld("rolle", "Rolle", tuple(r.label for r in Rolle)),
    ),
)


@makro(inline=False, beispiel="standardkatalog()", seite="standards/")
def standardkatalog(ansicht: Ansicht) -> Fragment:
    """Zeigt alle Qualitätsstandards auf einer Seite und lässt sie auswählen.

    Auswählen kann man nach Dimension, Verbindlichkeit und Rolle. Ohne JavaScript führen Listen zu
    denselben Standards. Zurückgezogene stehen am Ende.

    Args:
        ansicht: die Seite.
    """
    alle = ansicht.bestand.alle(Standard)
    gilt = [s for s in alle if s.zurueckgezogen is None]
    weg = [s for s in alle if s.zurueckgezogen is not None]
    gruppen = [(d, members) for d in Dimension if (members := _of(gilt, d))]
    ids = [s.id for s in alle] + [d.value for d, _ in gruppen] + ["zurueckgezogen"] * bool(weg)
    return block(
        "standardkatalog",
        ansicht.frei(ids) | _FILTER.anker,
        ansicht=ansicht,
        gruppen=gruppen,
        zurueckgezogen=weg,
        filter=_FILTER,
        wege=[
            ("Rolle", [(rolle, [s for s in gilt if rolle in s.verantwortlich]) for rolle in Rolle]),
            (
                "Verbindlichkeit",
                [
                    (v, members)
                    for v in Verbindlichkeit
                    if (members := [s for s in gilt if s.verbindlichkeit is v])
                ],
            ),
        ],
    )


def _of(standards: list[Standard], dimension: Dimension) -> list[Standard]:
    return [s for s in standards if s.dimension is dimension]
