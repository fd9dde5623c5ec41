"""What a rendered page consists of: headings, links, images, marks; and what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.pages import rules as r
from macros.pages import urls
from macros.pages.forms import plain
from macros.pages.placeholders import LEFT_OVER, MARK
from macros.pages.terms import LINK_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from macros.model.findings import Befund
    from macros.pages.source import Seite

_LEVEL: Final = {f"h{n}": n for n in range(1, 7)}
_GENERATED: Final = frozenset(
    {"footnote-ref", "footnote-backref", "headerlink", "toclink", LINK_CLASS}
)
_VAGUE: Final = frozenset(
    {
        "hier",
        "hier klicken",
        "klicken sie hier",
        "mehr",
        "weiter",
        "link",
        "dort",
        "weiterlesen",
        "mehr dazu",
        "mehr lesen",
        "siehe hier",
        "diese seite",
        "download",
    }
)


@dataclass
class Umriss:
    """The parts of a rendered page.

    Attributes:
        headings: level, text and element of each.
        links: element of each link an author wrote.
        images: element of each image.
        anker: all ids.
        im_text: numbers of the marks in running text.
        allein: numbers of the marks that stand alone in a paragraph, list item or cell.
        im_link: numbers of the marks inside a link's text.
    """

    headings: list[tuple[int, str, Element]] = field(default_factory=list)
    links: list[Element] = field(default_factory=list)
    images: list[Element] = field(default_factory=list)
    anker: list[str] = field(default_factory=list)
    im_text: set[int] = field(default_factory=set)
    allein: set[int] = field(default_factory=set)
    im_link: set[int] = field(default_factory=set)


def outline(root: Element) -> Umriss:
    """Read the parts of a page from its tree."""
    umriss = Umriss()
    _read(root, umriss, in_link=False)
    return umriss


def _read(element: Element, umriss: Umriss, *, in_link: bool) -> None:
    for child in element:
        tag = str(child.tag)
        if child.get("id"):
            umriss.anker.append(child.attrib["id"])
        if tag in _LEVEL:
            umriss.headings.append((_LEVEL[tag], plain(child), child))
        elif tag == "img":
            umriss.images.append(child)
        elif tag == "a" and child.get("class", "") not in _GENERATED:
            umriss.links.append(child)
        if tag not in _LEVEL and tag not in ("code", "pre"):
            _marks(child, umriss, in_link=in_link or tag == "a")
            _read(child, umriss, in_link=in_link or tag == "a")
        elif tag in _LEVEL:
            _read(child, umriss, in_link=in_link)
            # A mark in a heading is out of place: it must not count as found.
            for number in _numbers("".join(child.itertext())):
                umriss.im_text.discard(number)
                umriss.im_link.discard(number)


def _marks(element: Element, umriss: Umriss, *, in_link: bool) -> None:
    own = [element.text or "", *(child.tail or "" for child in element)]
    numbers = [number for text in own for number in _numbers(text)]
    alone = (
        element.tag in ("p", "li", "td", "dd")
        and not len(element)
        and not MARK.sub("", element.text or "").strip()
    )
    target = umriss.im_link if in_link else umriss.allein if alone else umriss.im_text
    target.update(numbers)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in MARK.findall(text)]


def check_outline(seite: Seite, umriss: Umriss) -> Iterator[Befund]:
    """Judge headings, links and images of a page."""
    yield from _check_headings(seite, umriss)
    for link in umriss.links:
        yield from _check_link(seite, link)
    for image in umriss.images:
        if not image.get("alt", "").strip():
            src = image.get("src", "")
            yield r.BILDTEXT.befund(
                seite.stellen.finde(f"]({src}", src),
                "Das Bild hat keinen Alternativtext.",
                f"![Was auf dem Bild zu sehen ist]({src})",
            )


def _check_headings(seite: Seite, umriss: Umriss) -> Iterator[Befund]:
    previous, texts, titles = 0, dict[str, int](), 0
    for level, text, _ in umriss.headings:
        shown = LEFT_OVER.sub("", text)
        ort = seite.stellen.finde(f"{'#' * level} {shown}", shown)
        titles += level == 1
        if level == 1 and titles > 1:
            yield r.ZWEI_TITEL.befund(
                ort, f"„{shown}“ ist die zweite Überschrift erster Ebene.", f"## {shown}"
            )
        # Without a heading of its own a page begins below its title, which is the first level.
        if level > (previous or 1) + 1:
            yield r.EBENENSPRUNG.befund(
                ort,
                f"Auf Ebene {previous or 1} folgt Ebene {level}: „{shown}“.",
                f"{'#' * ((previous or 1) + 1)} {shown}",
            )
        previous = level
        if shown in texts and re.search(r"_\d+$", umriss_id(umriss, text, texts[shown])):
            yield r.GLEICHE_UEBERSCHRIFT.befund(
                ort,
                f"Die Überschrift „{shown}“ gibt es auf der Seite schon.",
                f"{'#' * level} {shown} {{ #eigener-anker }}",
            )
        texts[shown] = texts.get(shown, 0) + 1


def umriss_id(umriss: Umriss, text: str, nth: int) -> str:
    """Return the id of the n-th heading with a text."""
    same = [element for _, other, element in umriss.headings if other == text]
    return same[nth].get("id", "") if nth < len(same) else ""


def _check_link(seite: Seite, link: Element) -> Iterator[Befund]:
    href, text = link.get("href", ""), plain(link)
    alt = " ".join(image.get("alt", "") for image in link.iter("img")).strip()
    place = (f"]({href}", f"<{href}", href)
    if not text and not alt:
        yield r.LEERER_LINK.befund(
            seite.stellen.finde(f"[]({href}", *place),
            "Dieser Link hat keinen Text.",
            f"[Wohin der Link führt]({href})",
        )
    elif re.sub(r"[^\w ]", "", text.lower()).strip() in _VAGUE:
        yield r.LINKTEXT.befund(
            seite.stellen.finde(f"[{text}]({href}", *place),
            f"Der Linktext „{text}“ sagt nicht, wohin der Link führt.",
            f"[Wohin der Link führt]({href})",
        )
    if not urls.is_internal(href):
        return
    ort = seite.stellen.finde(*place)
    if urls.decoded(href).startswith("/"):
        yield r.ABSOLUTER_LINK.befund(
            ort,
            f"Der Link „{href}“ beginnt mit einem Schrägstrich.",
            "Die Markdown-Datei von dieser Seite aus nennen, etwa ../glossar.md",
        )
    else:
        seite.links.append((href, ort))
