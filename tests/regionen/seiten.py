"""What stands on a page of a region, without building a site: its wording and its macros."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Final

from macros.model.load_region import load_region
from macros.model.record import Bestandssatz
from macros.model.records import RECORD_TYPES, Kennzahl
from macros.pages.agreements import agreement_pages
from macros.pages.calls import take_apart
from macros.pages.run import Makrolauf
from macros.pages.source import read_page
from macros.views.errors import MakroFehler
from tests.musterkreis import ROOT
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.pages.source import Seite

# These stand within a line; all other tags begin a new one.
_INLINE: Final = re.compile(r"</?(?:a|abbr|em|small|span|strong|time|wbr)\b[^>]*>")
_TAGS: Final = re.compile(r"<[^>]+>")
_TYPES: Final = {typ.datei.name.removesuffix(".yml"): typ for typ in RECORD_TYPES}


@dataclass(frozen=True)
class Satzname:
    """A record by the name of its file and its id."""

    datei: str
    id: str

    def of(self, bestand: Bestand) -> Bestandssatz | Kennzahl:
        """Return the record itself."""
        record = bestand.tables[_TYPES[self.datei]][self.id]
        assert isinstance(record, Bestandssatz | Kennzahl)
        return record


@cache
def bestand_of(region: str) -> Bestand:
    """Return the data of a region on the day of the tests."""
    geladen = load_region(ROOT, region, STICHTAG)
    assert geladen.bestand is not None, geladen.befunde
    return geladen.bestand


def without(bestand: Bestand, satz: Satzname) -> Bestand:
    """Return the data as they are when a record has been deleted.

    Args:
        bestand: the region's data.
        satz: the record; it must be there.
    """
    typ = _TYPES[satz.datei]
    table = bestand.tables[typ]
    assert satz.id in table, f"{satz.datei}.yml hat keinen Eintrag {satz.id}"
    rest = {id: record for id, record in table.items() if id != satz.id}
    return replace(bestand, tables={**bestand.tables, typ: rest})


def plain(html: str) -> str:
    """Return what a reader sees of HTML, in one line."""
    return " ".join(unescape(_TAGS.sub(" ", _INLINE.sub("", html))).split()).replace("\u00ad", "")


@cache
def _written(uri: str) -> Seite:
    return read_page(ROOT / "docs" / f"{uri}.md", f"{uri}.md", f"docs/{uri}.md")


def _page(bestand: Bestand, uri: str) -> Seite | None:
    """Return a written page, or the page of an agreement."""
    if (ROOT / "docs" / f"{uri}.md").is_file():
        return _written(uri)
    return next((s for s in agreement_pages(bestand) if s.uri == f"{uri}.md"), None)


def text_of(bestand: Bestand, uri: str) -> str:
    """Return the words that macros put on a page; empty where the page cannot be made.

    Args:
        bestand: the region's data.
        uri: path of the page without its ending.
    """
    seite = _page(bestand, uri)
    if seite is None:
        return ""
    lauf = Makrolauf(bestand).seite(seite.uri)
    found: list[str] = []
    for aufruf in take_apart(seite).aufrufe:
        try:
            fragment = lauf.call(aufruf.name, aufruf.args, aufruf.kwargs)
        except (MakroFehler, LookupError):
            continue
        found.append(plain(str(fragment.html)))
    return " ".join(found)
