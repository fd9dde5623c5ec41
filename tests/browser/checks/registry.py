"""One list of all checks: what each is called, what it proves, and on which views it runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tests.browser.visit import Visit


class Umfang(StrEnum):
    """On which views a check runs."""

    ANSICHT = "jede Seite in jeder Breite und jedem Farbschema"
    SEITE = "jede Seite einmal"
    TASTATUR = "jede Seite in jeder Breite"
    SEITENART = "jede Seitenart in jeder Breite"
    WEBSITE = "alle Dateien einer Website"


@dataclass(frozen=True)
class Pruefung:
    """A check.

    Attributes:
        id: T1–T44 as in the project's list of tests, further ones begin with another letter.
        titel: what it proves, in German, for the result file.
        kriterium: the criterion of WCAG 2.2 or the law behind it.
        umfang: on which views it runs.
        finde: returns the faults of an open page, in words; none is good.
    """

    id: str
    titel: str
    kriterium: str
    umfang: Umfang
    finde: Callable[[Visit], list[str]]


PRUEFUNGEN: Final[dict[str, Pruefung]] = {}

# What a machine cannot decide, or has nothing to decide yet; each with its reason.
NICHT_AUTOMATISCH: Final[dict[str, str]] = {
    "T40": "Ein Lesbarkeitsmaß ist kein Urteil; die volle Prüfung nennt es je Kapitel.",
    "T44": "Ob das Formular antwortet, weiß nur das Netz; die Adresse selbst prüft T42.",
}


def pruefung(
    id: str, titel: str, kriterium: str, umfang: Umfang
) -> Callable[[Callable[[Visit], list[str]]], Callable[[Visit], list[str]]]:
    """Enter a function into the list of checks.

    Raises:
        ValueError: the id is taken.
    """
    if id in PRUEFUNGEN:
        raise ValueError(f"{id} gibt es schon.")

    def enter(finde: Callable[[Visit], list[str]]) -> Callable[[Visit], list[str]]:
        PRUEFUNGEN[id] = Pruefung(id, titel, kriterium, umfang, finde)
        return finde

    return enter


def order(id: str) -> tuple[str, int]:
    """Sort key: T2 before T10, T before what came later."""
    letters, number = re.fullmatch(r"([A-Z]+)(\d+)", id).groups()  # type: ignore[union-attr]
    return ("" if letters == "T" else letters, int(number))


def of(*extents: Umfang) -> list[Pruefung]:
    """Return the checks with these extents; those that change or operate the page come last."""
    chosen = [check for check in PRUEFUNGEN.values() if check.umfang in extents]
    return sorted(chosen, key=_disturbs)


def _disturbs(check: Pruefung) -> int:
    changes = check.finde.__module__.endswith(".changes")
    return 10 * list(Umfang).index(check.umfang) + changes


def faults_of(visit: Visit, checks: list[Pruefung]) -> dict[str, list[str]]:
    """Run checks on an open page and return the faults by the check's id; none is good."""
    found = {check.id: check.finde(visit) for check in checks}
    return {id: faults for id, faults in found.items() if faults}
