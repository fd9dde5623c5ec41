"""A first import: what is taken, what is said, in every encoding and layout."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from macros.model.findings import Stufe
from tests.importers.conftest import DATEIEN
from tests.importers.plans import STAND, empty, records, rules

if TYPE_CHECKING:
    from tests.importers.conftest import Projekt


def test_every_field_of_a_school(projekt: Projekt) -> None:
    projekt.einlesen()
    found = records(projekt)
    assert list(found) == ["seehausen-gg-am-see", "seehausen-gym-sued", "waldau-foe-waldau"]
    assert found["seehausen-gg-am-see"] == {
        "id": "seehausen-gg-am-see",
        "schulnummer": "990001",
        "name": "Grundschule am See, Städt. Gem. Grundschule – Primarstufe",
        "kurzname": "Seehausen, GG (Verb.) am See",
        "schulform": "grundschule",
        "rechtsform": "oeffentlich",
        "schultraeger": "stadt-seehausen-schulverwaltungsamt",
        "schulbetrieb": "aktiv",
        "gemeinde": "seehausen",
        "strasse": "Seestraße 1",
        "plz": "09911",
        "ort": "Seehausen",
        "telefon": "030 23125210",
        "email": "990001@schule.nrw.de",
        "website": "https://gs-am-see.example.org/",
        "koordinaten": {"breite": "51.560142", "laenge": "8.332381"},
        "quelle": STAND,
    }
    south = found["seehausen-gym-sued"]
    assert (south["rechtsform"], south["schulbetrieb"]) == ("privat", "laeuft-aus")
    assert south["strasse"] == 'Südring "12"'
    assert found["waldau-foe-waldau"]["schulbetrieb"] == "beginnt"
    assert not any("geprueft_am" in record for record in found.values())


def test_organisations_are_made_from_the_list(projekt: Projekt) -> None:
    projekt.einlesen()
    found = records(projekt, "organisationen.yml")
    assert list(found) == [
        "kreis-muster",
        "stadt-seehausen-schulverwaltungsamt",
        "traegerverein-gymnasium-sued-e-v",
        "zweckverband-der-foerderschulen-waldau",
    ]
    assert found["zweckverband-der-foerderschulen-waldau"] == {
        "id": "zweckverband-der-foerderschulen-waldau",
        "name": "Zweckverband der Förderschulen Waldau",
        "art": "zweckverband",
        "strasse": "Am Wald 2",
        "plz": "09921",
        "ort": "Waldau",
        "traegernummer": "91002",
        "quelle": "MSB NRW, Schulträgerverzeichnis, Stand Dezember 2022",
    }
    # the mobile number and „[Name entfernt]“ of the list are not taken
    club = found["traegerverein-gymnasium-sued-e-v"]
    assert club["name"] == "Trägerverein Gymnasium Süd e. V."
    assert "telefon" not in club
    assert projekt.read("organisationen.yml").startswith("# von Hand\n- id: kreis-muster\n")


def test_what_is_left_out_is_said(projekt: Projekt) -> None:
    plan = projekt.plan()
    said = {b.message for b in plan.befunde if b.rule == "R-509"}
    assert said == {
        "990004 Schulamt für den Musterkreis ist Schulaufsicht und keine Schule (Schulform 0A). "
        "Die Zeile wird ausgelassen.",
        "990005 Alte Schule ist aufgelöst (Schulbetrieb 9). Die Zeile wird ausgelassen.",
    }
    assert (plan.zeilen, plan.zeilen_region, plan.ausgelassen) == (6, 5, 2)


@pytest.mark.parametrize(
    "encode",
    [
        lambda t: codecs.BOM_UTF8 + t.encode(),
        lambda t: t.encode("cp1252"),
        lambda t: t.encode("cp850"),
        lambda t: t.replace("\n", "\r\n").encode("cp1252"),
        lambda t: t.removeprefix("sep=;\n").encode(),
        lambda t: t.replace("UTMHochwert;", "UTMHochwert").encode(),
        lambda t: t.encode("utf-16"),
    ],
    ids=["bom", "cp1252", "cp850", "crlf", "ohne-sep", "ohne-strichpunkt", "utf-16"],
)
def test_every_encoding_gives_the_same_records(
    projekt: Projekt, quelle: str, encode: object
) -> None:
    projekt.einlesen()
    assert callable(encode)
    again = projekt.plan(projekt.source("schuldaten_2026-04.csv", encode(quelle)))
    assert empty(again.schulen), again.befunde
    assert again.schulen.gleich == 3


def test_another_years_layout_gives_the_same_records(projekt: Projekt) -> None:
    old = (DATEIEN / "schuldaten_2019-10.csv").read_text(encoding="utf-8")
    source = projekt.source("schuldaten_2026-04.csv", old)
    plan = projekt.einlesen(source, DATEIEN / "key_traeger_2019-10.csv")
    assert rules(plan, Stufe.WARNUNG) == []
    in_old_layout = records(projekt)
    (projekt.bestand / "schulen.yml").unlink()
    projekt.einlesen()
    today = records(projekt)
    for id, record in in_old_layout.items():
        assert record == today[id] | {"schultraeger": record["schultraeger"]}
