"""Who is responsible: the nearest first, with gaps and overlaps told."""

from __future__ import annotations

from typing import Any

import pytest

from macros.model.bestand import Bestand
from macros.model.records import Gemeinde, Kontakt, Organisation, Thema
from macros.model.responsibility import responsible
from macros.model.rules import responsibility as rules
from macros.views.responsibility import ortszeilen
from tests.musterkreis import musterkreis


def _ids(thema: str, gemeinde: str) -> list[str]:
    bestand = musterkreis()
    topic, town = bestand.finde(Thema, thema), bestand.finde(Gemeinde, gemeinde)
    assert topic is not None
    assert town is not None
    return [z.stelle.id for z in responsible(bestand, topic, town)]


@pytest.mark.parametrize(
    ("thema", "gemeinde", "first", "not_there"),
    [
        ("kinderschutz", "seehausen", "jugendamt-seehausen", "jugendamt-kreis"),
        ("kinderschutz", "luettenmoor", "jugendamt-luettenmoor", "jugendamt-seehausen"),
        ("kinderschutz", "suesswasserfelde", "jugendamt-kreis", "jugendamt-luettenmoor"),
        ("schulabsentismus", "seehausen", "schulpflicht", "beratungstelefon-schulabsentismus"),
        ("inklusion", "seehausen", "eingliederungshilfe-seehausen", "eingliederungshilfe"),
    ],
)
def test_the_function_named_for_the_place_comes_first(
    thema: str, gemeinde: str, first: str, not_there: str
) -> None:
    found = _ids(thema, gemeinde)
    assert found[0] == first
    assert not_there not in found


def test_who_is_there_for_the_whole_region_comes_after() -> None:
    found = _ids("kinderschutz", "luettenmoor")
    assert found.index("jugendamt-luettenmoor") < found.index("kinderschutz-bereitschaft")


def test_somebody_is_responsible_for_every_topic_in_every_municipality() -> None:
    bestand = musterkreis()
    for thema in bestand.alle(Thema):
        for gemeinde in bestand.alle(Gemeinde):
            assert _ids(thema.id, gemeinde.id), (thema.id, gemeinde.id)


def test_schulform_and_age_come_from_area_and_offer() -> None:
    bestand = musterkreis()
    topic, town = bestand.finde(Thema, "uebergang-schule-beruf"), bestand.alle(Gemeinde)[0]
    assert topic is not None
    (agency,) = [z for z in responsible(bestand, topic, town) if isinstance(z.stelle, Organisation)]
    assert (agency.alter_von, agency.alter_bis) == (15, 25)
    assert "berufskolleg" in [form.id for form in agency.schulformen]


def test_municipalities_with_the_same_offices_share_a_row() -> None:
    topic = musterkreis().finde(Thema, "sucht")
    assert topic is not None
    (row,) = ortszeilen(musterkreis(), topic)
    assert len(row.gemeinden) == len(musterkreis().alle(Gemeinde))


def _with(kontakte: dict[str, Kontakt], *, bodies: bool = True) -> Bestand:
    bestand = musterkreis()
    organisations = bestand.tables[Organisation] if bodies else {}
    tables: dict[Any, Any] = {**bestand.tables, Kontakt: kontakte, Organisation: organisations}
    return Bestand(bestand.stichtag, tables, bestand.herkunft)


def test_a_gap_names_topic_and_places() -> None:
    only = {k.id: k for k in musterkreis().alle(Kontakt) if k.id == "jugendamt-seehausen"}
    told = list(rules.somebody_for_every_topic_and_place(_with(only, bodies=False)))
    messages = [b.message for b in told]
    assert messages[0].startswith("Für „Kinderschutz“ ist niemand zuständig in: Waldkirchhofen, ")
    assert messages[-1].startswith("Niemand ist zuständig für: Fachberatung und Koordination, ")
    assert messages[-1].endswith("weitere Themen.")


def test_an_overlap_names_both() -> None:
    bestand = musterkreis()
    seehausen = bestand.finde(Kontakt, "jugendamt-seehausen")
    assert seehausen is not None
    twin = seehausen.model_copy(update={"id": "zwilling", "funktion": "Zwilling"})
    (befund, *_) = rules.one_function_first(_with({seehausen.id: seehausen, "zwilling": twin}))
    assert "Für „Kinderschutz“ in Seehausen am Mustersee sind eigens zuständig:" in befund.message
    assert "„Zwilling“" in befund.message


def test_the_shipped_region_has_neither() -> None:
    assert not list(rules.somebody_for_every_topic_and_place(musterkreis()))
    assert not list(rules.one_function_first(musterkreis()))
