"""The Bestand: who may be named, what counts, which Fassung is in force, what is loaded at all."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from macros.model.bestand import Bestand, einmal
from macros.model.figure_ids import COMPUTED
from macros.model.figures import figures
from macros.model.findings import Ort
from macros.model.load_region import OVERLAY_NAME, load_region, region_slugs
from macros.model.records import Gemeinde, Kontakt, Organisation, Person, Region, Schule, Stelle
from macros.model.records.person import Grundlage

from .golden_region import REGION, SLUG, STICHTAG, load_with, place_of

if TYPE_CHECKING:
    from pathlib import Path

PERSON = """\
- id: p-001
  name: Erika Muster
  kontakte: [koordination]
  stellen: [st-001]
  grundlage: {grundlage}
  informiert_am: "{informiert}"
  geprueft_am: "{geprueft}"
"""


def bestand_with(root: Path, **files: str) -> Bestand:
    geladen = load_with({f"{name}.yml": text.encode() for name, text in files.items()}, root)
    assert geladen.bestand is not None, geladen.befunde
    return geladen.bestand


def person(**changes: str) -> str:
    usual = {"grundlage": "einwilligung", "informiert": "2026-08-10", "geprueft": "2026-09-01"}
    return PERSON.format(**{**usual, **changes})


@pytest.mark.parametrize("grundlage", list(Grundlage))
def test_a_person_is_named_on_each_legal_basis(grundlage: Grundlage, tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path, personen=person(grundlage=grundlage.value))
    for typ, id in ((Kontakt, "koordination"), (Stelle, "st-001")):
        target = bestand.finde(typ, id)
        assert isinstance(target, Kontakt | Stelle)
        assert [p.name for p in bestand.personen_fuer(target)] == ["Erika Muster"]


@pytest.mark.parametrize(
    ("end", "named"),
    [("2026-11-21", False), ("2026-11-22", True), ("2027-07-31", True)],
)
def test_a_publication_ends_by_itself(end: str, named: bool, tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path, personen=person() + f'  gueltig_bis: "{end}"\n')
    target = bestand.finde(Kontakt, "koordination")
    assert target is not None
    assert bool(bestand.personen_fuer(target)) is named


def test_who_is_informed_in_the_future_is_not_named_yet(tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path, personen=person())
    target = bestand.finde(Kontakt, "koordination")
    assert target is not None
    day_before = Bestand(date(2026, 8, 9), bestand.tables, bestand.herkunft)
    between = Bestand(date(2026, 8, 31), bestand.tables, bestand.herkunft)
    assert day_before.personen_fuer(target) == ()
    assert between.personen_fuer(target) == (), "not verified yet"
    assert bestand.personen_fuer(target) != ()


def test_a_post_without_person_names_nobody(tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path)
    vacant = bestand.finde(Stelle, "st-002")
    assert vacant is not None
    assert bestand.personen_fuer(vacant) == ()


def test_persons_come_from_the_overlay(tmp_path: Path) -> None:
    overlay = tmp_path / "geheim.yml"
    overlay.write_text(person().replace("Erika Muster", "Kim Beispiel"), encoding="utf-8")
    geladen = load_region(REGION, SLUG, STICHTAG, overlay)
    assert geladen.bestand is not None
    assert [p.name for p in geladen.bestand.alle(Person)] == ["Kim Beispiel"]


def test_a_fault_in_the_overlay_is_told_without_its_path(tmp_path: Path) -> None:
    overlay = tmp_path / "geheim.yml"
    overlay.write_text(person(grundlage="weil"), encoding="utf-8")
    (befund,) = load_region(REGION, SLUG, STICHTAG, overlay).befunde
    assert (befund.rule, befund.file) == ("R-105", OVERLAY_NAME)
    (befund,) = load_region(REGION, SLUG, STICHTAG, tmp_path / "fehlt.yml").befunde
    assert (befund.rule, befund.file) == ("R-024", OVERLAY_NAME)
    assert str(tmp_path) not in befund.message + befund.remedy


def test_figures_are_counted(tmp_path: Path) -> None:
    counted = figures(bestand_with(tmp_path))
    assert counted.keys() == COMPUTED
    assert {id: kennzahl.wert for id, kennzahl in counted.items()} == {
        "anzahl-gemeinden": 2,
        "anzahl-schulen": 2,
        "anzahl-schulen-mit-stelle": 2,
        "anzahl-stellen": 2,
        "anzahl-stellen-unbesetzt": 1,
        "summe-vzae": Decimal("1.25"),
        "anzahl-anstellungstraeger": 2,
        "anzahl-programme": 1,
        "anzahl-schulen-ohne-stelle": 0,
        "summe-vzae-unbesetzt": Decimal("0.75"),
    }
    assert all(kennzahl.stand == STICHTAG for kennzahl in counted.values())


def test_records_are_found_by_what_they_belong_to(tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path)
    seehausen, wald = bestand.alle(Gemeinde)
    first, second = bestand.alle(Schule)
    assert bestand.schulen_in(seehausen) == (first, second)
    assert bestand.schulen_in(wald) == ()
    assert [stelle.id for stelle in bestand.stellen_an(first)] == ["st-001", "st-002"]
    assert [stelle.id for stelle in bestand.stellen_an(second)] == ["st-002"]
    assert first.schultraeger is not None
    assert first.schultraeger.ziel is bestand.finde(Organisation, "kreis-probe")
    assert bestand.finde(Schule, "gibt-es-nicht") is None
    assert bestand.ort(first, "plz").line == 8
    assert bestand.ort(first, "kurzname") == bestand.ort(first)


def test_a_bestand_without_places_still_names_a_file(tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path)
    bare = Bestand(bestand.stichtag, bestand.tables)
    assert bare.ort(bare.region, "name") == Ort("region.yml")
    with pytest.raises(LookupError):
        _ = Bestand(STICHTAG, {}).region


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 7, 31), None), (date(2026, 8, 1), "2026.1"), (date(2030, 1, 1), "2026.1")],
)
def test_the_fassung_in_force(day: date, name: str | None, tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path)
    fassung = Bestand(day, bestand.tables).fassung()
    assert (fassung.name if fassung else None) == name


def test_any_fehler_means_no_bestand(tmp_path: Path) -> None:
    geladen = load_with({"kennzahlen.yml": b"- id: x\n"}, tmp_path)
    assert geladen.bestand is None


def test_regions_are_folders_with_a_region_file(tmp_path: Path) -> None:
    assert region_slugs(REGION) == [SLUG]
    (tmp_path / "data" / "regionen" / "leer").mkdir(parents=True)
    assert region_slugs(tmp_path) == []


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("prode", "Meinten Sie „probe“?"),
        ("hamburg", "Die Region „hamburg“ gibt es nicht."),
        ("../probe", "gibt es nicht"),
        ("", "gibt es nicht"),
        ("x" * 500, "gibt es nicht"),
    ],
)
def test_an_unknown_region(slug: str, message: str) -> None:
    geladen = load_region(REGION, slug, STICHTAG)
    (befund,) = geladen.befunde
    assert geladen.bestand is None
    assert befund.rule == "R-023"
    assert message in befund.message
    assert befund.remedy == "Vorhandene Regionen: probe"


def test_links_and_folders_are_not_read(tmp_path: Path) -> None:
    load_with({}, tmp_path)
    path = place_of(tmp_path, "kennzahlen.yml")
    path.unlink()
    path.symlink_to("/etc/hostname")
    (befund,) = load_region(tmp_path, SLUG, STICHTAG).befunde
    assert (befund.rule, befund.message) == ("R-024", "kennzahlen.yml ist eine Verknüpfung.")
    path.unlink()
    path.mkdir()
    (befund,) = load_region(tmp_path, SLUG, STICHTAG).befunde
    assert befund.rule == "R-024"


def test_hidden_files_are_nobodys_business(tmp_path: Path) -> None:
    load_with({}, tmp_path)
    place_of(tmp_path, ".DS_Store").write_bytes(os.urandom(16))
    assert load_region(tmp_path, SLUG, STICHTAG).befunde == []


def test_records_may_stand_in_several_files(tmp_path: Path) -> None:
    more = (
        b"- id: gs-ost\n  name: Grundschule Ost\n  schulform: grundschule\n  gemeinde: seehausen\n"
    )
    geladen = load_with({"schulen-ost.yml": more}, tmp_path)
    assert geladen.bestand is not None
    assert [schule.id for schule in geladen.bestand.alle(Schule)] == [
        "gs-am-see",
        "gs-nord",
        "gs-ost",
    ]


def test_the_region_is_loaded(tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path)
    assert bestand.region is bestand.alle(Region)[0]
    assert bestand.region.koordinierungsstelle.ziel is bestand.finde(Kontakt, "koordination")


def test_what_follows_from_the_records_is_computed_once_for_each_bestand(tmp_path: Path) -> None:
    asked = []

    @einmal
    def days(bestand: Bestand) -> list[date]:
        asked.append(bestand.stichtag)
        return [bestand.stichtag]

    bestand = bestand_with(tmp_path)
    assert days(bestand) is days(bestand)
    later = replace(bestand, stichtag=date(2027, 1, 1))
    assert days(later) == [date(2027, 1, 1)]
    assert asked == [bestand.stichtag, later.stichtag]


def test_schools_of_the_same_name_are_told_apart_by_their_street(tmp_path: Path) -> None:
    bestand = bestand_with(tmp_path)
    first, second = bestand.alle(Schule)
    same = second.model_copy(update={"name": first.name, "strasse": "Talweg 2"})
    bent = replace(bestand, tables={**bestand.tables, Schule: {first.id: first, same.id: same}})
    assert bestand.schulname(first) == first.name
    assert bent.schulname(same) == f"{first.name}, Talweg 2"
    unknown = same.model_copy(update={"strasse": None})
    assert bent.schulname(unknown) == first.name
