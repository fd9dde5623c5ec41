"""Whether a sentence asks for more or less than before: by written rules, or not at all.

The rules, in this order; the first that fits holds:

1. Only spelling, punctuation or capital letters differ: editorial. The same holds for a slip of the
   pen: one letter differs in one word, the old word stands nowhere else, the new one does. Words
   that carry the sense (not, no, must, figures) are never taken for a slip.
2. All other words are the same, and what differs can be weighed:

   - „muss“ over „soll“ over „kann“: higher is tighter.
   - A figure behind „mindestens“: bigger is tighter. Behind „höchstens“, „maximal“, „bis zu“, in
     „mehr als … nicht“: smaller is tighter. A figure with no such word: unknown.
   - A span behind „innerhalb“, „spätestens“, „alle“, „in den letzten“: shorter is tighter. In
     „spätestens … vor“ and behind „mindestens“: longer is tighter.
   - How often („jeden Monat“, „zweimal im Jahr“): more often is tighter.
   - „In der Regel“, „möglichst“ and the like: gone is tighter, come is looser.
   - The day of „Stand Mai 2026“: editorial.

   In a sentence with a negation, or one that allows something (kann, darf), more may be less:
   there only „mehr als … nicht“ is weighed, and „kann“ itself.

3. Everything else is unknown, above all a negation that came or went. Several of the above in
   opposite directions are unknown as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.compare.kinds import GEAENDERT, GELOCKERT, REDAKTIONELL, VERSCHAERFT, joined
from macros.compare.measures import MODAL_NAMES, NEGATIONS, Mass, take_apart
from macros.compare.words import alike, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.compare.kinds import Art
    from macros.compare.measures import Messung

_SHORTEST: Final = 5
_ALLOWING: Final = frozenset({"darf", "dürfen"})
_PROTECTED: Final = NEGATIONS | {
    "muss", "müssen", "musste", "soll", "sollen", "sollte", "sollten", "kann", "können", "könnte",
    "könnten", "darf", "dürfen", "dürfte", "jeder", "jedes", "jede", "immer", "alle", "allen",
    "unter", "außer", "woche", "wochen", "stunde", "stunden", "seine", "deine", "meine", "eines",
}  # fmt: skip


@dataclass(frozen=True)
class Urteil:
    """What a rule says about a changed sentence.

    Attributes:
        art: the kind.
        grund: one German sentence that says what the rule saw; empty where no rule fits.
    """

    art: Art
    grund: str = ""


@dataclass(frozen=True)
class Wortschatz:
    """How often each word stands in the two wordings; it tells a slip of the pen from a new word.

    Attributes:
        alt: words of the older wording.
        neu: words of the newer wording.
    """

    alt: Mapping[str, int]
    neu: Mapping[str, int]


LEER: Final = Wortschatz({}, {})


def judge(alt: str, neu: str, wortschatz: Wortschatz = LEER) -> Urteil:
    """Return what became of a sentence.

    Args:
        alt: the older sentence.
        neu: the newer one.
        wortschatz: all words of both wordings.
    """
    if alike(alt, neu):
        return Urteil(REDAKTIONELL, "Nur Zeichensetzung oder Schreibweise sind anders.")
    if _slip(words(alt), words(neu), wortschatz):
        return Urteil(REDAKTIONELL, "Ein Schreibfehler ist verbessert.")
    before, after = take_apart(alt), take_apart(neu)
    if before.geruest != after.geruest:
        return Urteil(GEAENDERT)
    found: list[Urteil] = []
    denied = any(word in NEGATIONS for word in before.geruest)
    allowed = any(word in _ALLOWING for word in before.geruest) or any(
        m.mass is Mass.MODAL and MODAL_NAMES[int(m.wert)] == "kann" for m in after.messungen
    )
    for old, new in zip(before.messungen, after.messungen, strict=True):
        if (old.wert, old.einheit, old.richtung) != (new.wert, new.einheit, new.richtung):
            found.append(_weigh(old, new, denied=denied, allowed=allowed))
        elif old.mass is Mass.STAND and old.worte != new.worte:
            found.append(Urteil(REDAKTIONELL, "Nur das Datum des Stands ist neu."))
    found += _softened(before.milderungen, after.milderungen)
    if not found:
        # Other words for the same measure: „monatlich“ has become „jeden Monat“.
        return Urteil(REDAKTIONELL, "Dasselbe Maß steht in anderen Worten da.")
    art = joined({urteil.art for urteil in found})
    grund = " ".join(dict.fromkeys(u.grund for u in found if u.art is art and u.grund))
    return Urteil(art, grund)


def _weigh(old: Messung, new: Messung, *, denied: bool, allowed: bool) -> Urteil:
    comparable = old.einheit == new.einheit and old.richtung == new.richtung != 0
    modal = old.mass is Mass.MODAL
    unsure = denied if modal else allowed or (denied and not old.verneint)
    if not comparable or old.wert == new.wert or unsure:
        return Urteil(GEAENDERT)
    art = VERSCHAERFT if (new.wert > old.wert) == (new.richtung > 0) else GELOCKERT
    if old.mass is Mass.MODAL:
        before, after = MODAL_NAMES[int(old.wert)], MODAL_NAMES[int(new.wert)]
        return Urteil(art, f"Aus „{before}“ wird „{after}“.")
    return Urteil(art, f"Bisher „{_small(old.worte)}“, jetzt „{_small(new.worte)}“.")


def _small(words_of_measure: str) -> str:
    """Return „Mehr als drei“ as it reads within a sentence."""
    first, _, rest = words_of_measure.partition(" ")
    return f"{first.lower()} {rest}" if rest else first


def _softened(before: tuple[str, ...], after: tuple[str, ...]) -> list[Urteil]:
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    return [
        *(Urteil(VERSCHAERFT, f"Die Einschränkung „{w}“ ist gestrichen.") for w in gone),
        *(Urteil(GELOCKERT, f"Die Einschränkung „{w}“ ist dazugekommen.") for w in come),
    ]


def _slip(alt: tuple[str, ...], neu: tuple[str, ...], wortschatz: Wortschatz) -> bool:
    """Tell whether exactly one word differs, and the older one was but a slip of the pen."""
    if len(alt) != len(neu):
        return False
    pairs = [(a, b) for a, b in zip(alt, neu, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    old, new = pairs[0]
    if min(len(old), len(new)) < _SHORTEST or {old, new} & _PROTECTED:
        return False
    if not (old.isalpha() and new.isalpha() and _one_letter(old, new)):
        return False
    return not wortschatz.neu.get(old) and bool(wortschatz.alt.get(new))


def _one_letter(old: str, new: str) -> bool:
    """Tell whether one letter was changed, left out, put in, or two were swapped."""
    if len(old) == len(new):
        other = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if len(other) == 1:
            return True
        swapped = len(other) == 2 and other[1] == other[0] + 1
        return swapped and old[other[0]] == new[other[1]] and old[other[1]] == new[other[0]]
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    return len(longer) == len(shorter) + 1 and any(
        longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))
    )
