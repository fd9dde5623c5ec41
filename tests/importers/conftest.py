"""A small made-up region on disk, and the made-up official lists for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.importers.plan import Importplan, plan_school_import
from macros.importers.write import write_plan

DATEIEN = Path(__file__).parent / "dateien"

REGION = """\
id: musterkreis
name: Musterkreis
im_satz: im Musterkreis
art: kreis
land: NW
status: vorfuehrung
ags: "05999"
adresse: https://musterkreis.example.org/
koordinierungsstelle: koordination
anbieter:
  name: Musterkreis
  strasse: Kreishausplatz 1
  plz: "09911"
  ort: Seehausen
  email: info@example.org
datenschutz:
  beauftragte_stelle: Datenschutz
  email: datenschutz@example.org
  hoster: Rechenzentrum
  protokolle: Keine.
  aufsicht: Landesbeauftragte
barrierefreiheit:
  stand: "2026-01-01"
  methode: Selbstbewertung
  email: barrierefreiheit@example.org
  durchsetzung: Ombudsstelle
"""
GEMEINDEN = """\
- id: seehausen
  name: Seehausen
  gemeindeschluessel: "05999004"
- id: waldau
  name: Waldau
  gemeindeschluessel: "05999008"
"""
SCHULFORMEN = """\
schema: "1"
schulformen:
  - id: grundschule
    name: Grundschule
    stufen: [primar]
    schluessel_nw: ["02"]
  - id: foerderschule
    name: Förderschule
    stufen: [primar, sekundar-1]
    schluessel_nw: ["08"]
  - id: gymnasium
    name: Gymnasium
    stufen: [sekundar-1, sekundar-2]
    schluessel_nw: ["20"]
"""
ORGANISATIONEN = """\
# von Hand
- id: kreis-muster
  name: Musterkreis
  art: kommune
"""


@dataclass
class Projekt:
    """A project folder with one region."""

    root: Path

    @property
    def bestand(self) -> Path:
        return self.root / "data" / "regionen" / "musterkreis" / "bestand"

    def write(self, name: str, text: str) -> Path:
        path = self.bestand / name
        path.write_bytes(text.encode())
        return path

    def read(self, name: str) -> str:
        return (self.bestand / name).read_bytes().decode()

    def source(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def plan(self, schools: Path | None = None, traeger: Path | None = None) -> Importplan:
        return plan_school_import(
            self.root,
            "musterkreis",
            schools or DATEIEN / "schuldaten_2026-04.csv",
            traeger or DATEIEN / "schultraeger_2022-12.csv",
        )

    def einlesen(self, schools: Path | None = None, traeger: Path | None = None) -> Importplan:
        """Plan and write; the plan must be writable."""
        plan = self.plan(schools, traeger)
        assert plan.schreibbar, plan.befunde
        assert write_plan(plan) == []
        return plan


@pytest.fixture
def projekt(tmp_path: Path) -> Projekt:
    found = Projekt(tmp_path)
    found.bestand.mkdir(parents=True)
    katalog = tmp_path / "data" / "katalog"
    katalog.mkdir()
    (katalog / "schulformen.yml").write_text(SCHULFORMEN, encoding="utf-8")
    (found.bestand.parent / "region.yml").write_text(REGION, encoding="utf-8")
    found.write("gemeinden.yml", GEMEINDEN)
    found.write("organisationen.yml", ORGANISATIONEN)
    return found


@pytest.fixture
def quelle() -> str:
    """The text of the made-up school list."""
    return (DATEIEN / "schuldaten_2026-04.csv").read_text(encoding="utf-8")
