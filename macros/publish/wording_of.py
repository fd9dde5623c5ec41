"""The hashes of a frozen part's pages: from its own files alone, nothing of today goes in."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from macros.model.agreement_texts import FOLDER as AGREEMENT_TEXTS
from macros.model.bestand import Bestand
from macros.model.findings import Befund, Ort, Stufe
from macros.model.link import link
from macros.model.load_region import read_frozen_file
from macros.model.record import Ordner
from macros.model.records import RECORD_TYPES
from macros.model.region_texts import TEXT_FOLDER, read_texts
from macros.pages.source import parse_page
from macros.pages.wording import wording_hashes
from macros.publish import release_rules as r
from macros.views.agreements import FOLDER as AGREEMENTS
from macros.views.errors import MakroFehler

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from macros.model.record import Record

_DOCS: Final = "docs/"
_KATALOG: Final = "data/katalog/"
_AGREEMENT: Final = re.compile(rf"data/regionen/[^/]+/wortlaut/{AGREEMENT_TEXTS}/([^/]+\.md)")
_OWN_TEXT: Final = re.compile(rf"data/regionen/[^/]+/wortlaut/{TEXT_FOLDER}/[^/]+")


class WordingError(Exception):
    """The wording cannot be rendered.

    Attributes:
        befunde: why.
    """

    def __init__(self, befunde: list[Befund]) -> None:
        super().__init__(len(befunde))
        self.befunde = befunde


def wording_of(files: Mapping[str, bytes], stichtag: date) -> dict[str, str]:
    """Return the SHA-256 of each page's wording by path below ``docs``.

    Args:
        files: the frozen part by path relative to the project's root.
        stichtag: a day; the wording does not depend on it.

    Raises:
        WordingError: the catalogue has a Fehler, or a page calls what it does not hold.
    """
    katalog, befunde = frozen_catalogue(files, stichtag)
    seiten = {
        uri: parse_page(data, uri, path) for path, data in files.items() if (uri := _page_of(path))
    }
    befunde += [b for seite in seiten.values() for b in seite.befunde]
    befunde = [befund for befund in befunde if befund.stufe is Stufe.FEHLER]
    if befunde:
        raise WordingError(befunde)
    try:
        return wording_hashes(seiten, katalog)
    except MakroFehler as error:
        raise WordingError([r.WORTLAUT.befund(Ort("docs"), error.message, error.remedy)]) from error


def _page_of(path: str) -> str:
    """Return the page that a file of the frozen part holds; empty where it holds none."""
    agreement = _AGREEMENT.fullmatch(path)
    if agreement:
        return f"{AGREEMENTS}/{agreement[1]}"
    return path.removeprefix(_DOCS) if path.startswith(_DOCS) and path.endswith(".md") else ""


def frozen_catalogue(files: Mapping[str, bytes], stichtag: date) -> tuple[Bestand, list[Befund]]:
    """Return a Bestand that holds the catalogue only, references within it bound.

    Args:
        files: the frozen part by path relative to the project's root.
        stichtag: the day for which dates in it are judged.
    """
    tables: dict[type[Record], dict[str, Record]] = {}
    known: dict[type[Record], set[str]] = {}
    befunde: list[Befund] = []
    for typ in RECORD_TYPES:
        if typ.datei.ordner is not Ordner.KATALOG:
            continue
        tables[typ], known[typ] = {}, set()
        stem = PurePosixPath(typ.datei.name).stem
        for path in sorted(files):
            name = path.removeprefix(_KATALOG)
            part = name.endswith(".yml") and name.startswith(f"{stem}-")
            if path == name or not (name == typ.datei.name or part):
                continue
            gelesen = read_frozen_file(files[path], path, typ)
            befunde += gelesen.befunde
            known[typ] |= {id for id, _ in gelesen.ids}
            tables[typ] |= {record.id: record for record, _ in gelesen.records}
    texte, more = read_texts(
        (pair for pair in files.items() if _OWN_TEXT.fullmatch(pair[0])),
        (pair for pair in files.items() if pair[0].startswith(f"{_KATALOG}{TEXT_FOLDER}/")),
    )
    befunde += more
    katalog = Bestand(stichtag, tables, texte=texte)
    return katalog, [*befunde, *link(katalog, known)]
