"""Tables from Markdown become usable for everyone: caption, headers, a region that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from macros.pages.placeholders import LEFT_OVER

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names the caption that no author wrote: it is for screen readers and no part of the wording.
GENERATED: Final = "beschriftung"
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def improve_tables(root: Element) -> None:
    """Wrap every table in a scroll region named after the heading above it, and mark its headers.

    Args:
        root: tree of the page, changed in place.
    """
    heading, counts = "", 0
    for parent, child in list(_in_order(root)):
        if child.tag in _HEADINGS:
            heading, counts = LEFT_OVER.sub("", "".join(child.itertext())).strip(), 0
        elif child.tag == "table":
            counts += 1
            _headers(child)
            name = f"Tabelle: {heading}" if heading else "Tabelle"
            name = name if counts == 1 else f"{name} ({counts})"
            _caption(child, name)
            _wrap(parent, child, name)


def _in_order(root: Element) -> Iterator[tuple[Element, Element]]:
    for child in root:
        yield root, child
        yield from _in_order(child)


def _headers(table: Element) -> None:
    for cell in table.iter("th"):
        if "".join(cell.itertext()).strip():
            cell.set("scope", "col")
        else:
            # An empty corner is no header; screen readers would announce an empty one.
            cell.tag = "td"
    for row in table.iterfind("tbody/tr"):
        first = next(iter(row), None)
        if first is not None and "".join(first.itertext()).strip():
            first.tag = "th"
            first.set("scope", "row")


def _caption(table: Element, name: str) -> None:
    caption = Element("caption", {"class": GENERATED})
    caption.text, caption.tail = name, "\n"
    table.insert(0, caption)


def _wrap(parent: Element, table: Element, name: str) -> None:
    frame = Element(
        "div", {"class": "tabelle", "role": "region", "tabindex": "0", "aria-label": name}
    )
    frame.tail, table.tail = table.tail, "\n"
    parent[list(parent).index(table)] = frame
    frame.append(table)
