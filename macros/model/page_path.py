"""Paths of pages below ``docs``: one spelling for data, front matter and links."""

from __future__ import annotations

import posixpath
import re
from typing import Final

START: Final = "index.md"
SEITENPFAD_PATTERN: Final = r"[a-z0-9]+([/-][a-z0-9]+)*"
SEITE_PATTERN: Final = rf"{SEITENPFAD_PATTERN}\.md"


def is_page_path(text: str) -> bool:
    """Tell whether a text is the path of a page without its ending: ``aufgaben/beratung``."""
    return bool(re.fullmatch(SEITENPFAD_PATTERN, text, re.ASCII))


def is_page(text: str) -> bool:
    """Tell whether a text is the path of a page: ``aufgaben/beratung.md``."""
    return bool(re.fullmatch(SEITE_PATTERN, text, re.ASCII))


def address_for(uri: str) -> str:
    """Return the address of a page below its tree: ``standards/index.md`` → ``standards/``."""
    folder, name = posixpath.split(uri)
    if name == START:
        return f"{folder}/" if folder else ""
    return f"{uri.removesuffix('.md')}/"


def uris_for(address: str) -> tuple[str, ...]:
    """Return the paths that a page at this address may have, the opposite of the above."""
    place = address.strip("/")
    return (f"{place}/{START}", f"{place}.md") if place else (START,)
