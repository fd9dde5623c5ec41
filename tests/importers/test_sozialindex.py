"""The Schulsozialindex: read in the ministry's encoding, compared, and nothing else is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.importers.nrw_sozialindex import plan_index_import
from macros.importers.report import render_index_plan
from macros.importers.write import write_plan
from macros.model.findings import Stufe

if TYPE_CHECKING:
    from pathlib import Path

    from macros.importers.plan import Importplan
    from tests.importers.conftest import Projekt

NAME = "schulsozialindex_2025-26_cp850.csv"
HEAD = "Schulnummer;Kurzbezeichnung;Bezirksregierung;Kreis;Gemeinde;Sozialindexstufe\r\n"
SCHULEN = """\
# Kopf
- id: gs-am-see
  schulnummer: "190012"
  name: Grundschule am See   # von Hand
  schulform: grundschule
  gemeinde: seehausen
  quelle: Liste
- id: gs-nord
  schulnummer: "190013"
  name: Grundschule Nord
  schulform: grundschule
  gemeinde: seehausen
- id: ohne-nummer
  name: Waldschule
  schulform: grundschule
  gemeinde: waldau
"""
WRITTEN = SCHULEN.replace(
    "  quelle: Liste\n",
    '  sozialindex:\n    stufe: "4"\n    schuljahr: 2025/26\n'
    "    quelle: MSB NRW, Schulsozialindex, Schuljahr 2025/26\n  quelle: Liste\n",
)


def row(number: str, stage: str) -> str:
    return f"{number};Seehausen, GG Möwenstraße;BR Köln;Kreis Muster;Seehausen;{stage}\r\n"


def plan(projekt: Projekt, *rows: str, name: str = NAME, head: str = HEAD) -> Importplan:
    path = projekt.source(name, (head + "".join(rows)).encode("cp850"))
    return plan_index_import(projekt.root, "musterkreis", path)


@pytest.fixture
def schulen(projekt: Projekt) -> Projekt:
    projekt.write("schulen.yml", SCHULEN)
    return projekt


def numbers(found: Importplan) -> list[str]:
    return [b.rule for b in found.befunde]


def test_only_the_index_is_written(schulen: Projekt) -> None:
    found = plan(schulen, row("190012", "4"), row("999999", "9"))
    assert [e.titel for e in found.schulen.neu] == ["Grundschule am See: Stufe 4"]
    assert numbers(found) == ["R-452"]
    assert "CP850" in render_index_plan(found)
    assert write_plan(found) == []
    assert schulen.read("schulen.yml") == WRITTEN


def test_a_second_run_changes_nothing(schulen: Projekt) -> None:
    schulen.write("schulen.yml", WRITTEN)
    found = plan(schulen, row("190012", "4"))
    assert (found.texte, found.schulen.gleich) == ((), 1)
    assert "nichts zu schreiben" in render_index_plan(found)


def test_a_new_year_moves_stage_and_source(schulen: Projekt) -> None:
    schulen.write("schulen.yml", WRITTEN)
    found = plan(schulen, row("190012", "5"), name="schulsozialindex_2026-27.csv")
    assert [(f.alt, f.neu) for f in found.schulen.geaendert[0].felder] == [("4", "5")]
    write_plan(found)
    assert 'stufe: "5"\n    schuljahr: 2026/27\n' in schulen.read("schulen.yml")


def test_an_older_list_is_refused(schulen: Projekt) -> None:
    schulen.write("schulen.yml", WRITTEN)
    found = plan(schulen, row("190012", "5"), name="schulsozialindex_2024-25.csv")
    assert "R-520" in numbers(found)
    assert not found.schreibbar
    assert found.texte == ()


def test_a_school_without_an_index_gets_none(schulen: Projekt) -> None:
    found = plan(schulen, row("190012", "ohne"), row("190013", "ohne"))
    assert (numbers(found), found.texte) == ([], ())


def test_an_index_the_list_no_longer_names_stays_and_is_told(schulen: Projekt) -> None:
    schulen.write("schulen.yml", WRITTEN)
    found = plan(schulen, row("190012", "ohne"), row("190013", "1"))
    assert [e.id for e in found.schulen.bleibt] == ["gs-am-see"]
    assert "löschen Sie das Feld von Hand" in render_index_plan(found)


@pytest.mark.parametrize(
    ("rows", "rule", "stufe"),
    [
        ((row("190012", "10"),), "R-510", Stufe.WARNUNG),
        ((row("190012", "4"), row("190012", "5")), "R-514", Stufe.FEHLER),
        ((row("888888", "4"),), "R-516", Stufe.FEHLER),
    ],
)
def test_what_does_not_fit_is_said(
    schulen: Projekt, rows: tuple[str, ...], rule: str, stufe: Stufe
) -> None:
    found = plan(schulen, *rows)
    assert (rule, stufe) in [(b.rule, b.stufe) for b in found.befunde]


def test_a_list_without_the_column_is_refused(schulen: Projekt) -> None:
    found = plan(schulen, row("190012", "4"), head=HEAD.replace("Sozialindexstufe", "Index 2"))
    assert numbers(found) == ["R-503"]
    assert "konnte nicht eingelesen werden" in render_index_plan(found)


def test_the_school_year_must_be_known(schulen: Projekt, tmp_path: Path) -> None:
    assert numbers(plan(schulen, row("190012", "4"), name="index.csv")) == ["R-506"]
    found = plan_index_import(
        schulen.root, "musterkreis", tmp_path / "index.csv", schuljahr="2025/26"
    )
    assert found.quelle.endswith("2025/26")
    wrong = plan_index_import(
        schulen.root, "musterkreis", tmp_path / "index.csv", schuljahr="2025/27"
    )
    assert numbers(wrong) == ["R-506"]


def test_a_missing_file_is_a_finding(schulen: Projekt, tmp_path: Path) -> None:
    found = plan_index_import(schulen.root, "musterkreis", tmp_path / "fehlt_2025-26.csv")
    assert numbers(found) == ["R-501"]
