"""The import against an extract that another program made from the same list.

The made-up list is always compared. Where ``RAHMEN_OFFENE_DATEN`` names a folder with the
ministry's own files (``nrw/schuldaten_2026-04.csv``, ``nrw/schultraeger_2022-12.csv``) and the
extract (``schulen/kreis_soest.csv``), the real ones are compared, too, and with them the shipped
data.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.importers.delimited import read_table
from macros.importers.nrw_schools import read_schools
from macros.importers.own_files import load_own
from macros.importers.plan import plan_school_import
from macros.importers.write import write_plan
from macros.model.findings import Stufe, has_fehler
from macros.model.records import Organisation, Schule
from tests.importers.conftest import DATEIEN, GEMEINDEN, REGION, SCHULFORMEN

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Fall:
    """A list with its extract.

    Attributes:
        slug: the region.
        schools: the list of schools.
        traeger: the list of Schulträger.
        auszug: the extract.
        vorlage: project whose region is used; None for the made-up one.
    """

    slug: str
    schools: Path
    traeger: Path
    auszug: Path
    vorlage: Path | None = None

    def project(self, folder: Path) -> Path:
        """Make a project that holds the region without schools and Schulträger."""
        bestand = folder / "data" / "regionen" / self.slug / "bestand"
        bestand.mkdir(parents=True)
        katalog = folder / "data" / "katalog"
        katalog.mkdir()
        if self.vorlage:
            region = self.vorlage / "data" / "regionen" / self.slug
            shutil.copy(self.vorlage / "data" / "katalog" / "schulformen.yml", katalog)
            shutil.copy(region / "region.yml", bestand.parent)
            shutil.copy(region / "bestand" / "gemeinden.yml", bestand)
        else:
            (katalog / "schulformen.yml").write_text(SCHULFORMEN, encoding="utf-8")
            (bestand.parent / "region.yml").write_text(REGION, encoding="utf-8")
            (bestand / "gemeinden.yml").write_text(GEMEINDEN, encoding="utf-8")
        return folder


def _cases() -> list[Fall]:
    made_up = Fall(
        "musterkreis",
        DATEIEN / "schuldaten_2026-04.csv",
        DATEIEN / "schultraeger_2022-12.csv",
        DATEIEN / "auszug_musterkreis.csv",
    )
    if "RAHMEN_OFFENE_DATEN" not in os.environ:
        return [made_up]
    open_data = Path(os.environ["RAHMEN_OFFENE_DATEN"])
    real = Fall(
        "kreis-soest",
        open_data / "nrw" / "schuldaten_2026-04.csv",
        open_data / "nrw" / "schultraeger_2022-12.csv",
        open_data / "schulen" / "kreis_soest.csv",
        ROOT,
    )
    return [made_up, real]


CASES = _cases()


@pytest.fixture(params=CASES, ids=[case.slug for case in CASES])
def fall(request: pytest.FixtureRequest) -> Fall:
    assert isinstance(request.param, Fall)
    return request.param


def expected(fall: Fall) -> dict[str, dict[str, str]]:
    with fall.auszug.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["schulnummer"]: row for row in rows if row["ist_schule"] == "ja"}


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def test_records_agree_with_the_extract(fall: Fall, tmp_path: Path) -> None:
    root = fall.project(tmp_path)
    plan = plan_school_import(root, fall.slug, fall.schools, fall.traeger)
    assert plan.schreibbar, plan.befunde
    assert write_plan(plan) == []
    own = load_own(root, fall.slug)
    assert own.befunde == []
    schools: dict[str, Schule] = {
        s.schulnummer or "": s for file in own.schulen for s in file.records.values()
    }
    bodies: dict[str, Organisation] = {
        id: o for file in own.organisationen for id, o in file.records.items()
    }
    towns = {g.id: g.name for g in own.gemeinden}
    forms = {f.id: f.name for f in own.schulformen}
    wanted = expected(fall)
    assert set(schools) == set(wanted)
    for number, row in wanted.items():
        school = schools[number]
        names = "".join(row[f"bezeichnung_{i}"] for i in (1, 2, 3))
        assert letters(school.name) == letters(names)
        assert school.telefon is not None
        assert school.telefon.uri == row["telefon_e164"]
        assert school.koordinaten is not None
        assert float(school.koordinaten.breite) == pytest.approx(float(row["lat"]), abs=1e-5)
        assert float(school.koordinaten.laenge) == pytest.approx(float(row["lon"]), abs=1e-5)
        assert school.schultraeger is not None
        assert letters(bodies[school.schultraeger.id].name) == letters(row["traeger"])
        assert towns[school.gemeinde.id] == row["gemeinde"]
        assert forms[school.schulform.id] == row["schulform"]
        assert (school.rechtsform.value == "privat") == (row["rechtsform_code"] == "2")
        for name in ("strasse", "plz", "ort", "email", "website"):
            assert (getattr(school, name) or "") == row[name], number
    assert {s.gemeinde.id for s in schools.values()} == set(towns)
    again = plan_school_import(root, fall.slug, fall.schools, fall.traeger)
    assert again.texte == ()


def test_every_row_of_the_list_is_read_or_said(fall: Fall) -> None:
    table, befunde = read_table(fall.schools, fall.schools.name)
    assert table is not None
    root = fall.vorlage or ROOT
    forms = load_own(root, fall.slug).schulformen
    keys = {key: form.id for form in forms for key in form.schluessel_nw}
    quelle = read_schools(table, "05", keys)
    assert not has_fehler(befunde + quelle.befunde)
    assert len(quelle.schulen) + len(quelle.ausgelassen) == len(table.zeilen)
    said = [b for b in quelle.befunde if b.rule == "R-509"]
    assert len(said) == len(quelle.ausgelassen)


@pytest.mark.parametrize("shipped", [case for case in CASES if case.vorlage] or [None])
def test_shipped_data_is_what_the_import_makes(shipped: Fall | None, tmp_path: Path) -> None:
    """On the real list where there is one, else on the made-up one: a second run finds nothing."""
    if shipped is None:
        root = CASES[0].project(tmp_path)
        shipped = CASES[0]
        write_plan(plan_school_import(root, shipped.slug, shipped.schools, shipped.traeger))
    else:
        root = ROOT
    plan = plan_school_import(root, shipped.slug, shipped.schools, shipped.traeger)
    assert plan.texte == ()
    assert plan.schulen.leer
    assert not [b for b in plan.befunde if b.stufe is Stufe.FEHLER]


def test_kreis_soest_is_complete() -> None:
    own = load_own(ROOT, "kreis-soest")
    schools = [s for file in own.schulen for s in file.records.values()]
    assert own.befunde == []
    assert len(schools) == 107
    assert len({s.gemeinde.id for s in schools}) == 14
    for school in schools:
        assert school.schulnummer is not None
        assert len(school.schulnummer) == 6
        assert school.email == f"{school.schulnummer}@schule.nrw.de"
        assert school.telefon is not None
        assert not school.telefon.mobil
        assert school.quelle == "MSB NRW, Schulgrunddaten, Stand April 2026"
        assert school.schultraeger is not None
        assert school.koordinaten is not None
