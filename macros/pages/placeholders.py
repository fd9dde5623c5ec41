"""Macro output never goes through Markdown: a mark stands for it until the page is HTML.

The marks are characters of the private use area. Sources must not contain any, so nobody can
write one by hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.views.registry import Fragment

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"

MARK: Final = re.compile(f"{OPEN}(\\d+){CLOSE}")
LEFT_OVER: Final = re.compile("[\ue000-\uf8ff]")
# The search reads a page as text; without a break cells and lines would run into one word.
_RUN_TOGETHER: Final = re.compile(r"(<br ?/?>|</(?:td|th|dt|dd|caption|h[1-6])>)(?=\S)")
_ALONE: Final = re.compile(f"<p>((?:\\s*{OPEN}\\d+{CLOSE})+)\\s*</p>")


def mark(number: int) -> str:
    """Return the mark that stands for the n-th fragment of a page."""
    return f"{OPEN}{number}{CLOSE}"


def insert(html: str, fragments: Sequence[Fragment]) -> str:
    """Return the page's HTML with every mark replaced by its fragment.

    A paragraph that consists of block fragments gives way to them.

    Args:
        html: the page as Markdown made it.
        fragments: in the order of the marks' numbers.
    """

    def put(found: re.Match[str]) -> str:
        return _apart(fragments[int(found.group(1))])

    def put_alone(found: re.Match[str]) -> str:
        numbers = [int(number) for number in MARK.findall(found.group(1))]
        if any(fragments[number].inline for number in numbers):
            return found.group(0)
        return "\n".join(_apart(fragments[number]) for number in numbers)

    return MARK.sub(put, _ALONE.sub(put_alone, html))


def _apart(fragment: Fragment) -> str:
    return _RUN_TOGETHER.sub(r"\1\n", str(fragment.html))
