"""Which addresses a link or an image may have: the list of schemes, read as a browser reads it."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import Final

SCHEMES: Final = frozenset({"https", "http", "mailto", "tel"})

_IGNORED: Final = re.compile(
    r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_SCHEME: Final = re.compile(r"^([^/?#\\]*?):")
_MARKDOWN_AMP: Final = "\x02amp\x03"
_MARKDOWN_ESCAPE: Final = re.compile(r"\x02(\d+)\x03")
_ROUNDS: Final = 4
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
# Markdown's own marks for escapes, the soft hyphen and line breaks in a title are none.
_MARKS: Final = frozenset("\x02\x03\xad\n")


def decoded(url: str) -> str:
    """Return an address as the strictest reader would see it.

    Entities are decoded until nothing changes, Markdown's own escapes too; then everything a
    browser drops (control characters, white space at any place) and invisible characters go.
    """
    text = url.replace(_MARKDOWN_AMP, "&")
    text = _MARKDOWN_ESCAPE.sub(lambda m: chr(int(m.group(1)) % 0x110000), text)
    for _ in range(_ROUNDS):
        plain = html.unescape(text)
        if plain == text:
            break
        text = plain
    return _IGNORED.sub("", text)


def has_invisible(text: str) -> bool:
    """Tell whether a text holds characters nobody sees: control, direction, private use."""
    if text.isprintable():  # quick, and true for nearly every text
        return False
    return any(unicodedata.category(char) in _INVISIBLE for char in text if char not in _MARKS)


@lru_cache(maxsize=4096)
def scheme(url: str) -> str:
    """Return the scheme of an address in lower case; empty when it is relative.

    An address without scheme that names another host (``//host``) has the scheme ``//``.
    """
    text = decoded(url)
    if re.match(r"[/\\]{2}", text):
        return "//"
    found = _SCHEME.match(text)
    return found.group(1).lower() if found else ""


@lru_cache(maxsize=4096)
def is_allowed(url: str) -> bool:
    """Tell whether a link may have this address."""
    # A browser takes \\ for / and drops invisible characters: both only serve to deceive.
    if "\\" in decoded(url) or has_invisible(html.unescape(url)):
        return False
    found = scheme(url)
    if found in ("http", "https"):
        # A browser takes https:host for a link to a host, people take it for a page.
        return decoded(url).lower().startswith(f"{found}://")
    return not found or found in SCHEMES


def is_internal(url: str) -> bool:
    """Tell whether an address stays on the site."""
    return not scheme(url)


def plain(text: str) -> str:
    """Return a Markdown attribute with the library's escapes resolved."""
    return _MARKDOWN_ESCAPE.sub(lambda m: chr(int(m.group(1)) % 0x110000), text)
