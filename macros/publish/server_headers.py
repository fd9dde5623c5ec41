"""Writes ready settings for nginx, Caddy and Apache, so that a host need not invent any."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from macros.exports.templating import environment
from macros.site.csp import HEADER

_TEMPLATES: Final = Path(__file__).parent / "templates" / "server"

HEADERS: Final = {
    "Content-Security-Policy": HEADER,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    # Pages and styles belong together; five minutes are soon over after a publication.
    "Cache-Control": "public, max-age=300",
}
FILES: Final = ("nginx.conf", "Caddyfile", "apache.conf")


def server_file(name: str) -> str:
    """Return the settings for one of the servers in :data:`FILES`."""
    templates = environment(_TEMPLATES, markup=False)
    return templates.get_template(f"{name}.j2").render(kopfzeilen=HEADERS)
