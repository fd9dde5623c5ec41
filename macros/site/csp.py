"""The one place that says what a page may load and do; theme, root pages and web servers use it.

No page has inline code, so no hash and no `unsafe-inline` is needed. A policy in the page itself
holds on every host, also where nobody can set headers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGE: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def _text(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _only(*names: str) -> str:
    """Return the policy of a page that needs less and has no form."""
    wanted = {name: sources for name, sources in _PAGE.items() if name in names}
    return _text(wanted | {"form-action": "'none'"})


PAGE: Final = _text(_PAGE)
START: Final = _only("default-src", "style-src", "img-src", "base-uri")
REDIRECT: Final = _only("default-src", "script-src", "style-src", "base-uri")
# A page cannot say who may show it in a frame; only a header can.
HEADER: Final = _text(_PAGE | {"frame-ancestors": "'none'"})
