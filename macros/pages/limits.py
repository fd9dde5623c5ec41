"""Limits of a page: what would keep Markdown busy for minutes is refused before it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Ort
from macros.pages import rules as r

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund

MAX_BYTES: Final = 200 * 1024
MAX_WORD: Final = 1000
MAX_HEADINGS: Final = 300
MAX_OPEN: Final = 20
MAX_BLOCK: Final = 20_000

_LONG_WORD: Final = re.compile(rb"[^\s]{%d}" % (4 * MAX_WORD))
_HEADING: Final = re.compile(r"^(#|[^\n]+\n(=+|-+)[ ]*$)", re.MULTILINE)


def check_size(data: bytes, file: str) -> list[Befund]:
    """Judge the bytes of a page before anything reads them."""
    if len(data) > MAX_BYTES:
        return [
            r.HANDLICH.befund(
                Ort(file),
                f"Die Seite ist {len(data) // 1024} KB groß; höchstens 200 KB sind erlaubt.",
                "In mehrere Seiten teilen",
            )
        ]
    found = _LONG_WORD.search(data)
    if found:
        line = data.count(b"\n", 0, found.start()) + 1
        message = f"Hier steht ein Wort mit über {MAX_WORD:,} Zeichen.".replace(",", ".")
        return [r.HANDLICH.befund(Ort(file, line), message, "Leerzeichen setzen oder kürzen")]
    return []


def check_load(text: str, file: str) -> Iterator[Befund]:
    """Judge what makes Markdown slow: brackets that never close, headings without number."""
    headings = len(_HEADING.findall(text))
    if headings > MAX_HEADINGS:
        yield r.HANDLICH.befund(
            Ort(file),
            f"Die Seite hat {headings} Überschriften; höchstens {MAX_HEADINGS} sind erlaubt.",
            "In mehrere Seiten teilen",
        )
    for start, block in _blocks(text):
        message = _heavy_block(block)
        if message:
            yield r.HANDLICH.befund(
                Ort(file, start), message, "Jede Klammer schließen, Absätze teilen"
            )
            return


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    line = 1
    for block in re.split(r"(\n[ \t]*\n)", text):
        if block.strip():
            yield line + len(re.match(r"\s*", block).group().split("\n")) - 1, block  # type: ignore[union-attr]
        line += block.count("\n")


def _heavy_block(block: str) -> str:
    if len(block) > MAX_BLOCK:
        return f"Dieser Absatz hat {len(block)} Zeichen; höchstens {MAX_BLOCK} sind erlaubt."
    for opening, closing, name in (("[", "]", "eckige"), ("](", ")", "runde")):
        depth = 0
        for mark in re.findall(f"{re.escape(opening)}|{re.escape(closing)}", block):
            depth = depth + 1 if mark == opening else max(depth - 1, 0)
            if depth > MAX_OPEN:
                return f"Hier sind mehr als {MAX_OPEN} {name} Klammern offen."
    return ""
