"""Faults in the own files and in the source: said in German, nothing is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.importers.delimited import parse_table
from macros.importers.nrw_schools import read_schools
from macros.importers.report import render_plan
from macros.model.findings import Stufe
from macros.model.report import format_text
from tests.importers.conftest import DATEIEN, GEMEINDEN, REGION
from tests.importers.plans import records, rules

if TYPE_CHECKING:
    from pathlib import Path

    from tests.importers.conftest import Projekt


@pytest.mark.parametrize(
    ("name", "change", "rule", "words"),
    [
        ("region.yml", lambda t: t.replace('ags: "05999"\n', ""), "R-517", "ags"),
        ("region.yml", lambda t: t.replace("05999", "05111"), "R-516", "05111"),
        ("gemeinden.yml", lambda t: t + "- id: x\n", "R-101", "name"),
        ("gemeinden.yml", lambda t: t.replace("- id", "id"), "R-", ""),
        ("organisationen.yml", lambda t: "[{id: a, name: b, art: land}]\n", "R-517", "eckigen"),
        (
            "organisationen.yml",
            lambda t: (
                t + '  traegernummer: "1"\n- id: b\n  name: B\n  art: land\n  traegernummer: "1"\n'
            ),
            "R-517",
            "Trägernummer 1",
        ),
        ("schulen.yml", lambda t: "- id: a\n  name: [\n", "R-", ""),
        (
            "schulen.yml",
            lambda t: "".join(
                f'- id: {i}\n  name: A\n  schulnummer: "990001"\n  schulform: grundschule\n'
                "  gemeinde: waldau\n"
                for i in "ab"
            ),
            "R-517",
            "Schulnummer 990001",
        ),
    ],
)
def test_faults_in_the_own_files_are_said_and_nothing_is_written(
    projekt: Projekt, name: str, change: object, rule: str, words: str
) -> None:
    path = projekt.bestand / name
    path = path if name != "region.yml" else projekt.bestand.parent / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert callable(change)
    path.write_text(change(text), encoding="utf-8")
    plan = projekt.plan()
    faults = [b for b in plan.befunde if b.stufe is Stufe.FEHLER]
    assert any(b.rule.startswith(rule) and words in b.message for b in faults), faults
    assert not plan.schreibbar


def test_unknown_region_is_said(projekt: Projekt) -> None:
    from macros.importers.plan import plan_school_import

    plan = plan_school_import(projekt.root, "nirgendwo", DATEIEN / "schuldaten_2026-04.csv")
    assert rules(plan) == ["R-517"]


def test_missing_municipality_comes_with_the_finished_record(projekt: Projekt, quelle: str) -> None:
    projekt.write("gemeinden.yml", GEMEINDEN.split("- id: waldau")[0])
    plan = projekt.plan()
    fault = next(b for b in plan.befunde if b.rule == "R-507")
    assert fault.stufe is Stufe.FEHLER
    record = fault.remedy[fault.remedy.index("- id:") :]
    projekt.write("gemeinden.yml", GEMEINDEN.split("- id: waldau")[0] + record + "\n")
    assert projekt.plan().schreibbar
    assert records(projekt, "gemeinden.yml")["waldau"]["plz"] == ["09921"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "stufe", "words"),
    [
        ("Schulnummer;", "Nr;", "R-503", Stufe.FEHLER, "„Schulnummer“ fehlt"),
        ("Traegernummer;", "Traegernumer;", "R-503", Stufe.FEHLER, "kommt „Traegernumer“"),
        ("Gemeindeschluessel;", "", "R-503", Stufe.FEHLER, "Gefunden: Schulnummer, Schulform"),
        ("Homepage;", "Netz;", "R-503", Stufe.WARNUNG, "Die Website wird nicht eingelesen"),
        ("Fax;", "PLZ;", "R-503", Stufe.FEHLER, "„PLZ“ kommt zweimal vor"),
        ('"05999004"', '"5999004"', "R-519", Stufe.FEHLER, "führende Null"),
    ],
)
def test_other_columns_are_said(
    projekt: Projekt, quelle: str, old: str, new: str, rule: str, stufe: Stufe, words: str
) -> None:
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", quelle.replace(old, new)))
    assert any(b.rule == rule and b.stufe is stufe and words in b.message for b in plan.befunde), (
        plan.befunde
    )


def test_a_missing_optional_column_leaves_the_field_alone(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    plan = projekt.plan(
        projekt.source("schuldaten_2026-04.csv", quelle.replace("Homepage;", "Netz;"))
    )
    assert plan.schulen.leer
    assert plan.schulen.bleibt == ()


def test_the_stand_comes_from_name_or_option(projekt: Projekt, quelle: str) -> None:
    from macros.importers.plan import plan_school_import

    source = projekt.source("schuldaten.csv", quelle)
    plan = plan_school_import(projekt.root, "musterkreis", source)
    assert rules(plan, Stufe.FEHLER) == ["R-506"]
    assert "--stand" in plan.befunde[0].remedy
    plan = plan_school_import(projekt.root, "musterkreis", source, stand="2025-10")
    assert plan.quelle == "MSB NRW, Schulgrunddaten, Stand Oktober 2025"
    plan = plan_school_import(projekt.root, "musterkreis", source, stand="April")
    assert "kein Stand" in plan.befunde[0].message


def test_an_older_file_does_not_overwrite_a_newer_one(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    plan = projekt.plan(projekt.source("schuldaten_2025-10.csv", quelle))
    assert rules(plan, Stufe.FEHLER) == ["R-520"]


def test_messages_of_a_faulty_file(projekt: Projekt) -> None:
    """All faults of one file at once, word for word; after a wanted change write it anew."""
    plan = projekt.plan(DATEIEN / "fehlerhaft_2026-04.csv")
    text = f"{render_plan(plan)}\n\n{format_text(plan.befunde)}\n"
    golden = DATEIEN / "fehlerhaft.txt"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert str(projekt.root) not in text
    assert "3920099" not in text  # the mobile number
    assert "vorname.nachname" not in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(0, 3000), junk=st.binary(max_size=12), at=st.integers(0, 3000))
def test_no_damage_to_the_source_raises(
    projekt: Projekt, quelle: str, cut: int, junk: bytes, at: int
) -> None:
    data = quelle.encode()
    at %= len(data)
    damaged = data[:at] + junk + data[at + cut :]
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", damaged))
    assert render_plan(plan)
    assert format_text(plan.befunde)


def test_reading_is_by_name_and_not_by_position(quelle: str) -> None:
    lines = [line.split(";") for line in quelle.splitlines()[1:] if "Vereins" not in line]
    turned = "\n".join(";".join(reversed(line[:24])) for line in lines)
    forms = {"02": "grundschule", "08": "foerderschule", "20": "gymnasium"}
    tables = [parse_table(text.encode(), "x.csv")[0] for text in (quelle, turned)]
    first, second = (read_schools(t, "05999", forms) for t in tables if t is not None)
    kept = [s.felder for s in first.schulen if s.nummer != "990002"]
    assert [s.felder for s in second.schulen] == kept


def test_region_fixture_is_valid(projekt: Projekt) -> None:
    assert REGION.startswith("id: musterkreis")
    assert not [b for b in projekt.plan().befunde if b.stufe is Stufe.FEHLER]


def test_source_path_outside_the_project_is_not_shown(projekt: Projekt, tmp_path: Path) -> None:
    plan = projekt.plan(tmp_path / "unterwegs" / "schuldaten_2026-04.csv")
    assert plan.befunde[0].file == "schuldaten_2026-04.csv"
    assert "unterwegs" not in format_text(plan.befunde)
