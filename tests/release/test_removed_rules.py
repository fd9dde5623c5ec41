"""Ids of persons: they tell no name, and those of removed persons stay taken."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.model.load_region import load_region
from macros.publish.overlay import with_tombstone, without_person

DATA = Path(__file__).parents[1] / "views" / "data"
BESTAND = "data/regionen/kleinkreis/bestand"
HEUTE = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path


def _told(root: Path) -> list[tuple[str, str]]:
    befunde = load_region(root, "kleinkreis", HEUTE).befunde
    return [(b.rule, b.remedy) for b in befunde if b.rule in ("R-315", "R-316")]


def _rename(root: Path, new: str) -> None:
    file = root / BESTAND / "personen.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("p-001", new), encoding="utf-8")


def test_the_shipped_ids_are_fine(root: Path) -> None:
    assert _told(root) == []


@pytest.mark.parametrize("id", ["erika-musterfrau", "musterfrau", "p-erika", "frau-musterfrau-2"])
def test_an_id_that_tells_the_name_is_refused(id: str, root: Path) -> None:
    _rename(root, id)
    assert _told(root) == [("R-316", "id: p-004")]


@pytest.mark.parametrize("id", ["p-77", "leitung", "muster", "er"])
def test_other_ids_are_taken(id: str, root: Path) -> None:
    _rename(root, id)
    assert _told(root) == []


def test_the_id_of_a_removed_person_stays_taken(root: Path) -> None:
    stones = with_tombstone(with_tombstone("", "p-009", HEUTE), "p-001", HEUTE)
    (root / BESTAND / "grabsteine.yml").write_text(stones, encoding="utf-8")
    assert _told(root) == [("R-315", "Für eine andere Person: id: p-010")]
    assert with_tombstone(stones, "p-001", date(2027, 1, 1)) == stones


def test_a_tombstone_holds_nothing_else(root: Path) -> None:
    stones = with_tombstone("", "p-009", HEUTE) + "  name: Erika Musterfrau\n"
    (root / BESTAND / "grabsteine.yml").write_text(stones, encoding="utf-8")
    befunde = load_region(root, "kleinkreis", HEUTE).befunde
    assert [b.stufe for b in befunde if b.file.endswith("grabsteine.yml")] == ["Fehler"]


def test_a_record_goes_with_its_comment_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "personen.yml"
    file.write_text("# Kopf\n\n- id: a\n  name: A\n# zu b\n- id: b\n  name: B\n- id: c\n", "utf-8")
    assert without_person(file, "b") == "# Kopf\n\n- id: a\n  name: A\n- id: c\n"
    assert without_person(file, "x") is None
