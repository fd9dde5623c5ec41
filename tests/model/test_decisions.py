"""Papers and consultations: the state follows from the Beratungsfolge, whatever its order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from macros.model.decisions import (
    Beteiligungsstand,
    Vorlagenstatus,
    consultations,
    decision,
    paper_of,
    papers,
    stand_of,
    status_of,
    steps,
)
from macros.model.records import Beschlussvorlage, Beteiligung
from tests.musterkreis import musterkreis

DAY = date(2026, 11, 22)


def paper(*rows: tuple[str, str | None, str, str | None], **values: Any) -> Beschlussvorlage:
    folge = []
    for body, day, role, result in rows:
        step = {"gremium_name": body, "rolle": role}
        step |= {"datum": day} if day else {}
        step |= {"ergebnis": result} if result else {}
        folge.append(step)
    return Beschlussvorlage.model_validate(
        {
            "id": "v",
            "nummer": "1",
            "betreff": "B",
            "art": "beschluss",
            "beratungsfolge": tuple(folge),
            **values,
        }
    )


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([("JHA", "2026-03-01", "entscheidung", "beschlossen")], Vorlagenstatus.BESCHLOSSEN),
        ([("JHA", "2026-03-01", "entscheidung", "geaendert")], Vorlagenstatus.BESCHLOSSEN),
        ([("JHA", "2026-03-01", "entscheidung", "abgelehnt")], Vorlagenstatus.ABGELEHNT),
        ([("JHA", "2026-03-01", "entscheidung", "vertagt")], Vorlagenstatus.VERTAGT),
        ([("JHA", None, "entscheidung", None)], Vorlagenstatus.IM_VERFAHREN),
        (
            [
                ("SA", "2026-02-01", "vorberatung", "empfohlen"),
                ("JHA", "2026-03-01", "entscheidung", None),
            ],
            Vorlagenstatus.IM_VERFAHREN,
        ),
        # Adopted where it is decided, although a preparing body never voted.
        (
            [
                ("SA", "2026-02-01", "vorberatung", None),
                ("JHA", "2026-03-01", "entscheidung", "beschlossen"),
            ],
            Vorlagenstatus.BESCHLOSSEN,
        ),
        # Put off once, then adopted by the same body.
        (
            [
                ("JHA", "2026-03-01", "entscheidung", "beschlossen"),
                ("JHA", "2026-02-01", "entscheidung", "vertagt"),
            ],
            Vorlagenstatus.BESCHLOSSEN,
        ),
        # Two bodies have to decide, one has.
        (
            [
                ("JHA", "2026-03-01", "entscheidung", "beschlossen"),
                ("Kreistag", "2027-01-01", "entscheidung", None),
            ],
            Vorlagenstatus.IM_VERFAHREN,
        ),
        ([("JHA", "2026-03-01", "kenntnisnahme", "zur-kenntnis")], Vorlagenstatus.KENNTNIS),
        ([("JHA", "2026-03-01", "anhoerung", "ohne-votum")], Vorlagenstatus.BERATEN),
        (
            [
                ("AKJF", "2015-03-25", "anhoerung", "zur-kenntnis"),
                ("SA", "2015-05-13", "anhoerung", "zur-kenntnis"),
                ("IR", "2015-05-06", "anhoerung", "zur-kenntnis"),
            ],
            Vorlagenstatus.KENNTNIS,
        ),
    ],
)
def test_status(rows: list[tuple[str, str | None, str, str | None]], status: object) -> None:
    assert status_of(paper(*rows)) is status
    assert status_of(paper(*reversed(rows))) is status


def test_what_is_withdrawn_is_nothing_else() -> None:
    row = ("JHA", "2026-03-01", "entscheidung", "beschlossen")
    withdrawn = paper(row, zurueckgezogen_am="2026-02-01")
    assert status_of(withdrawn) is Vorlagenstatus.ZURUECKGEZOGEN
    assert decision(withdrawn) is None


def test_steps_stand_by_day_and_those_without_a_day_last() -> None:
    v = paper(
        ("C", None, "entscheidung", None),
        ("B", "2026-03-01", "vorberatung", None),
        ("A", "2026-02-01", "anhoerung", None),
    )
    assert [s.name for s in steps(v)] == ["A", "B", "C"]


def test_the_region_says_which_body_adopted_which_fassung() -> None:
    bestand = musterkreis()
    by_name = {f.name: f for f in bestand.region.fassungen}
    found = paper_of(bestand, by_name["2026.1"])
    assert found is not None
    step = decision(found)
    assert step is not None
    assert step.datum == by_name["2026.1"].beschlossen_am
    assert step.name in by_name["2026.1"].beschlossen_von
    assert paper_of(bestand, by_name["2025.1"]) is None


def test_papers_in_progress_come_first_then_the_latest() -> None:
    order = [v.nummer for v in papers(musterkreis())]
    assert order == ["2026/262", "2026/230", "2026/141", "2025/061", "2024/087"]


@pytest.mark.parametrize(
    ("values", "stand"),
    [
        ({"ab": date(2026, 12, 1)}, Beteiligungsstand.KOMMT),
        ({"bis": DAY}, Beteiligungsstand.OFFEN),
        ({"bis": date(2026, 11, 21)}, Beteiligungsstand.BEENDET),
        ({"bis": None, "ergebnis": "Fertig."}, Beteiligungsstand.BEENDET),
        ({"bis": None, "ergebnis": None}, Beteiligungsstand.UNBEKANNT),
    ],
)
def test_a_consultation_is_open_to_its_last_day(values: dict[str, Any], stand: object) -> None:
    own = {"ab": None, "bis": None, "ergebnis": None} | values
    b = musterkreis().alle(Beteiligung)[0].model_copy(update=own)
    assert stand_of(b, DAY) is stand


def test_open_consultations_come_first() -> None:
    assert [b.id for b in consultations(musterkreis())] == ["verteilung-2027", "entwurf-2026-2"]
