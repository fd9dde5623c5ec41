"""Texts as words: when two read alike, and which words differ."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*-?|\s+|.", re.DOTALL)
_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# In the middle of a sentence the capital letter tells „you“ from „they“.
POLITE: Final = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"})
# A full stop ends a sentence where a capital letter follows, but not behind „z. B.“ or „1.“.
_SENTENCE: Final = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?]“)|(?<=[.!?]\)))(?<![\s\u00a0(„][A-Za-zÄÖÜ]\.)(?<!\d\.)"
    r"[ \n]+(?=[A-ZÄÖÜ„(])"
)
_ENOUGH: Final = 0.5


@dataclass(frozen=True)
class Stueck:
    """A piece of a text for marking.

    Attributes:
        text: the words.
        anders: whether the other text does not have them.
    """

    text: str
    anders: bool


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """Return the words and figures of a text as they count for its meaning.

    Punctuation, spaces, hyphens, ß and most capital letters do not count.
    """
    found = as_written(text)
    return tuple(
        word if word in POLITE and place else word.casefold().replace("-", "").replace("’", "'")
        for place, word in enumerate(found)
    )


def as_written(text: str) -> list[str]:
    """Return the words and figures of a text as they stand there."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph."""
    return tuple(part for part in _SENTENCE.split(text) if part.strip())


def alike(alt: str, neu: str) -> bool:
    """Tell whether two texts differ in spelling and punctuation at most."""
    return words(alt) == words(neu)


def likeness(alt: str, neu: str) -> float:
    """Return how much two texts have in common, from 0 to 1."""
    a, b = words(alt), words(neu)
    if not a or not b:
        return float(a == b)
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def marked(alt: str, neu: str) -> tuple[tuple[Stueck, ...], tuple[Stueck, ...]]:
    """Return both texts in pieces, with what differs marked word by word."""
    a, b = _TOKEN.findall(alt), _TOKEN.findall(neu)
    left: list[Stueck] = []
    right: list[Stueck] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        _add(left, "".join(a[i1:i2]), anders=tag != "equal")
        _add(right, "".join(b[j1:j2]), anders=tag != "equal")
    return _without_gaps(left), _without_gaps(right)


def _add(pieces: list[Stueck], text: str, *, anders: bool) -> None:
    if text:
        pieces.append(Stueck(text, anders))


def _without_gaps(pieces: list[Stueck]) -> tuple[Stueck, ...]:
    """Join marked pieces with nothing but a space between them: „im Monat“ is one change."""
    result: list[Stueck] = []
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        gap = not piece.text.strip() and bool(result) and result[-1].anders
        anders = piece.anders or (gap and after is not None and after.anders)
        if result and result[-1].anders == anders:
            result[-1] = Stueck(result[-1].text + piece.text, anders)
        else:
            result.append(Stueck(piece.text, anders))
    return tuple(part for piece in result for part in _without_edges(piece))


def _without_edges(piece: Stueck) -> Iterator[Stueck]:
    """Keep the space around a marked word out of the mark."""
    core = piece.text.strip()
    if not piece.anders or not core or core == piece.text:
        yield piece
        return
    before, _, after = piece.text.partition(core)
    for text, anders in ((before, False), (core, True), (after, False)):
        if text:
            yield Stueck(text, anders)


def paired(alt: tuple[str, ...], neu: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return which text of one list has become which of the other, in the order of the newer.

    Equal ones find each other first, then those that have most in common. What finds no partner
    stands beside an empty text.

    Args:
        alt: texts of the older list.
        neu: texts of the newer list.
    """
    a, b = [words(t) for t in alt], [words(t) for t in neu]
    result: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            result += zip(alt[i1:i2], neu[j1:j2], strict=True)
        else:
            result += _best(alt[i1:i2], neu[j1:j2])
    return result


def _best(alt: tuple[str, ...], neu: tuple[str, ...]) -> list[tuple[str, str]]:
    offers = sorted(
        ((likeness(a, b), i, j) for i, a in enumerate(alt) for j, b in enumerate(neu)),
        key=lambda offer: (-offer[0], offer[1], offer[2]),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in offers:
        if value >= _ENOUGH and i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)
    gone = [i for i in range(len(alt)) if i not in taken]
    result: list[tuple[str, str]] = []
    for j, text in enumerate(neu):
        old = partner.get(j)
        while gone and old is not None and gone[0] < old:
            result.append((alt[gone.pop(0)], ""))
        result.append(("" if old is None else alt[old], text))
    return result + [(alt[i], "") for i in gone]
