"""The kinds of change: one small class each, which explains itself in one German sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from collections.abc import Collection


class Art:
    """A kind of change.

    Attributes:
        kennung: permanent name, for files and style sheets.
        name: what it is called in a heading or a table.
        erklaerung: one German sentence: what the kind means for the reader.
        zeichen: a sign beside the name, so that colour never stands alone.
    """

    kennung: ClassVar[str]
    name: ClassVar[str]
    erklaerung: ClassVar[str]
    zeichen: ClassVar[str]


class Neu(Art):
    """Stands in the newer wording for the first time."""

    kennung = "neu"
    name = "neu"
    erklaerung = "Das steht zum ersten Mal im Rahmenkonzept."
    zeichen = "+"


class Verschaerft(Art):
    """Asks for more than before."""

    kennung = "verschaerft"
    name = "verschärft"
    erklaerung = (
        "Es wird mehr verlangt als bisher, etwa „muss“ statt „soll“, eine kürzere Frist oder ein "
        "Nachweis mehr."
    )
    zeichen = "▲"


class Geaendert(Art):
    """Reads differently, and no rule knows in which direction."""

    kennung = "geaendert"
    name = "geändert, bitte lesen"
    erklaerung = (
        "Der Text ist anders, und ob er mehr oder weniger verlangt, lässt sich nur beim Lesen "
        "entscheiden."
    )
    zeichen = "!"


class Gelockert(Art):
    """Asks for less than before."""

    kennung = "gelockert"
    name = "gelockert"
    erklaerung = (
        "Es wird weniger verlangt als bisher, etwa „soll“ statt „muss“, eine längere Frist oder "
        "ein Nachweis weniger."
    )
    zeichen = "▼"


class Entfallen(Art):
    """Has been retired, or does not stand in the newer wording any more."""

    kennung = "entfallen"
    name = "entfallen"
    erklaerung = "Das gilt mit der neueren Fassung nicht mehr."
    zeichen = "−"


class Verschoben(Art):
    """Stands in another place with the same text."""

    kennung = "verschoben"
    name = "verschoben"
    erklaerung = "Der Text ist derselbe, er steht nur an einer anderen Stelle."
    zeichen = "→"


class Redaktionell(Art):
    """Says the same in other characters, or explains more without asking for more."""

    kennung = "redaktionell"
    name = "redaktionell"
    erklaerung = (
        "Der Sinn ist gleich geblieben, geändert sind nur Schreibweise, Titel oder Erläuterung."
    )
    zeichen = "≈"


NEU: Final = Neu()
VERSCHAERFT: Final = Verschaerft()
GEAENDERT: Final = Geaendert()
GELOCKERT: Final = Gelockert()
ENTFALLEN: Final = Entfallen()
VERSCHOBEN: Final = Verschoben()
REDAKTIONELL: Final = Redaktionell()

ARTEN: Final[tuple[Art, ...]] = (
    NEU, VERSCHAERFT, GEAENDERT, GELOCKERT, ENTFALLEN, VERSCHOBEN, REDAKTIONELL,
)  # fmt: skip
"""All kinds, from the one that asks for most attention to the one that asks for least."""


def joined(arten: Collection[Art]) -> Art:
    """Return the one kind of a change that consists of several parts.

    What is only editorial or moved does not count beside the rest. Where the rest is of several
    kinds, it has to be read.

    Args:
        arten: the kinds of the parts, at least one.
    """
    heavy = {art for art in arten if art not in (REDAKTIONELL, VERSCHOBEN)}
    if not heavy:
        return VERSCHOBEN if VERSCHOBEN in arten else REDAKTIONELL
    return heavy.pop() if len(heavy) == 1 else GEAENDERT
