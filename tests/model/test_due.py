"""What is due: each kind on the last day it is not, and on the first day it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from macros.model.bestand import Bestand
from macros.model.due import ARTEN, due
from macros.model.load_region import load_region
from macros.model.records import (
    Foerderung,
    Kontakt,
    Organisation,
    Person,
    Schule,
    Stelle,
    Vereinbarung,
)
from macros.model.records.stelle import Stellenstatus

from .golden_region import REGION, SLUG, STICHTAG

if TYPE_CHECKING:
    from macros.model.record import Record


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    found = load_region(REGION, SLUG, STICHTAG).bestand
    assert found is not None
    return found


def on(bestand: Bestand, day: str) -> Bestand:
    return replace(bestand, stichtag=date.fromisoformat(day))


def changed(bestand: Bestand, record: Record, **values: Any) -> Bestand:
    table = dict(bestand.tables[type(record)])
    table[record.id] = record.model_copy(update=values)
    return replace(bestand, tables={**bestand.tables, type(record): table})


def ids(bestand: Bestand, art: str) -> list[str]:
    return [entry.kennung for kind, entry in due(bestand) if kind.name == art]


@pytest.mark.parametrize(
    ("art", "kennung", "not_yet", "due_on"),
    [
        ("nicht-geprueft", "koordination", "2027-02-28", "2027-03-01"),
        ("nicht-geprueft", "p-002", "2027-03-07", "2027-03-08"),
        ("nicht-bestaetigt", "koordination", "2027-10-06", "2027-10-07"),
        ("name-endet", "p-002", "2027-05-31", "2027-06-01"),
        ("name-abgelaufen", "p-002", "2027-07-31", "2027-08-01"),
    ],
)
def test_each_term_to_the_day(
    bestand: Bestand, art: str, kennung: str, not_yet: str, due_on: str
) -> None:
    assert kennung not in ids(on(bestand, not_yet), art)
    assert kennung in ids(on(bestand, due_on), art)


def test_what_is_unconfirmed_is_not_told_twice(bestand: Bestand) -> None:
    later = on(bestand, "2027-12-31")
    assert not set(ids(later, "nicht-geprueft")) & set(ids(later, "nicht-bestaetigt"))


def test_posts(bestand: Bestand) -> None:
    assert ids(bestand, "unbesetzt") == ["st-002"]
    stelle = bestand.alle(Stelle)[0]
    asked = changed(bestand, stelle, status=Stellenstatus.NICHT_BEKANNT)
    assert ids(asked, "besetzung-unbekannt") == ["st-001"]
    for end, expected in (
        ("2027-05-21", ["st-001"]),
        ("2027-05-22", []),
        ("2026-01-01", ["st-001"]),
    ):
        term = changed(bestand, stelle, befristet_bis=date.fromisoformat(end))
        assert ids(term, "befristung") == expected


def test_a_school_without_a_post(bestand: Bestand) -> None:
    assert ids(bestand, "ohne-stelle") == []
    first, second = bestand.alle(Stelle)
    fewer = replace(bestand, tables={**bestand.tables, Stelle: {first.id: first}})
    assert ids(fewer, "ohne-stelle") == ["gs-nord"]
    none = replace(bestand, tables={**bestand.tables, Stelle: {}})
    (entry,) = [e for kind, e in due(none) if kind.name == "ohne-stelle"]
    assert "noch keine einzige Stelle eingetragen, 2 Schulen" in entry.satz
    assert second.id == "st-002"


def test_a_contact_without_a_mailbox_unless_it_is_retired(bestand: Bestand) -> None:
    assert ids(bestand, "ohne-postfach") == [
        "kinderschutz-bereitschaft",
        "schulsozialarbeit-lindenhof",
    ]
    kontakt = bestand.finde(Kontakt, "kinderschutz-bereitschaft")
    assert kontakt is not None
    gone = changed(bestand, kontakt, aufgehoben_am=STICHTAG)
    assert ids(gone, "ohne-postfach") == ["schulsozialarbeit-lindenhof"]


def test_never_verified_unless_a_source_is_named(bestand: Bestand) -> None:
    school = bestand.alle(Schule)[0]
    never = changed(bestand, school, geprueft_am=None)
    assert school.id in ids(never, "nie-geprueft")
    from_list = changed(bestand, school, geprueft_am=None, quelle="Liste")
    assert school.id not in ids(from_list, "nie-geprueft")


def test_every_kind_has_been_seen_due(bestand: Bestand) -> None:
    """A kind that nothing can make due would stand in the list for show."""
    stelle, other = bestand.alle(Stelle)
    bent = changed(bestand, stelle, befristet_bis=date(2026, 12, 1), geprueft_am=None)
    bent = changed(bent, other, status=Stellenstatus.NICHT_BEKANNT)
    agreement = bent.alle(Vereinbarung)[0]
    bent = changed(bent, agreement, gueltig_bis=date(2027, 1, 31))
    money = Foerderung.model_validate({"id": "geld", "titel": "Geld", "bis": "2027-07-31"})
    bent = replace(bent, tables={**bent.tables, Foerderung: {money.id: money}})
    without = replace(bent, tables={**bent.tables, Stelle: {stelle.id: bent.alle(Stelle)[0]}})
    days = ("2026-11-22", "2027-06-25", "2028-01-01")
    seen = {
        kind.name
        for state in (bestand, bent, without)
        for day in days
        for kind, _ in due(on(state, day))
    }
    assert seen == {art.name for art in ARTEN}


def test_the_office_that_answers(bestand: Bestand) -> None:
    offices = {e.kennung: e.stelle.id for _, e in due(on(bestand, "2027-06-25"))}
    assert offices["st-001"] == "kreis-probe"
    assert offices["st-002"] == "lindenhof"
    assert offices["schulsozialarbeit-lindenhof"] == "lindenhof"
    assert offices["p-002"] == "kreis-probe"
    assert offices["gs-nord"] == "kreis-probe"


def test_offices_follow_each_other_by_name(bestand: Bestand) -> None:
    names = [entry.stelle.name for _, entry in due(on(bestand, "2027-06-25"))]
    assert names == sorted(names)
    assert set(names) <= {o.name for o in bestand.alle(Organisation)}


def test_no_person_is_named(bestand: Bestand) -> None:
    for day in ("2026-11-22", "2027-06-25", "2028-01-01"):
        told = "\n".join(f"{e.eintrag} {e.satz} {e.abhilfe}" for _, e in due(on(bestand, day)))
        for person in bestand.alle(Person):
            assert person.name not in told
            assert person.name.split()[-1] not in told
