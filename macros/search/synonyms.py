"""Abbreviations and other forms of the glossary, added where a text means the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.search.compounds import stem
from macros.search.spelling import WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from macros.model.records import Begriff

_SHORTEST: Final = 5


@dataclass(frozen=True)
class Abkuerzung:
    """An abbreviation with what it stands for.

    Attributes:
        kurz: in small letters.
        staemme: the beginnings of the words it stands for.
        formen: all spellings of the long form, in small letters.
    """

    kurz: str
    staemme: tuple[str, ...]
    formen: tuple[str, ...]

    def meant_by(self, words: Collection[str]) -> bool:
        """Tell whether a title means this, word by word: „Bildung und Teilhabe“ means BuT.

        Args:
            words: the title's words, in small letters.
        """
        several = len(self.staemme) > 1
        return all(
            any(
                w.startswith(own) or (several and len(w) >= _SHORTEST and own.startswith(w))
                for w in words
            )
            for own in self.staemme
        )


def abbreviations(begriffe: Iterable[Begriff]) -> list[Abkuerzung]:
    """Return the abbreviations of a glossary."""
    return [
        Abkuerzung(
            b.abkuerzung.lower(),
            tuple(stem(word.lower()) for word in WORD.findall(b.begriff) if len(word) >= _SHORTEST),
            tuple(form.lower() for form in (b.begriff, *b.formen)),
        )
        for b in begriffe
        if b.abkuerzung
    ]
