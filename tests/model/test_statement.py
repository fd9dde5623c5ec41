"""Tests and statement never disagree: one set of exceptions, no „voll“ against what is known."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.model.accessibility import accessibility, landesrecht
from macros.model.load_region import load_region, region_slugs
from macros.model.records import LIVE_LISTS, Landesrecht
from macros.model.records.landesrecht import Pruefstand
from macros.model.records.rechtliches import Mangelquelle
from macros.model.rules.legal import statements
from tests.musterkreis import musterkreis
from tests.stichtag import STICHTAG

ROOT = Path(__file__).resolve().parents[2]
SLUGS = region_slugs(ROOT)


def _exceptions() -> set[str]:
    text = (ROOT / "tests" / "browser" / "ausnahmen.yml").read_text(encoding="utf-8")
    return {entry["id"] for entry in yaml.safe_load(text) or []}


@pytest.mark.parametrize("slug", SLUGS)
def test_exceptions_of_the_tests_stand_in_the_statement(slug: str) -> None:
    bestand = load_region(ROOT, slug, STICHTAG).bestand
    assert bestand is not None
    stated = {
        mangel.id
        for mangel in bestand.region.barrierefreiheit.bekannte_maengel
        if mangel.quelle is Mangelquelle.PRUEFUNG and mangel.offen
    }
    assert stated == _exceptions()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_shipped_region_claims_no_more_than_it_knows(slug: str) -> None:
    bestand = load_region(ROOT, slug, STICHTAG).bestand
    assert bestand is not None
    known = accessibility(bestand)
    assert known.urteil is known.vereinbarkeit
    assert known.geprueft == 0, "nobody has judged a step; a program must not"


def test_the_law_of_every_land_names_its_sources() -> None:
    bestand = musterkreis()
    assert landesrecht(bestand).id == "nw"
    for recht in bestand.alle(Landesrecht):
        found = list(statements(recht))
        assert len(found) == len(Landesrecht.model_fields) - 2  # all but id and name
        for title, _, proof in found:
            # Who says „geprüft“ says where and as of when.
            read = proof.pruefstand is Pruefstand.GEPRUEFT
            assert not read or (proof.stand and proof.website), (recht.id, title)


def test_duties_differ_between_the_laender() -> None:
    bestand = musterkreis()
    duties = {
        r.id: (r.leichte_sprache.pflicht, r.gebaerdensprache.pflicht, r.anzeige.pflicht)
        for r in bestand.alle(Landesrecht)
    }
    assert duties == {"nw": (True, True, True), "ni": (False, False, False)}


def test_the_law_is_of_today_in_every_fassung() -> None:
    assert {"laender", "pruefschritte"} < LIVE_LISTS
