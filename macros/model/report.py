"""Findings as text for people, as JSON for programs, as annotations for a pull request."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from macros.model.findings import Stufe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.model.findings import Befund

_PLURAL = {
    Stufe.FEHLER: ("Fehler", "Fehler"),
    Stufe.WARNUNG: ("Warnung", "Warnungen"),
    Stufe.HINWEIS: ("Hinweis", "Hinweise"),
}
_GITHUB = {Stufe.FEHLER: "error", Stufe.WARNUNG: "warning", Stufe.HINWEIS: "notice"}


def format_befund(befund: Befund) -> str:
    """Return one finding as three or more lines of text."""
    head = f"{befund.stufe.upper()} {befund.rule} · {befund.file}, "
    place = f"Zeile {befund.line}, Spalte {befund.column}"
    message = befund.message.replace("\n", "\n  ")
    remedy = befund.remedy.replace("\n", "\n              ")
    return f"{head}{place}\n  {message}\n  So geht's: {remedy}"


def format_text(befunde: Sequence[Befund]) -> str:
    """Return all findings and a closing line that counts them."""
    blocks = [format_befund(befund) for befund in befunde]
    return "\n\n".join([*blocks, summary(befunde)])


def summary(befunde: Sequence[Befund]) -> str:
    """Return the counts in one line: „1 Fehler, 2 Warnungen“."""
    counts = Counter(befund.stufe for befund in befunde)
    parts = [
        f"{counts[stufe]} {_PLURAL[stufe][counts[stufe] != 1]}" for stufe in Stufe if counts[stufe]
    ]
    return ", ".join(parts) + "." if parts else "Alles in Ordnung: keine Befunde."


def format_json(befunde: Sequence[Befund]) -> str:
    """Return all findings as a JSON list; keys are those of :class:`Befund`."""
    return json.dumps([asdict(befund) for befund in befunde], ensure_ascii=False, indent=2)


def format_github(befunde: Sequence[Befund]) -> str:
    """Return one workflow command per finding, which shows it beside the changed line."""
    return "\n".join(
        f"::{_GITHUB[b.stufe]} file={_property(b.file)},line={b.line},col={b.column},"
        f"title={_property(f'{b.stufe} {b.rule}')}::"
        f"{_data(f'{b.message}{chr(10)}So geht’s: {b.remedy}')}"
        for b in befunde
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
