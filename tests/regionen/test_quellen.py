"""The real regions say what their sources say: complete where it counts, and nobody by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from macros.model.load_region import region_slugs
from macros.model.projects import answers
from macros.model.record import Bestandssatz, Ordner
from macros.model.records import (
    Foerderung,
    Gremium,
    Kontakt,
    Organisation,
    Person,
    Schule,
    Vereinbarung,
    Vorhaben,
)
from macros.model.records.region import Regionsstatus
from tests.musterkreis import ROOT

from .seiten import bestand_of, text_of

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

REAL: Final = tuple(slug for slug in region_slugs(ROOT) if slug != "musterkreis")
real_regions = pytest.mark.parametrize("region", REAL)


def _records(bestand: Bestand) -> list[Bestandssatz]:
    return [
        record
        for typ, table in bestand.tables.items()
        if typ.datei.ordner in (Ordner.BESTAND, Ordner.WORTLAUT)
        for record in table.values()
        if isinstance(record, Bestandssatz)
    ]


def test_there_are_five() -> None:
    assert set(REAL) == {"bergkamen", "gelsenkirchen", "herne", "kreis-soest", "wolfsburg"}


@real_regions
def test_each_record_names_its_source(region: str) -> None:
    assert [record.id for record in _records(bestand_of(region)) if not record.quelle] == []


@real_regions
def test_nobody_is_named_and_the_page_says_it_is_a_demonstration(region: str) -> None:
    bestand = bestand_of(region)
    assert bestand.region.status is Regionsstatus.VORFUEHRUNG
    assert bestand.alle(Person) == ()
    # The sources give extensions and mailboxes of persons only.
    for kontakt in bestand.alle(Kontakt):
        assert (kontakt.telefon, kontakt.mobil, kontakt.email) == (None, None, None)


@pytest.mark.parametrize(
    ("region", "schools"),
    [("kreis-soest", 107), ("gelsenkirchen", 81), ("herne", 43), ("bergkamen", 15)],
)
def test_the_schools_are_those_of_the_ministry(region: str, schools: int) -> None:
    bestand = bestand_of(region)
    assert len(bestand.alle(Schule)) == schools
    assert {quelle.name for quelle in bestand.region.quellen} >= {"Schulgrunddaten"}


def test_wolfsburg_says_that_it_has_no_schools() -> None:
    bestand = bestand_of("wolfsburg")
    assert bestand.alle(Schule) == ()
    assert "Eine offene Schulliste für Niedersachsen liegt" in text_of(bestand, "service/schulen")


def test_soest_has_eight_constituencies_and_what_was_planned_beside_what_came() -> None:
    bestand = bestand_of("kreis-soest")
    gruppe = bestand.finde(Gremium, "arbeitsgruppe-schulsozialarbeit")
    assert gruppe is not None
    assert len(gruppe.mitglieder) == 8
    shown = text_of(bestand, "service/gremien")
    assert [m.gruppe for m in gruppe.mitglieder if m.gruppe not in shown] == []
    assert "Rahmenkonzept liegt vor 2020 Oktober 2022" in text_of(bestand, "service/vorhaben")


def test_wolfsburg_shows_what_each_side_grants() -> None:
    bestand = bestand_of("wolfsburg")
    vertrag = bestand.finde(Vereinbarung, "kooperation-stadt-und-land")
    assert vertrag is not None
    assert {(z.von, z.an) for z in vertrag.zusagen} == {("stadt", "land"), ("land", "stadt")}
    assert vertrag.forum is not None
    assert vertrag.forum.mindestens_im_jahr == 2
    assert len(vertrag.forum.rollen) == 4


def test_herne_shows_three_equal_years_and_seven_cornerstones_with_chapters() -> None:
    bestand = bestand_of("herne")
    (geld,) = bestand.alle(Foerderung)
    assert [str(jahr.betrag) for jahr in geld.jahre] == ["912313.90"] * 3
    money = text_of(bestand, "service/foerderung")
    assert money.count("912.313,90\u00a0€") + money.count("912.313,90 €") == 3
    (konzept,) = bestand.alle(Vorhaben)
    assert len(konzept.eckpfeiler) == 7
    assert all(eckpfeiler.kapitel for eckpfeiler in konzept.eckpfeiler)


def test_bergkamen_answers_each_problem_and_names_four_employers() -> None:
    bestand = bestand_of("bergkamen")
    (vorhaben,) = bestand.alle(Vorhaben)
    assert len(vorhaben.probleme) == 7
    assert [p.id for p in vorhaben.probleme if not answers(vorhaben, p)] == []
    names = [o.name for o in bestand.alle(Organisation) if o.anstellungstraeger]
    shown = text_of(bestand, "service/traeger")
    assert len(names) == 4
    assert [name for name in names if name not in shown] == []
