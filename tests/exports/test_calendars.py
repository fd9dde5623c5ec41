"""Calendar files, read back by an independent library: what a phone would show, and notice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from macros.exports.calendars import (
    FORTBILDUNGEN,
    TERMINE,
    calendar_files,
    calendar_paths,
    file_of,
    has_entry,
)
from macros.exports.files import export_files, export_paths
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.records import Fortbildung, Termin, Terminreihe
from macros.model.records.termin import Terminstatus
from tests.musterkreis import musterkreis

ROOT = Path(__file__).parents[2]
BERLIN = ZoneInfo("Europe/Berlin")


def _with(**changes: Any) -> Bestand:
    """Return the Musterkreis with one event, the meeting of 1 December, changed."""
    bestand = musterkreis()
    termin = bestand.finde(Termin, "arbeitskreis-2026-12")
    assert termin is not None
    changed = termin.model_copy(update=changes)
    tables: dict[Any, Any] = {**bestand.tables, Termin: {changed.id: changed}}
    return Bestand(bestand.stichtag, tables, bestand.herkunft)


def _events(bestand: Bestand, path: str = TERMINE) -> dict[str, Any]:
    calendar = vobject.readOne(calendar_files(bestand)[path].decode())
    return {event.uid.value: event for event in calendar.contents.get("vevent", [])}


def _only(bestand: Bestand) -> Any:
    (event,) = _events(bestand).values()
    return event


def test_every_file_reads_and_holds_what_the_records_say() -> None:
    bestand = musterkreis()
    events = _events(bestand)
    dated = [t for t in bestand.alle(Termin) if has_entry(t)]
    assert len(events) == len(dated) >= 12
    for termin in dated:
        event = events[f"{termin.id}@musterkreis.example.org"]
        assert event.summary.value.endswith(termin.titel)
        assert event.location.value == termin.ort
        begins = event.dtstart.value
        assert (begins.date() if isinstance(begins, datetime) else begins) == termin.datum
        if termin.beginn:
            assert begins.strftime("%H:%M") == termin.beginn
        single = _events(bestand, file_of(termin))
        assert list(single) == [event.uid.value]


def test_series_and_trainings_have_files_of_their_own() -> None:
    bestand = musterkreis()
    for reihe in bestand.alle(Terminreihe):
        own = {t.id for t in bestand.alle(Termin) if t.reihe and t.reihe.id == reihe.id}
        found = {uid.partition("@")[0] for uid in _events(bestand, file_of(reihe))}
        assert found
        assert found <= own
    days = sum(len(f.tage) for f in bestand.alle(Fortbildung))
    assert len(_events(bestand, FORTBILDUNGEN)) == days


def test_what_has_no_day_is_in_no_calendar() -> None:
    planned = [t for t in musterkreis().alle(Termin) if not has_entry(t)]
    assert planned
    text = calendar_files(musterkreis())[TERMINE].decode()
    for termin in planned:
        assert termin.datum is None
        assert f"UID:{termin.id}@" not in text
        assert file_of(termin) not in calendar_files(musterkreis())


@pytest.mark.parametrize(
    ("day", "time", "utc"),
    [
        ("2026-10-24", "09:00", "2026-10-24T07:00"),  # the last day of summer time
        ("2026-10-25", "09:00", "2026-10-25T08:00"),
        ("2027-03-27", "09:00", "2027-03-27T08:00"),
        ("2027-03-28", "09:00", "2027-03-28T07:00"),  # the first day of summer time
        ("2027-07-01", "14:30", "2027-07-01T12:30"),
    ],
)
def test_summer_time_is_right_by_the_rule_in_the_file(day: str, time: str, utc: str) -> None:
    event = _only(_with(datum=date.fromisoformat(day), beginn=time, ende="23:00"))
    # vobject takes the offset from the VTIMEZONE of the file, not from a table of its own.
    assert event.dtstart.value.astimezone(UTC) == datetime.fromisoformat(f"{utc}:00+00:00")
    assert (
        event.dtstart.value.utcoffset()
        == datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=BERLIN).utcoffset()
    )


def test_whole_days_end_on_the_day_after() -> None:
    event = _events(musterkreis())["ag-rahmenkonzept-klausur-2027@musterkreis.example.org"]
    assert (event.dtstart.value, event.dtend.value) == (date(2027, 4, 15), date(2027, 4, 17))
    single = _only(_with(beginn=None, ende=None))
    assert (single.dtstart.value, single.dtend.value) == (date(2026, 12, 1), date(2026, 12, 2))


def test_signs_survive_and_no_line_is_longer_than_75_octets() -> None:
    title = 'Ä; ö, "ü" \\ ' + "Straße, " * 30
    bestand = _with(titel=title.strip(), beschreibung="Zeile 1\n\nZeile 2; und mehr, \\n bleibt")
    event = _only(bestand)
    assert event.summary.value == title.strip()
    assert "Zeile 1\n\nZeile 2; und mehr, \\n bleibt" in event.description.value
    for data in (*calendar_files(bestand).values(), *calendar_files(musterkreis()).values()):
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert max(len(line) for line in data.split(b"\r\n")) <= 75


def test_a_calendar_recognises_changes_and_cancellations() -> None:
    """The rule of RFC 5546: same UID, and the higher SEQUENCE takes the place of the lower."""
    first = _with()
    moved = _with(
        datum=date(2026, 12, 8),
        status=Terminstatus.VERSCHOBEN,
        verschoben_von=date(2026, 12, 1),
        aenderung_nr=1,
        geaendert_am=date(2026, 11, 23),
    )
    gone = _with(
        status=Terminstatus.ABGESAGT,
        hinweis="Fällt aus.",
        aenderung_nr=2,
        geaendert_am=date(2026, 11, 24),
    )
    phone: dict[str, Any] = {}
    for state in (first, moved, gone, first):
        for uid, event in _events(state).items():
            known = phone.get(uid)
            if known is None or int(event.sequence.value) > int(known.sequence.value):
                phone[uid] = event
    (event,) = phone.values()
    assert event.uid.value == "arbeitskreis-2026-12@musterkreis.example.org"
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "2")
    assert event.summary.value == "Abgesagt: Arbeitskreis im Dezember"
    assert event.last_modified.value == datetime(2026, 11, 24, tzinfo=UTC)
    assert event.dtstamp.value == datetime(2026, 11, 24, tzinfo=UTC)
    now = _only(moved)
    assert (now.status.value, now.sequence.value) == ("CONFIRMED", "1")
    assert now.dtstart.value.date() == date(2026, 12, 8)
    assert "Verschoben vom 1.\u00a0Dezember 2026" in now.description.value


def test_an_event_put_off_without_a_new_day_is_struck_from_the_old_one() -> None:
    event = _only(
        _with(
            datum=None,
            verschoben_von=date(2026, 12, 1),
            status=Terminstatus.VERSCHOBEN,
            aenderung_nr=1,
            geaendert_am=date(2026, 11, 23),
        )
    )
    assert (event.status.value, event.dtstart.value.date()) == ("CANCELLED", date(2026, 12, 1))
    assert event.summary.value.startswith("Verschoben: ")


def test_a_plan_is_tentative_and_says_so() -> None:
    event = _only(_with(status=Terminstatus.GEPLANT))
    assert (event.status.value, event.summary.value) == (
        "TENTATIVE",
        "Geplant: Arbeitskreis im Dezember",
    )


def test_the_day_of_the_build_changes_no_byte() -> None:
    other = load_region(ROOT, "musterkreis", date(2026, 12, 24)).bestand
    assert other is not None
    assert calendar_files(other) == calendar_files(musterkreis())


def test_all_files_are_published_and_may_be_linked() -> None:
    bestand = musterkreis()
    files = calendar_files(bestand)
    assert set(files) == calendar_paths(bestand)
    assert set(files) <= set(export_files(bestand))
    assert set(files) <= export_paths(bestand)
    text = files[TERMINE].decode().replace("\r\n ", "")
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "Vorführung\\, keine amtliche Seite" in text


def test_a_region_without_events_has_an_empty_calendar() -> None:
    found = musterkreis()
    tables: dict[Any, Any] = {**found.tables, Termin: {}, Terminreihe: {}, Fortbildung: {}}
    bestand = Bestand(found.stichtag, tables)
    assert set(calendar_files(bestand)) == {TERMINE, FORTBILDUNGEN}
    assert _events(bestand) == {}


def test_a_single_entry_is_too_small_to_name_its_size() -> None:
    single = {
        path: len(data)
        for path, data in calendar_files(musterkreis()).items()
        if path.count("/") == TERMINE.count("/") + 1
    }
    assert len(single) > 20
    assert max(single.values()) < 4000


def test_several_days_with_a_beginning_alone_are_whole_days() -> None:
    event = _only(
        _with(datum=date(2027, 3, 10), bis_datum=date(2027, 3, 12), beginn="09:00", ende=None)
    )
    assert (event.dtstart.value, event.dtend.value) == (date(2027, 3, 10), date(2027, 3, 13))
