"""The last look: the finished HTML is searched for everything that must not be published."""

from __future__ import annotations

import base64
import hashlib
import html
import posixpath
import re
from functools import lru_cache
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
_STYLE: Final = re.compile(r"<style\b[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
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
    targets = _Targets(files, anchors, beyond)
    befunde: list[Befund] = []
    for name, text in pages.items():
        befunde.extend(_check_text(text, name))
        for found in _TAG.finditer(_COMMENT.sub(_blank, text)):
            regel, message, href = _judge_tag(found.group())
            if regel is not None:
                befunde.append(_befund(regel, text, found.start(), name, message))
            elif href and (message := targets.fault(name, href)):
                befunde.append(_befund(r.TOTES_ZIEL, text, found.start(), name, message))
    return befunde


def check_html(text: str, name: str) -> Iterator[Befund]:
    """Return findings about one finished page, its links to other files left aside.

    Args:
        text: its HTML.
        name: its path below the site, for messages.
    """
    yield from _check_text(text, name)
    for found in _TAG.finditer(_COMMENT.sub(_blank, text)):
        regel, message, _ = _judge_tag(found.group())
        if regel is not None:
            yield _befund(regel, text, found.start(), name, message)


def _check_text(text: str, name: str) -> Iterator[Befund]:
    for regel, pattern, message in _TEXTS:
        for found in pattern.finditer(text):
            yield _befund(regel, text, found.start(), name, message)
    for found in _SCRIPT.finditer(text):
        if found.group(2).strip() and not _DATA.search(found.group(1)):
            yield _befund(r.SKRIPT, text, found.start(), name, "Hier steht ein Skript im HTML")
    for found in _STYLE.finditer(text):
        if not _allows(text, found.group(1)):
            yield _befund(r.STIL, text, found.start(), name, "Hier steht eine Gestaltung im HTML")


def _allows(text: str, style: str) -> bool:
    """Tell whether a page's own policy forbids everything but exactly this style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    wanted = f"default-src 'none'; style-src 'sha256-{digest}'; "
    return any(
        attributes.get("http-equiv", "").lower() == "content-security-policy"
        and attributes.get("content", "").startswith(wanted)
        for found in _TAG.finditer(text)
        if found.group(1).lower() == "meta"
        for attributes in [_attributes(found.group(2))]
    )


@lru_cache(maxsize=20_000)
def _judge_tag(source: str) -> tuple[Regel | None, str, str]:
    """Return the broken rule with its message, or the internal address the tag leads to.

    Most tags of a site are equal to the letter: each is judged once.
    """
    found = _TAG.fullmatch(source)
    if found is None:
        return None, "", ""
    tag, attributes = found.group(1).lower(), _attributes(found.group(2))
    if tag in _FORBIDDEN:
        return r.SKRIPT, f"„{tag}“ ist nicht erlaubt", ""
    for key, value in attributes.items():
        if key.startswith("on") or key == "srcdoc":
            return r.SKRIPT, f"„{key}“ führt ein Skript aus", ""
        if key == "srcset" and "//" in value:
            return r.FREMDER_HOST, f"Fremde Adresse in „{key}“", ""
        if key in _ADDRESSES and not _is_data_image(value):
            if not urls.is_allowed(value):
                return r.ADRESSE, f"Unbekannte Adresse in „{key}“", ""
            rel = set(attributes.get("rel", "").lower().split())
            names_only = tag == "link" and rel & _NAMES_ONLY
            if tag in _FETCHING and not urls.is_internal(value) and not names_only:
                return r.FREMDER_HOST, f"„{tag}“ lädt von fremder Adresse", ""
    target = attributes.get("href" if tag in ("a", "link", "area") else "src", "")
    return None, "", target if target and urls.is_internal(target) else ""


@lru_cache(maxsize=20_000)
def _taken_apart(href: str) -> tuple[int, str, str]:
    """Return how many folders an address goes up, its path from there, and its anchor.

    The path is ``#`` when the address names an anchor of the page itself.
    """
    parts = urlsplit(html.unescape(href))
    anchor = unquote(parts.fragment)
    if not parts.path:
        return 0, "#", anchor
    steps = posixpath.normpath(unquote(parts.path)).split("/")
    ups = next((n for n, step in enumerate(steps) if step != ".."), len(steps))
    path = "/".join(steps[ups:])
    return ups, "" if path == "." else path, anchor


class _Targets:
    """Knows which files and anchors a site has, and what lies beside it."""

    def __init__(
        self, files: set[str], anchors: dict[str, set[str]], beyond: Callable[[str], bool]
    ) -> None:
        self._files = files
        self._anchors = anchors
        self._beyond = beyond

    def fault(self, name: str, href: str) -> str:
        """Return what is wrong with a link from a page; empty when it leads somewhere."""
        if href.startswith("/"):
            return ""  # the error page is shown anywhere, so its links start at the root
        ups, path, anchor = _taken_apart(href)
        target = name
        if path != "#":
            folders = name.split("/")[:-1]
            if ups > len(folders):
                outside = "../" * (ups - len(folders)) + path
                beside = self._beyond(outside)
                return "" if beside else f"Der Link „{href}“ führt aus der Website hinaus"
            above = folders[: len(folders) - ups]
            target = "/".join([*above, path] if path else above)
            if target not in self._files:
                target = f"{target}/index.html" if target else "index.html"
        if target not in self._files:
            return f"Der Link „{href}“ führt ins Leere"
        if anchor and target in self._anchors and anchor not in self._anchors[target]:
            return f"Den Anker von „{href}“ gibt es nicht"
        return ""


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
