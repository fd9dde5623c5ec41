"""The result file: true figures, newest run first, three runs kept, readable by the data model."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
import yaml

from macros.model.load_region import read_file
from macros.model.records.pruefbericht import Pruefbericht
from macros.model.report import format_text

from .checks.registry import PRUEFUNGEN
from .checks.views import Ergebnis
from .readability import lix
from .result_file import entry, with_entry

RESULT = Ergebnis(
    Counter(dict.fromkeys(PRUEFUNGEN, 6)), {"/ 320 light": {"T26": ["a", "b"]}, "/a": {"T1": ["c"]}}
)


def _run(day: date) -> dict[str, object]:
    return entry(day, 12, RESULT, ["axe-core 4.12.1"], ["breit"])


def test_the_figures_are_those_of_the_run() -> None:
    run = yaml.safe_load(with_entry("", _run(date(2026, 11, 22))))[0]
    assert set(run) == set(Pruefbericht.model_fields)
    found = {part["pruefung"]: part["befunde"] for part in run["ergebnisse"]}
    assert (found["t26"], found["t1"], found["t2"]) == ("2", "1", "0")
    assert {part["ansichten"] for part in run["ergebnisse"]} == {"6"}
    assert (run["datum"], run["seiten"], run["ausnahmen"]) == ("2026-11-22", "12", ["breit"])


@pytest.mark.parametrize("exceptions", [[], ["breit"]])
def test_the_region_can_be_read_with_it(exceptions: list[str]) -> None:
    run = entry(date(2026, 11, 22), 12, RESULT, ["axe-core 4.12.1"], exceptions)
    gelesen = read_file(with_entry("", run).encode(), "pruefbericht.yml", Pruefbericht)
    assert not gelesen.befunde, format_text(gelesen.befunde)
    [(bericht, _)] = gelesen.records
    assert isinstance(bericht, Pruefbericht)
    assert (bericht.offen, list(bericht.ausnahmen)) == (3, exceptions)


def test_three_runs_are_kept_newest_first() -> None:
    text = ""
    for day in (1, 2, 3, 4, 4):
        text = with_entry(text, _run(date(2026, 11, day)))
    assert [run["id"][-2:] for run in yaml.safe_load(text)] == ["04", "03", "02"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("", 0), ("Das ist gut.", 3), ("Schulsozialarbeit hilft. Immer.", 1.5 + 100 / 3)],
)
def test_lix(text: str, value: float) -> None:
    assert lix(text) == pytest.approx(value)
