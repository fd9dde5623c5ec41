"""As of when a foreign file is: from its name or as given, never from the clock."""

from __future__ import annotations

import re
from typing import Final

from macros.importers import rules
from macros.model.findings import Befund, Ort

_MONTHS: Final = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
QUELLE_SCHULEN: Final = "MSB NRW, Schulgrunddaten, Stand"
QUELLE_TRAEGER: Final = "MSB NRW, Schulträgerverzeichnis, Stand"
_IN_NAME: Final = re.compile(r"(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])(?!\d)")
_GIVEN: Final = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])(-\d{2})?")


def stand_key(quelle: str, name: str) -> tuple[int, int] | None:
    """Return year and month of a record's source, if it is the named one.

    Args:
        quelle: what the record says („MSB NRW, Schulgrunddaten, Stand April 2026“).
        name: the source's name without the Stand („MSB NRW, Schulgrunddaten, Stand“).
    """
    month, _, year = quelle.removeprefix(name).strip().partition(" ")
    if not quelle.startswith(name) or month not in _MONTHS or not year.isdigit():
        return None
    return int(year), _MONTHS.index(month) + 1


def stand_of(given: str | None, file: str, option: str) -> tuple[str | None, list[Befund]]:
    """Return the Stand in words („April 2026“).

    Args:
        given: what was typed, ``2026-04``; wins over the name.
        file: the file's name, such as ``schuldaten_2026-04.csv``.
        option: the option that takes it, for the remedy.
    """
    found = _GIVEN.fullmatch(given.strip()) if given else _IN_NAME.search(file)
    if found:
        return f"{_MONTHS[int(found.group(2)) - 1]} {found.group(1)}", []
    message = (
        f"„{given}“ ist kein Stand; erwartet wird Jahr-Monat."
        if given
        else f"Der Name „{file}“ verrät nicht, von wann die Datei ist."
    )
    remedy = f"{option} 2026-04 anhängen (Jahr und Monat der Datei)"
    return None, [rules.STAND.befund(Ort(file), message, remedy)]
