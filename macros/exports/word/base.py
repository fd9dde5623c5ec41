"""A template taken apart once: its parts as bytes, into which documents put their own text."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docx.oxml.ns import qn
from lxml import etree

from macros.exports.word.elements import add_field, add_text, element
from macros.exports.word.style_xml import AKZENT
from macros.exports.word.styles import FUSSZEILE, KOPFZEILE
from macros.exports.word.template import region_template, shipped_template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordFile
    from docx.section import _Footer, _Header

# Stand in the prepared header and footer until a document puts its own words in their place.
KOPF: Final = "RAHMENKONZEPT-KOPFZEILE"
FUSS: Final = "RAHMENKONZEPT-FUSSZEILE"
DOCUMENT: Final = "word/document.xml"


@dataclass(frozen=True)
class Grundlage:
    """A template ready for documents.

    Attributes:
        teile: the parts of the file by path, in their order.
        stile: id of each style by its name in lower case.
        seite: XML of the page's size and margins with its headers.
        bereich: an empty document's root element as XML.
    """

    teile: Mapping[str, bytes]
    stile: Mapping[str, str]
    seite: bytes
    bereich: bytes

    def stil(self, name: str) -> str:
        """Return the id of a style.

        Raises:
            KeyError: no style has this name.
        """
        return self.stile[name.lower()]


@lru_cache(maxsize=8)
def base_for(muster: bytes | None = None, akzent: str = AKZENT) -> Grundlage:
    """Return the base that a region's documents are made from.

    Args:
        muster: the region's own Word file; without it the shipped template is taken.
        akzent: the region's colour for the shipped template, ``#rrggbb``.

    Raises:
        BrokenTemplateError: the region's file cannot be used.
    """
    word = shipped_template(akzent) if muster is None else region_template(muster, akzent)
    _fill_header(word)
    out = io.BytesIO()
    word.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[DOCUMENT])
    section = root.find(f"{qn('w:body')}/{qn('w:sectPr')}")
    seite = etree.tostring(section) if section is not None else b""
    body = root.find(qn("w:body"))
    for child in list(body) if body is not None else ():
        body.remove(child)  # type: ignore[union-attr]
    return Grundlage(parts, _style_ids(parts["word/styles.xml"]), seite, etree.tostring(root))


def _style_ids(styles: bytes) -> dict[str, str]:
    found = {}
    for style in etree.fromstring(styles).iterfind(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found[str(name.get(qn("w:val"))).lower()] = str(style.get(qn("w:styleId")))
    return found


def _fill_header(word: WordFile) -> None:
    """Put our line under what the template has: a logo stays where the region has put it."""
    ids = _style_ids(etree.tostring(word.styles.element))
    section = word.sections[0]
    _add_line(section.header, ids[KOPFZEILE], KOPF, numbered=True)
    _add_line(section.footer, ids[FUSSZEILE], FUSS, numbered=False)
    if section.different_first_page_header_footer:
        _add_line(section.first_page_footer, ids[FUSSZEILE], FUSS, numbered=False)


def _add_line(area: _Header | _Footer, style: str, words: str, *, numbered: bool) -> None:
    area.is_linked_to_previous = False
    holder = area._element
    for paragraph in list(holder.iterfind(qn("w:p"))):
        if not "".join(paragraph.itertext()).strip() and not len(
            paragraph.findall(f".//{qn('w:drawing')}")
        ):
            holder.remove(paragraph)
    paragraph = element("p")
    properties = element("pPr", paragraph)
    element("pStyle", properties, val=style)
    add_text(paragraph, words)
    if numbered:
        element("tab", element("r", paragraph))
        add_text(paragraph, "Seite ")
        add_field(paragraph, "PAGE")
        add_text(paragraph, " von ")
        add_field(paragraph, "NUMPAGES")
    holder.append(paragraph)
