"""PDF files: readable by everyone, machines included, and without names of people."""

from __future__ import annotations

import io
import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from macros.files import file_rules as r

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

    from macros.model.findings import Befund, Ort

_SAMPLE: Final = 20
_MAX_FORMS: Final = 50
_MAX_DECODED: Final = 100 * 1024 * 1024
_SHOWS_TEXT: Final = re.compile(rb"[)>\]]\s*(?:T[jJ]|['\"])")


def judge_pdf(data: bytes, ort: Ort) -> Iterator[Befund]:
    """Yield the findings about a PDF.

    Args:
        data: the file's bytes.
        ort: the file.
    """
    with _quiet():
        try:
            befunde = list(_judge(data, ort))
        except Exception:  # pypdf raises many types on damaged bytes, RecursionError among them.
            # Newer ways of encryption make pypdf fail before it says so.
            befunde = [_encrypted(ort) if b"/Encrypt" in data else _damaged(ort)]
    yield from befunde


def _judge(data: bytes, ort: Ort) -> Iterator[Befund]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if "/Encrypt" in reader.trailer:
        yield _encrypted(ort)
        return
    root = reader.root_object
    pages = len(reader.pages)
    if not pages:
        raise ValueError("no pages")
    metadata = reader.metadata
    xmp = reader.xmp_metadata
    if not ((metadata and _text(metadata.title)) or (xmp and any((xmp.dc_title or {}).values()))):
        yield r.PDF_TITEL.befund(ort, "Das PDF hat keinen Titel.")
    if not _text(root.get("/Lang")):
        yield r.PDF_SPRACHE.befund(ort, "Das PDF nennt seine Sprache nicht.")
    marks = _resolved(root.get("/MarkInfo"))
    marked = isinstance(marks, DictionaryObject) and bool(_resolved(marks.get("/Marked")))
    if not marked or "/StructTreeRoot" not in root:
        yield r.PDF_TAGS.befund(ort, "Das PDF hat keine Struktur (Tags).")
    yield from _judge_scans(reader, pages, ort)
    if (metadata and _text(metadata.author)) or (xmp and any(xmp.dc_creator or [])):
        yield r.AUTORNAME.befund(
            ort,
            "Im PDF steht ein Autorname in den Metadaten.",
            "Im Textprogramm das Feld „Autor“ leeren (Word: Datei → Informationen → Auf Probleme "
            "überprüfen → Dokument prüfen), dann neu als PDF exportieren",
        )


def _encrypted(ort: Ort) -> Befund:
    return r.VERSCHLUESSELT.befund(
        ort,
        "Das PDF ist verschlüsselt oder mit Einschränkungen versehen.",
        "Ohne Kennwort und ohne Einschränkungen neu exportieren",
    )


def _damaged(ort: Ort) -> Befund:
    return r.PDF_BESCHAEDIGT.befund(
        ort,
        "Das PDF ist beschädigt und lässt sich nicht lesen.",
        "Das Original neu kopieren oder neu als PDF exportieren",
    )


def _judge_scans(reader: PdfReader, pages: int, ort: Ort) -> Iterator[Befund]:
    sample = min(pages, _SAMPLE)
    search = _ScanSearch()
    scanned = sum(search.is_scan(reader.pages[number]) for number in range(sample))
    if scanned * 2 > sample:
        yield r.PDF_GESCANNT.befund(
            ort,
            f"Das PDF ist gescannt: {scanned} von {sample} geprüften Seiten sind Bilder ohne Text.",
            "Das Original als PDF exportieren oder Text erkennen lassen: "
            "ocrmypdf -l deu alt.pdf neu.pdf",
        )


class _ScanSearch:
    """Looks for text on pages, and no longer than a well-meant file needs."""

    def __init__(self) -> None:
        self._decoded = 0

    def is_scan(self, page: PageObject) -> bool:
        """Tell whether a page shows an image and no text, in forms inside forms too."""
        contents = page.get_contents()
        if contents is not None and self._shows_text(contents):
            return False
        image = False
        seen: set[int] = set()
        waiting = [page.get("/Resources")]
        while waiting and len(seen) < _MAX_FORMS:
            for form in _xobjects(waiting.pop()):
                if id(form) in seen:
                    continue
                seen.add(id(form))
                if form.get("/Subtype") == "/Image":
                    image = True
                elif isinstance(form, StreamObject):
                    if self._shows_text(form):
                        return False
                    waiting.append(form.get("/Resources"))
        return image

    def _shows_text(self, stream: StreamObject) -> bool:
        if self._decoded > _MAX_DECODED:
            return True
        data = stream.get_data()
        self._decoded += len(data)
        return _SHOWS_TEXT.search(data) is not None


def _xobjects(resources: Any) -> list[DictionaryObject]:
    resources = _resolved(resources)
    if not isinstance(resources, DictionaryObject):
        return []
    named = _resolved(resources.get("/XObject"))
    if not isinstance(named, DictionaryObject):
        return []
    found = [_resolved(value) for value in named.values()]
    return [item for item in found if isinstance(item, DictionaryObject)]


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _text(value: Any) -> str:
    value = _resolved(value)
    return str(value).strip("\0 \t\r\n") if value is not None else ""


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence pypdf's English log lines; what is wrong becomes a finding."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
