"""Where something stands in a Markdown source: lines and columns for messages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import Final

from macros.model.findings import Ort

_FENCE: Final = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_SPAN: Final = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


def blank(text: str) -> str:
    """Return spaces in place of a text; line breaks stay."""
    return re.sub(r"[^\n]", " ", text)


def without_code(text: str) -> str:
    """Return a Markdown text with its code blanked out, of the same length."""
    text = _FENCE.sub(lambda m: blank(m.group()), text)
    return _SPAN.sub(lambda m: blank(m.group()) if "\n\n" not in m.group() else m.group(), text)


class Fundstellen:
    """Finds the place of things that Markdown reports without one.

    The n-th question for the same text is answered with its n-th place, so findings of equal
    things point at different lines.
    """

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.file = file
        self._texts = (without_code(text), text)
        self._first_line = first_line
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._places: dict[str, list[int]] = {}
        self._asked: Counter[str] = Counter()

    def ort(self, offset: int) -> Ort:
        """Return line and column of a position in the text."""
        line = bisect_right(self._line_starts, offset)
        return Ort(self.file, line, offset - self._line_starts[line - 1] + 1)

    def finde(self, *needles: str) -> Ort:
        """Return the place of the first of the given texts that occurs.

        Args:
            needles: exact texts, the best first; the page's first line where none occurs.
        """
        for needle in needles:
            places = self._all(needle) if needle else []
            if places:
                nth = min(self._asked[needle], len(places) - 1)
                self._asked[needle] += 1
                # „](“ only tells an address from the same words in the text; the address is meant.
                return self.ort(places[nth] + (2 if needle.startswith("](") else 0))
        return Ort(self.file, self._first_line)

    def _all(self, needle: str) -> list[int]:
        if needle not in self._places:
            found: list[int] = []
            for text in self._texts:
                found = [m.start() for m in re.finditer(re.escape(needle), text)]
                if found:
                    break
            self._places[needle] = found
        return self._places[needle]
