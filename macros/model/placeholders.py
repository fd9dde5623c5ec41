"""The placeholders in the text blocks of clauses, and what a form writes in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PLATZHALTER: Final = (
    "Partei 1",
    "Partei 2",
    "Schulen",
    "Fassung",
    "Beginn",
    "Ende",
    "Zahl",
    "Frist",
    "Funktion",
    "Betrag",
)
"""Those without a value in the data stay as a gap to fill in."""

LUECKE: Final = "_" * 12
_KNOWN: Final = re.compile(r"\[(" + "|".join(map(re.escape, PLATZHALTER)) + r")\]")


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text block with its placeholders filled; a gap where nothing is known.

    Args:
        text: the block.
        values: what is known, by placeholder without brackets.
    """
    return _KNOWN.sub(lambda found: values.get(found[1]) or LUECKE, text)
