"""The pages that come from data: one per municipality, written as Markdown with macro calls."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from macros.model.records import Gemeinde
from macros.pages.source import Seite, parse_page

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

FOLDER: Final = "service/gemeinden"

# What matters most in a hurry comes first.
_SECTIONS: Final = (
    ("Kinderschutz", "kinderschutz_ort"),
    ("Wer ist zuständig?", "zustaendige"),
    ("Schulen", "schulen"),
    ("Stellen", "stellen"),
    ("Netzwerk vor Ort", "netzwerk_ort"),
    ("Andere Gemeinden", "andere_gemeinden"),
)

# \\ before a punctuation mark makes Markdown take it as it is; brackets of HTML are no such marks.
_PUNCTUATION: Final = re.compile(r"([\\`*_{}\[\]()>#+.!|-])")
# Before these a backslash would stay in the text.
_ENTITIES: Final = str.maketrans({c: f"&#{ord(c)};" for c in "~:=^"})


def town_pages(bestand: Bestand) -> list[Seite]:
    """Return one page per municipality, in file order."""
    return [_page(gemeinde) for gemeinde in bestand.alle(Gemeinde)]


def _page(gemeinde: Gemeinde) -> Seite:
    uri = f"{FOLDER}/{gemeinde.id}.md"
    name = escape_markdown(gemeinde.name)
    description = f"{gemeinde.name}: Schulen, Stellen, Zuständige, Kinderschutz und Netzwerk."
    lines = ["---", f"title: {_yaml(gemeinde.name)}", f"description: {_yaml(description)}"]
    lines += ["art: live", "---", "", f"# {name}", ""]
    lines += [
        f"Alles für {name} an einer Stelle: Kinderschutz, Zuständige, Schulen und Netzwerk. "
        "Eine Übersicht geben [alle Schulen und Stellen](../schulen.md).",
        "",
    ]
    for heading, macro in _SECTIONS:
        lines += [f"## {heading}", "", f'{{{{ {macro}(gemeinde="{gemeinde.id}") }}}}', ""]
    text = "\n".join(lines)
    return parse_page(text.encode(), uri, f"{uri} (aus den Daten erzeugt)")


def escape_markdown(text: str) -> str:
    """Return a text so that Markdown shows it letter by letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    # The entities come last: their own sign # must not get a backslash.
    return _PUNCTUATION.sub(r"\\\1", text).translate(_ENTITIES)


def _yaml(text: str) -> str:
    # JSON strings are YAML strings; the braces of a macro must not survive.
    return json.dumps(text.replace("{{", "{ {").replace("{%", "{ %"), ensure_ascii=False)
