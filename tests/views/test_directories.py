"""The directories in other orders: A to Z, employers, the way from school to school."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from macros.model.load_region import load_region
from macros.model.records import Organisation, Schule, Stelle
from macros.views.a_to_z import filed, stichwoerter
from macros.views.ansicht import Ansicht
from macros.views.employers import employers, school_owners
from macros.views.errors import MakroFehler
from macros.views.formats import initial, sort_key
from macros.views.transitions import back, onwards
from tests.stichtag import STICHTAG

from .kleinkreis import run

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def musterkreis() -> Bestand:
    found = load_region(ROOT, "musterkreis", STICHTAG).bestand
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Die Brücke", "B"),
        ("Dienststelle", "D"),
        ("„Das Boot“ am Hafen", "B"),
        ("Ährenschule", "A"),
        ("Der", "D"),
        ("Österreicher Platz", "O"),
        ("3. Grundschule", "#"),
    ],
)
def test_a_name_is_filed_where_people_look_for_it(name: str, letter: str) -> None:
    assert initial(filed(name)) == letter


def test_everything_findable_stands_in_the_list_once_and_in_order(musterkreis: Bestand) -> None:
    entries = stichwoerter(musterkreis)
    keys = [sort_key(entry.ablage) for entry in entries]
    assert keys == sorted(keys)
    assert len({(e.name, e.ziel) for e in entries}) == len(entries)
    names = {entry.name for entry in entries}
    assert {s.name for s in musterkreis.alle(Schule)} <= names
    assert {o.name for o in musterkreis.alle(Organisation)} <= names
    assert {"ASD", "Lüttenmoor", "Schulabsentismus"} <= names


def test_no_post_and_no_school_is_lost_between_those_who_carry_them(musterkreis: Bestand) -> None:
    rows = employers(musterkreis)
    assert sum(len(row.stellen) for row in rows) == len(musterkreis.alle(Stelle))
    total = sum((stelle.vzae for stelle in musterkreis.alle(Stelle)), Decimal(0))
    assert sum((row.vzae for row in rows), Decimal(0)) == total
    for row in rows:
        with_programme = (s.vzae for s in row.stellen if s.programm)
        assert sum((v for _, v in row.programme), Decimal(0)) == sum(with_programme, Decimal(0))
    owned = sum(len(schools) for _, schools in school_owners(musterkreis))
    assert owned == sum(1 for s in musterkreis.alle(Schule) if s.schultraeger)


def test_each_way_onwards_is_a_way_back(musterkreis: Bestand) -> None:
    there = {(w.schule.id, z.schule.id) for w in onwards(musterkreis) for z in w.andere}
    assert there == {(z.schule.id, w.schule.id) for w in back(musterkreis) for z in w.andere}
    assert len(there) > 40


def test_a_primary_school_without_a_way_is_shown_as_not_reported(musterkreis: Bestand) -> None:
    soup = BeautifulSoup(
        str(run(Ansicht(musterkreis, ""), 'schulwechsel("weiter")').html), "html.parser"
    )
    row = soup.find(id="von-gs-ostend")
    assert row is not None
    assert "noch nicht gemeldet" in row.get_text()


def test_a_secret_place_is_in_no_list_by_area(bestand: Bestand) -> None:
    shelter = next(o for o in bestand.alle(Organisation) if o.adresse_geheim)
    other = next(o for o in bestand.alle(Organisation) if o.angebote)
    hidden = shelter.model_copy(update={"sozialraum": "Hinterhof", "angebote": other.angebote})
    tables = dict(bestand.tables)
    tables[Organisation] = {**tables[Organisation], shelter.id: hidden}
    changed = type(bestand)(bestand.stichtag, tables)
    for source in ('angebote_nach("sozialraum")', "organisationen()"):
        html = str(run(Ansicht(changed, ""), source).html)
        assert hidden.name in html
        assert "Hinterhof" not in html


@pytest.mark.parametrize("source", ['schulen_nach("")', 'angebote_nach("farbe")'])
def test_an_order_that_does_not_exist_says_which_ones_do(bestand: Bestand, source: str) -> None:
    with pytest.raises(MakroFehler, match=r"nicht erlaubt|Hier fehlt"):
        run(Ansicht(bestand, ""), source)


def test_schools_of_the_same_name_lead_to_different_places_with_different_words() -> None:
    found = load_region(ROOT, "gelsenkirchen", STICHTAG).bestand
    assert found is not None
    names = [schule.name for schule in found.alle(Schule)]
    assert len(set(names)) < len(names), "this region has such schools"
    shown = [entry.name for entry in stichwoerter(found) if entry.art == "Schule"]
    assert len(set(shown)) == len(shown)


def test_a_function_called_like_its_organisation_has_a_link_of_its_own() -> None:
    found = load_region(ROOT, "bergkamen", STICHTAG).bestand
    assert found is not None
    office = found.region.koordinierungsstelle.ziel
    assert office.funktion == office.organisation.ziel.name, "this region has such a function"
    page = BeautifulSoup(run(Ansicht(found, ""), "gremien()").html, "html.parser")
    targets: dict[str, set[str]] = {}
    for link in page.find_all("a"):
        targets.setdefault(link.get_text(strip=True), set()).add(str(link["href"]))
    assert f"{office.funktion}: Kontakt" in targets
    assert all(len(places) == 1 for places in targets.values()), targets
