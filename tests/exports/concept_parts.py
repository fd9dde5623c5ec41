"""Reads the parts of a Word file that the tests of the Muster look at."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from lxml import etree

from macros.exports.concept_files import all_muster

from ..konzeptmuster import files
from ..musterkreis import musterkreis

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = all_muster(musterkreis())
SCHOOLS = [m for m in ALL if m.schule]


@cache
def text_of(path: str) -> str:
    """Return all words of a file, a paragraph in each line."""
    return "\n".join(lines_of(path))


@cache
def part(path: str, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(files()[path])) as archive:
        return etree.fromstring(archive.read(name))


@cache
def lines_of(path: str) -> tuple[str, ...]:
    """Return the words of each paragraph, from top to bottom."""
    return tuple(
        "".join(t.text or "" for t in p.iter(f"{W}t")) for p in document(path).iter(f"{W}p")
    )


def document(path: str) -> etree._Element:
    return part(path, "word/document.xml")


def style_names(path: str) -> dict[str, str]:
    return {
        str(style.get(f"{W}styleId")): str(name.get(f"{W}val"))
        for style in part(path, "word/styles.xml").iter(f"{W}style")
        for name in style.iterfind(f"{W}name")
    }


def headings(path: str) -> list[tuple[int, str]]:
    names = style_names(path)
    found = []
    for paragraph in document(path).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = names[str(style.get(f"{W}val"))] if style is not None else ""
        if name.startswith("heading"):
            words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            found.append((int(name.removeprefix("heading ")), words))
    return found


def rows_of(path: str, titel: str) -> list[list[str]]:
    """Return the rows of all tables with this caption, header rows left out."""
    found = []
    for table in document(path).iter(f"{W}tbl"):
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        if caption is not None and caption.get(f"{W}val") == titel:
            found += [
                ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
                for row in list(table.iter(f"{W}tr"))[1:]
            ]
    return found
