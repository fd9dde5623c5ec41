"""Who is responsible: the nearest first, with gaps and overlaps told."""

from __future__ import annotations

from typing import Any

import pytest

from macros.model.bestand import Bestand
from macros.model.records import Gemeinde, Kontakt, Organisation, Thema
from macros.model.responsibility import responsible
from macros.model.rules import responsibility as rules
from macros.views.ansicht import Ansicht
from macros.views.registry import call
from macros.views.responsibility import ages_between, ortszeilen
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


def test_who_answers_at_night_comes_second_at_the_latest() -> None:
    for gemeinde in musterkreis().alle(Gemeinde):
        assert _ids("kinderschutz", gemeinde.id)[1] == "kinderschutz-bereitschaft"


@pytest.mark.parametrize(
    ("sprechzeiten", "always"),
    [("rund um die Uhr", True), ("Rund um die Uhr besetzt", True), ("Mo–Do 9–15 Uhr", False)],
)
def test_round_the_clock_is_what_people_write(sprechzeiten: str, always: bool) -> None:
    kontakt = musterkreis().alle(Kontakt)[0]
    assert kontakt.model_copy(update={"sprechzeiten": sprechzeiten}).rund_um_die_uhr is always


def test_the_last_way_is_open_at_night_and_no_second_time_the_same() -> None:
    shown = str(call(Ansicht(musterkreis(), ""), "zustaendigkeiten", [], {}).html)
    sections = {part.partition('"')[0]: part for part in shown.split('<h2 id="')[1:]}
    night = sections["kinderschutz"].rpartition("Niemand erreichbar?")[2]
    assert "Rund um die Uhr" in night
    assert "+493023125111" in night
    assert "Niemand erreichbar?" not in sections["fachberatung"], "the office is in the list"
    assert "Dann fragen Sie" in sections["schulabsentismus"]


@pytest.mark.parametrize(
    ("von", "bis", "first", "last"), [(None, None, 3, 26), (6, 10, 6, 10), (None, 4, 3, 4)]
)
def test_ages_between_limits(von: int | None, bis: int | None, first: int, last: int) -> None:
    assert ages_between(von, bis) == list(range(first, last + 1))


def test_an_offer_for_babies_is_for_no_age_the_filter_knows() -> None:
    assert ages_between(0, 0) == []
