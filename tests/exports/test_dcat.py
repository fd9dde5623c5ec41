"""The catalogue for portals, read back by a library that knows RDF and nothing of us."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, OWL, RDF, XSD, Graph, Literal, Namespace, URIRef

from macros.exports.catalog import DATENSAETZE, SCHEMA_VERSION
from macros.exports.dcat import CC_BY, DATEI, catalogue, licence
from macros.exports.files import export_files
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.records import Person
from macros.model.records.region import Datenquelle
from tests.stichtag import STICHTAG

ROOT = Path(__file__).parents[2]
DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
DE = "http://dcat-ap.de/def"
REGIONS = ("musterkreis", "kreis-soest")


@cache
def load(slug: str) -> Bestand:
    found = load_region(ROOT, slug, STICHTAG).bestand
    assert found is not None
    return found


@cache
def graph(slug: str) -> Graph:
    return Graph().parse(data=catalogue(load(slug)), format="json-ld")


def base(slug: str) -> str:
    return f"{load(slug).region.adresse.rstrip('/')}/"


@pytest.fixture(params=REGIONS)
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_one_catalogue_with_every_data_set(slug: str) -> None:
    found = graph(slug)
    (catalog,) = found.subjects(RDF.type, DCAT.Catalog)
    assert str(catalog) == f"{base(slug)}{DATEI}"
    sets = set(found.objects(catalog, DCAT.dataset))
    assert sets == set(found.subjects(RDF.type, DCAT.Dataset))
    assert len(sets) == len(DATENSAETZE)
    (publisher,) = found.objects(catalog, DCTERMS.publisher)
    assert (publisher, RDF.type, FOAF.Organization) in found
    assert str(found.value(publisher, FOAF.name)) == load(slug).region.anbieter.name


@pytest.mark.parametrize(
    "needed",
    [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.identifier, DCTERMS.modified,
     DCAT.theme, DCAT.keyword, DCAT.contactPoint, DCAT.distribution, DCTERMS.conformsTo],
)  # fmt: skip
def test_every_data_set_says_what_portals_ask_for(slug: str, needed: URIRef) -> None:
    found = graph(slug)
    for data in found.subjects(RDF.type, DCAT.Dataset):
        assert list(found.objects(data, needed)), (data, needed)


def test_every_download_exists_and_says_its_kind(slug: str) -> None:
    found, files = graph(slug), export_files(load(slug))
    kinds = {".csv": "text/csv", ".json": "application/json"}
    distributions = list(found.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) == 2 * len(DATENSAETZE)
    for item in distributions:
        address = str(found.value(item, DCAT.downloadURL))
        path = address.removeprefix(base(slug))
        assert path in files
        media = str(found.value(item, DCAT.mediaType))
        assert media.endswith(kinds[Path(path).suffix])
        assert str(found.value(item, DCTERMS.license)).startswith(f"{DE}/licenses/")
    for data in found.subjects(RDF.type, DCAT.Dataset):
        schema = str(found.value(data, DCTERMS.conformsTo)).removeprefix(base(slug))
        assert schema in files
        assert str(found.value(data, OWL.versionInfo)) == SCHEMA_VERSION


def test_dates_are_dates(slug: str) -> None:
    days = set(graph(slug).objects(None, DCTERMS.modified))
    assert days == {Literal(STICHTAG.isoformat(), datatype=XSD.date)}


def test_licences_and_attribution() -> None:
    own = set(graph("musterkreis").objects(None, DCTERMS.license))
    assert {str(found) for found in own} == {CC_BY}
    found = graph("kreis-soest")
    texts = {str(text) for text in found.objects(None, DCATDE.licenseAttributionByText)}
    assert any("Schulsozialindex" in text and "Datenlizenz Deutschland" in text for text in texts)
    standards = URIRef(f"{base('kreis-soest')}{DATEI}#standards-csv")
    assert str(found.value(standards, DCTERMS.license)) == CC_BY
    assert found.value(standards, DCATDE.licenseAttributionByText) is None


def _source(website: str | None) -> Datenquelle:
    whole = Datenquelle(name="Liste", herausgeber="Amt", stand="2026", lizenz="L")
    return whole.model_copy(update={"lizenz_website": website})


def test_one_licence_for_all_or_the_honest_word_other() -> None:
    by = "https://www.govdata.de/dl-de/by-2-0"
    assert licence(()) == CC_BY
    assert licence((_source(by), _source(by))) == f"{DE}/licenses/dl-by-de/2.0"
    assert licence((_source(by), _source(None))) == f"{DE}/licenses/other-open"
    assert licence((_source("https://example.org/"),)) == f"{DE}/licenses/other-open"


def test_the_district_is_named_where_it_is_known() -> None:
    found = graph("kreis-soest")
    keys = {str(key) for key in found.objects(None, DCATDE.politicalGeocodingURI)}
    assert keys == {f"{DE}/politicalGeocoding/districtKey/05974"}


def test_a_demonstration_says_so_and_no_one_contributes_under_a_false_id(slug: str) -> None:
    found = graph(slug)
    for data in found.subjects(RDF.type, DCAT.Dataset):
        assert "Vorführung" in str(found.value(data, DCTERMS.description))
    assert not list(found.objects(None, DCATDE.contributorID))


def test_nobody_is_named(slug: str) -> None:
    text = catalogue(load(slug)).decode()
    assert all(person.name not in text for person in load(slug).alle(Person))


def test_the_same_data_gives_the_same_bytes(slug: str) -> None:
    assert catalogue(replace(load(slug))) == catalogue(load(slug))
