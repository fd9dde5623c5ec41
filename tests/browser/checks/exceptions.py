"""Known exceptions: each has a reason and an end, and stands in the statement as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

import yaml

FILE: Final = Path(__file__).parents[1] / "ausnahmen.yml"
_FIELDS: Final = ("id", "pruefung", "kriterium", "seite", "grund", "bis")


@dataclass(frozen=True)
class Ausnahme:
    """A fault that is known and stands in the statement.

    Attributes:
        id: the same as that of the item in the statement.
        pruefung: id of the check that reports it.
        kriterium: criterion of WCAG.
        seite: path of the page, `*` for any part of it.
        grund: why it is not mended yet.
        bis: the day from which it is a fault again.
    """

    id: str
    pruefung: str
    kriterium: str
    seite: str
    grund: str
    bis: date


def read_exceptions(text: str, checks: Iterable[str]) -> list[Ausnahme]:
    """Read the file of exceptions.

    Raises:
        ValueError: an entry is incomplete, or names a check that does not exist.
    """
    known = set(checks)
    found = []
    for entry in yaml.safe_load(text) or []:
        missing = [name for name in _FIELDS if not entry.get(name)]
        if missing or set(entry) - set(_FIELDS):
            raise ValueError(f"Ausnahme {entry.get('id')}: nötig sind genau {', '.join(_FIELDS)}.")
        if entry["pruefung"] not in known:
            raise ValueError(f"Ausnahme {entry['id']}: {entry['pruefung']} gibt es nicht.")
        values = {name: str(entry[name]) for name in _FIELDS if name != "bis"}
        found.append(Ausnahme(**values, bis=date.fromisoformat(str(entry["bis"]))))
    return found


def without_exceptions(
    faults: Mapping[str, list[str]],
    path: str,
    exceptions: Iterable[Ausnahme],
    today: date,
) -> tuple[dict[str, list[str]], set[str]]:
    """Take out the faults that are excepted on a page.

    Returns:
        What is left, and the ids of the exceptions that were needed.
    """
    left = dict(faults)
    used = set()
    for exception in exceptions:
        ended = exception.bis < today
        if exception.pruefung in left and fnmatch(path, exception.seite) and not ended:
            del left[exception.pruefung]
            used.add(exception.id)
    return left, used


def differences(exceptions: Iterable[Ausnahme], region: Mapping[str, Any]) -> list[str]:
    """Compare the exceptions with the items of a region's statement that come from the checks.

    Args:
        exceptions: all exceptions of the checks.
        region: the region's record as it stands in its file.
    """
    items = (region.get("barrierefreiheit") or {}).get("bekannte_maengel") or []
    stated = {i["id"] for i in items if isinstance(i, dict) and i.get("quelle") == "pruefung"}
    excepted = {exception.id for exception in exceptions}
    return [
        *(f"{id} fehlt in der Erklärung" for id in sorted(excepted - stated)),
        *(f"{id} fehlt in den Ausnahmen der Prüfung" for id in sorted(stated - excepted)),
    ]
