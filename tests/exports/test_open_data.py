"""The open-data files: complete, valid, readable in a spreadsheet, and without anybody's secrets.

After a wanted change write the golden files anew with ``GOLDEN_SCHREIBEN=1`` in the environment and
read the difference before you commit it.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import Field

from macros.exports.catalog import DATENSAETZE, Datensatz
from macros.exports.csv_files import safe, table
from macros.exports.fields import felder
from macros.exports.json_files import document
from macros.exports.open_data import open_data
from macros.exports.schema_files import schema
from macros.model.bestand import Bestand
from macros.model.contact_values import Telefonnummer
from macros.model.link import link
from macros.model.load_region import load_region
from macros.model.records import Foerderung, Kontakt, Organisation, Person, Schule, Stelle
from macros.model.values import Zeile
from tests.stichtag import STICHTAG

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REGIONS = {"kleinkreis": HERE.parent / "views", "musterkreis": ROOT, "kreis-soest": ROOT}
STICHTAGE = dict.fromkeys(REGIONS, STICHTAG) | {"kleinkreis": date(2026, 9, 15)}
NAMES = [datensatz.name for datensatz in DATENSAETZE]
GOLDEN = [
    "stellen.csv",
    "stellen.json",
    "stellen.schema.json",
    "organisationen.csv",
    "standards.csv",
    "vereinbarungen.csv",
    "vereinbarungen.json",
]


@cache
def _bestand(slug: str) -> Bestand:
    found = load_region(REGIONS[slug], slug, STICHTAGE[slug]).bestand
    assert found is not None
    return found


@cache
def _files(slug: str) -> Mapping[str, bytes]:
    return open_data(_bestand(slug))


@pytest.fixture(params=list(REGIONS))
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("name", GOLDEN)
def test_file_reads(name: str) -> None:
    found = _files("kleinkreis")[f"service/daten/{name}"]
    path = HERE / "golden" / name
    if os.environ.get("GOLDEN_SCHREIBEN"):
        path.write_bytes(found)
    assert found == path.read_bytes()


def test_three_files_for_each_data_set() -> None:
    endings = ("csv", "json", "schema.json")
    expected = {f"service/daten/{name}.{ending}" for name in NAMES for ending in endings}
    assert set(_files("kleinkreis")) == expected
    named = {"schulen", "stellen", "kontakte", "organisationen", "standards"}
    more = {"termine", "fortbildungen", "vereinbarungen", "beschluesse", "foerderungen"}
    assert set(NAMES) == named | more


@pytest.mark.parametrize("name", NAMES)
def test_json_keeps_to_its_schema(slug: str, name: str) -> None:
    files = _files(slug)
    rules = json.loads(files[f"service/daten/{name}.schema.json"])
    Draft202012Validator.check_schema(rules)
    checker = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert list(checker.iter_errors(json.loads(files[f"service/daten/{name}.json"]))) == []


@pytest.mark.parametrize("name", NAMES)
def test_schema_refuses_what_it_does_not_know(name: str) -> None:
    files = _files("kleinkreis")
    checker = Draft202012Validator(json.loads(files[f"service/daten/{name}.schema.json"]))
    content = json.loads(files[f"service/daten/{name}.json"])
    content["datensaetze"][0]["fremd"] = "x"
    del content["stand"]
    assert len(list(checker.iter_errors(content))) == 2


@pytest.mark.parametrize("name", NAMES)
def test_table_is_what_a_spreadsheet_expects(slug: str, name: str) -> None:
    data = _files(slug)[f"service/daten/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = _rows(data)
    assert len(head) == len(set(head))
    assert all(head)
    assert {len(row) for row in rows} <= {len(head)}
    assert b"\r\n" in data
    assert all(row[head.index("Stand der Daten")] == STICHTAGE[slug].isoformat() for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_schema_names_the_column_of_each_field(name: str) -> None:
    rules = json.loads(_files("kleinkreis")[f"service/daten/{name}.schema.json"])
    head = _rows(_files("kleinkreis")[f"service/daten/{name}.csv"])[0]
    columns = rules["x-spalten"]
    assert [column["spalte"] for column in columns] == head
    for column in columns[:-2]:
        _property(rules["properties"]["datensaetze"]["items"], column["feld"])


def _property(rules: dict[str, Any], way: str) -> None:
    for name in way.split("."):
        rules = next((r for r in rules.get("anyOf", []) if r["type"] != "null"), rules)
        rules = rules.get("items", rules)["properties"][name]


def test_numbers_that_are_names_keep_their_zeros() -> None:
    head, *rows = _rows(_files("kleinkreis")["service/daten/schulen.csv"])
    row = next(row for row in rows if row[0] == "gs-ufer")
    assert row[head.index("Schulnummer")] == "099001"
    assert row[head.index("Postleitzahl")] == "09902"


def test_a_post_has_one_row_for_each_school() -> None:
    head, *rows = _rows(_files("kleinkreis")["service/daten/stellen.csv"])
    school, share = head.index("Einsatz: Schule"), head.index("Einsatz: VZÄ")
    assert [(row[school], row[share]) for row in rows if row[0] == "st-1"] == [
        ("gs-ufer", "0,5"),
        ("gs-markt", "0,25"),
    ]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+49 30 23125", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", '=HYPERLINK("http://x")'],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Grundschule", "a=b", "030 23125-100", "09902", " 1", "'x"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


def test_a_formula_in_the_data_reaches_no_spreadsheet() -> None:
    bestand = _bestand("kleinkreis")
    school = bestand.alle(Schule)[0].model_copy(update={"name": '=cmd|"/c calc"!A1'})
    changed = replace(bestand, tables={**bestand.tables, Schule: {school.id: school}})
    row = _rows(table(changed, DATENSAETZE[0]))[1]
    assert '\'=cmd|"/c calc"!A1' in row


def test_nobody_is_named(slug: str) -> None:
    everything = b"".join(_files(slug).values()).decode()
    assert all(datensatz.typ is not Person for datensatz in DATENSAETZE)
    for person in _bestand(slug).alle(Person):
        reachable = [person.telefon, person.mobil, person.email]
        for text in [person.name, *(str(way) for way in reachable if way)]:
            assert text not in everything


def test_a_secret_address_stays_secret() -> None:
    everything = b"".join(_files("kleinkreis").values()).decode()
    assert "Schutzhaus" in everything
    for part in ("Geheimweg", "09909", "Verborgen"):
        assert part not in everything


class OrganisationMitLage(Organisation):
    """What a later model might look like: an address field that is obligatory."""

    hausnummer: Annotated[Zeile, Field(title="Hausnummer")]


def test_a_later_address_field_stays_secret_too() -> None:
    secret = OrganisationMitLage.model_validate(
        {
            "id": "haus", "name": "Haus", "art": "schutzeinrichtung", "adresse_geheim": "ja",
            "hausnummer": "17b",
        }
    )  # fmt: skip
    bestand = _with(secret)
    datensatz = Datensatz("organisationen", OrganisationMitLage, "Organisationen", "")
    content = document(bestand, datensatz)
    assert b"17b" not in content + table(bestand, datensatz)
    Draft202012Validator(json.loads(schema(datensatz))).validate(json.loads(content))


def test_a_mobile_number_is_published_only_as_a_work_phone() -> None:
    bestand = _bestand("kleinkreis")
    kontakt = bestand.finde(Kontakt, "bereitschaft")
    assert kontakt is not None
    private = kontakt.model_copy(update={"mobil_dienstlich": False})
    assert b"0171" in document(_with(kontakt), DATENSAETZE[2])
    assert b"0171" not in document(_with(private), DATENSAETZE[2])


class SchuleMitFax(Schule):
    """A school with one more field, as a newcomer would add it."""

    fax: Annotated[Telefonnummer | None, Field(title="Faxnummer")] = None


def test_a_field_added_to_the_model_appears_by_itself() -> None:
    school = SchuleMitFax.model_validate(
        {
            "id": "gs", "name": "GS", "schulform": "grundschule", "gemeinde": "uferdorf",
            "fax": "030 23125-199",
        }
    )  # fmt: skip
    bestand = _with(school)
    assert link(bestand, {}) == []
    datensatz = Datensatz("schulen", SchuleMitFax, "Schulen", "")
    head, row = _rows(table(bestand, datensatz))
    content = json.loads(document(bestand, datensatz))
    rules = json.loads(schema(datensatz))
    assert row[head.index("Faxnummer")] == "030 23125-199"
    assert content["datensaetze"][0]["fax"] == "030 23125-199"
    assert rules["properties"]["datensaetze"]["items"]["properties"]["fax"]["title"] == "Faxnummer"
    Draft202012Validator(rules).validate(content)


def _with(record: Any) -> Bestand:
    """Return the small region with one record of the record's type."""
    bestand = _bestand("kleinkreis")
    return replace(bestand, tables={**bestand.tables, type(record): {record.id: record}})


def test_every_field_has_a_title_and_what_all_share_comes_last() -> None:
    for datensatz in DATENSAETZE:
        assert all(feld.titel != feld.name for feld in felder(datensatz.typ))
    names = [feld.name for feld in felder(Stelle)]
    assert (names[0], names[-2:]) == ("id", ["geprueft_am", "quelle"])


def test_a_demonstration_says_so_in_every_file() -> None:
    files = _files("kleinkreis")
    content = json.loads(files["service/daten/kontakte.json"])
    assert content["vorfuehrung"] is True
    rows = _rows(files["service/daten/kontakte.csv"])[1:]
    assert {row[-1] for row in rows} == {"Vorführung, keine amtliche Seite"}


def test_foreign_data_names_its_source() -> None:
    content = json.loads(_files("kleinkreis")["service/daten/schulen.json"])
    assert content["quellen"][0]["lizenz"] == "Datenlizenz Deutschland 2.0"
    own = json.loads(_files("kleinkreis")["service/daten/standards.json"])
    assert (own["quellen"], own["lizenz"]) == ([], "CC BY 4.0")


def test_the_same_data_gives_the_same_bytes() -> None:
    assert open_data(replace(_bestand("musterkreis"))) == _files("musterkreis")


def test_a_record_without_parts_has_a_row_all_the_same() -> None:
    (foerderung,) = _bestand("kleinkreis").alle(Foerderung)[:1]
    rows = _rows(
        open_data(_with(foerderung.model_copy(update={"jahre": ()})))[
            "service/daten/foerderungen.csv"
        ]
    )
    assert len(rows) == 2
    assert foerderung.titel in rows[1]
