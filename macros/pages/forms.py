"""Gives plain Markdown its form on the page: introduction, role boxes, notices, steps.

Authors write paragraphs, headings, quotes and lists; which of them mean more follows from where
they stand and how they begin. The text stays the same, word for word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from macros.pages.placeholders import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

ROLES_HEADING: Final = "Was das für Sie heißt"
ROLES: Final = {"Für Schulen": "schulen", "Für Fachkräfte": "fachkraefte", "Für Träger": "traeger"}
NOTICES: Final = {
    "Wichtig": "wichtig",
    "Achtung": "achtung",
    "Beispiel": "beispiel",
    "Gut zu wissen": "wissen",
    "Vorschlag": "vorschlag",
}


def shape(root: Element) -> None:
    """Give the parts of a page their form, in place."""
    introduction = introduction_of(root)
    if introduction is not None:
        _add_class(introduction, "einleitung")
    _roles(root)
    for element in list(root.iter()):
        _notices(element)
        if element.tag == "ol" and _are_steps(element):
            _add_class(element, "schritte")


def introduction_of(root: Element) -> Element | None:
    """Return the paragraph right below the title, if there is one."""
    for title, below in zip(root, list(root)[1:], strict=False):
        if title.tag == "h1":
            return below if below.tag == "p" and not _only_macros(below) else None
    return None


def role_headings(root: Element) -> list[str]:
    """Return the texts of the headings in the role boxes of a shaped page."""
    return [plain(section[0]) for section in root.iter("section") if "rolle" in _classes(section)]


def plain(element: Element) -> str:
    """Return the text of an element in one line."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def _only_macros(element: Element) -> bool:
    """Tell whether nothing stands in a paragraph but what macros put there."""
    text = plain(element)
    return MARK.search(text) is not None and not MARK.sub("", text).strip()


def _roles(root: Element) -> None:
    """Put each heading below „Was das für Sie heißt“ into a box with what follows it."""
    children = list(root)
    start = next(
        (n for n, e in enumerate(children) if e.tag == "h2" and plain(e) == ROLES_HEADING), None
    )
    if start is None:
        return
    end = next(
        (n for n, e in enumerate(children[start + 1 :], start + 1) if e.tag in ("h1", "h2")),
        len(children),
    )
    # What a macro shows below the boxes is for everybody.
    while end > start + 1 and _only_macros(children[end - 1]):
        end -= 1
    first = next((n for n in range(start + 1, end) if children[n].tag == "h3"), None)
    if first is None:
        return
    boxes = Element("div", {"class": "rollen"})
    boxes.text = boxes.tail = "\n"
    for element in children[first:end]:
        root.remove(element)
        if element.tag == "h3":
            role = ROLES.get(plain(element))
            name = f"rolle rolle--{role}" if role else "rolle"
            section = Element("section", {"class": name})
            section.text = section.tail = "\n"
            boxes.append(section)
        boxes[-1].append(element)
    root.insert(first, boxes)


def _notices(parent: Element) -> None:
    """Turn the quotes inside an element that begin with a bold label into notices.

    Markdown makes one quote of two that stand next to each other: each label begins a new one.
    """
    for quote in [child for child in parent if child.tag == "blockquote"]:
        pieces: list[Element] = []
        for child in list(quote):
            kind = _kind(child)
            if kind is not None or not pieces:
                piece = Element("blockquote")
                if kind is not None:
                    piece = Element("div", {"class": f"hinweis hinweis--{kind}", "role": "note"})
                piece.text = piece.tail = "\n"
                pieces.append(piece)
            pieces[-1].append(child)
        if any(piece.tag == "div" for piece in pieces):
            at = list(parent).index(quote)
            pieces[-1].tail = quote.tail
            parent.remove(quote)
            for number, piece in enumerate(pieces):
                parent.insert(at + number, piece)


def _kind(paragraph: Element) -> str | None:
    """Return the kind of notice that a paragraph begins, if its bold label names one."""
    label = _leading_strong(paragraph) if paragraph.tag == "p" else None
    text = plain(label) if label is not None else ""
    return NOTICES.get(text.removesuffix(":")) if text.endswith(":") else None


def _are_steps(steps: Element) -> bool:
    """Tell whether every item of a list begins with a bold phrase."""
    items: Sequence[Element] = [item for item in steps if item.tag == "li"]
    return bool(items) and all(
        _leading_strong(item) is not None
        or (len(item) > 0 and item[0].tag == "p" and _leading_strong(item[0]) is not None)
        for item in items
    )


def _leading_strong(element: Element) -> Element | None:
    """Return the bold phrase with which an element begins."""
    if len(element) and element[0].tag == "strong" and not (element.text or "").strip():
        return element[0]
    return None


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _add_class(element: Element, name: str) -> None:
    element.set("class", " ".join([*_classes(element), name]))
