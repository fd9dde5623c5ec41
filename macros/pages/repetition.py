"""Finds text that stands in two chapters: the same twelve words in sequence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.pages import chapter_rules as r
from macros.pages.placeholders import MARK
from macros.pages.sentences import blocks, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.model.findings import Befund
    from macros.pages.source import Seite

LENGTH: Final = 12
_TOKEN: Final = re.compile(r"\w[\w-]*")


def check_repetition(seiten: Mapping[str, Seite]) -> Iterator[Befund]:
    """Judge all chapters together; each pair of chapters is told once for a passage.

    Args:
        seiten: the pages, rendered.
    """
    first: dict[tuple[str, ...], str] = {}
    for seite in seiten.values():
        if not seite.ist_kapitel or seite.root is None:
            continue
        own: set[tuple[str, ...]] = set()
        for element in blocks(seite.root):
            text = MARK.sub("", text_of(element))
            words = list(_TOKEN.finditer(text))
            told_until = 0
            for n in range(len(words) - LENGTH + 1):
                run = tuple(word.group().lower() for word in words[n : n + LENGTH])
                own.add(run)
                other = first.get(run)
                if other is not None and n >= told_until:
                    told_until = n + LENGTH
                    start = text[words[n].start() : words[n + 3].end()]
                    yield r.WIEDERHOLUNG.befund(
                        seite.stellen.finde(start, words[n].group()),
                        f"„{start} …“ steht mit denselben Worten auch in {other}.",
                        f"An einer Stelle kürzen und auf {other} verweisen",
                    )
        for run in own:
            first.setdefault(run, seite.uri)
