"""The one entry: two wordings → what changed."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from macros.compare.changes import Vergleich
from macros.compare.lists import compare_lists
from macros.compare.standards import compare_standards, compare_terms
from macros.compare.strictness import Wortschatz
from macros.compare.texts import compare_chapters
from macros.compare.words import words

if TYPE_CHECKING:
    from macros.model.wordings import Wortlaut, Wortlaute

_KEPT: Final = 64


@lru_cache(maxsize=_KEPT)
def compare(alle: Wortlaute, alt: str, neu: str) -> Vergleich:
    """Return what has changed from one wording to another.

    The same question about the same wordings is answered once for page, files and Synopse.

    Args:
        alle: all wordings.
        alt: name of the older one.
        neu: name of the newer one.

    Raises:
        LookupError: there is no wording of that name.
    """
    before, after = alle.finde(alt), alle.finde(neu)
    if before is None or after is None:
        raise LookupError(alt if before is None else neu)
    vocabulary = Wortschatz(_vocabulary(before), _vocabulary(after))
    return Vergleich(
        alt,
        neu,
        (
            *compare_standards(before, after, vocabulary),
            *compare_chapters(before, after, alle.umbenannt, vocabulary),
            *compare_lists(before, after),
            *compare_terms(before, after),
        ),
    )


@lru_cache(maxsize=_KEPT)
def _vocabulary(wortlaut: Wortlaut) -> Counter[str]:
    found: Counter[str] = Counter()
    for kapitel in wortlaut.kapitel.values():
        for abschnitt in kapitel.abschnitte:
            for block in abschnitt.bloecke:
                found.update(words(block))
    for standard in wortlaut.standards.values():
        for text in (standard.anforderung, *standard.nachweise):
            found.update(words(text))
    return found


def pairs(alle: Wortlaute) -> list[tuple[str, str]]:
    """Return the comparisons that a site shows, each from older to newer.

    Any two Fassungen, and each with the draft: a pair that was published once keeps its address
    whatever Fassung follows.

    Args:
        alle: all wordings.
    """
    names = [w.name for w in alle.fassungen]
    drafts = [w.name for w in alle.staende if w.ist_entwurf]
    found = [(older, newer) for place, newer in enumerate(names) for older in names[:place]]
    return found + [(name, draft) for draft in drafts for name in names]
