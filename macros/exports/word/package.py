"""The Word file as a ZIP: header, properties and links put in, always in the same order."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE as REL
from lxml import etree

from macros.exports.word.base import FUSS, KOPF
from macros.exports.word.elements import element
from macros.exports.word.style_xml import NUMBERS
from macros.exports.word.template import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

_CORE: Final = "docProps/core.xml"
_LINKS: Final = "word/_rels/document.xml.rels"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
# ZIP knows no time before 1980; the same content shall give the same bytes on any day.
_TIME: Final = (1980, 1, 1, 0, 0, 0)
FIRST_LIST: Final = 9100
_TAB: Final = b'w:pos="9468"'
_WIDE_TAB: Final = b'w:pos="14400"'


@dataclass(frozen=True)
class Angaben:
    """What a file says about itself.

    Attributes:
        titel: its title.
        betreff: its subject.
        kopf: its header.
        fuss: its footer.
    """

    titel: str
    betreff: str
    kopf: str
    fuss: str


def package(
    parts: Mapping[str, bytes],
    angaben: Angaben,
    links: Mapping[str, str],
    lists: int,
    *,
    quer: bool,
) -> bytes:
    """Return the file.

    Args:
        parts: all parts by path.
        angaben: what goes into header, footer and properties.
        links: id of the relationship for each address that the text links to.
        lists: how many lists with numbers there are; each begins with 1.
        quer: landscape, so the header is wider.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            if path == _CORE:
                content = _properties(angaben)
            elif path == _LINKS:
                content = _with_links(data, links)
            elif path.startswith(("word/header", "word/footer")):
                content = _filled(data, angaben)
            elif path == "word/numbering.xml":
                content = _with_lists(data, lists)
            elif quer and path == "word/styles.xml":
                content = data.replace(_TAB, _WIDE_TAB)
            else:
                content = data
            _add(archive, path, content)
    return out.getvalue()


def plain_package(data: bytes) -> bytes:
    """Return a Word file of the library with the times and the author taken out.

    Args:
        data: the file as the library wrote it.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for path in source.namelist():
            nobody = Angaben("Vorlage für Word-Dateien", "", "", "")
            _add(archive, path, _properties(nobody) if path == _CORE else source.read(path))
    return out.getvalue()


def _add(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    info = zipfile.ZipInfo(path, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    archive.writestr(info, content)


def _filled(data: bytes, angaben: Angaben) -> bytes:
    return data.replace(KOPF.encode(), escape(angaben.kopf).encode()).replace(
        FUSS.encode(), escape(angaben.fuss).encode()
    )


def _properties(angaben: Angaben) -> bytes:
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    for name, text in (
        ("title", angaben.titel),
        ("subject", angaben.betreff),
        ("language", LANGUAGE),
    ):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_links(data: bytes, links: Mapping[str, str]) -> bytes:
    if not links:
        return data
    root = etree.fromstring(data)
    for address, id in links.items():
        etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            {"Id": id, "Type": REL.HYPERLINK, "Target": address, "TargetMode": "External"},
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_lists(data: bytes, lists: int) -> bytes:
    if not lists:
        return data
    root = etree.fromstring(data)
    for number in range(1, lists + 1):
        call = element("num", root, numId=str(FIRST_LIST + number))
        element("abstractNumId", call, val=str(NUMBERS))
        element("startOverride", element("lvlOverride", call, ilvl="0"), val="1")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
