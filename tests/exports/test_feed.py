"""The Atom feed, read back by an independent library; and the text of the Rundbrief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from macros.exports.feed import FEED, feed
from macros.exports.files import export_files, export_paths
from macros.exports.rundbrief import Form, newsletter
from macros.model.bestand import Bestand
from macros.model.records import Fortbildung, Meldung, Person, Termin
from tests.musterkreis import musterkreis


def _read(bestand: Bestand) -> Any:
    found = feedparser.parse(feed(bestand)[FEED])
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def _without(*types: type[Any]) -> Bestand:
    found = musterkreis()
    tables: dict[Any, Any] = {**found.tables, **{typ: {} for typ in types}}
    return Bestand(found.stichtag, tables, found.herkunft)


def test_the_feed_reads_and_holds_news_and_changes() -> None:
    found = _read(musterkreis())
    titles = [entry.title for entry in found.entries]
    assert "Fassung 2026.2 des Rahmenkonzepts gilt" in titles
    assert "Abgesagt: Trägergespräch im November" in titles
    assert "Verschoben: Steuergruppe im Dezember" in titles
    assert "Abgesagt: Zwischen Spiel und Sucht" in titles
    assert len(titles) == len(musterkreis().alle(Meldung)) + 3
    assert len({entry.id for entry in found.entries}) == len(titles)
    assert found.feed.title == "Schulsozialarbeit im Musterkreis: Meldungen"
    assert found.feed.subtitle == "Vorführung, keine amtliche Seite"
    assert found.feed.language == "de"


def test_the_latest_stands_first_and_dates_the_feed() -> None:
    found = _read(musterkreis())
    days = [entry.updated for entry in found.entries]
    assert days == sorted(days, reverse=True)
    assert found.feed.updated == days[0] == "2026-11-20T00:00:00+01:00"


def test_a_moved_event_says_both_days_with_weekday() -> None:
    entry = next(e for e in _read(musterkreis()).entries if e.title.startswith("Verschoben"))
    assert entry.summary == (
        "Neuer Tag: Donnerstag, 10.\u00a0Dezember 2026 statt Donnerstag, 3.\u00a0Dezember 2026. "
        "Eine Woche später, weil der Jahresbericht vorliegen soll."
    )
    assert entry.link.endswith("/service/termine/#steuergruppe-2026-12")


def test_signs_of_markup_are_text() -> None:
    bestand = musterkreis()
    first = bestand.alle(Meldung)[0]
    bad = first.model_copy(update={"titel": "A & B <b>", "text": '1 < 2 & ]]> "x"'})
    tables: dict[Any, Any] = {**bestand.tables, Meldung: {bad.id: bad}}
    data = feed(Bestand(bestand.stichtag, tables, bestand.herkunft))[FEED]
    root = ElementTree.fromstring(data)
    titles = [node.text for node in root.iter("{http://www.w3.org/2005/Atom}title")]
    assert "A & B <b>" in titles


def test_a_region_without_news_has_a_valid_feed() -> None:
    found = _read(_without(Meldung, Termin, Fortbildung))
    assert found.entries == []
    assert found.feed.updated == "2000-01-01T00:00:00+01:00"


def test_news_of_tomorrow_is_not_told_today() -> None:
    earlier = replace(musterkreis(), stichtag=date(2026, 11, 15))
    titles = [entry.title for entry in _read(earlier).entries]
    assert "Fassung 2026.2 des Rahmenkonzepts gilt" not in titles
    assert "Abgesagt: Trägergespräch im November" not in titles


def test_the_feed_is_published() -> None:
    assert FEED in export_files(musterkreis())
    assert FEED in export_paths(musterkreis())


@pytest.mark.parametrize("form", list(Form))
def test_the_rundbrief_holds_everything_and_nobody(form: Form) -> None:
    text = newsletter(musterkreis(), None, form)
    order = [
        "Neues", "Fassung 2026.2 des Rahmenkonzepts gilt", "Verschoben oder abgesagt",
        "Trägergespräch im November", "Die nächsten Termine", "Arbeitskreis im Dezember",
        "Fortbildungen", "Kinderschutz in der Schule", "Themen gesucht", "Welches Fachthema",
    ]  # fmt: skip
    place = 0
    for part in order:
        place = text.index(part, place)
    assert "Kosten: 45,00\u00a0Euro" in text
    assert "Fachkräfte im Landesdienst" in text
    assert "Arbeitskreis im September" not in text, "what is past is no date to come"
    assert text.count("Trägergespräch im November") == 1
    for person in musterkreis().alle(Person):
        assert person.name not in text


def test_the_rundbrief_tells_only_what_is_new_since_a_day() -> None:
    text = newsletter(musterkreis(), date(2026, 11, 18), Form.TEXT)
    assert "Fachtag mit 120 Teilnehmenden" not in text
    assert "Fassung 2026.2" in text
    head = text.partition("Die nächsten Termine")[0]
    assert "Zwischen Spiel und Sucht" in head, "cancelled on the 18th"
    assert "Trägergespräch im November" not in head, "cancelled on the 17th"


def test_the_rundbrief_of_an_empty_region_is_kind() -> None:
    text = newsletter(_without(Meldung, Termin, Fortbildung), None, Form.MARKDOWN)
    assert "Seitdem gibt es keine neue Meldung." in text
    assert "Zurzeit ist kein Termin eingetragen." in text
    assert "Verschoben oder abgesagt" not in text


def test_markdown_takes_no_sign_of_a_title_for_its_own() -> None:
    bestand = musterkreis()
    first = bestand.alle(Meldung)[0]
    odd = first.model_copy(update={"titel": "[Neu] *jetzt*"})
    tables: dict[Any, Any] = {**bestand.tables, Meldung: {odd.id: odd}}
    found = newsletter(Bestand(bestand.stichtag, tables, bestand.herkunft), None, Form.MARKDOWN)
    assert r"\[Neu\] \*jetzt\*" in found


def test_the_rundbrief_tells_what_is_put_off_without_a_new_day() -> None:
    found = musterkreis()
    moved = found.finde(Termin, "steuergruppe-2026-12")
    assert moved is not None
    changed = moved.model_copy(update={"datum": None, "zeitraum": None})
    tables: dict[Any, Any] = {**found.tables, Termin: {changed.id: changed}}
    text = newsletter(Bestand(found.stichtag, tables, found.herkunft), None, Form.TEXT)
    assert changed.titel in text.partition("Die nächsten Termine")[0]
