"""schema.org, read back by an independent library: institutions and functions, never a person."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from macros.exports.files import export_files, export_paths
from macros.exports.json_ld import DATEI, institutions
from macros.model.load_region import load_region
from macros.model.records import Kontakt, Organisation, Person, Schule
from tests.musterkreis import ROOT, musterkreis
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

SDO = Namespace("https://schema.org/")
BASE = "https://musterkreis.example.org/service"


@cache
def _region(slug: str) -> Bestand:
    bestand = load_region(ROOT, slug, STICHTAG).bestand
    assert bestand is not None
    return bestand


@cache
def _graph(slug: str = "musterkreis") -> Graph:
    return Graph().parse(data=institutions(_region(slug)), format="json-ld")


def test_the_file_names_its_vocabulary_and_fetches_none() -> None:
    context = json.loads(institutions(musterkreis()))["@context"]
    assert context["@vocab"] == str(SDO)
    assert "@import" not in json.dumps(context)


@pytest.mark.parametrize("slug", ["musterkreis", "kreis-soest"])
def test_every_institution_is_there_with_its_number(slug: str) -> None:
    graph, bestand = _graph(slug), _region(slug)
    schools = set(graph.subjects(RDF.type, SDO.School))
    assert len(schools) == len(bestand.alle(Schule)) > 10
    base = f"{bestand.region.adresse.rstrip('/')}/service"
    for schule in bestand.alle(Schule):
        node = URIRef(f"{base}/gemeinden/{schule.gemeinde.id}/#{schule.id}")
        assert str(graph.value(node, SDO.name)) == schule.name
        number = graph.value(graph.value(node, SDO.identifier), SDO.value)
        assert str(number or "") == str(schule.schulnummer or "")
        tel = schule.telefon.uri if schule.telefon else ""
        assert str(graph.value(node, SDO.telephone) or "") == tel
    bodies = [
        *graph.subjects(RDF.type, SDO.Organization),
        *graph.subjects(RDF.type, SDO.GovernmentOrganization),
    ]
    assert len(set(bodies)) == len(bestand.alle(Organisation))


def test_functions_are_contact_points_of_their_office() -> None:
    graph = _graph()
    office = URIRef(f"{BASE}/kontakte/#jugendamt-seehausen")
    assert str(graph.value(office, SDO.telephone)) == "+493023125221"
    assert graph.value(predicate=SDO.contactPoint, object=office) == URIRef(
        f"{BASE}/netzwerk/#jugendamt-seehausen-muster"
    )
    active = [k for k in musterkreis().alle(Kontakt) if not k.aufgehoben(STICHTAG)]
    assert len(set(graph.subjects(RDF.type, SDO.ContactPoint))) == len(active)


def test_references_lead_to_institutions_of_the_file() -> None:
    graph = _graph()
    named = set(graph.subjects(SDO.name, None))
    parents = set(graph.objects(None, SDO.parentOrganization))
    assert parents
    assert parents <= named


def test_a_secret_address_stays_secret() -> None:
    graph = _graph()
    shelter = URIRef(f"{BASE}/netzwerk/#schutzhaus-muster")
    assert graph.value(shelter, SDO.name) is not None
    assert graph.value(shelter, SDO.address) is None


def test_nobody_is_named() -> None:
    text = institutions(musterkreis()).decode()
    assert not set(_graph().subjects(RDF.type, SDO.Person))
    for person in musterkreis().alle(Person):
        assert person.name not in text
        for number in (person.telefon, person.mobil):
            assert number is None or number.uri not in text
    for kontakt in musterkreis().alle(Kontakt):
        assert kontakt.mobil is None or kontakt.mobil.uri not in text


def test_the_site_offers_the_file() -> None:
    assert DATEI in export_files(musterkreis())
    assert DATEI in export_paths(musterkreis())
    assert institutions(replace(musterkreis())) == institutions(musterkreis())
