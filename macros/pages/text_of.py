"""The text of a macro's output, as one reads it in a sentence."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def html_text(html: str) -> str:
    """Return what some HTML says, in one line.

    Args:
        html: as one of our templates made it.
    """
    reader = _Text()
    reader.feed(html)
    reader.close()
    return re.sub(r"[ \t\n]+", " ", "".join(reader.parts)).strip()
