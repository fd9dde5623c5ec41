"""A schuleigenes Konzept before it is a file: headings, paragraphs, lists, tables, in order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from macros.exports.word.elements import Lauf
from macros.exports.word.styles import ERGAENZEN

if TYPE_CHECKING:
    from macros.exports.word.elements import Text


class Art(Enum):
    """What a paragraph or list is for."""

    TEXT = "text"
    BAUSTEIN = "baustein"
    HINWEIS = "hinweis"
    KENNZEICHNUNG = "kennzeichnung"


@dataclass(frozen=True)
class Ueberschrift:
    """A heading.

    Attributes:
        text: what it says.
        ebene: 1, 2 or 3.
        anker: under which the contents list finds it; empty: it does not stand there.
    """

    text: str
    ebene: int
    anker: str = ""


@dataclass(frozen=True)
class Absatz:
    """A paragraph."""

    text: Text
    art: Art = Art.TEXT


@dataclass(frozen=True)
class Liste:
    """A list, with dots or with numbers."""

    punkte: tuple[Text, ...]
    nummern: bool = False
    art: Art = Art.TEXT


@dataclass(frozen=True)
class Tabelle:
    """A table with a header row.

    Attributes:
        titel: what it is, for those who do not see it.
        kopf: the header row.
        zeilen: the rows; no cell is empty.
        anteile: how wide the columns are, as shares.
        zeilenkopf: whether the first column heads its rows.
    """

    titel: str
    kopf: tuple[str, ...]
    zeilen: tuple[tuple[Text, ...], ...]
    anteile: tuple[int, ...] = ()
    zeilenkopf: bool = False


@dataclass(frozen=True)
class Seitenumbruch:
    """From here on a new page."""


Teil = Ueberschrift | Absatz | Liste | Tabelle | Seitenumbruch


@dataclass(frozen=True)
class Dokument:
    """A whole document.

    Attributes:
        titel: its title, on the cover and in its properties.
        untertitel: the line below.
        betreff: what it is about, in its properties.
        kopf: what the header of each page says.
        fuss: what the footer says.
        deckblatt: lines and facts of the cover.
        teile: everything after the contents list.
    """

    titel: str
    untertitel: str
    betreff: str
    kopf: str
    fuss: str
    deckblatt: tuple[Teil, ...]
    teile: tuple[Teil, ...]

    @property
    def inhalt(self) -> tuple[Ueberschrift, ...]:
        """The headings for the contents list."""
        return tuple(t for t in self.teile if isinstance(t, Ueberschrift) and t.anker)


NICHT_GEMELDET: Final = "noch nicht gemeldet"


def ergaenzen(was: str = "") -> Lauf:
    """Return the mark for what the school still puts in.

    Args:
        was: what is missing; without it the column's head says so.
    """
    return Lauf(f"bitte ergänzen: {was}" if was else "bitte ergänzen", stil=ERGAENZEN)
