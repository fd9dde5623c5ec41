"""Word's own XML, element by element: paragraphs, runs, links, fields, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docx.oxml.ns import nsmap, qn
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Lauf:
    """A piece of text with one look.

    Attributes:
        text: what it says.
        fett: bold.
        kursiv: in italics.
        stil: name of a character style such as „Bitte ergänzen“; empty: that of the paragraph.
        ziel: full address it links to, or ``#anker`` inside the document; empty: no link.
    """

    text: str
    fett: bool = False
    kursiv: bool = False
    stil: str = ""
    ziel: str = ""


Text = str | Lauf | Sequence["str | Lauf"]


@dataclass(frozen=True)
class Zelle:
    """A cell of a table with more than one paragraph.

    Attributes:
        absaetze: its paragraphs.
    """

    absaetze: tuple[Text, ...]


def element(
    name: str, parent: etree._Element | None = None, /, **attributes: str
) -> etree._Element:
    """Return a new element of Word's namespace, at the end of its parent.

    Args:
        name: tag without prefix.
        parent: where it goes; None: nowhere yet.
        attributes: by name without prefix.
    """
    values = {qn(f"w:{key}"): value for key, value in attributes.items()}
    if parent is None:
        return etree.Element(qn(f"w:{name}"), values, nsmap={"w": nsmap["w"], "r": nsmap["r"]})
    return etree.SubElement(parent, qn(f"w:{name}"), values)


def runs_of(text: Text) -> tuple[Lauf, ...]:
    """Return a text as runs."""
    if isinstance(text, str | Lauf):
        text = (text,)
    return tuple(Lauf(part) if isinstance(part, str) else part for part in text)


def plain(text: Text) -> str:
    """Return what a text says."""
    return "".join(run.text for run in runs_of(text))


def add_text(parent: etree._Element, text: str) -> etree._Element:
    """Add a run without a look of its own and return it."""
    run = element("r", parent)
    _words(run, text)
    return run


def _words(run: etree._Element, text: str) -> None:
    words = element("t", run)
    words.text = text
    words.set(_XML_SPACE, "preserve")


def add_runs(
    parent: etree._Element,
    text: Text,
    stile: Mapping[str, str],
    links: Mapping[str, str],
) -> None:
    """Add all runs of a text to a paragraph.

    Args:
        parent: the paragraph.
        text: what is said.
        stile: id of each style by its name in lower case.
        links: id of the relationship for each full address.
    """
    for run in runs_of(text):
        holder = parent
        if run.ziel.startswith("#"):
            holder = element("hyperlink", parent, anchor=run.ziel[1:], history="1")
        elif run.ziel:
            holder = element("hyperlink", parent, history="1")
            holder.set(qn("r:id"), links[run.ziel])
        made = element("r", holder)
        look = run.stil or ("Hyperlink" if run.ziel else "")
        if look or run.fett or run.kursiv:
            properties = element("rPr", made)
            if look:
                element("rStyle", properties, val=stile[look.lower()])
            if run.fett:
                element("b", properties)
            if run.kursiv:
                element("i", properties)
        _words(made, run.text)


def add_field(parent: etree._Element, code: str, shown: str = "1") -> None:
    """Add a field that Word works out itself, such as ``PAGE``.

    Args:
        parent: the paragraph.
        code: what the field does.
        shown: what it shows until it is worked out.
    """
    field = element("fldSimple", parent, instr=f" {code} ")
    add_text(field, shown)


def table_element(
    stil: str, widths: Sequence[int], titel: str, beschreibung: str, *, zeilenkopf: bool
) -> etree._Element:
    """Return a table without rows.

    Args:
        stil: id of its style.
        widths: width of each column in twentieths of a point.
        titel: what it is, for those who do not see it.
        beschreibung: what stands in it, for those who do not see it.
        zeilenkopf: whether the first column heads its rows.
    """
    table = element("tbl")
    properties = element("tblPr", table)
    element("tblStyle", properties, val=stil)
    element("tblW", properties, w=str(sum(widths)), type="dxa")
    element("tblLayout", properties, type="fixed")
    first = "1" if zeilenkopf else "0"
    element(
        "tblLook",
        properties,
        val="04A0" if zeilenkopf else "0420",
        firstRow="1",
        lastRow="0",
        firstColumn=first,
        lastColumn="0",
        noHBand="1",
        noVBand="1",
    )
    element("tblCaption", properties, val=titel)
    element("tblDescription", properties, val=beschreibung)
    grid = element("tblGrid", table)
    for width in widths:
        element("gridCol", grid, w=str(width))
    return table


def row_element(table: etree._Element, *, kopf: bool) -> etree._Element:
    """Add a row to a table and return it; a header row repeats on every page."""
    row = element("tr", table)
    properties = element("trPr", row)
    element("cantSplit", properties)
    if kopf:
        element("tblHeader", properties)
    return row
