"""Turns the HTML of web pages into that of one book: unique anchors, deeper headings, pictures."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import tinyhtml5  # type: ignore[import-untyped]

from macros.model.page_path import uris_for
from macros.pages import urls
from macros.publish.book.templating import TEMPLATES, anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_SVG: Final = "{http://www.w3.org/2000/svg}"
_DEEPER: Final = {"h5": "h6", "h4": "h5", "h3": "h4", "h2": "h3", "h1": "h2"}
_RENAMED: Final = {"details": "div", "summary": "p", "search": "div"}
_GONE: Final = frozenset({"form", "button", "script", "template", "input"})
# Ways on a screen only: filters, lists that jump, what stands for a filter without JavaScript.
_SCREEN: Final = frozenset({"standardwege", "glossar-sprung", "footnote-backref"})
_KEPT: Final = frozenset(
    {"id", "class", "href", "src", "alt", "lang", "colspan", "rowspan", "scope", "start", "align"}
    | {"headers", "datetime", "title", "reversed", "type", "value"}
)


class Umbau:
    """Rebuilds a document whose chapters are sections with ``data-seite``."""

    def __init__(self, adresse: str, bilder: frozenset[str] = frozenset()) -> None:
        """Prepare.

        Args:
            adresse: address of the website without a slash at its end, for what is not in the book.
            bilder: paths below ``docs`` of the pictures that chapters may show.
        """
        self._adresse = adresse
        self._bilder = bilder
        self._style = (TEMPLATES / "bild.css").read_text(encoding="utf-8")

    def rebuilt(self, document: str) -> str:
        """Return the document as a book needs it."""
        root = tinyhtml5.parse(document, namespace_html_elements=False)
        body = next(root.iter("body"))
        sections = [s for s in body.iter("section") if s.get("data-seite")]
        known = {section.get("data-seite", "") for section in sections}
        anchors = {
            uri: {i for e in section.iter() if (i := e.get("id"))}
            for section in sections
            for uri in [section.get("data-seite", "")]
        }
        inside = {id(e) for section in sections for e in section.iter()}
        for section in sections:
            uri = section.get("data-seite", "")
            for element in section:
                self._element(element, uri, known, anchors)
            self._children(section)
            del section.attrib["data-seite"]
        for link in body.iter("a"):
            if id(link) not in inside:
                link.set("href", self._outside(link.get("href", "")))
        text = ElementTree.tostring(root, encoding="unicode", method="html")
        return f"<!DOCTYPE html>\n{text}\n"

    def _element(
        self, element: Element, uri: str, known: set[str], anchors: dict[str, set[str]]
    ) -> None:
        if not isinstance(element.tag, str):
            return
        if element.tag == f"{_SVG}svg":
            self._picture(element)
            return
        element.tag = _DEEPER.get(element.tag, _RENAMED.get(element.tag, element.tag))
        for name in [name for name in element.attrib if name not in _KEPT]:
            del element.attrib[name]
        if anchor := element.get("id"):
            element.set("id", anchor_of(uri, anchor))
        if element.tag == "a" and (href := element.get("href")) is not None:
            element.set("href", self._href(href, uri, known, anchors))
        if element.tag == "img":
            self._image(element)
        for child in element:
            self._element(child, uri, known, anchors)
        self._children(element)

    @staticmethod
    def _children(element: Element) -> None:
        """Take out what only a screen needs; text behind it stays."""
        before: Element | None = None
        for child in list(element):
            classes = set((child.get("class") or "").split())
            if child.tag in _GONE or classes & _SCREEN:
                if before is None:
                    element.text = (element.text or "") + (child.tail or "")
                else:
                    before.tail = (before.tail or "") + (child.tail or "")
                element.remove(child)
            else:
                before = child

    def _href(self, href: str, uri: str, known: set[str], anchors: dict[str, set[str]]) -> str:
        if not urls.is_internal(href):
            return href
        parts = urlsplit(href)
        anchor = unquote(parts.fragment)
        target = uri if not parts.path else _page_in(parts.path.removeprefix("./"), known)
        if target is None:
            return self._outside(href)
        return f"#{anchor_of(target, anchor if anchor in anchors[target] else '')}"

    def _outside(self, href: str) -> str:
        """Return the address on the website of what is not in the book."""
        if href.startswith("#") or not urls.is_internal(href):
            return href
        return f"{self._adresse}/{href.removeprefix('./')}"

    def _image(self, element: Element) -> None:
        name = unquote(element.get("src", ""))
        if urls.is_internal(name) and name in self._bilder:
            element.set("src", f"rahmen:{name}")
        elif not name.startswith("data:"):
            element.attrib.pop("src", None)

    def _picture(self, element: Element) -> None:
        """Make an image with a text of a drawing; tools find the text of an image more surely."""
        title, description = (_text(element, name) for name in ("title", "desc"))
        style = ElementTree.SubElement(element, f"{_SVG}style")
        style.text = self._style
        tail, classes = element.tail, element.get("class", "")
        element.tail = None
        data = base64.b64encode(ElementTree.tostring(element)).decode()
        element.clear()
        element.tag, element.tail = "img", tail
        element.attrib = {
            "class": classes,
            "alt": ". ".join(filter(None, [title, description])),
            "src": f"data:image/svg+xml;base64,{data}",
        }


def _page_in(path: str, known: set[str]) -> str | None:
    return next((uri for uri in uris_for(path) if uri in known), None)


def _text(svg: Element, name: str) -> str:
    return " ".join(next(_named(svg, name), "").split())


def _named(svg: Element, name: str) -> Iterator[str]:
    for element in svg.iter(f"{_SVG}{name}"):
        yield element.text or ""
