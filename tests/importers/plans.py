"""What the tests of the school import ask of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from macros.model.findings import Stufe

if TYPE_CHECKING:
    from macros.importers.difference import Eintrag, Unterschied
    from macros.importers.plan import Importplan
    from tests.importers.conftest import Projekt

STAND = "MSB NRW, Schulgrunddaten, Stand April 2026"


def records(projekt: Projekt, name: str = "schulen.yml") -> dict[str, dict[str, object]]:
    loaded = yaml.load(projekt.read(name), Loader=yaml.BaseLoader)
    return {record["id"]: record for record in loaded}


def rules(plan: Importplan, stufe: Stufe | None = None) -> list[str]:
    return [b.rule for b in plan.befunde if stufe is None or b.stufe is stufe]


def changes(entries: tuple[Eintrag, ...]) -> dict[str, list[tuple[str, str, str]]]:
    return {e.nummer: [(f.name, f.alt, f.neu) for f in e.felder] for e in entries}


def empty(unterschied: Unterschied) -> bool:
    return unterschied.leer and not unterschied.bleibt and not unterschied.entfallen
