"""Internal links: does the page exist, does the anchor exist, and what was probably meant?"""

from __future__ import annotations

import html
import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from macros.model.nearest import nearest
from macros.pages import rules as r

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from macros.model.findings import Befund, Ort
    from macros.pages.source import Seite


def check_links(
    seiten: Mapping[str, Seite],
    dateien: Collection[str],
    umgelenkt: Callable[[str, str], bool] = lambda uri, target: False,
    weitere: Collection[Seite] = (),
) -> Iterator[Befund]:
    """Judge every internal link and image of all pages.

    Args:
        seiten: all pages by path below ``docs``, rendered.
        dateien: paths of all other files of the site, written or generated.
        umgelenkt: tells whether a link from one page to a path is led elsewhere when the page is
            built, so that it cannot be dead.
        weitere: texts that stand in pages and have links of their own.
    """
    for seite in (*seiten.values(), *weitere):
        for href, ort in seite.links:
            if not umgelenkt(seite.uri, target_of(seite.uri, href)):
                yield from _check(seite, href, ort, seiten, dateien)


def target_of(uri: str, href: str) -> str:
    """Return the path below ``docs`` to which a relative link on a page leads."""
    path = unquote(urlsplit(html.unescape(href)).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri


def _check(
    seite: Seite, href: str, ort: Ort, seiten: Mapping[str, Seite], dateien: Collection[str]
) -> Iterator[Befund]:
    parts = urlsplit(html.unescape(href))
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    target = target_of(seite.uri, href)
    if path:
        if target in dateien:
            return
        if target not in seiten:
            yield _dead(seite, href, path, target, ort, seiten, dateien)
            return
    if anchor and anchor not in seiten[target].anker:
        guess = nearest(anchor, seiten[target].anker)
        question = f" Meinten Sie „#{guess}“?" if guess else ""
        where = "auf dieser Seite" if target == seite.uri else f"in {target}"
        yield r.TOTER_ANKER.befund(
            ort,
            f"Den Anker „#{anchor}“ gibt es {where} nicht.{question}",
            f"{path}#{guess}" if guess else f"{path}#…, mit einem Anker der Zielseite",
        )


def _dead(
    seite: Seite,
    href: str,
    path: str,
    target: str,
    ort: Ort,
    seiten: Mapping[str, Seite],
    dateien: Collection[str],
) -> Befund:
    folder = posixpath.dirname(seite.uri) or "."
    as_page = target.rstrip("/")
    known = [*seiten, *dateien]
    candidates = (f"{as_page}.md", f"{as_page}/index.md", as_page.removesuffix(".html") + ".md")
    guess = next((c for c in candidates if c in seiten), None) or _similar(target, known)
    relative = posixpath.relpath(guess, folder) if guess else ""
    question = f" Meinten Sie „{relative}“?" if guess else ""
    return r.TOTER_LINK.befund(
        ort,
        f"Die Seite „{path}“ gibt es nicht.{question}",
        relative or f"Den Link „{href}“ ändern oder löschen",
    )


def _similar(target: str, known: list[str]) -> str | None:
    """Return the path whose file name comes nearest; folders are alike too often to count."""
    by_name: dict[str, str] = {}
    for uri in known:
        name = posixpath.basename(uri)
        by_name.setdefault(
            posixpath.basename(posixpath.dirname(uri)) if name == "index.md" else name, uri
        )
    guess = nearest(posixpath.basename(target), by_name)
    return by_name[guess] if guess else None
