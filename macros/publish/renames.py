"""docs/umbenannt.yml: where a renamed page lies now, so that its old address goes on working."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.model.yaml_load import Mapping, Scalar, load_yaml
from macros.publish import publish_rules as r

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

FILE: Final = "docs/umbenannt.yml"
_PAGE: Final = re.compile(r"(?:[^/\\\s.][^/\\\s]*/)*[^/\\\s.][^/\\\s]*\.md")


def read_renames(data: bytes | None) -> tuple[dict[str, str], list[Befund]]:
    """Return the new page for each old one; a page renamed twice has an entry for each step.

    Args:
        data: the file's bytes; None when there is none.

    Returns:
        Paths below ``docs``, and what is wrong with the file.
    """
    if data is None:
        return {}, []
    node, befunde = load_yaml(data, FILE)
    if node is None:
        return {}, befunde
    if not isinstance(node, Mapping):
        ort = Ort(FILE, node.line, node.column)
        return {}, [
            *befunde,
            r.UMBENENNUNG.befund(ort, "Hier wird „alte Seite: neue Seite“ erwartet."),
        ]
    steps: dict[str, str] = {}
    for key, value in node.entries:
        ort = Ort(FILE, key.line, key.column)
        if not isinstance(value, Scalar) or not _PAGE.fullmatch(value.text):
            befunde.append(
                r.UMBENENNUNG.befund(
                    ort, f"Hinter „{key.text}“ wird der Pfad einer Seite erwartet."
                )
            )
        elif not _PAGE.fullmatch(key.text):
            befunde.append(r.UMBENENNUNG.befund(ort, f"„{key.text}“ ist kein Pfad einer Seite."))
        else:
            steps[key.text] = value.text
    return {old: new for old, new in steps.items() if not _circles(old, steps, befunde)}, befunde


def _circles(old: str, steps: Map[str, str], befunde: list[Befund]) -> bool:
    """Tell whether the names of a page lead back to one of them, and say so."""
    seen, new = {old}, steps[old]
    while new in steps and new not in seen:
        seen.add(new)
        new = steps[new]
    if new in seen:
        befunde.append(
            r.UMBENENNUNG.befund(Ort(FILE), f"Die Umbenennung von „{old}“ führt im Kreis.")
        )
    return new in seen
