"""A Markdown extension that makes raw HTML impossible and keeps only harmless attributes.

Markdown itself lets HTML through and ``attr_list`` sets any attribute. Here no HTML is read as
such (it becomes visible text), and a walk over the finished tree keeps what is on the lists below
and nothing else. What it takes away it remembers, so that the check can say so; the site relies on
the walk alone, not on the check.
"""

from __future__ import annotations

import html
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from macros.pages import rules as r
from macros.pages import urls
from macros.pages.forms import shape
from macros.pages.placeholders import LEFT_OVER
from macros.pages.reuse import TakeOver
from macros.pages.tables import improve_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from macros.model.findings import Regel
    from macros.pages.reuse import Vorrat

TAGS: Final = frozenset(
    {"a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2"}
    | {"h3", "h4", "h5", "h6", "hr", "img", "ins", "li", "ol", "p", "pre", "s", "section"}
    | {"small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_EVERYWHERE: Final = frozenset({"id", "class", "lang"})
ATTRIBUTES: Final = {
    "a": frozenset({"href", "title", "hreflang"}),
    "img": frozenset({"src", "alt", "title", "width", "height"}),
    "abbr": frozenset({"title"}),
    "ol": frozenset({"start"}),
    "th": frozenset({"scope", "align"}),
    "td": frozenset({"align"}),
    "div": frozenset({"role", "tabindex", "aria-label"}),
}
# role, tabindex and aria-label come from the table frame, never from a page.
_OWN_ONLY: Final = frozenset({"role", "tabindex", "aria-label", "scope"})
# „fn:“ and „fnref:“ come from the footnotes; everything else is the author's.
_ID: Final = re.compile(r"(fn(ref\d*)?:)?[A-Za-zÄÖÜäöüß0-9][\wäöüÄÖÜß.-]*")
_CLASS: Final = re.compile(r"[a-z][a-z0-9-]*(__[a-z0-9-]+)?(--[a-z0-9-]+)?")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NUMBER: Final = re.compile(r"\d{1,4}")
_ALIGN: Final = re.compile(r"left|right|center")
_SCOPE: Final = re.compile(r"col|row")
_VALUES: Final = {
    "id": _ID,
    "lang": _LANGUAGE,
    "hreflang": _LANGUAGE,
    "width": _NUMBER,
    "height": _NUMBER,
    "start": _NUMBER,
    "align": _ALIGN,
    "scope": _SCOPE,
}
_TAG_LIKE: Final = re.compile(r"<[A-Za-z/!?][^<>\n]{0,80}>?")
# Markdown's own pattern overlooks the capital X, browsers do not.
_ENTITY: Final = r"(&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);)"
_CODE_HTML: Final = re.compile(r'<pre><code(?: class="language-[\w+#.-]+")?>[^<]*</code></pre>')


@dataclass(frozen=True)
class Verstoss:
    """Something the walk took away.

    Attributes:
        regel: the rule behind it.
        message: what is wrong, German.
        spuren: texts that lead to the place in the source, the best first.
    """

    regel: Regel
    message: str
    spuren: tuple[str, ...] = ()


class SafeMarkdown(Extension):
    """The extension; it must be the last in the list.

    Attributes:
        verstoesse: what was taken away from the page rendered last.
        root: the tree of the page rendered last.
        umlenkung: gives the address for links that lead out of the tree being built, None for all
            others; mkdocs, which knows one tree only, does not see such links.
        verlinkt: puts links of our own into the harmless tree; None: there are none.
        walked: a copy of it from right after the walk.
    """

    def __init__(self, vorrat: Vorrat | None = None, **kwargs: Any) -> None:
        """Make the extension.

        Args:
            vorrat: pages that need not be rendered again.
            kwargs: settings of any extension.
        """
        super().__init__(**kwargs)
        self._vorrat = vorrat
        self.verstoesse: list[Verstoss] = []
        self.root: Element | None = None
        self.umlenkung: Callable[[str], str | None] | None = None
        self.verlinkt: Callable[[Element], object] | None = None
        self.walked: Element | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Take HTML out of Markdown's vocabulary and add the walk."""
        self.verstoesse = []
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Entity(_ENTITY, md, self), "entity", 80)
        md.preprocessors.register(_Fence(md, self), "fenced_code_block", 25)
        # Right before mkdocs looks for anchors in raw HTML (21).
        md.preprocessors.register(_Sections(md, self), "rahmen_sections", 22)
        md.postprocessors.register(_OnlyCode(md), "raw_html", 30)
        # After attr_list (8), before the ids are collected (5) and links are resolved (0).
        md.treeprocessors.register(_Walk(md, self), "rahmen_walk", 6)
        md.treeprocessors.register(_Hide(md, self), "rahmen_hide", 1)
        md.treeprocessors.register(_Show(md), "rahmen_show", -1)
        if self._vorrat is not None:
            TakeOver(md, self._vorrat).register()

    def melde(self, regel: Regel, message: str, *spuren: str) -> None:
        """Remember something that was taken away."""
        self.verstoesse.append(Verstoss(regel, message, spuren))


class _Entity(InlineProcessor):
    """Keeps entities as characters, unless they stand for something invisible."""

    def __init__(self, pattern: str, md: Markdown, extension: SafeMarkdown) -> None:
        super().__init__(pattern, md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        entity = m.group(1)
        plain = html.unescape(entity)
        if not plain or urls.has_invisible(plain):
            self._extension.melde(
                r.ZEICHENKODE, f"Das Kürzel „{entity}“ steht für ein unsichtbares Zeichen.", entity
            )
            shown = AMP_SUBSTITUTE + "amp;" + entity[1:]
        else:
            shown = AMP_SUBSTITUTE + entity[1:]
        return shown, m.start(0), m.end(0)


class _Fence(FencedBlockPreprocessor):
    """Code blocks without attributes: fenced_code would write any of them into the HTML."""

    def __init__(self, md: Markdown, extension: SafeMarkdown) -> None:
        super().__init__(md, {"lang_prefix": "language-"})
        self._extension = extension

    def handle_attrs(
        self, attrs: Iterable[tuple[str, str | None]]
    ) -> tuple[str, list[str], dict[str, Any]]:
        """Return the language only."""
        given = list(attrs)
        classes = [v for k, v in given if k == "." and v and re.fullmatch(r"[\w+#.-]+", v)]
        for key, value in given:
            if key != "." or value not in classes:
                self._extension.melde(
                    r.MERKMAL,
                    f"Das Merkmal „{key}“ ist an einem Code-Block nicht erlaubt.",
                    f"{key}=",
                    f"{value}",
                )
        return "", classes[:1], {}


class _Sections(Preprocessor):
    """Breaks marked sections (``<![``), on which the HTML parser that mkdocs runs would crash."""

    def __init__(self, md: Markdown, extension: SafeMarkdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        for line in lines:
            if "<![" in line:
                self._extension.melde(
                    r.HTML, "„<![“ ist nur in einem Code-Block zwischen ``` und ``` erlaubt.", "<!["
                )
        return [line.replace("<![", "<! [") for line in lines]


class _OnlyCode(RawHtmlPostprocessor):
    """Puts back finished code blocks and nothing else that might have been stashed."""

    def stash_to_string(self, text: Any) -> str:
        """Return a code block as it is, anything else as visible text."""
        return text if _CODE_HTML.fullmatch(str(text)) else html.escape(str(text))


class _Walk(Treeprocessor):
    """Keeps what is on the lists."""

    def __init__(self, md: Markdown, extension: SafeMarkdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        self._extension.root = root
        for element in root.iter():
            if element.tag not in TAGS and element is not root:
                element.tag = "span"
            self._attributes(element)
            if element.tag != "code":
                self._text(element.text)
            self._text(element.tail)
        improve_tables(root)
        shape(root)
        if self._extension.verlinkt is not None:
            self._extension.verlinkt(root)
        self._extension.walked = deepcopy(root)

    def _text(self, text: str | None) -> None:
        for found in _TAG_LIKE.finditer(text or ""):
            spur = found.group()
            self._extension.melde(
                r.HTML, f"„{_short(spur)}“ ist HTML. Kapitel sind Markdown.", spur, spur[:2]
            )

    def _attributes(self, element: Element) -> None:
        tag = str(element.tag)
        allowed = _EVERYWHERE | ATTRIBUTES.get(tag, frozenset())
        for name, value in list(element.attrib.items()):
            if name in _OWN_ONLY or name not in allowed or not self._value(tag, name, value):
                self._drop(element, name, value)
            elif name not in ("href", "src"):
                element.set(name, urls.plain(value))
        if tag == "a":
            self._address(element, "href")
        elif tag == "img":
            self._address(element, "src")

    def _value(self, tag: str, name: str, value: str | None) -> bool:
        if value is None or LEFT_OVER.search(value):
            return False
        if urls.has_invisible(html.unescape(value)):
            return False
        if name == "class":
            return all(self._class(name) for name in value.split())
        pattern = _VALUES.get(name)
        return pattern is None or bool(pattern.fullmatch(value))

    def _class(self, name: str) -> bool:
        # md- classes belong to the theme: some cover the whole window.
        return bool(_CLASS.fullmatch(name)) and not name.startswith("md-")

    def _drop(self, element: Element, name: str, value: str | None) -> None:
        del element.attrib[name]
        if value and LEFT_OVER.search(value):
            return  # a macro inside an attribute; the check misses its mark and says so
        if name == "class":
            bad = next((c for c in (value or "").split() if not self._class(c)), value or "")
            message = f"Die Klasse „{_short(bad)}“ ist nicht erlaubt."
            spuren = [f".{bad}", bad]
        else:
            shown = name if value is None else f"{name}={value}"
            message = f"Das Merkmal „{_short(shown)}“ ist nicht erlaubt."
            spuren = [f'{name}="{value}"', shown, f"#{value}", name]
        self._extension.melde(r.MERKMAL, message, *spuren)

    def _address(self, element: Element, name: str) -> None:
        url = element.get(name)
        if url is None or not urls.is_allowed(url) or LEFT_OVER.search(url):
            if url is not None and not LEFT_OVER.search(url):
                shown = _short(urls.decoded(url))
                self._extension.melde(
                    r.LINKSCHEMA,
                    f"Die Adresse „{shown}“ ist nicht erlaubt.",
                    f"]({url}",
                    url,
                    urls.decoded(url),
                    urls.scheme(url),
                )
            self._disarm(element)
        elif name == "src" and not urls.is_internal(url):
            self._extension.melde(
                r.BILDORT, f"Das Bild liegt auf einer fremden Seite: „{_short(url)}“.", url
            )
            self._disarm(element)

    def _disarm(self, element: Element) -> None:
        """Turn a link or an image into plain text."""
        if element.tag == "img":
            element.text = element.get("alt", "")
        element.tag = "span"
        element.attrib.clear()


_HIDDEN: Final = "rahmen-"
_KEYS: Final = {"a": "href", "img": "src"}


class _Hide(Treeprocessor):
    """Turns links that lead out of the tree, and hides them before links are resolved (0)."""

    def __init__(self, md: Markdown, extension: SafeMarkdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        turn = self._extension.umlenkung
        for element in root.iter() if turn is not None else ():
            key = _KEYS.get(str(element.tag))
            address = turn(element.get(key, "")) if turn is not None and key else None
            if key and address is not None:
                element.set(key, address)
                element.tag = f"{_HIDDEN}{element.tag}"


class _Show(Treeprocessor):
    """Makes hidden links links again."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.tag = str(element.tag).removeprefix(_HIDDEN)


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", LEFT_OVER.sub("", text))
    return text if len(text) <= 40 else f"{text[:40]}…"
