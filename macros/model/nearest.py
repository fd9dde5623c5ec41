"""The known word nearest to a slip: „telfon“ → „telefon“."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLD: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "_": "", "-": "", " ": ""}
)
_ENOUGH: Final = 0.68
_LONGEST: Final = 200
_SHORT: Final = 4


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text as it is compared: lower case, umlauts spelled out, without separators."""
    return text.lower().translate(_FOLD)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that most resembles the given one, or None if none comes near.

    Args:
        word: what stands in the file.
        known: the words that would have been right.
    """
    return _nearest(word, tuple(sorted(set(known)))) if len(word) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    wanted = fold(word)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best: tuple[float, str] | None = None
    for candidate in known:
        matcher.set_seq1(fold(candidate))
        if matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH:
            continue
        ratio = matcher.ratio()
        if ratio >= _ENOUGH and (best is None or ratio > best[0]):
            best = (ratio, candidate)
    if best is None and 1 < len(wanted) <= _SHORT:
        return _swapped(wanted, known)
    return best[1] if best else None


def _swapped(wanted: str, known: tuple[str, ...]) -> str | None:
    """Return the known short word with the same letters in another order: „di“ → „id“."""
    letters = sorted(wanted)
    return next((word for word in known if sorted(fold(word)) == letters), None)
