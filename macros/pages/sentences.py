"""Cuts the text of a rendered page into sentences and words, for every rule that counts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

WORD: Final = re.compile(r"[^\W\d_][\w-]*")
# A mark ends a sentence when a capital letter follows, but not behind „z. B.“ and its like.
_STOP: Final = r"(?<![\s\u00a0(„][A-Za-zÄÖÜ]\.)"
_NEXT: Final = r"[ \n]+(?=[A-ZÄÖÜ„(])"
_END: Final = re.compile(rf"(?:(?<=[.!?])|(?<=[.!?]“)|(?<=[.!?]\))){_STOP}{_NEXT}")
_END_OR_COLON: Final = re.compile(rf"(?:(?<=[.!?:])|(?<=[.!?:]“)|(?<=[.!?]\))){_STOP}{_NEXT}")
_PARTS: Final = frozenset({"p", "ul", "ol", "dl", "div", "table", "blockquote"})


def blocks(root: Element) -> Iterator[Element]:
    """Yield the elements that hold running text: paragraphs, list items, explanations."""
    for element in root.iter():
        if element.tag not in ("p", "li", "dd"):
            continue
        if element.tag != "p" and any(child.tag in _PARTS for child in element):
            continue  # the parts come on their own
        yield element


def text_of(element: Element) -> str:
    """Return the text of an element in one line; code counts as a word."""
    return re.sub(r"[ \n\t]+", " ", "".join(element.itertext())).strip()


def sentences(text: str, *, colon: bool = True) -> list[str]:
    """Return the sentences of a text.

    Args:
        text: one paragraph.
        colon: whether a colon with a capital letter behind it ends a sentence, too.
    """
    parts = (_END_OR_COLON if colon else _END).split(text)
    return [part for part in parts if WORD.search(part)]


def count_words(text: str) -> int:
    """Return how many words a text has; numbers are none."""
    return len(WORD.findall(text))
