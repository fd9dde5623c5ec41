"""The macro for figures from other sources, each with its day, source and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.records import Kennzahl
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(
    inline=False,
    beispiel="fremde_zahlen()",
    seite="service/zahlen/",
    live=True,
)
def fremde_zahlen(ansicht: Ansicht) -> Fragment:
    """Zeigt alle Kennzahlen aus kennzahlen.yml mit Stand, Quelle und Hinweis.

    Die berechneten Zahlen gehören nicht dazu. So sieht man, was gezählt und was berichtet ist.

    Args:
        ansicht: die Seite.
    """
    shown = list(ansicht.bestand.alle(Kennzahl))
    anker = ansicht.frei(k.id for k in shown)
    return block("fremde_zahlen", anker, ansicht=ansicht, kennzahlen=shown)
