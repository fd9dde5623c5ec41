"""Leaves out of a page what the search shall not read, before the search plugin parses it.

The plugin knows ``data-search-exclude``, but it still takes such a part to pieces, tag by tag. For
a list of a thousand contacts that was the largest part of what they cost a build.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

# A heading that is left out takes the text after it along; the plugin itself sees to that.
_EXCLUDED: Final = re.compile(r"<(?!h[1-6]\b)(?P<tag>\w+)(?=\s)[^>]*?\sdata-search-exclude\b[^>]*>")


def without_excluded(html: str) -> str:
    """Return a page's HTML without the elements that carry ``data-search-exclude``.

    Args:
        html: well-formed, with ``>`` written as an entity in attributes, as templates and Markdown
            write it. An element without its end stays.
    """
    kept, at = [], 0
    for start in _EXCLUDED.finditer(html):
        if start.start() < at:
            continue
        end = _end(html, start["tag"], start.end())
        if end is not None:
            kept.append(html[at : start.start()])
            at = end
    return "".join([*kept, html[at:]])


def _end(html: str, tag: str, at: int) -> int | None:
    """Return where an element ends whose start tag ends at a place."""
    depth = 1
    for found in _tags(tag).finditer(html, at):
        depth += -1 if found["end"] else 1
        if not depth:
            return found.end()
    return None


@cache
def _tags(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(?P<end>/?){tag}(?=[\s>])[^>]*>")
