"""Agreements on a day: status, what ends, which clauses are missing; what may go and what not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.model.agreements import (
    Klauselstand,
    Vereinbarungsstatus,
    auslaufende_vereinbarungen,
    ende_von,
    fehlende_klauseln,
    klauselstand,
    status_von,
    zu_ueberpruefende_vereinbarungen,
)
from macros.model.load_region import load_region
from macros.model.placeholders import LUECKE, filled
from macros.model.records import Klausel, Vereinbarung
from macros.model.records.vereinbarung import Laufzeitende
from tests.musterkreis import musterkreis

from .golden_region import SLUG, STICHTAG, load_with

AGREEMENTS = Path("data/regionen") / SLUG / "wortlaut" / "vereinbarungen.yml"


def agreement(**values: Any) -> Vereinbarung:
    v = musterkreis().finde(Vereinbarung, "steuerung-land-und-kreis")
    assert v is not None
    return v.model_copy(update=values)


@pytest.mark.parametrize(
    ("values", "day", "status"),
    [
        ({}, date(2026, 11, 22), "in-kraft"),
        ({}, date(2025, 7, 31), "beginnt"),
        ({}, date(2025, 8, 1), "in-kraft"),
        ({}, date(2029, 2, 1), "laeuft-aus"),
        ({}, date(2029, 1, 31), "in-kraft"),
        ({}, date(2029, 7, 31), "laeuft-aus"),
        ({}, date(2029, 8, 1), "ausgelaufen"),
        ({"gekuendigt_zum": date(2026, 12, 31)}, date(2026, 11, 22), "laeuft-aus"),
        ({"gekuendigt_zum": date(2026, 12, 31)}, date(2027, 1, 1), "ausgelaufen"),
        ({"unterzeichnet": False}, date(2026, 11, 22), "entwurf"),
        ({"unterzeichnet": False}, date(2024, 1, 1), "entwurf"),
        (
            {"ende": Laufzeitende.UNBEFRISTET, "gueltig_bis": None},
            date(2040, 1, 1),
            "in-kraft",
        ),
        (
            {"ende": Laufzeitende.NICHT_BEKANNT, "gueltig_bis": None, "gueltig_ab": None},
            date(2026, 11, 22),
            "nicht-bekannt",
        ),
    ],
)
def test_status(values: dict[str, Any], day: date, status: str) -> None:
    assert status_von(agreement(**values), day).value == status


def test_notice_comes_before_the_term() -> None:
    v = agreement(gekuendigt_zum=date(2027, 1, 31))
    assert ende_von(v) == date(2027, 1, 31)
    assert ende_von(agreement(gueltig_bis=None)) is None


def test_musterkreis_has_every_type_and_every_state() -> None:
    bestand = musterkreis()
    alle = bestand.alle(Vereinbarung)
    assert {v.typ.value for v in alle} == {"A", "B", "C", "D", "E"}
    states = {status_von(v, bestand.stichtag) for v in alle}
    assert states == set(Vereinbarungsstatus) - {Vereinbarungsstatus.BEGINNT}
    assert set(bestand.vereinbarungstexte) == {
        "steuerung-land-und-kreis",
        "standort-grundschule-am-see",
    }
    assert len(bestand.alle(Klausel)) == 24


def test_what_ends_and_what_is_to_be_reviewed() -> None:
    bestand = musterkreis()
    assert [v.id for v in auslaufende_vereinbarungen(bestand)] == ["verbund-sued"]
    assert zu_ueberpruefende_vereinbarungen(bestand) == []
    later = replace(bestand, stichtag=date(2028, 2, 20))
    assert [v.id for v in auslaufende_vereinbarungen(later)] == ["standort-grundschule-am-see"]
    assert [v.id for v in zu_ueberpruefende_vereinbarungen(later)] == [
        "steuerung-land-und-kreis",
        "standort-grundschule-am-see",
        "standort-gesamtschule-seehausen",
    ]


def test_missing_clauses() -> None:
    bestand = musterkreis()
    v = bestand.finde(Vereinbarung, "verbund-sued")
    assert v is not None
    assert [k.id for k in fehlende_klauseln(bestand, v)] == [
        "jahresplanung",
        "konflikte",
        "evaluation",
    ]
    by_id = {k.id: k for k in bestand.alle(Klausel)}
    assert klauselstand(v, by_id["finanzierung"]) is Klauselstand.ENTHALTEN
    assert klauselstand(v, by_id["oeffentlichkeit"]) is Klauselstand.MOEGLICH
    assert klauselstand(v, by_id["raeume"]) is Klauselstand.GEHOERT_NICHT
    reported = v.model_copy(update={"wortlaut_bekannt": False})
    assert klauselstand(reported, by_id["konflikte"]) is Klauselstand.NICHT_BEKANNT
    assert fehlende_klauseln(bestand, reported) == []


def test_placeholders_are_filled_or_stay_a_gap() -> None:
    text = "[Partei 1] und [Partei 2] treffen sich [Zahl]-mal."
    assert filled(text, {"Partei 1": "Kreis", "Partei 2": ""}) == (
        f"Kreis und {LUECKE} treffen sich {LUECKE}-mal."
    )


def test_a_text_without_a_record_is_told(tmp_path: Path) -> None:
    load_with({}, tmp_path)
    folder = tmp_path / AGREEMENTS.parent / "vereinbarungen"
    folder.mkdir()
    (folder / "steuerunk.md").write_text("Text", encoding="utf-8")
    befunde = load_region(tmp_path, SLUG, STICHTAG).befunde
    assert [(b.rule, b.message) for b in befunde] == [
        (
            "R-499",
            "Eine Vereinbarung „steuerunk“ gibt es in vereinbarungen.yml nicht. "
            "Meinten Sie „steuerung.md“?",
        )
    ]
    (folder / "Steuerung 2.txt").write_text("Text", encoding="utf-8")
    befunde = load_region(tmp_path, SLUG, STICHTAG).befunde
    assert [(b.rule, b.message, b.remedy) for b in befunde] == [
        (
            "R-027",
            "Die Datei Steuerung 2.txt wird hier nicht erwartet. Der Text einer Vereinbarung heißt "
            "wie ihre Kennung, mit der Endung .md.",
            "steuerung-2.md",
        )
    ]


def test_what_has_left_the_directory_blocks_today_but_no_old_fassung(tmp_path: Path) -> None:
    load_with({}, tmp_path)
    path = tmp_path / AGREEMENTS
    text = path.read_text(encoding="utf-8")
    text = text.replace("organisation: kreis-probe", "organisation: kreis-frueher")
    text = text.replace("schulen: [gs-am-see]", "schulen: [gs-am-see, gs-geschlossen]")
    path.write_text(text, encoding="utf-8")
    today = load_region(tmp_path, SLUG, STICHTAG)
    assert today.bestand is None
    assert {b.rule for b in today.befunde} == {"R-201"}
    frozen = load_region(tmp_path, SLUG, STICHTAG, katalog_gefroren=True)
    assert frozen.bestand is not None, frozen.befunde
    v = frozen.bestand.finde(Vereinbarung, "steuerung")
    assert v is not None
    assert [verweis.id for verweis in v.schulen] == ["gs-am-see"]
    assert (v.parteien[0].organisation, v.parteien[0].name) == (None, "Probekreis")


def test_what_was_decided_is_judged_no_more(tmp_path: Path) -> None:
    load_with({}, tmp_path)
    path = tmp_path / AGREEMENTS
    text = path.read_text(encoding="utf-8").replace("an: land", "an: niemand")
    path.write_text(text, encoding="utf-8")
    assert load_region(tmp_path, SLUG, STICHTAG).bestand is None
    assert load_region(tmp_path, SLUG, STICHTAG, katalog_gefroren=True).bestand is not None
