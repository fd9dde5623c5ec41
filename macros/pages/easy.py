"""Leichte Sprache: short sentences, no Genitiv, Konjunktiv or Passiv, long words with hyphens.

The rules are those of the ordinance on barrier-free information technology (BITV 2.0, Anlage 2,
Teil 2) as far as a program can see them; whether a text is understood, only its readers can tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.pages import chapter_rules as r
from macros.pages.placeholders import MARK
from macros.pages.sentences import blocks, count_words, sentences, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund
    from macros.pages.source import Seite

SENTENCE_MAX: Final = 12
WORD_MAX: Final = 14
_MARKERS: Final = (
    (
        "Genitiv",
        re.compile(
            r"\b(?:des|eines|dieses|jedes|meines|seines|ihres|unseres) \w+(?:s|en)\b"
            r"|\b(?:wegen|trotz|während|anhand|aufgrund|mithilfe) (?:des|der|eines|einer)\b",
            re.IGNORECASE,
        ),
        "Mit „von“ oder „vom“ schreiben",
    ),
    (
        "Konjunktiv",
        re.compile(
            r"\b(?:würde|hätte|wäre|könnte|müsste|dürfte|sollte|käme|gäbe)(?:n|st|t)?\b",
            re.IGNORECASE,
        ),
        "Sagen, was ist, oder mit „vielleicht“",
    ),
    (
        "Passiv",
        re.compile(
            r"\b(?:wird|werden|wurde|wurden|worden)\b(?=[^.!?]*\b"
            r"(?:ge\w+(?:t|en)|\w+iert|be\w+t|ver\w+t|er\w+t)\b)",
            re.IGNORECASE,
        ),
        "Sagen, wer etwas tut",
    ),
    (
        "Abkürzung",
        re.compile(r"\b(?:z\.\s?B|d\.\s?h|u\.\s?a|usw|etc|bzw|ca|ggf|Tel|Nr)\."),
        "Das Wort ausschreiben",
    ),
)
_LONG: Final = re.compile(rf"\b[^\W\d_]{{{WORD_MAX + 1},}}\b")


def check_easy(seite: Seite) -> Iterator[Befund]:
    """Judge a rendered page in Leichte Sprache; other pages have no findings."""
    if seite.root is None or seite.kopf.get("sprache") != "leicht":
        return
    for element in blocks(seite.root):
        for sentence in sentences(MARK.sub("x", text_of(element))):
            start = " ".join(sentence.split()[:4])
            ort = seite.stellen.finde(start, " ".join(sentence.split()[:2]))
            count = count_words(sentence)
            if count > SENTENCE_MAX:
                yield r.LEICHTE_SPRACHE.befund(
                    ort,
                    f"Der Satz „{start} …“ hat {count} Wörter; höchstens {SENTENCE_MAX} sind gut.",
                    "Zwei Sätze daraus machen",
                )
            for name, pattern, remedy in _MARKERS:
                if found := pattern.search(sentence):
                    yield r.LEICHTE_SPRACHE.befund(
                        ort, f"„{found.group()}“ klingt nach {name}.", remedy
                    )
            for found in _LONG.finditer(sentence):
                yield r.LEICHTE_SPRACHE.befund(
                    ort,
                    f"Das Wort „{found.group()}“ ist lang.",
                    "Mit Bindestrich teilen: Schul-Sozialarbeit",
                )
