"""Writes the dated result of the full check into the data of a region."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from .checks.registry import PRUEFUNGEN, order
from .checks.views import SCHEMES, WIDTHS, Ergebnis

KEPT: Final = 3
HEAD: Final = """\
# yaml-language-server: $schema=../../../schema/pruefbericht.schema.json
# Ergebnis der vollen Prüfung, neueste zuerst. „make pruefung-voll“ schreibt diese Datei.
"""
_SCHEMES: Final = {"light": "hell", "dark": "dunkel"}


def entry(
    day: date, pages: int, result: Ergebnis, tools: Iterable[str], exceptions: Iterable[str]
) -> dict[str, Any]:
    """Return one run as a record.

    Args:
        day: the day of the run.
        pages: how many pages were checked, over all Fassungen.
        result: what the checks have found.
        tools: programs with their versions.
        exceptions: ids of the known exceptions.
    """
    faults: dict[str, int] = dict.fromkeys(PRUEFUNGEN, 0)
    for checks in result.befunde.values():
        for check, found in checks.items():
            faults[check] += len(found)
    return {
        "id": f"pb-{day.isoformat()}",
        "datum": day.isoformat(),
        "seiten": str(pages),
        "breiten": [str(width) for width in WIDTHS],
        "farbschemata": [_SCHEMES[scheme] for scheme in SCHEMES],
        "werkzeuge": list(tools),
        "ergebnisse": [
            {
                "pruefung": id.lower(),
                "titel": PRUEFUNGEN[id].titel,
                "ansichten": str(result.ansichten[id]),
                "befunde": str(faults[id]),
            }
            for id in sorted(PRUEFUNGEN, key=order)
        ],
        "ausnahmen": sorted(exceptions),
    }


def with_entry(text: str, new: dict[str, Any]) -> str:
    """Return the file with a run at its top; an earlier one of the same day gives way."""
    old: list[dict[str, Any]] = yaml.safe_load(text) or []
    kept = [run for run in old if run["id"] != new["id"]][: KEPT - 1]
    return HEAD + "".join(_entry_text(run) for run in (new, *kept))


def write(path: Path, new: dict[str, Any]) -> None:
    """Write a run into the file of a region."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(with_entry(text, new), encoding="utf-8")


def _entry_text(run: dict[str, Any]) -> str:
    lines = []
    for key, value in run.items():
        if key == "ergebnisse":
            lines.append("ergebnisse:")
            for part in value:
                pairs = [f"{name}: {_quoted(text)}" for name, text in part.items()]
                lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
        elif isinstance(value, list):
            # The data refuse an empty list: what is not there is left out.
            if value:
                lines.append(f"{key}: [{', '.join(_quoted(item) for item in value)}]")
        else:
            lines.append(f"{key}: {_quoted(value)}")
    return f"- {lines[0]}\n" + "".join(f"  {line}\n" for line in lines[1:])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
