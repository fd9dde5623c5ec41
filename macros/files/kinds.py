"""What kinds of files there are, which are allowed, and what the first bytes say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

HEAD: Final = 4096
"""So many bytes at the beginning tell the kind."""


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes:
        name: for messages, with its article: „ein PNG-Bild“.
        endings: with dot, lower case; the first is the one we propose.
        family: ``text``, ``image``, ``svg``, ``pdf``, ``office``; ``foreign`` is not allowed,
            ``picture`` is an image format that is not allowed.
    """

    name: str
    endings: tuple[str, ...]
    family: str


TEXT: Final = Kind("ein Text", (".md", ".yml", ".json", ".csv", ".txt"), "text")
THEME: Final = Kind("ein Baustein der Gestaltung", (".css", ".js"), "text")
PNG: Final = Kind("ein PNG-Bild", (".png",), "image")
JPEG: Final = Kind("ein JPEG-Bild", (".jpg", ".jpeg"), "image")
GIF: Final = Kind("ein GIF-Bild", (".gif",), "image")
WEBP: Final = Kind("ein WebP-Bild", (".webp",), "image")
SVG: Final = Kind("ein SVG-Bild", (".svg",), "svg")
PDF: Final = Kind("ein PDF", (".pdf",), "pdf")
DOCX: Final = Kind("eine Word-Datei", (".docx",), "office")
XLSX: Final = Kind("eine Excel-Datei", (".xlsx",), "office")

HEIC: Final = Kind("HEIC", (".heic", ".heif"), "picture")
AVIF: Final = Kind("AVIF", (".avif",), "picture")
TIFF: Final = Kind("TIFF", (".tif", ".tiff"), "picture")
PSD: Final = Kind("Photoshop", (".psd",), "picture")
BMP: Final = Kind("BMP", (".bmp",), "picture")
RAW: Final = Kind("Kamera-Rohdaten", (".dng", ".cr2", ".cr3", ".nef", ".arw"), "picture")
OTHER_PICTURE: Final = Kind(
    "Grafik", (".ico", ".jp2", ".jxl", ".eps", ".ai", ".xcf", ".indd"), "picture"
)

ZIP: Final = Kind("ein ZIP-Archiv", (".zip",), "foreign")
OLE: Final = Kind("eine alte oder verschlüsselte Office-Datei", (".doc", ".xls"), "foreign")
PROGRAM: Final = Kind("ein Programm", (".exe", ".dll", ".msi"), "foreign")
ARCHIVE: Final = Kind("ein Archiv", (".gz", ".7z", ".rar"), "foreign")
BINARY: Final = Kind("kein Text", (), "foreign")

ALLOWED: Final = (TEXT, PNG, JPEG, GIF, WEBP, SVG, PDF, DOCX, XLSX)
PICTURES: Final = (HEIC, AVIF, TIFF, PSD, BMP, RAW, OTHER_PICTURE)

_SIGNATURES: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), PNG),
    (re.compile(rb"\xff\xd8\xff"), JPEG),
    (re.compile(rb"GIF8[79]a"), GIF),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), WEBP),
    (re.compile(rb"....ftyp(?:avif|avis)", re.DOTALL), AVIF),
    (re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL), HEIC),
    (re.compile(rb"II\*\x00|MM\x00\*"), TIFF),
    (re.compile(rb"8BPS"), PSD),
    (re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL), BMP),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*%PDF-"), PDF),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), ZIP),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), OLE),
    (re.compile(rb"MZ[\s\S]*\x00|\x7fELF|\xcf\xfa\xed\xfe"), PROGRAM),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07"), ARCHIVE),
)
_SVG_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?svg[\s>]")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")

HINTS: Final = {
    ".yaml": "Die Endung .yml verwenden",
    ".doc": "In Word als .docx speichern",
    ".docm": "In Word als .docx (ohne Makros) speichern",
    ".xls": "In Excel als .xlsx speichern",
    ".xlsm": "In Excel als .xlsx (ohne Makros) speichern",
    ".odt": "Als PDF oder .docx speichern",
    ".ods": "Als PDF oder .xlsx speichern",
    ".ppt": "Als PDF speichern",
    ".pptx": "Als PDF speichern",
    ".odp": "Als PDF speichern",
    ".zip": "Auspacken und die Dateien einzeln hierher legen",
    ".html": "Den Text als Markdown (.md) schreiben",
    ".htm": "Den Text als Markdown (.md) schreiben",
}


def split_name(name: str) -> tuple[str, str]:
    """Return a name's stem and its ending with dot in lower case; empty where there is none.

    Blanks and dots at the end are the business of the names' rules: they hide no ending.
    """
    stem, dot, ending = name.strip().rstrip(". ").rpartition(".")
    return (stem, f".{ending.lower()}") if dot and stem else (ending, "")


def kind_by_ending(ending: str, *, theme: bool) -> Kind | None:
    """Return the kind that the ending announces, or None when it is not known here.

    Args:
        ending: as :func:`split_name` returns it.
        theme: whether the file belongs to the theme, where styles and scripts are at home.
    """
    kinds = (*ALLOWED, *PICTURES, *((THEME,) if theme else ()))
    return next((kind for kind in kinds if ending in kind.endings), None)


def kind_by_content(head: bytes) -> Kind | None:
    """Return the kind that the first bytes tell; None where they tell nothing, as with text."""
    for signature, kind in _SIGNATURES:
        if signature.match(head):
            return kind
    if _SVG_START.match(head):
        return SVG
    if b"\0" in head and not head.startswith(_UTF16):
        return BINARY
    return None


def allowed_text(*, theme: bool) -> str:
    """Return the list of allowed kinds for a remedy."""
    text = (*TEXT.endings, *(THEME.endings if theme else ()))
    images = [ending for kind in (PNG, JPEG, GIF, WEBP, SVG) for ending in kind.endings]
    return (
        f"Erlaubt sind Texte ({', '.join(text)}), Bilder ({', '.join(images)}) "
        "und Dokumente (.pdf, .docx, .xlsx)"
    )
