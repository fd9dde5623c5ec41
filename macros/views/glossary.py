"""Macros for the glossary: a link to a term, and the list of all terms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from macros.model.records import Begriff
from macros.views.formats import initial, sort_key
from macros.views.lookup import record
from macros.views.registry import makro
from macros.views.templating import Fragment, block, inline

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=True, beispiel='begriff("anstellungstraeger")')
def begriff(ansicht: Ansicht, id: str, text: str = "") -> Fragment:
    """Setzt einen Fachbegriff in den Satz und verlinkt seine Erklärung im Glossar.

    Args:
        ansicht: die Seite.
        id: Kennung des Begriffs aus glossar.yml.
        text: Wie der Begriff in diesem Satz lautet, etwa „des Jugendamts“. Ohne Angabe steht dort
            der Begriff selbst.
    """
    term = record(ansicht, Begriff, id)
    return inline("begriff", ansicht=ansicht, id=term.id, text=text or term.begriff)


@makro(inline=False, beispiel="glossar()", seite="glossar/")
def glossar(ansicht: Ansicht) -> Fragment:
    """Zeigt alle Begriffe von A bis Z mit einer Sprungleiste.

    Jeder Begriff hat seine Kennung als Sprungmarke, etwa #anstellungstraeger.

    Args:
        ansicht: die Seite.
    """
    terms = sorted(ansicht.bestand.alle(Begriff), key=lambda b: sort_key(b.begriff))
    letters = [(k, list(group)) for k, group in groupby(terms, key=lambda b: initial(b.begriff))]
    ids = [b.id for b in terms] + [letter_id(letter) for letter, _ in letters]
    return block(
        "glossar",
        ansicht.frei(ids),
        ansicht=ansicht,
        buchstaben=[(letter, letter_id(letter), group) for letter, group in letters],
    )


def letter_id(letter: str) -> str:
    """Return the anchor of a letter in the glossary."""
    return f"buchstabe-{letter.lower()}" if letter != "#" else "buchstabe-ziffern"
