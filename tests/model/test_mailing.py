"""The mailing list: who belongs to a group, each mailbox once, and never a person's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.mailing import Gruppe, Rolle, Verteiler, mailing, office_mailbox
from macros.model.records import Kontakt, Organisation, Person, Schule

from .golden_region import REGION, SLUG, STICHTAG

if TYPE_CHECKING:
    from macros.model.record import Record


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    found = load_region(REGION, SLUG, STICHTAG).bestand
    assert found is not None
    return found


def changed(bestand: Bestand, typ: type[Record], id: str, **values: Any) -> Bestand:
    table = dict(bestand.tables[typ])
    table[id] = table[id].model_copy(update=values)
    return replace(bestand, tables={**bestand.tables, typ: table})


def names(found: Verteiler) -> list[str]:
    return [entry.kennung for entry in found.eintraege]


@pytest.mark.parametrize(
    ("gruppe", "expected"),
    [
        (Gruppe((Rolle.SCHULEN,)), ["gs-am-see", "gs-nord"]),
        (Gruppe((Rolle.SCHULEN,), anstellungstraeger=("lindenhof",)), ["gs-am-see", "gs-nord"]),
        (Gruppe((Rolle.SCHULEN,), anstellungstraeger=("kreis-probe",)), ["gs-am-see"]),
        (Gruppe((Rolle.SCHULEN,), schulformen=("gymnasium",)), []),
        (Gruppe((Rolle.SCHULEN,), themen=("kinderschutz",)), []),
        (Gruppe((Rolle.FACHKRAEFTE,)), ["koordination", "schulsozialarbeit-lindenhof"]),
        (Gruppe((Rolle.ANSTELLUNGSTRAEGER,)), ["kreis-probe", "lindenhof"]),
        (Gruppe((Rolle.SCHULTRAEGER,)), ["kreis-probe"]),
        (Gruppe(themen=("kinderschutz",)), ["lindenhof", "kinderschutz-bereitschaft"]),
        (Gruppe((Rolle.FUNKTIONEN,), gemeinden=("seehausen",)),
         ["koordination", "kinderschutz-bereitschaft"]),
    ],
)  # fmt: skip
def test_who_belongs_to_a_group(bestand: Bestand, gruppe: Gruppe, expected: list[str]) -> None:
    assert names(mailing(bestand, gruppe)) == expected


def test_a_mailbox_stands_once_and_who_has_none_is_told(bestand: Bestand) -> None:
    twice = changed(bestand, Schule, "gs-nord", email="190012@SCHULE.example.org")
    found = mailing(twice, Gruppe((Rolle.SCHULEN,)))
    assert found.postfaecher == ("190012@schule.example.org",)
    assert found.ohne == ()
    (without,) = mailing(bestand, Gruppe((Rolle.FUNKTIONEN,), ("kinderschutz",))).ohne
    assert without.grund == "kein Postfach eingetragen"


@pytest.mark.parametrize(
    ("mail", "word"), [("k.privat@gmx.de", "privat"), ("max.beispiel@example.org", "Person")]
)
def test_private_and_personal_mailboxes_stay_away(bestand: Bestand, mail: str, word: str) -> None:
    bent = changed(bestand, Schule, "gs-nord", email=mail)
    bent = changed(bent, Person, "p-002", email="Max.Beispiel@example.org")
    found = mailing(bent, Gruppe((Rolle.SCHULEN,)))
    assert found.postfaecher == ("190012@schule.example.org",)
    assert word in found.ohne[0].grund


def test_a_retired_function_gets_no_mail(bestand: Bestand) -> None:
    gone = changed(bestand, Kontakt, "koordination", aufgehoben_am=STICHTAG)
    assert "koordination" not in names(mailing(gone, Gruppe((Rolle.FUNKTIONEN,))))


def test_no_person_is_in_a_list_of_everybody(bestand: Bestand) -> None:
    found = mailing(bestand, Gruppe())
    assert {entry.rolle for entry in found.eintraege} == set(Rolle)
    for person in bestand.alle(Person):
        assert person.name not in str(found)


def test_the_mailbox_of_an_office(bestand: Bestand) -> None:
    office = bestand.finde(Organisation, "kreis-probe")
    assert office is not None
    assert office_mailbox(bestand, office) == "info@probekreis.example.org"
    bare = changed(bestand, Organisation, "kreis-probe", email=None)
    assert office_mailbox(bare, office.model_copy(update={"email": None})) == (
        "schulsozialarbeit@probekreis.example.org"
    )
