"""How hard a text is to read, as a number: LIX; above 55 even trained readers slow down."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE: Final = re.compile(r"[.!?:](?=\s|$)")
_LONG: Final = 6
_CHAPTER: Final = "article.text--wortlaut .text__koerper"


def lix(text: str) -> float:
    """Return words per sentence plus the share of words of more than six letters in per cent."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE.findall(text)))
    long_words = sum(len(word) > _LONG for word in words)
    return len(words) / sentences + 100 * long_words / len(words)


def chapters(root: Path) -> dict[str, float]:
    """Return the LIX of each chapter of a site, by path."""
    found = {}
    for file in sorted(root.rglob("index.html")):
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        body = soup.select_one(_CHAPTER)
        if body is None:
            continue
        sentences = [part.get_text(" ", strip=True) for part in body.select("p, li, dd")]
        text = " ".join(s if s.endswith((".", "!", "?", ":")) else f"{s}." for s in sentences if s)
        found[f"/{file.relative_to(root).as_posix().removesuffix('index.html')}"] = lix(text)
    return found
