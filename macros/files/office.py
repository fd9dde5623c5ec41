"""Word and Excel files: whole, not a bomb, without names of people."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from macros.files import file_rules as r
from macros.files import kinds
from macros.files.safe_xml import XmlBrokenError, XmlRefusedError, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.files.kinds import Kind
    from macros.model.findings import Befund, Ort

MAX_UNPACKED: Final = 100 * 1024 * 1024
MAX_PARTS: Final = 5000
_MAX_CORE: Final = 1024 * 1024
_MAX_TEXT: Final = 20 * 1024 * 1024
_MAIN: Final = (("word/document.xml", kinds.DOCX), ("xl/workbook.xml", kinds.XLSX))
_CORE: Final = "docProps/core.xml"
_PERSONS: Final = frozenset({"creator", "lastModifiedBy"})
# What programs write where nobody is signed in.
_PROGRAMS: Final = frozenset(
    {"python-docx", "openpyxl", "microsoft office user", "autor", "author"}
)
_COMMENTED: Final = re.compile(rb"""w:author=["'][^"']*[^"'\s]|<author>[^<]*[^<\s]""")
_ENCRYPTED: Final = 0x1


def judge_office(data: bytes, ort: Ort, kind: Kind) -> Iterator[Befund]:
    """Yield the findings about a Word or Excel file.

    Args:
        data: the file's bytes.
        ort: the file.
        kind: the kind that its ending announces.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _judge_archive(archive, ort, kind)
    except Exception:  # zipfile raises many types on damaged bytes.
        yield _damaged(ort)


def _judge_archive(archive: zipfile.ZipFile, ort: Ort, kind: Kind) -> Iterator[Befund]:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
        yield r.OFFICE_BOMBE.befund(
            ort,
            "Die Datei ist ausgepackt größer als 100 MB."
            if unpacked > MAX_UNPACKED
            else f"Die Datei enthält {len(parts)} Teile; höchstens {MAX_PARTS} sind erlaubt.",
        )
        return
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        yield encrypted(ort)
        return
    found = _kind_of(archive)
    if found is not kind:
        yield r.ENDUNG.befund(
            ort,
            f"Die Endung {kind.endings[0]} passt nicht zum Inhalt: Die Datei ist {found.name}.",
            f"Mit der Endung {found.endings[0]} speichern"
            if found is not kinds.ZIP
            else "Das Dokument im Schreibprogramm neu speichern",
        )
    if archive.testzip() is not None:
        yield _damaged(ort)
        return
    if where := _names(archive):
        yield r.AUTORNAME.befund(
            ort,
            f"In den Metadaten der Datei stehen Autorennamen ({', '.join(where)}).",
            "In Word oder Excel: Datei → Informationen → Auf Probleme überprüfen → Dokument "
            "prüfen → Dokumenteigenschaften und persönliche Informationen entfernen",
        )


def encrypted(ort: Ort) -> Befund:
    """Return the finding for an Office file with a password."""
    return r.VERSCHLUESSELT.befund(
        ort,
        "Die Datei ist mit einem Kennwort verschlüsselt oder in einem alten Format gespeichert.",
        "Im Schreibprogramm ohne Kennwort als .docx oder .xlsx speichern",
    )


def _kind_of(archive: zipfile.ZipFile) -> Kind:
    names = set(archive.namelist())
    return next((kind for part, kind in _MAIN if part in names), kinds.ZIP)


def _names(archive: zipfile.ZipFile) -> list[str]:
    """Return where names of people stand: as words for the message."""
    where = []
    if _core_names(archive):
        where.append("Eigenschaften")
    for part in archive.infolist():
        is_text = part.filename.startswith(("word/", "xl/")) and part.filename.endswith(".xml")
        if not is_text or part.file_size > _MAX_TEXT:
            continue
        if _COMMENTED.search(archive.read(part)):
            where.append("Kommentare oder nachverfolgte Änderungen")
            break
    return where


def _core_names(archive: zipfile.ZipFile) -> bool:
    if _CORE not in archive.namelist() or archive.getinfo(_CORE).file_size > _MAX_CORE:
        return False
    try:
        xml = parse_xml(archive.read(_CORE))
    except (XmlBrokenError, XmlRefusedError) as error:
        raise zipfile.BadZipFile from error
    return any(
        element.name in _PERSONS
        and element.text.strip()
        and element.text.strip().lower() not in _PROGRAMS
        for element in xml.elements
    )


def _damaged(ort: Ort) -> Befund:
    return r.OFFICE_BESCHAEDIGT.befund(
        ort,
        "Die Datei ist beschädigt und lässt sich nicht öffnen.",
        "Das Original neu kopieren oder im Schreibprogramm neu speichern",
    )
