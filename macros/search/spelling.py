"""One word in all the ways in which people type it: umlauts, numbers, ids, hyphens."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD: Final = re.compile(r"[^\W\d_]+")
_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SHARP_S: Final = str.maketrans({"ß": "ss"})
_UNDOTTED: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})
# Area code with 0 or +49; then groups of digits, or a number with or without an extension. Where
# the next number follows at once, as in tables, it is not taken along.
_PHONE: Final = re.compile(
    r"(?<![\w+])(?:\+49\s*(?:\(0\)\s*)?|0)(?P<area>[1-9]\d{1,4})\s*[/–-]?\s*"
    r"(?P<number>\d{2,3}(?:\s\d{2,3})+|\d{3,9}(?:-\d{1,6})?)(?!\w)"
)
_ID: Final = re.compile(r"\b[A-ZÄÖÜ]{2,4}(?:-[A-Z0-9]{1,4}){1,3}\b")
_HYPHENATED: Final = re.compile(r"\b[^\W\d_]{2,}(?:-[^\W\d_]{2,})+\b")


def spellings(word: str) -> frozenset[str]:
    """Return how a word in small letters is typed where it holds letters many keyboards lack.

    Args:
        word: in small letters, such as ``mühlbrücke``.

    Returns:
        ``muehlbruecke`` and ``muhlbrucke``; nothing for a word in plain letters.
    """
    if word.isascii():
        return frozenset()
    return frozenset({_plain(word.translate(_SPELLED_OUT)), folded(word)} - {word})


def folded(word: str) -> str:
    """Return a word in small letters without marks: ``mühlbrücke`` becomes ``muhlbrucke``."""
    return word if word.isascii() else _plain(word.translate(_SHARP_S))


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFD", word.translate(_UNDOTTED))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def numbers(text: str) -> Iterator[str]:
    """Yield each telephone number of a text as joined digits.

    ``030 23125-100`` gives ``03023125100``, ``493023125100`` and ``23125100``, because people at
    the place leave the area code out.
    """
    for found in _PHONE.finditer(text):
        area, number = found["area"], re.sub(r"\D", "", found["number"])
        yield from (f"0{area}{number}", f"49{area}{number}", number)


def joined_ids(text: str) -> Iterator[str]:
    """Yield ids such as ``QS-S-01`` in small letters without hyphens, as the search asks for it."""
    for found in _ID.finditer(text):
        yield found[0].replace("-", "").lower()


def joined_hyphens(text: str) -> Iterator[str]:
    """Yield hyphenated words in one piece: ``Schul-Sozialarbeit`` gives ``schulsozialarbeit``."""
    for found in _HYPHENATED.finditer(text):
        yield found[0].replace("-", "").lower()
