"""How a text is written as YAML: plain where that is safe, else quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN: Final = re.compile(r"[A-Za-zÄÖÜäöüß0-9(][^\x00-\x1f\x7f\"\\]*")
_NUMBERLIKE: Final = re.compile(r"[0-9][0-9a-fA-FxXoO_.:,+\-]*|\d{4}-\d{1,2}-\d{1,2}.*")
_WORDS: Final = frozenset(
    {"true", "false", "null", "yes", "no", "on", "off", "ja", "nein", "y", "n"}
)


def scalar(value: str, *, flow: bool = False, quoted: bool = False) -> str:
    """Return a text as a YAML value.

    Everything that looks like a number, a date or yes and no is quoted, so that no reader of the
    file ever takes it for anything but text.

    Args:
        value: the text, in one line.
        flow: it stands within braces or brackets, where commas part the values.
        quoted: in any case in quotes, as before a comment in the same line.
    """
    plain = (
        not quoted
        and _PLAIN.fullmatch(value)
        and not _NUMBERLIKE.fullmatch(value)
        and value.lower() not in _WORDS
        and not re.search(r":(?:\s|$)|\s#|\s$", value)
        and not (flow and re.search(r"[,:\[\]{}]", value))
    )
    if plain:
        return value
    # The loader refuses backslashes between double quotes: people take them for themselves.
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def block(felder: Mapping[str, str], dash: int = 0) -> list[str]:
    """Return the lines of a record.

    Args:
        felder: path of a field (``koordinaten.breite``) → value, in the order they are written.
        dash: column of the dash.
    """
    lines: list[str] = []
    indent = " " * (dash + 2)
    open_outer = ""
    for path, value in felder.items():
        outer, _, inner = path.partition(".")
        if inner and outer != open_outer:
            lines.append(f"{indent}{outer}:")
        lines.append(
            f"{indent}  {inner}: {scalar(value)}" if inner else f"{indent}{outer}: {scalar(value)}"
        )
        open_outer = outer if inner else ""
    lines[0] = f"{' ' * dash}- {lines[0].lstrip()}"
    return lines
