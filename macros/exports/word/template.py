"""The template: the shipped one, made by python-docx, or the one Word file of a region."""

from __future__ import annotations

import io
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn
from docx.shared import Cm
from lxml import etree

from macros.exports.word.style_xml import AKZENT, numbering_elements, style_elements
from macros.exports.word.styles import FORMATVORLAGEN

if TYPE_CHECKING:
    from docx.document import Document as WordFile

    from macros.exports.word.styles import Formatvorlage

LANGUAGE: Final = "de-DE"
FONT: Final = "Arial"
_DROPPED: Final = ("customXml", "thumbnail", "stylesWithEffects")


class BrokenTemplateError(Exception):
    """A file that is no Word document, or lacks a part that every Word document has."""


def shipped_template(akzent: str = AKZENT) -> WordFile:
    """Return the template that the project ships.

    Args:
        akzent: the region's colour, ``#rrggbb``.
    """
    word = Document()
    _drop_parts(word)
    root = word.styles.element
    for style in list(root.iterfind(qn("w:style"))):
        root.remove(style)
    latent = root.find(qn("w:latentStyles"))
    if latent is not None:
        root.remove(latent)
    for xml in style_elements(akzent).values():
        root.append(parse_xml(xml))
    _set_defaults(root)
    numbering = word.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    _add_lists(numbering)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.3), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.1), Cm(1.8)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    _modern(word)
    return word


def sample_template(akzent: str = AKZENT) -> bytes:
    """Return the shipped template as a file with a line in each style, for a region to change.

    Args:
        akzent: the region's colour, ``#rrggbb``.
    """
    word = shipped_template(akzent)
    ids = {
        name.get(qn("w:val"), ""): style.get(qn("w:styleId"), "")
        for style in word.styles.element.iterfind(qn("w:style"))
        for name in style.iterfind(qn("w:name"))
    }
    word.add_paragraph(
        "Ändern Sie hier Schriften, Farben und Abstände der Formatvorlagen und setzen Sie Ihr Logo "
        "in die Kopfzeile der ersten Seite, mit einem Alternativtext. Der Text dieser Seite fällt "
        "weg; die Namen der Formatvorlagen bleiben."
    )
    for vorlage in FORMATVORLAGEN:
        line = word.add_paragraph(f"{vorlage.anzeige}: {vorlage.wofuer}")
        kind = next(
            s.get(qn("w:type"))
            for s in word.styles.element.iterfind(qn("w:style"))
            if s.get(qn("w:styleId")) == ids[vorlage.name]
        )
        if kind == "paragraph":
            line._p.get_or_add_pPr().style = ids[vorlage.name]
        elif kind == "character":
            line.runs[0]._r.get_or_add_rPr().style = ids[vorlage.name]
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def region_template(data: bytes, akzent: str = AKZENT) -> WordFile:
    """Return a region's own template; styles it lacks come from the shipped one.

    Args:
        data: the Word file.
        akzent: colour of the styles that are added.

    Raises:
        BrokenTemplateError: it cannot be read, or has no styles or lists.
    """
    word = _open(data)
    for element in list(word.element.body):
        if element.tag != qn("w:sectPr"):
            word.element.body.remove(element)
    missing = missing_styles(data)
    shipped = style_elements(akzent)
    ids = {s.get(qn("w:styleId")) for s in word.styles.element.iterfind(qn("w:style"))}
    base = word.styles.default(1)
    for vorlage in missing:
        style = parse_xml(shipped[vorlage.name])
        if style.get(qn("w:styleId")) in ids:
            style.set(qn("w:styleId"), f"Rahmen{style.get(qn('w:styleId'))}")
        for based in style.iterfind(qn("w:basedOn")):
            if based.get(qn("w:val")) not in ids and base is not None:
                based.set(qn("w:val"), base.style_id or "")
        word.styles.element.append(style)
    _add_lists(word.part.numbering_part.element)
    _set_language(word.styles.element)
    return word


@lru_cache(maxsize=4)
def missing_styles(data: bytes) -> tuple[Formatvorlage, ...]:
    """Return which of our styles a template lacks.

    Raises:
        BrokenTemplateError: the file cannot be read.
    """
    word = _open(data)
    names = {
        name.get(qn("w:val"), "").lower()
        for name in word.styles.element.iterfind(f"{qn('w:style')}/{qn('w:name')}")
    }
    return tuple(v for v in FORMATVORLAGEN if v.name.lower() not in names)


@lru_cache(maxsize=4)
def mute_pictures(data: bytes) -> int:
    """Return how many pictures in headers and footers say nothing to those who do not see them.

    The text of the template itself falls away, and its pictures with it.

    Raises:
        BrokenTemplateError: the file cannot be read.
    """
    word = _open(data)
    areas = (REL.HEADER, REL.FOOTER)
    return sum(
        not (picture.get("descr") or "").strip()
        for rel in word.part.rels.values()
        if rel.reltype in areas
        for picture in etree.fromstring(rel.target_part.blob).iter(f"{{{nsmap['wp']}}}docPr")
    )


def _open(data: bytes) -> WordFile:
    try:
        word = Document(io.BytesIO(data))
        word.part.numbering_part  # noqa: B018 - made when it is asked for, and may be missing
        word.styles.element  # noqa: B018
    except Exception as error:  # python-docx raises many types on damaged bytes.
        raise BrokenTemplateError from error
    if not len(word.sections):
        raise BrokenTemplateError
    return word


def _drop_parts(word: WordFile) -> None:
    """Take away what the library's own template brings and nobody needs."""
    for rels in (word.part.rels, word.part.package.rels):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(_DROPPED)]:
            del rels[key]


def _set_defaults(styles: Any) -> None:
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    names = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))
    namespace = f'xmlns:w="{styles.nsmap["w"]}"'
    styles.insert(
        0,
        parse_xml(
            f"<w:docDefaults {namespace}><w:rPrDefault><w:rPr><w:rFonts {names}/>"
            f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr>'
            "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        ),
    )


def _set_language(styles: Any) -> None:
    """Make the whole text German, whatever the program was set to that saved the template."""
    found = list(styles.iter(qn("w:lang")))
    for lang in found:
        lang.set(qn("w:val"), LANGUAGE)
    if not found:
        default = styles.find(qn("w:docDefaults"))
        font = default.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if default is not None else None
        if font is None:
            _set_defaults(styles)
        else:
            lang = font.makeelement(qn("w:lang"), {qn("w:val"): LANGUAGE})
            font.append(lang)


def _add_lists(numbering: Any) -> None:
    known = {e.get(qn("w:abstractNumId")) for e in numbering.iterfind(qn("w:abstractNum"))}
    called = {e.get(qn("w:numId")) for e in numbering.iterfind(qn("w:num"))}
    looks, calls = (parse_xml(xml) for xml in numbering_elements())
    first_call = numbering.find(qn("w:num"))
    for look in looks:
        if look.get(qn("w:abstractNumId")) not in known:
            copy = deepcopy(look)
            numbering.append(copy) if first_call is None else first_call.addprevious(copy)
    for call in calls:
        if call.get(qn("w:numId")) not in called:
            numbering.append(deepcopy(call))


def _modern(word: WordFile) -> None:
    """Keep Word from opening the file in the mode for files of ten years ago."""
    settings = word.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat xmlns:w="{settings.nsmap["w"]}"><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )
    anchor = next((e for e in settings if e.tag in (qn("w:rsids"), qn("w:themeFontLang"))), None)
    settings.append(compat) if anchor is None else anchor.addprevious(compat)
    for lang in settings.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), LANGUAGE)
