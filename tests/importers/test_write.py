"""Writing a plan: whole files in one step, never over somebody else's change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from macros.importers.plan import Importplan
from macros.importers.rules import BESTAND
from macros.importers.write import write_plan
from macros.model.findings import Ort

if TYPE_CHECKING:
    from tests.importers.conftest import Projekt


def files(projekt: Projekt) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in projekt.bestand.iterdir()}


def test_a_file_changed_since_the_comparison_is_not_overwritten(projekt: Projekt) -> None:
    plan = projekt.plan()
    projekt.write("organisationen.yml", "# gerade geändert\n")
    before = files(projekt)
    befunde = write_plan(plan)
    assert [b.rule for b in befunde] == ["R-518"]
    assert "seit dem Vergleich geändert" in befunde[0].message
    assert files(projekt) == before


def test_a_failing_disk_leaves_the_old_file(
    projekt: Projekt, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = projekt.plan()
    before = files(projekt)

    def full(handle: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    befunde = write_plan(plan)
    assert [b.rule for b in befunde] == ["R-518"]
    assert files(projekt) == before  # and no temporary file is left


def test_permissions_are_kept(projekt: Projekt) -> None:
    path = projekt.bestand / "organisationen.yml"
    path.chmod(0o600)
    projekt.einlesen()
    assert path.stat().st_mode & 0o777 == 0o600
    assert (projekt.bestand / "schulen.yml").stat().st_mode & 0o777 == 0o644


def test_a_plan_with_a_fault_is_refused() -> None:
    plan = Importplan(region="x", befunde=(BESTAND.befund(Ort("x.yml"), "kaputt"),))
    with pytest.raises(ValueError, match="not written"):
        write_plan(plan)
