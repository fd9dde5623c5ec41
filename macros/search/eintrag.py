"""An entry of the search for a record that shares a page with others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.search.kinds import Treffer


@dataclass(frozen=True)
class Eintrag:
    """Something that stands on a page under an anchor of its own.

    Attributes:
        seite: path of the page below ``docs``.
        anker: id of its element.
        titel: what the result is called.
        text: what the result says, plain text.
        art: what it is.
        worte: further words by which people ask for it, such as a school number.
    """

    seite: str
    anker: str
    titel: str
    text: str
    art: Treffer
    worte: tuple[str, ...] = ()


def joined(*parts: object) -> str:
    """Return the parts that are there as one line of a result."""
    return " · ".join(str(part) for part in parts if part)
