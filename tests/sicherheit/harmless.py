"""What must never be in HTML that comes from text, as a parser of HTML sees it."""

from __future__ import annotations

import html
import re
from typing import Final

from bs4 import BeautifulSoup

TAGS: Final = frozenset(
    {
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "dfn",
    }
    | {
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
    }
    | {"h4", "h5", "h6", "header", "hr", "i", "img", "ins", "li", "nav", "ol", "p", "pre", "s"}
    | {"section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th"}
    | {"thead", "time", "tr", "ul", "wbr"}
)
ATTRIBUTES: Final = frozenset(
    {"id", "class", "lang", "hreflang", "href", "src", "alt", "title", "width", "height", "start"}
    | {"align", "scope", "role", "tabindex", "aria-label", "aria-labelledby", "aria-describedby"}
    | {"datetime", "rel", "colspan", "open", "data-search-exclude"}
)
# What only our own templates write: downloads, and the filter above a list with what it reads.
FORM_TAGS: Final = frozenset({"form", "label", "input", "select", "option", "button"})
FORM_ATTRIBUTES: Final = frozenset(
    {"hidden", "for", "name", "type", "value", "autocomplete", "spellcheck", "download"}
)
_DATA: Final = re.compile(
    r"data-(filter(-[a-z]+)?|thema|ort|form|stelle|schulform|alter|dimension|verbindlichkeit|rolle"
    r"|sozialraum|stufe|traeger|art|worte|wer|anmeldung|gremium|lage|zeichen)"
)
SCHEMES: Final = frozenset({"", "https", "http", "mailto", "tel"})


def faults(text: str, *, filter: bool = False) -> list[str]:
    """Return everything in a piece of HTML that text must not become; empty when harmless.

    Args:
        text: the HTML.
        filter: whether a filter of our own may stand in it.
    """
    found: list[str] = []
    for tag in BeautifulSoup(text, "html.parser").find_all(True):
        if tag.name not in (TAGS | FORM_TAGS if filter else TAGS):
            found.append(f"<{tag.name}>")
        for name, value in tag.attrs.items():
            shown = " ".join(value) if isinstance(value, list) else str(value)
            ours = filter and (name in FORM_ATTRIBUTES or _DATA.fullmatch(name))
            if name not in ATTRIBUTES and not ours:
                found.append(f"{tag.name} {name}={shown}")
            if name in ("href", "src") and _scheme(shown) not in SCHEMES:
                found.append(f"{tag.name} {name}={shown}")
            if name == "src" and _scheme(shown):
                found.append(f"{tag.name} lädt {shown}")
            if name == "class" and any(c.startswith("md-") for c in shown.split()):
                found.append(f"{tag.name} class={shown}")
    return found


def _scheme(url: str) -> str:
    # What the URL standard does, and entities once more: an attack may be encoded twice.
    url = re.sub(r"[\t\n\r]", "", html.unescape(url)).lstrip("".join(map(chr, range(33))))
    if re.match(r"[/\\]{2}", url):
        return "//"
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url)
    return found.group(1).lower() if found else ""
