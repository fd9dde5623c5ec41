"""All files of the project's public folders, judged in stable order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.files import file_rules as r
from macros.files import kinds
from macros.files.names import judge_names
from macros.files.walk import entry_at, folders, judge_entry, quoted, read_bytes, unreadable
from macros.model.findings import Stufe, sorted_befunde

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.files.kinds import Kind
    from macros.files.walk import Entry, Folder
    from macros.model.findings import Befund

KB: Final = 1024
MB: Final = 1024 * KB
MAX_IMAGE: Final = 500 * KB
MAX_IMAGE_READ: Final = 20 * MB
MAX_SVG_READ: Final = 2 * MB
MAX_DOCUMENT: Final = 10 * MB
MAX_TEXT: Final = 10 * MB

_KEPT_HIDDEN: Final = frozenset({".gitkeep", ".gitignore", ".gitattributes"})
_ARCHIVE: Final = re.compile(r"data/regionen/[^/]+/wortlaut/archiv/\d{4}\.\d{1,2}\.tar")
_LEFT_BEHIND: Final = re.compile(
    r"(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|.*~|.*\.(?:tmp|bak|swp|orig|part)"
    r"|.*_original)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Area:
    """A folder whose files are judged.

    Attributes:
        folder: relative to the project's root.
        address: whether names become part of an address.
        theme: whether it belongs to the theme: styles and scripts are at home there, and its
            drawings are ornaments that need no title.
    """

    folder: str
    address: bool
    theme: bool


AREAS: Final = (
    Area("data", address=False, theme=False),
    Area("docs", address=True, theme=False),
    Area("overrides/assets", address=True, theme=True),
)


def check_files(root: Path) -> list[Befund]:
    """Return the findings about the files in ``docs``, ``data`` and ``overrides/assets``.

    Nothing is followed, waited for or read beyond its limit: links, devices and huge files are
    told by what their folder says about them.

    Args:
        root: the project's root.

    Returns:
        Findings sorted by file; a missing folder is none of this check's business.
    """
    befunde: list[Befund] = []
    for area in AREAS:
        start, befund = _start(area, root)
        if befund is not None:
            befunde.append(befund)
        elif start is not None:
            for folder in folders(start, skipped=frozenset(".")):
                befunde.extend(_judge_folder(folder, area, root))
    return sorted_befunde(befunde)


def _start(area: Area, root: Path) -> tuple[Entry | None, Befund | None]:
    """Return an area's folder, or the finding that it or a folder above it is a link."""
    parts = area.folder.split("/")
    entry = None
    for depth in range(1, len(parts) + 1):
        entry = entry_at(root, "/".join(parts[:depth]))
        if entry.mode is None:
            return None, None
        if befund := judge_entry(entry, root):
            return None, befund
    return (entry if entry is not None and entry.is_folder else None), None


def _judge_folder(folder: Folder, area: Area, root: Path) -> Iterator[Befund]:
    if folder.entries is None:
        yield unreadable(folder.entry)
        return
    named = []
    for entry in folder.entries:
        if befund := judge_entry(entry, root):
            yield befund
        elif _is_left_behind(entry):
            yield _left_behind(entry)
            continue
        elif entry.is_file and entry.name not in _KEPT_HIDDEN:
            yield from _judge_file(entry, area)
        named.append(entry)
    yield from judge_names(named, address=area.address)


def _is_left_behind(entry: Entry) -> bool:
    if entry.name.startswith("."):
        return entry.name not in _KEPT_HIDDEN
    return entry.is_file and _LEFT_BEHIND.fullmatch(entry.name) is not None


def _left_behind(entry: Entry) -> Befund:
    # What begins with a dot is never published; everything else would be.
    hidden = entry.name.startswith(".")
    what = "Der Ordner" if entry.is_folder else "Die Datei"
    why = "gehört nicht zum Projekt" if hidden else "ist ein Rest eines Programms"
    return r.BEIDATEI.befund(
        entry.ort,
        f"{what} „{quoted(entry.name)}“ {why}{'' if hidden else ' und würde veröffentlicht'}.",
        "Löschen oder in die Datei .gitignore eintragen" if hidden else "Die Datei löschen",
        stufe=Stufe.WARNUNG if hidden else Stufe.FEHLER,
    )


def _judge_file(entry: Entry, area: Area) -> Iterator[Befund]:
    if _ARCHIVE.fullmatch(entry.file):
        # The wording of a Fassung, as it was released; its ledger holds the checksum.
        return
    _, ending = kinds.split_name(entry.name)
    kind = kinds.kind_by_ending(ending, theme=area.theme)
    if kind is None:
        yield _not_allowed(entry, ending, area)
        return
    if kind.family == "picture":
        yield _not_shown(entry, kind)
        return
    if (befund := _too_big(entry, kind)) is not None:
        yield befund
    most = _MOST[kind.family]
    if entry.size > most:
        return
    data = read_bytes(entry, most)
    if data is None:
        yield unreadable(entry)
        return
    yield from _judge_content(entry, kind, data, area)


_MOST: Final = {
    "text": MAX_TEXT,
    "image": MAX_IMAGE_READ,
    "svg": MAX_SVG_READ,
    "pdf": MAX_DOCUMENT,
    "office": MAX_DOCUMENT,
}


def _judge_content(entry: Entry, kind: Kind, data: bytes, area: Area) -> Iterator[Befund]:
    found = kinds.kind_by_content(data[: kinds.HEAD])
    if kind.family == "office" and found in (kinds.ZIP, kinds.OLE):
        found = kind if found is kinds.ZIP else found
    if kind.family == "text" and found is kinds.SVG:
        found = None
    if found is not None and found is not kind:
        yield from _judge_ending(entry, kind, found)
        if found not in kinds.ALLOWED:
            return
        kind = found
    yield from _judge_kind(entry, kind, data, area)


def _judge_ending(entry: Entry, kind: Kind, found: Kind) -> Iterator[Befund]:
    stem, ending = kinds.split_name(entry.name)
    if found is kinds.OLE and kind.family == "office":
        from macros.files.office import encrypted

        yield encrypted(entry.ort)
    elif found.family == "picture":
        yield _not_shown(entry, found)
    else:
        yield r.ENDUNG.befund(
            entry.ort,
            f"Die Endung {ending} passt nicht zum Inhalt: Die Datei ist {found.name}.",
            f"Umbenennen in „{quoted(stem)}{found.endings[0]}“"
            if found in kinds.ALLOWED
            else f"Die richtige Datei hierher legen. {kinds.allowed_text(theme=False)}",
        )


def _judge_kind(entry: Entry, kind: Kind, data: bytes, area: Area) -> Iterator[Befund]:
    # Pillow and pypdf take longer to load than a region to check: only who needs them pays.
    if kind.family == "image":
        from macros.files.images import judge_image

        yield from judge_image(data, entry.ort)
    elif kind.family == "svg":
        from macros.files.svg import judge_svg

        yield from judge_svg(data, entry.ort, titled=not area.theme)
    elif kind.family == "pdf":
        from macros.files.pdf import judge_pdf

        yield from judge_pdf(data, entry.ort)
    elif kind.family == "office":
        from macros.files.office import judge_office

        yield from judge_office(data, entry.ort, kind)


def _too_big(entry: Entry, kind: Kind) -> Befund | None:
    size = _size_text(entry.size)
    if kind.family in ("image", "svg") and entry.size > MAX_IMAGE:
        return r.BILDGROESSE.befund(
            entry.ort,
            f"Das Bild ist {size} groß; höchstens 500 KB sind erlaubt.",
            "Auf höchstens 2000 Pixel je Seite verkleinern und als JPEG mit Qualität 80 speichern"
            if kind.family == "image"
            else "Im Zeichenprogramm vereinfachen oder als „Optimiertes SVG“ speichern",
        )
    if kind.family in ("pdf", "office") and entry.size > MAX_DOCUMENT:
        return r.DOKUMENTGROESSE.befund(
            entry.ort,
            f"Das Dokument ist {size} groß; höchstens 10 MB sind erlaubt.",
            "Bilder im Dokument verkleinern (Word: Bildformat → Bilder komprimieren) und neu "
            "speichern oder exportieren",
        )
    if kind.family == "text" and entry.size > MAX_TEXT:
        return r.DATEIGROESSE.befund(
            entry.ort, f"Die Datei ist {size} groß; höchstens 10 MB sind erlaubt."
        )
    return None


def _not_allowed(entry: Entry, ending: str, area: Area) -> Befund:
    allowed = kinds.allowed_text(theme=area.theme)
    hint = kinds.HINTS.get(ending)
    return r.DATEIART.befund(
        entry.ort,
        f"Dateien mit der Endung {quoted(ending)} sind hier nicht erlaubt."
        if ending
        else f"Die Datei „{quoted(entry.name)}“ hat keine Endung.",
        f"{hint}. {allowed}" if hint else allowed,
    )


def _not_shown(entry: Entry, kind: Kind) -> Befund:
    _, ending = kinds.split_name(entry.name)
    name = kind.name if kind is not kinds.OTHER_PICTURE else ending
    belied = "" if ending in kind.endings else f", obwohl es auf {ending} endet"
    return r.BILDFORMAT.befund(
        entry.ort,
        f"Das Bild hat das Format {name}{belied}; manche Browser zeigen es nicht an.",
        "Als JPEG oder PNG mit höchstens 2000 Pixeln je Seite und 500 KB speichern",
    )


def _size_text(size: int) -> str:
    """Return a size for reading, rounded up so that it never equals the limit it exceeds."""
    if size < MB:
        return f"{-(-size // KB)} KB"
    tenths = -(-size * 10 // MB)
    return f"{tenths // 10},{tenths % 10} MB" if tenths % 10 else f"{tenths // 10} MB"
