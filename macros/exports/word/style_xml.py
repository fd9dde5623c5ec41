"""How the shipped template looks: each style as Word's own XML, with one accent colour."""

from __future__ import annotations

from typing import Final

from macros.exports.word import styles as s
from macros.model.colours import HELL, tint

AKZENT: Final = "#0b4a63"
BULLETS: Final = 9001
NUMBERS: Final = 9002

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TABLE: Final = (
    '<w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
    "<w:tblBorders>{borders}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="34" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="34" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
)


def style_elements(akzent: str = AKZENT) -> dict[str, str]:
    """Return each style's XML by its name.

    Args:
        akzent: the region's colour, ``#rrggbb``.
    """
    accent, ground = akzent.lstrip("#"), tint(akzent, HELL).lstrip("#")
    edge = f'<w:left w:val="single" w:sz="24" w:space="9" w:color="{accent}"/>'
    line = f'<w:bottom w:val="single" w:sz="6" w:space="4" w:color="{accent}"/>'
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B9B4A8"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    colour = f'<w:color w:val="{accent}"/>'
    found = [
        _paragraph(s.TEXT, "Standard", "", '<w:spacing w:after="100" w:line="264" '
                   'w:lineRule="auto"/>', '<w:sz w:val="20"/>', default=True),
        _paragraph(s.TITEL, "Titel", s.TEXT, "<w:keepNext/><w:pBdr>"
                   f'<w:top w:val="single" w:sz="48" w:space="22" w:color="{accent}"/></w:pBdr>'
                   '<w:spacing w:before="2000" w:after="160" w:line="240" w:lineRule="auto"/>',
                   f'<w:b/>{colour}<w:sz w:val="60"/>'),
        _paragraph(s.UNTERTITEL, "Untertitel", s.TEXT, _space(0, 480),
                   '<w:color w:val="47515A"/><w:sz w:val="28"/>'),
        _heading(1, f"<w:pBdr>{line}</w:pBdr>", 360, 100, f'<w:b/>{colour}<w:sz w:val="32"/>'),
        _heading(2, "", 220, 80, f'<w:b/>{colour}<w:sz w:val="25"/>'),
        _heading(3, "", 240, 80, '<w:b/><w:sz w:val="22"/>'),
        _paragraph(s.LISTE, "Liste", s.TEXT, _numbered(BULLETS), ""),
        _paragraph(s.NUMMERN, "Nummern", s.TEXT, _numbered(NUMBERS), ""),
        _paragraph(s.KOPFZEILE, "Kopfzeile", s.TEXT, _tabs(), _small("47515A", 17)),
        _paragraph(s.FUSSZEILE, "Fusszeile", s.TEXT, _tabs(), _small("47515A", 17)),
        _paragraph(s.DECKBLATT, "Deckblatt", s.TEXT, _space(0, 80), _small("47515A", 21)),
        _paragraph(s.KENNZEICHNUNG, "Kennzeichnung", s.TEXT, _space(0, 160, keep=True),
                   f'<w:b/>{colour}<w:sz w:val="18"/>'),
        _paragraph(s.HINWEIS, "Hinweis", s.TEXT,
                   '<w:pBdr><w:left w:val="dashed" w:sz="8" w:space="9" w:color="7B766B"/></w:pBdr>'
                   '<w:spacing w:after="100"/><w:ind w:left="227"/><w:contextualSpacing/>',
                   '<w:i/><w:color w:val="5A554B"/><w:sz w:val="19"/>'),
        _paragraph(s.BAUSTEIN, "Baustein", s.TEXT,
                   f"<w:pBdr>{edge}</w:pBdr>"
                   f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
                   '<w:spacing w:after="120"/><w:ind w:left="227"/>', ""),
        _paragraph(s.TABELLENTEXT, "Tabellentext", s.TEXT,
                   '<w:spacing w:after="0" w:line="245" w:lineRule="auto"/>', '<w:sz w:val="18"/>'),
        _paragraph(s.TABELLENKOPF, "Tabellenkopf", s.TABELLENTEXT, "<w:keepNext/>",
                   f"<w:b/>{colour}"),
        _character(s.ERGAENZEN, "Ergaenzen",
                   '<w:color w:val="684600"/>'
                   '<w:shd w:val="clear" w:color="auto" w:fill="FDF3D7"/>'),
        _character(s.LINK, "Hyperlink", f'{colour}<w:u w:val="single"/>'),
        (s.TABELLE, f'<w:style {_W} w:type="table" w:customStyle="1" w:styleId="Rahmentabelle">'
                    f'<w:name w:val="{s.TABELLE}"/><w:uiPriority w:val="59"/><w:qFormat/>'
                    f"{_TABLE.format(borders=borders, ground=ground)}</w:style>"),
    ]  # fmt: skip
    return dict(found)


def numbering_elements() -> tuple[str, str]:
    """Return the XML of both lists: what they look like, and the numbers styles call them by."""
    lists = ((BULLETS, "bullet", "•"), (NUMBERS, "decimal", "%1."))
    looks = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
        for number, kind, sign in lists
    )
    calls = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _, _ in lists
    )
    return f"<w:numbering {_W}>{looks}</w:numbering>", f"<w:numbering {_W}>{calls}</w:numbering>"


def _paragraph(
    name: str, id: str, based_on: str, layout: str, font: str, *, default: bool = False
) -> tuple[str, str]:
    parent = _ID_OF.get(based_on, "Standard")
    mark = ' w:default="1"' if default else "" if name in _BUILT_IN else ' w:customStyle="1"'
    base = f'<w:basedOn w:val="{parent}"/>' if based_on else ""
    following = '<w:next w:val="Standard"/>' if name.startswith("heading") else ""
    return name, (
        f'<w:style {_W} w:type="paragraph"{mark} w:styleId="{id}"><w:name w:val="{name}"/>{base}'
        f"{following}<w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{font}</w:rPr></w:style>"
    )


def _character(name: str, id: str, font: str) -> tuple[str, str]:
    mark = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return name, (
        f'<w:style {_W} w:type="character"{mark} w:styleId="{id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{font}</w:rPr></w:style>"
    )


def _heading(level: int, border: str, before: int, after: int, font: str) -> tuple[str, str]:
    layout = (
        f'<w:keepNext/><w:keepLines/>{border}<w:spacing w:before="{before}" w:after="{after}"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>'
    )
    return _paragraph(s.heading_style(level), f"Ueberschrift{level}", s.TEXT, layout, font)


def _space(before: int, after: int, *, keep: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    return f'{kept}<w:spacing w:before="{before}" w:after="{after}"/>'


def _numbered(number: int) -> str:
    return (
        f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
        '<w:spacing w:after="100"/><w:contextualSpacing/>'
    )


def _tabs() -> str:
    return (
        '<w:tabs><w:tab w:val="right" w:pos="9468"/></w:tabs>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    )


def _small(colour: str, half_points: int) -> str:
    return f'<w:color w:val="{colour}"/><w:sz w:val="{half_points}"/>'


_BUILT_IN: Final = frozenset(
    {s.TEXT, s.TITEL, s.UNTERTITEL, s.LISTE, s.NUMMERN, s.KOPFZEILE, s.FUSSZEILE, s.LINK}
    | {s.heading_style(level) for level in (1, 2, 3)}
)
_ID_OF: Final = {s.TEXT: "Standard", s.TABELLENTEXT: "Tabellentext"}
