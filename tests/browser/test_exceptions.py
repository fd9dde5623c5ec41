"""Exceptions of the checks and items of the statement are the same set, in every region."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from .built_site import ROOT
from .checks.exceptions import FILE, Ausnahme, differences, read_exceptions, without_exceptions
from .checks.registry import PRUEFUNGEN
from .checks.views import MODULES

ENTRY = Ausnahme("breit", "T26", "WCAG 1.4.10", "/service/*", "Tabelle", date(2027, 1, 31))
STATED = {"barrierefreiheit": {"bekannte_maengel": [{"id": "breit", "quelle": "pruefung"}]}}


@pytest.mark.parametrize("path", sorted((ROOT / "data/regionen").glob("*/region.yml")))
def test_statement_and_checks_name_the_same(path: Path) -> None:
    assert MODULES
    exceptions = read_exceptions(FILE.read_text(encoding="utf-8"), PRUEFUNGEN)
    region = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert differences(exceptions, region) == []


def test_a_difference_on_either_side_is_told() -> None:
    assert differences([ENTRY], STATED) == []
    assert differences([ENTRY], {}) == ["breit fehlt in der Erklärung"]
    assert differences([], STATED) == ["breit fehlt in den Ausnahmen der Prüfung"]
    human = {"barrierefreiheit": {"bekannte_maengel": [{"id": "x", "quelle": "mensch"}]}}
    assert differences([], human) == []


@pytest.mark.parametrize(
    ("path", "day", "left"),
    [
        ("/service/schulen/", date(2026, 11, 22), {"T1": ["a"]}),
        ("/glossar/", date(2026, 11, 22), {"T1": ["a"], "T26": ["b"]}),
        ("/service/schulen/", date(2027, 2, 1), {"T1": ["a"], "T26": ["b"]}),
    ],
)
def test_an_exception_counts_for_its_page_and_time(
    path: str, day: date, left: dict[str, list[str]]
) -> None:
    found = {"T1": ["a"], "T26": ["b"]}
    assert without_exceptions(found, path, [ENTRY], day) == (
        left,
        {"breit"} if "T26" not in left else set(),
    )


def test_an_exception_without_reason_or_check_is_refused() -> None:
    text = "- {id: a, pruefung: T26, kriterium: K, seite: /, grund: G, bis: 2027-01-31}"
    assert [e.id for e in read_exceptions(text, PRUEFUNGEN)] == ["a"]
    with pytest.raises(ValueError, match="nötig sind genau"):
        read_exceptions(text.replace("grund: G, ", ""), PRUEFUNGEN)
    with pytest.raises(ValueError, match="T99 gibt es nicht"):
        read_exceptions(text.replace("T26", "T99"), PRUEFUNGEN)
