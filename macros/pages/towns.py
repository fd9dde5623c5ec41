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

# \\ before a punctuation mark makes Markdown take it as it is; brackets of HTML are no such marks.
_PUNCTUATION: Final = re.compile(r"([\\`*_{}\[\]()>#+.!|-])")
# Before these a backslash would stay in the text.
_ENTITIES: Final = str.maketrans({c: f"&#{ord(c)};" for c in "~:=^"})


def town_pages(bestand: Bestand) -> list[Seite]:
    """Return one page per municipality, in file order."""
    return [_page(gemeinde) for gemeinde in bestand.alle(Gemeinde)]


def _page(gemeinde: Gemeinde) -> Seite:
    uri = f"{FOLDER}/{gemeinde.id}.md"
    description = f"Schulen und Stellen der Schulsozialarbeit: {gemeinde.name}."
    text = "\n".join(
        [
            "---",
            f"title: {_yaml(gemeinde.name)}",
            f"description: {_yaml(description)}",
            "art: live",
            "---",
            "",
            f"# {escape_markdown(gemeinde.name)}",
            "",
            f"Schulen in {escape_markdown(gemeinde.name)}, ihre Schulsozialarbeit und wie Sie sie "
            "erreichen. [Alle Gemeinden, Schulen und Stellen](../schulen.md)",
            "",
            "## Schulen",
            "",
            f'{{{{ schulen(gemeinde="{gemeinde.id}") }}}}',
            "",
            "## Stellen",
            "",
            f'{{{{ stellen(gemeinde="{gemeinde.id}") }}}}',
            "",
            "## Ansprechpersonen für die ganze Region",
            "",
            "Wer für alle Gemeinden zuständig ist, finden Sie bei den [Kontakten](../kontakte.md) "
            "und im [Netzwerk](../netzwerk.md).",
            "",
        ]
    )
    return parse_page(text.encode(), uri, f"{uri} (aus den Daten erzeugt)")


def escape_markdown(text: str) -> str:
    """Return a text so that Markdown shows it letter by letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    # The entities come last: their own sign # must not get a backslash.
    return _PUNCTUATION.sub(r"\\\1", text).translate(_ENTITIES)


def _yaml(text: str) -> str:
    # JSON strings are YAML strings; the braces of a macro must not survive.
    return json.dumps(text.replace("{{", "{ {").replace("{%", "{ %"), ensure_ascii=False)
