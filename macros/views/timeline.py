"""The macro that shows the Fassungen of the Rahmenkonzept as a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel="zeitstrahl()", live=True)
def zeitstrahl(ansicht: Ansicht) -> Fragment:
    """Zeigt alle Fassungen in ihrer Reihenfolge: beschlossen, gültig, abgelöst.

    Args:
        ansicht: die Seite.
    """
    region = ansicht.bestand.region
    entries = sorted(region.fassungen, key=lambda fassung: fassung.gueltig_ab, reverse=True)
    return block(
        "zeitstrahl", ansicht=ansicht, fassungen=entries, gueltig=ansicht.bestand.fassung()
    )
