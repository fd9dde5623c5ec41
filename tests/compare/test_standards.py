"""Standards and terms: every field that binds, and those that only explain."""

from __future__ import annotations

from typing import Any

import pytest

from macros.compare.changes import Gegenstand
from macros.compare.kinds import (
    ENTFALLEN,
    GEAENDERT,
    GELOCKERT,
    NEU,
    REDAKTIONELL,
    VERSCHAERFT,
    VERSCHOBEN,
    Art,
)
from macros.compare.report import Bericht
from macros.model.records.katalog import Begriff

from .states import compared, standard, wording

RETIRED = {"am": "2026-06-18", "grund": "Der Aufwand war zu hoch."}

CASES: list[tuple[dict[str, Any], dict[str, Any], Art | None]] = [
    ({}, {"verbindlichkeit": "muss"}, VERSCHAERFT),
    ({}, {"verbindlichkeit": "kann"}, GELOCKERT),
    ({}, {"verantwortlich": ["traeger"]}, GEAENDERT),
    ({"verantwortlich": ["schule", "traeger"]}, {"verantwortlich": ["traeger", "schule"]}, None),
    ({}, {"titel": "Beratungsraum"}, REDAKTIONELL),
    ({}, {"nachweise": ["Der Raum ist benannt.", "Er ist leise."]}, VERSCHAERFT),
    ({}, {"nachweise": []}, GELOCKERT),
    ({}, {"nachweise": ["Der Raum ist benannt"]}, REDAKTIONELL),
    ({}, {"nachweise": ["Der Raum ist im Plan benannt."]}, GEAENDERT),
    ({}, {"anforderung": "Die Schule stellt einen Raum. Er ist leise."}, VERSCHAERFT),
    ({}, {"anforderung": "Die Schule stellt einen Raum. Ausnahmen sind möglich."}, GEAENDERT),
    ({"anforderung": "Die Schule stellt einen Raum. Er ist leise."}, {}, GELOCKERT),
    ({}, {"anforderung": "Die Schule stellt einen großen Raum."}, GEAENDERT),
    ({}, {"anforderung": "Die Schule stellt in der Regel einen Raum."}, GELOCKERT),
    ({}, {"anforderung": "Die Schule stellt keinen Raum."}, GEAENDERT),
    ({}, {"leitfrage": "Wo ist der Raum?"}, REDAKTIONELL),
    ({"leitfrage": "Wo ist Platz?"}, {"leitfrage": "Wo ist der Raum?"}, REDAKTIONELL),
    ({"kapitel": "a/b"}, {"kapitel": "c/d"}, VERSCHOBEN),
    ({}, {"kapitel": "c/d"}, REDAKTIONELL),
    ({}, {"dimension": "prozess"}, VERSCHOBEN),
    ({}, {"verbindlichkeit": "muss", "nachweise": []}, GEAENDERT),
    ({}, {"verbindlichkeit": "muss", "titel": "Zimmer"}, VERSCHAERFT),
    ({}, {"zurueckgezogen": RETIRED}, ENTFALLEN),
    ({"zurueckgezogen": RETIRED}, {}, NEU),
]


@pytest.mark.parametrize(("alt", "neu", "art"), CASES)
def test_a_changed_standard_is_called(
    alt: dict[str, Any], neu: dict[str, Any], art: Art | None
) -> None:
    vergleich = compared(
        wording("1", standards=(standard(**alt),)), wording("2", standards=(standard(**neu),))
    )
    assert [a.art for a in vergleich.aenderungen] == ([art] if art else [])
    for aenderung in vergleich.aenderungen:
        assert aenderung.gegenstand is Gegenstand.STANDARD
        assert aenderung.zu_tun.endswith(".")


def test_a_new_standard_says_what_it_asks_and_why() -> None:
    new = standard(verbindlichkeit="muss", begruendung="Niemand redet im Flur.")
    aenderung = compared(wording("1"), wording("2", standards=(new,))).aenderungen[0]
    assert aenderung.art is NEU
    assert aenderung.titel == "QS-S-01 Raum"
    assert [s.feld for s in aenderung.stellen] == ["Anforderung", "Nachweis"]
    assert aenderung.begruendung == "Niemand redet im Flur."
    assert aenderung.handeln


def test_a_retired_standard_says_when_and_why() -> None:
    vergleich = compared(
        wording("1", standards=(standard(),)),
        wording("2", standards=(standard(zurueckgezogen=RETIRED),)),
    )
    aenderung = vergleich.aenderungen[0]
    assert "18.\u00a0Juni 2026" in aenderung.grund
    assert aenderung.begruendung == "Der Aufwand war zu hoch."


def test_a_standard_that_vanished_is_gone() -> None:
    vergleich = compared(wording("1", standards=(standard(),)), wording("2"))
    assert [a.art for a in vergleich.aenderungen] == [ENTFALLEN]


def test_one_that_was_retired_in_both_is_no_news() -> None:
    gone = standard(zurueckgezogen=RETIRED)
    assert compared(wording("1"), wording("2", standards=(gone,))).aenderungen == ()
    assert compared(wording("1", standards=(gone,)), wording("2")).aenderungen == ()


def test_a_school_has_nothing_to_do_about_the_employers_standards() -> None:
    new = standard(verantwortlich=["traeger", "koordination"], verbindlichkeit="muss")
    aenderung = compared(wording("1"), wording("2", standards=(new,))).aenderungen[0]
    assert not aenderung.handeln
    assert "Anstellungsträger und Koordinierungsstelle" in aenderung.zu_tun


def test_terms_are_new_changed_or_gone() -> None:
    def term(id: str, definition: str) -> Begriff:
        return Begriff(id=id, begriff=id.title(), definition=definition)

    alt = wording("1", begriffe=(term("raum", "Ein Zimmer."), term("zeit", "Stunden.")))
    neu = wording("2", begriffe=(term("raum", "Ein Ort."), term("geld", "Mittel.")))
    found = {a.kennung: a.art for a in compared(alt, neu).aenderungen}
    assert found == {"raum": GEAENDERT, "geld": NEU, "zeit": ENTFALLEN}


def test_the_summary_is_a_german_sentence() -> None:
    old = tuple(standard(id=f"qs-s-0{n}") for n in range(1, 4))
    new = (standard(verbindlichkeit="muss"), *old[1:2], standard(id="qs-s-04"))
    bericht = Bericht(compared(wording("1", standards=old), wording("2", standards=new)))
    assert bericht.einleitung[1] == (
        "Ein Standard ist neu, einer ist verschärft und einer ist entfallen."
    )
    assert [(z.art.name, z.standards) for z in bericht.zeilen] == [
        ("neu", 1), ("verschärft", 1), ("entfallen", 1),
    ]  # fmt: skip


def test_a_renamed_term_is_told() -> None:
    def term(begriff: str, abkuerzung: str | None) -> Begriff:
        return Begriff(
            id="hilfe", begriff=begriff, abkuerzung=abkuerzung, definition="Begleitet ein Kind."
        )

    alt = wording("1", begriffe=(term("Schulbegleitung", None),))
    neu = wording("2", begriffe=(term("Schulassistenz", "SA"),))
    (changed,) = compared(alt, neu).aenderungen
    assert (changed.art, changed.grund) == (
        REDAKTIONELL,
        "Der Begriff hieß bisher „Schulbegleitung“.",
    )
    assert changed.stellen[0].neu == "Schulassistenz (SA)"


def test_a_school_has_nothing_to_do_about_what_others_no_longer_answer() -> None:
    old = standard(verantwortlich=["fachkraft", "traeger"])
    (changed,) = compared(wording("1", standards=(old,)), wording("2")).aenderungen
    assert (changed.art, changed.handeln) == (ENTFALLEN, False)
