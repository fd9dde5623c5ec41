"""Markdown as this site writes it: one list of extensions for the check and for the build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import slugify

from macros.pages.markdown_ext import SafeMarkdown, Verstoss
from macros.pages.reuse import Halbfertig

if TYPE_CHECKING:
    from collections.abc import Callable

_UMLAUTS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
# The ids of the frame around each page.
_TAKEN: Final = frozenset({"inhalt", "navigation", "suche-feld", "suche-titel"})


def slug(text: str, separator: str) -> str:
    """Return the anchor of a heading: „Für Schulen“ → ``fuer-schulen``, „Inhalt“ → ``inhalt-1``."""
    anchor = slugify(text.translate(_UMLAUTS), separator)
    return f"{anchor}{separator}1" if anchor in _TAKEN else anchor


EXTENSIONS: Final = (
    "toc",
    "tables",
    "fenced_code",
    "attr_list",
    "admonition",
    "def_list",
    "sane_lists",
    "footnotes",
)
EXTENSION_CONFIGS: Final[dict[str, dict[str, Any]]] = {
    # A permalink beside each heading is noise to a screen reader; the contents list links them.
    "toc": {
        "marker": "",
        "permalink": False,
        "toc_depth": 3,
        "title": "Auf dieser Seite",
        "slugify": slug,
    },
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TITLE": "Zurück zu Fußnote {} im Text", "SEPARATOR": "-"},
}


@dataclass(frozen=True)
class Gerendert:
    """A page after Markdown.

    Attributes:
        html: with marks in place of macro output.
        root: the tree behind it.
        verstoesse: what was not allowed and has been taken away.
        halbfertig: what the build can take over; None for an empty page.
    """

    html: str
    root: Element
    verstoesse: tuple[Verstoss, ...]
    halbfertig: Halbfertig | None


def render(
    markdown: str,
    *,
    umlenkung: Callable[[str], str | None] | None = None,
    verlinkt: Callable[[Element], object] | None = None,
) -> Gerendert:
    """Render a page's Markdown, marks in place of macros.

    Args:
        markdown: the text.
        umlenkung: gives the address for links that are to lead elsewhere, None for all others.
        verlinkt: puts links of our own into the tree.
    """
    safe = SafeMarkdown()
    safe.umlenkung, safe.verlinkt = umlenkung, verlinkt
    reader = Markdown(extensions=[*EXTENSIONS, safe], extension_configs=EXTENSION_CONFIGS)
    html = reader.convert(markdown)
    root = safe.root if safe.root is not None else Element("div")  # an empty page has no tree
    halb = None
    if safe.walked is not None:
        halb = Halbfertig(safe.walked, tuple(reader.htmlStash.rawHtmlBlocks))
    return Gerendert(html, root, tuple(safe.verstoesse), halb)
