"""The parts of German compounds, found with no other dictionary than the words of the site."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from macros.search.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST: Final = 4
_SHORTEST_NOUN: Final = 3
# What stands between the parts of a compound, and what a first part may have lost.
_LINKS: Final = ("s", "es", "n", "en", "er", "e", "ens")
_LOST: Final = ("e", "en", "n")
_ENDINGS: Final = ("s", "n", "en", "e", "es", "er", "ern")
# Longest first: the first that fits is taken.
_INFLECTIONS: Final = (
    *("innen", "ium", "ien", "ern"),
    *("en", "er", "es", "em", "um"),
    *("e", "n", "s", "a"),
)
_PLURAL_IN_EN: Final = ("ung", "heit", "keit", "schaft", "ion", "tät", "kraft")
# How many compounds make a beginning trusted, and how long an unknown rest must be.
_PRODUCTIVE: Final = 8
_LONG: Final = 7
_SUFFIXES: Final = ("haft", "heit", "isch", "keit", "lich", "schaft")
# Adverbs and prefixes of verbs: what follows them is not what a reader looks for.
_NO_PARTS: Final = frozenset(
    {
        *("aber", "auch", "dass", "dies", "eine", "einen", "einer", "eines", "haben", "nach"),
        *("oder", "ohne", "sein", "sich", "sind", "über", "unter", "werden", "wenn", "wieder"),
        *("wird", "zurück"),
    }
)


class Wortschatz:
    """The words of a site, and what follows from them about compounds and word families."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take all words as they are written; capitals tell nouns from the rest."""
        written = set(words)
        nouns = {w.lower() for w in written if w[:1].isupper() and not w.isupper()}
        small = {w for w in written if w.islower()}
        # A three-letter word is a part only if it is never written small, such as „Amt“.
        parts = {w for w in small | nouns if len(w) >= _SHORTEST} - _NO_PARTS
        parts |= {w for w in nouns - small - _NO_PARTS if len(w) == _SHORTEST_NOUN}
        self._heads = parts | {w + link for w in parts for link in _LINKS}
        self._heads |= {w.removesuffix(e) for w in parts for e in _LOST if len(w) - len(e) > 3}
        self._tails = {w for w in parts if w in nouns}
        self._tails |= {w + ending for w in self._tails for ending in _ENDINGS}
        self._known: dict[str, tuple[str, ...]] = {}
        self._productive = self._productive_heads(nouns)
        families: defaultdict[str, set[str]] = defaultdict(set)
        for word in nouns:
            families[stem(word)].add(word)
        self._families = {key: sorted(family) for key, family in families.items()}

    def tails(self, word: str) -> tuple[str, ...]:
        """Return what of a compound follows each of its joints.

        Since the search completes words at their end, ``wohlgefährdung`` also answers „wohl“.

        Args:
            word: in small letters, such as ``kindeswohlgefährdung``.

        Returns:
            ``wohlgefährdung`` and ``gefährdung``, if the site has their parts as words.
        """
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = tuple(self._split(word))
        return found

    def _split(self, word: str) -> list[str]:
        found: list[str] = []
        for joint in range(len(word) - _SHORTEST_NOUN, _SHORTEST_NOUN - 1, -1):
            tail = word[joint:]
            known = tail in self._tails or (found and self._begins(tail, found))
            if known and self._is_head(word[:joint]):
                found.append(tail)
        return found[::-1] or self._behind_known_head(word)

    def _productive_heads(self, nouns: Iterable[str]) -> tuple[str, ...]:
        """Return the beginnings of many compounds, such as „schul“, the longest first."""
        count = Counter(noun[: -len(tail)] for noun in nouns for tail in self._split_at_words(noun))
        heads = (head for head, number in count.items() if number >= _PRODUCTIVE)
        return tuple(sorted(heads, key=lambda head: (-len(head), head)))

    def _split_at_words(self, word: str) -> Iterator[str]:
        for joint in range(len(word) - _SHORTEST_NOUN, _SHORTEST_NOUN - 1, -1):
            if word[joint:] in self._tails and word[:joint] in self._heads:
                yield word[joint:]

    def _behind_known_head(self, word: str) -> list[str]:
        """Return what follows „schul“ in „schulabsentismus“, though it never stands alone."""
        for head in self._productive:
            rest = word.removeprefix(head)
            if rest != word and len(rest) >= _LONG and not rest.startswith(_SUFFIXES):
                return [rest]
        return []

    def _begins(self, tail: str, found: list[str]) -> bool:
        """Tell whether a tail is a part with a tail behind it that is known already."""
        return any(
            tail.endswith(shorter) and tail[: -len(shorter)] in self._heads for shorter in found
        )

    def _is_head(self, head: str) -> bool:
        if head in self._heads:
            return True
        return any(
            head[:joint] in self._heads and head[joint:] in self._heads
            for joint in range(_SHORTEST_NOUN, len(head) - _SHORTEST_NOUN + 1)
        )

    def relatives(self, word: str) -> list[str]:
        """Return other forms of a noun that the search would not find by completing them.

        Args:
            word: in small letters.

        Returns:
            For ``vertrag`` the ``verträge`` and ``vertrags`` that the site has, for each noun
            in -ung and the like its plural.
        """
        forms = [*self._families.get(stem(word), ())]
        if word.endswith(_PLURAL_IN_EN):
            forms.append(f"{word}en")
        return [form for form in forms if not word.startswith(form)]


def stem(word: str) -> str:
    """Return what the forms of a noun have in common: ``verträge`` gives ``vertrag``.

    It is a key to compare by, not a word.
    """
    plain = folded(word)
    for ending in _INFLECTIONS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain.removesuffix(ending)
    return plain
