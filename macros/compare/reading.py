"""From the files of a Fassung to its wording as plain data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, TypeVar

from macros.compare.blocks import menu_order, sections
from macros.compare.lists import LISTEN, entry
from macros.model.load_region import read_frozen_file
from macros.model.records import Begriff, Rechtsgrundlage, Standard
from macros.model.region_texts import TEXT_FOLDER, read_texts
from macros.model.wordings import Kapitel, Wortlaut
from macros.model.yaml_load import Mapping as YamlMapping
from macros.model.yaml_load import Scalar, load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.record import Record
    from macros.model.records.region import Land

R = TypeVar("R", bound="Record")

_DOCS: Final = "docs/"
_LIVE: Final = "docs/service/"
_KATALOG: Final = "data/katalog/"
_OWN_TEXT: Final = re.compile(rf"data/regionen/[^/]+/wortlaut/{TEXT_FOLDER}/[^/]+")
_INSERTED: Final = tuple(f"{_KATALOG}{name}" for name in ("glossar", "rechtsgrundlagen", "texte/"))
_NAV: Final = "docs/nav.yml"
_TODAY: Final = "[Angabe von heute]"
# What these show is compared as records, or is no wording at all.
_INLINE: Final = frozenset({"kontakt_zeile", "kennzahl", "stand_heute"})


@dataclass(frozen=True, eq=False)
class _Einsatz:
    """What macro calls put into a sentence: terms, norms, the region's name, its own texts."""

    begriffe: Mapping[str, str]
    rechte: Mapping[str, str]
    texte: Mapping[str, str]
    region: Mapping[str, str]

    def text(self, makro: str, args: tuple[str, ...]) -> str:
        """Return the text for a call; empty for what shows something of its own."""
        id = args[0] if args else ""
        if makro == "begriff":
            return args[1] if len(args) > 1 else self.begriffe.get(id, id)
        if makro == "recht":
            return self.rechte.get(id, id)
        if makro == "region":
            return self.region.get(id, _TODAY)
        if makro == "regionaltext":
            return self.texte.get(id, "")
        return _TODAY if makro in _INLINE else ""


def read_wording(
    name: str, files: Mapping[str, bytes], region: Mapping[str, str], land: Land | None = None
) -> Wortlaut:
    """Return the wording that some files hold.

    The files have been checked before they were decided; what cannot be read is left out here and
    is a finding where it is checked.

    Args:
        name: of the Fassung, or ``entwurf``.
        files: content by path relative to the project's root, live parts allowed.
        region: what ``region("…")`` says on a page.
        land: whose norms are shown; None: those of all.
    """
    pages = {
        path.removeprefix(_DOCS): data
        for path, data in files.items()
        if path.startswith(_DOCS) and path.endswith(".md") and not path.startswith(_LIVE)
    }
    order = dict.fromkeys(menu_order(files.get(_NAV, b"").decode("utf-8", "replace")))
    uris = [uri for uri in order if uri in pages] + sorted(pages.keys() - order.keys())
    inside = tuple(
        (path, data)
        for path, data in sorted(files.items())
        if path.startswith(_INSERTED) or _OWN_TEXT.fullmatch(path)
    )
    insert = _inserted(inside, tuple(sorted(region.items())))
    return Wortlaut(
        name,
        _records(files, "standards", Standard),
        _records(files, "glossar", Begriff),
        {uri: _chapter(uri, pages[uri], insert) for uri in uris},
        {
            typ.datei.mehrzahl: {
                id: eintrag
                for id, record in _records(files, PurePosixPath(typ.datei.name).stem, typ).items()
                if (eintrag := entry(record, land))
            }
            for typ in LISTEN
        },
    )


# The draft and the Fassung in force often share most of their files: each is read once.
@lru_cache(maxsize=8)
def _inserted(
    files: tuple[tuple[str, bytes], ...], region: tuple[tuple[str, str], ...]
) -> _Einsatz:
    found = dict(files)
    texte, _ = read_texts(
        (pair for pair in files if _OWN_TEXT.fullmatch(pair[0])),
        (pair for pair in files if pair[0].startswith(f"{_KATALOG}{TEXT_FOLDER}/")),
    )
    return _Einsatz(
        {id: begriff.begriff for id, begriff in _records(found, "glossar", Begriff).items()},
        {
            id: norm.kurz
            for id, norm in _records(found, "rechtsgrundlagen", Rechtsgrundlage).items()
        },
        {id: text.text for id, text in texte.items()},
        dict(region),
    )


@lru_cache(maxsize=512)
def _chapter(uri: str, data: bytes, insert: _Einsatz) -> Kapitel:
    head, body = _split(data, uri)
    return Kapitel(
        uri,
        head.get("title", uri),
        head.get("kapitel", ""),
        head.get("bindung", ""),
        sections(body, insert.text),
    )


def _records(files: Mapping[str, bytes], stem: str, typ: type[R]) -> dict[str, R]:
    found: dict[str, R] = {}
    for path in sorted(files):
        name = path.removeprefix(_KATALOG)
        part = name.startswith(f"{stem}-") and name.endswith(".yml")
        if path != name and (name == f"{stem}.yml" or part):
            found |= {r.id: r for r in _read(files[path], path, typ) if isinstance(r, typ)}
    return found


@lru_cache(maxsize=32)
def _read(data: bytes, path: str, typ: type[Record]) -> tuple[Record, ...]:
    """Return the records of a file; the draft and the Fassung in force often share it."""
    return tuple(record for record, _ in read_frozen_file(data, path, typ).records)


def _split(data: bytes, uri: str) -> tuple[dict[str, str], str]:
    """Return the fields of a page's head that have one value, and its body."""
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end or lines[0].rstrip() != "---":
        return {}, "\n".join(lines)
    node, _ = load_yaml("\n".join(lines[1:end]).encode(), uri)
    fields = node.entries if isinstance(node, YamlMapping) else ()
    head = {key.text: value.text for key, value in fields if isinstance(value, Scalar)}
    return head, "\n".join(lines[end + 1 :])
