"""What became of a paragraph: its sentences find their partners, and each pair is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.changes import Stelle
from macros.compare.kinds import (
    ENTFALLEN,
    GEAENDERT,
    GELOCKERT,
    NEU,
    REDAKTIONELL,
    VERSCHAERFT,
    joined,
)
from macros.compare.strictness import judge
from macros.compare.words import paired, sentences, words

if TYPE_CHECKING:
    from macros.compare.kinds import Art
    from macros.compare.strictness import Wortschatz


def judged(alt: str, neu: str, wortschatz: Wortschatz, feld: str = "") -> Stelle:
    """Return what became of a paragraph, judged sentence by sentence.

    Args:
        alt: the older paragraph.
        neu: the newer one, which is another text.
        wortschatz: all words of both wordings.
        feld: part of a standard, in which every sentence asks for something; else empty.
    """
    arten: list[Art] = []
    gruende: list[str] = []
    for before, after in paired(sentences(alt), sentences(neu)):
        if before == after:
            continue
        if before and after:
            urteil = judge(before, after, wortschatz)
            arten.append(urteil.art)
            gruende.append(urteil.grund)
        else:
            art, grund = _one_sided(before, after, asks=bool(feld))
            arten.append(art)
            gruende.append(grund)
    art = joined(arten) if arten else REDAKTIONELL
    said = dict.fromkeys(
        g for a, g in zip(arten, gruende, strict=True) if g and a is not REDAKTIONELL
    )
    only = dict.fromkeys(g for g in gruende if g)
    return Stelle(alt, neu, art, " ".join(only if art is REDAKTIONELL else said), feld)


# A sentence with such a word may take back what others ask for.
_EXCEPTING: Final = frozenset(
    {"ausnahme", "ausnahmen", "ausgenommen", "außer", "statt", "stattdessen", "entfällt"}
    | {"entfallen", "kann", "können", "darf", "dürfen", "verzichtet", "freiwillig", "sofern"}
    | {"soweit", "wenn", "falls", "nicht", "kein", "keine", "ohne"}
)


def _one_sided(alt: str, neu: str, *, asks: bool) -> tuple[Art, str]:
    """Judge a sentence that came or went; in a standard it asks for something."""
    come = bool(neu)
    said = "Ein Satz ist dazugekommen." if come else "Ein Satz ist gestrichen."
    if not asks:
        return (NEU if come else ENTFALLEN), said
    if _EXCEPTING & {word.casefold() for word in words(neu or alt)}:
        return GEAENDERT, said
    return (VERSCHAERFT if come else GELOCKERT), said
