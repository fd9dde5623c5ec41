"""The macro for texts that a region words itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.views.lookup import unknown
from macros.views.registry import makro
from macros.views.templating import Fragment

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel='regionaltext("leitbild")')
def regionaltext(ansicht: Ansicht, id: str) -> Fragment:
    """Setzt einen Text ein, den jede Region selbst formulieren kann.

    Die Vorgabe steht in data/katalog/texte. Liegt in wortlaut/texte der Region eine Datei mit
    demselben Namen, erscheint deren Text.

    Args:
        ansicht: die Seite.
        id: Kennung des Textes, der Name der Datei ohne Endung.
    """
    text = ansicht.bestand.texte.get(id)
    if text is None:
        raise unknown(
            f"Einen Text „{id}“ gibt es in data/katalog/texte nicht.",
            id,
            sorted(ansicht.bestand.texte),
        )
    html, anker = ansicht.markdown(text.text, ansicht)
    return Fragment(html, inline=False, anker=anker)
