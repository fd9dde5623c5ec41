"""What the tree check needs to know of a finished page: its links, its anchors, where it leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_ADDRESSES: Final = frozenset(
    {"href", "src", "poster", "action", "data-ziel", "data-worker", "data-verzeichnis-datei"}
)
_REFRESH: Final = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Verweis:
    """An address on a page, with the place where it stands."""

    adresse: str
    zeile: int
    spalte: int


@dataclass
class FertigeSeite:
    """A finished page.

    Attributes:
        verweise: all addresses it names, entities resolved.
        anker: ids and names of its elements.
        weiter: where it leads on by itself; empty for an ordinary page.
    """

    verweise: list[Verweis] = field(default_factory=list)
    anker: set[str] = field(default_factory=set)
    weiter: str = ""


def read_page(text: str) -> FertigeSeite:
    """Return what a page says of itself.

    Args:
        text: its HTML.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.seite


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seite = FertigeSeite()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if value is None:
                continue
            if key == "id" or (key == "name" and tag == "a"):
                self.seite.anker.add(value)
            elif key in _ADDRESSES:
                self._add(value)
            elif key == "srcset":
                for part in value.split(","):
                    self._add(part.strip().split(" ")[0])
        if tag == "meta":
            meta = dict(attrs)
            found = _REFRESH.fullmatch(meta.get("content") or "")
            if found and (meta.get("http-equiv") or "").lower() == "refresh":
                self.seite.weiter = found[1].strip("'\" ")
                self._add(self.seite.weiter)

    def _add(self, address: str) -> None:
        line, offset = self.getpos()
        self.seite.verweise.append(Verweis(address.strip(), line, offset + 1))
