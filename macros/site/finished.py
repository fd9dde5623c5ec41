"""The last look: the finished HTML is searched for everything that must not be published."""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from macros.model.findings import Ort
from macros.pages import urls
from macros.pages.placeholders import LEFT_OVER
from macros.site import rules as r

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from macros.model.findings import Befund, Regel

_TEXTS: Final[tuple[tuple[Regel, re.Pattern[str], str], ...]] = (
    (r.MAKRO_REST, re.compile(r"\{\{|\{%"), "Hier steht ein unausgeführtes Makro"),
    (
        r.FEHLERTEXT,
        re.compile(r"Traceback \(most recent|Macro (?:Rendering|Syntax) Error|jinja2\.exceptions"),
        "Hier steht eine Fehlermeldung",
    ),
    (r.MARKE, LEFT_OVER, "Hier ist ein Platzhalter übrig"),
    (
        r.HINWEISKASTEN,
        re.compile(r"(?:<p>|\n)(?:!!!|\?\?\?\+?) \w+"),
        "Hier steht ein Hinweiskasten als Text",
    ),
)
_TAG: Final = re.compile(r"<([a-zA-Z][^\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATTRIBUTE: Final = re.compile(r"([^\s=\"'/<>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_SCRIPT: Final = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_DATA: Final = re.compile(r"""type\s*=\s*["']?application/(?:ld\+)?json["'\s>]?""", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
# Elements that make the browser fetch their address; a link to another site is only followed.
_FETCHING: Final = frozenset(
    {"script", "img", "iframe", "embed", "object", "source", "video", "audio", "track", "input"}
    | {"link"}
)
_FORBIDDEN: Final = frozenset(["iframe", "embed", "object", "applet", "frame", "frameset", "base"])
_ADDRESSES: Final = frozenset(
    {"href", "src", "action", "formaction", "data", "poster", "xlink:href"}
)
# These links of the head name a page or a file without the browser fetching it.
_NAMES_ONLY: Final = frozenset({"canonical", "alternate", "next", "prev", "author", "license"})
_ID: Final = re.compile(r"""\s(?:id|name)\s*=\s*["']([^"']+)["']""")
_SHOWN: Final = 60


def check_finished(site: Path, beyond: Callable[[str], bool] = lambda path: False) -> list[Befund]:
    """Return findings about all HTML files below a folder.

    Args:
        site: folder of the finished site.
        beyond: tells whether a path that leaves the folder, such as ``../2026.1/glossar``, leads
            to something that will be published beside it.
    """
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    anchors = {name: set(_ID.findall(text)) for name, text in pages.items()}
    befunde: list[Befund] = []
    for name, text in pages.items():
        befunde.extend(check_html(text, name))
        befunde.extend(_check_targets(text, name, files, anchors, beyond))
    return befunde


def check_html(text: str, name: str) -> Iterator[Befund]:
    """Return findings about one finished page.

    Args:
        text: its HTML.
        name: its path below the site, for messages.
    """
    for regel, pattern, message in _TEXTS:
        for found in pattern.finditer(text):
            yield _befund(regel, text, found.start(), name, message)
    for found in _SCRIPT.finditer(text):
        if found.group(2).strip() and not _DATA.search(found.group(1)):
            yield _befund(r.SKRIPT, text, found.start(), name, "Hier steht ein Skript im HTML")
    for found in _TAG.finditer(_COMMENT.sub(_blank, text)):
        yield from _check_tag(found, text, name)


def _check_tag(found: re.Match[str], text: str, name: str) -> Iterator[Befund]:
    tag = found.group(1).lower()
    attributes = _attributes(found.group(2))
    if tag in _FORBIDDEN:
        yield _befund(r.SKRIPT, text, found.start(), name, f"„{tag}“ ist nicht erlaubt")
    for key, value in attributes.items():
        if key.startswith("on") or key == "srcdoc":
            yield _befund(r.SKRIPT, text, found.start(), name, f"„{key}“ führt ein Skript aus")
        elif key == "srcset" and re.search(r"//", value):
            yield _befund(r.FREMDER_HOST, text, found.start(), name, f"Fremde Adresse in „{key}“")
        elif key in _ADDRESSES:
            if not urls.is_allowed(value) and not (tag == "img" and _is_data_image(value)):
                yield _befund(
                    r.ADRESSE, text, found.start(), name, f"Unbekannte Adresse in „{key}“"
                )
            elif tag in _FETCHING and not urls.is_internal(value) and not _is_data_image(value):
                rel = set(attributes.get("rel", "").lower().split())
                if tag != "link" or not rel & _NAMES_ONLY:
                    yield _befund(
                        r.FREMDER_HOST,
                        text,
                        found.start(),
                        name,
                        f"„{tag}“ lädt von fremder Adresse",
                    )


def _check_targets(
    text: str,
    name: str,
    files: set[str],
    anchors: dict[str, set[str]],
    beyond: Callable[[str], bool],
) -> Iterator[Befund]:
    folder = posixpath.dirname(name)
    for found in _TAG.finditer(text):
        attributes = _attributes(found.group(2))
        href = attributes.get("href") if found.group(1).lower() in ("a", "link") else None
        href = attributes.get("src") if href is None else href
        if href is None or not urls.is_internal(href) or href.startswith("/"):
            continue
        parts = urlsplit(html.unescape(href))
        target = (
            posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else name
        )
        if target == "." or target in ("", ".."):
            target = "index.html"
        if target.startswith("../") and beyond(target):
            continue
        if target not in files and f"{target}/index.html" in files:
            target = f"{target}/index.html"
        anchor = unquote(parts.fragment)
        if target not in files:
            yield _befund(
                r.TOTES_ZIEL, text, found.start(), name, f"Der Link „{href}“ führt ins Leere"
            )
        elif anchor and target in anchors and anchor not in anchors[target]:
            yield _befund(
                r.TOTES_ZIEL, text, found.start(), name, f"Den Anker von „{href}“ gibt es nicht"
            )


def _attributes(source: str) -> dict[str, str]:
    return {
        found.group(1).lower(): html.unescape((found.group(2) or "").strip("\"'"))
        for found in _ATTRIBUTE.finditer(source)
    }


def _is_data_image(value: str) -> bool:
    return value.startswith(("data:image/png;", "data:image/gif;", "data:image/jpeg;"))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _befund(regel: Regel, text: str, offset: int, name: str, message: str) -> Befund:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    shown = re.sub(r"\s+", " ", text[offset : offset + _SHOWN])
    return regel.befund(Ort(f"site/{name}", line, column), f"{message}: „{shown}“.")
