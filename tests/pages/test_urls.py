"""Addresses are read as a browser reads them."""

from __future__ import annotations

from typing import Final

import pytest

from macros.pages import urls

CASES: Final = [
    ("https://example.org/a:b", "https", True),
    ("HTTP://example.org", "http", True),
    ("mailto:a@example.org", "mailto", True),
    ("tel:+493023125100", "tel", True),
    ("&#109;&#97;&#105;&#108;&#116;&#111;&#58;a@example.org", "mailto", True),
    ("glossar.md", "", True),
    ("../a/b.md#c:d", "", True),
    ("#anker", "", True),
    ("?a=b:c", "", True),
    ("", "", True),
    ("a/b:c", "", True),
    ("javascript:x", "javascript", False),
    ("  java\nscript\t:x", "javascript", False),
    ("java&#115;cript&colon;x", "javascript", False),
    ("&amp;#106;avascript:x", "javascript", False),
    ("java\u200bscript:x", "javascript", False),
    ("\x01javascript:x", "javascript", False),
    ("javascript\x0258\x03x", "javascript", False),
    ("data:text/html,x", "data", False),
    ("//example.org", "//", False),
    ("\\\\example.org", "//", False),
    ("/\\example.org", "//", False),
    ("https:example.org", "https", False),
    ("ftp://example.org", "ftp", False),
]


@pytest.mark.parametrize(("url", "scheme", "allowed"), CASES)
def test_the_scheme_decides(url: str, scheme: str, allowed: bool) -> None:
    assert (urls.scheme(url), urls.is_allowed(url)) == (scheme, allowed)
