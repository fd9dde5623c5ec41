"""School years, cadences, lists of dates and who may attend, each judged on a given day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from macros.model.agenda import (
    cadence,
    calendar,
    cost_text,
    fehlende_termine,
    news,
    open_calls,
    target,
    topics_of_the_year,
    trainings,
    weekday,
)
from macros.model.attendance import in_force, may_attend
from macros.model.bestand import Bestand
from macros.model.load_region import read_file
from macros.model.record import Record
from macros.model.records import (
    Fortbildung,
    Gremium,
    Meldung,
    Schwerpunkt,
    Termin,
    Terminreihe,
    Vereinbarung,
)
from macros.model.records.gremium import Rhythmus, Takt
from macros.model.records.termin import Terminart, Terminstatus
from macros.model.times import school_year_days, school_year_of, time_text
from tests.musterkreis import musterkreis

TODAY = date(2026, 11, 22)


def _event(day: str | None, status: Terminstatus = Terminstatus.BESTAETIGT) -> Termin:
    return Termin.model_construct(
        id=f"t-{day}",
        titel="Termin",
        art=Terminart.SITZUNG,
        status=status,
        datum=date.fromisoformat(day) if day else None,
    )


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2026-07-31", "2025/26"),
        ("2026-08-01", "2026/27"),
        ("2027-01-01", "2026/27"),
        ("2099-09-01", "2099/00"),
    ],
)
def test_a_school_year_begins_in_august(day: str, year: str) -> None:
    assert school_year_of(date.fromisoformat(day)) == year
    first, last = school_year_days(year)
    assert first <= date.fromisoformat(day) <= last


def test_weekdays_and_times_read_as_people_say_them() -> None:
    assert weekday(date(2023, 4, 27)) == "Donnerstag"
    assert (time_text("09:00"), time_text("14:05"), time_text("00:30")) == ("9:00", "14:05", "0:30")


QUARTERLY = ("2026-09-15", "2026-12-01", "2027-03-02", "2027-06-08")


@pytest.mark.parametrize(
    ("rhythmus", "days", "enough", "gaps"),
    [
        (Rhythmus(mindestens=4, takt=Takt.QUARTAL), QUARTERLY, True, ()),
        (Rhythmus(takt=Takt.QUARTAL), QUARTERLY, True, ()),
        (
            Rhythmus(takt=Takt.QUARTAL),
            ("2026-09-15", "2026-10-01", "2027-03-02", "2027-06-08"),
            False,
            ("November bis Januar",),
        ),
        (Rhythmus(mindestens=4), QUARTERLY[:3], False, ()),
        # The school year before does not count.
        (Rhythmus(mindestens=2), ("2026-06-01", "2026-09-15"), False, ()),
        (Rhythmus(takt=Takt.HALBJAHR), ("2026-08-01", "2027-07-31"), True, ()),
        (Rhythmus(takt=Takt.HALBJAHR), ("2027-02-01",), False, ("August bis Januar",)),
        (Rhythmus(takt=Takt.BEDARF), (), True, ()),
        (Rhythmus(), (), True, ()),
    ],
)
def test_the_dates_of_a_school_year_are_held_against_the_cadence(
    rhythmus: Rhythmus, days: tuple[str, ...], enough: bool, gaps: tuple[str, ...]
) -> None:
    found = target(rhythmus, [_event(day) for day in days], TODAY)
    assert (found.erfuellt, found.luecken) == (enough, gaps)


def test_what_is_cancelled_does_not_count_and_what_has_no_day_counts_apart() -> None:
    rows = [
        _event("2026-09-15"),
        _event("2026-12-01", Terminstatus.ABGESAGT),
        _event(None, Terminstatus.GEPLANT),
    ]
    found = target(Rhythmus(mindestens=2), rows, TODAY)
    assert (found.soll, found.fest, found.offen, found.erfuellt) == (2, 1, 1, False)


def test_missing_dates_are_listed_for_those_who_plan() -> None:
    assert fehlende_termine(musterkreis()) == []
    found = fehlende_termine(replace(musterkreis(), stichtag=date(2027, 8, 1)))
    missing = {record.id: soll for record, soll in found}
    # Next year nothing is fixed yet; the committee's dates stand elsewhere.
    assert (missing["arbeitskreis"].soll, missing["arbeitskreis"].fest) == (4, 0)
    assert "jugendhilfeausschuss" not in missing
    assert (missing["fachtag"].fest, missing["fachtag"].offen) == (0, 1)


def test_a_cadence_in_words() -> None:
    both = Rhythmus(mindestens=4, takt=Takt.QUARTAL)
    assert cadence(both) == "mindestens viermal im Schuljahr, in jedem Quartal"
    assert cadence(Rhythmus(mindestens=5)) == "mindestens 5-mal im Schuljahr"
    assert cadence(Rhythmus(takt=Takt.BEDARF)) == "nach Bedarf"
    assert cadence(None) == ""


def test_every_event_stands_in_exactly_one_list() -> None:
    for day in (date(2025, 1, 1), TODAY, date(2027, 4, 16), date(2028, 1, 1)):
        bestand = replace(musterkreis(), stichtag=day)
        found = calendar(bestand)
        rows = [*found.naechste, *found.ohne_datum, *found.vergangene]
        assert sorted(t.id for t in rows) == sorted(t.id for t in bestand.alle(Termin))
        days = [t.datum for t in found.naechste if t.datum]
        assert days == sorted(days)
    # On its second day an event of two days is not over yet.
    later = calendar(replace(musterkreis(), stichtag=date(2027, 4, 16)))
    assert later.naechste[0].id == "ag-rahmenkonzept-klausur-2027"


def test_trainings_news_and_topics_follow_the_day() -> None:
    coming, over = trainings(musterkreis())
    assert over[0].id == "einarbeitung-2026"
    assert coming[-1].id == "traumasensibel", "without a day comes last"
    current, archive = news(musterkreis())
    assert [m.id for m in archive] == ["neue-nummer-jugendamt-luettenmoor"]
    old = next(m for m in current if m.id == "erhebung-raeume")
    assert old.alt(TODAY)
    assert not old.alt(date(2026, 6, 10))
    assert {s.schuljahr for s in topics_of_the_year(musterkreis())} == {"2026/27"}
    next_year = replace(musterkreis(), stichtag=date(2027, 8, 1))
    assert topics_of_the_year(next_year) == ()


def test_a_call_for_topics_closes_on_its_day() -> None:
    for day, ids in (
        (date(2027, 1, 15), ["arbeitskreis-2027-03", "fachtag-2027"]),
        (date(2027, 1, 16), ["fachtag-2027"]),
        (date(2027, 3, 1), []),
    ):
        assert [t.id for t in open_calls(replace(musterkreis(), stichtag=day))] == ids


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (None, "nicht bekannt"),
        ("0", "kostenfrei"),
        ("45", "45,00\u00a0Euro"),
        ("1234.5", "1.234,50\u00a0Euro"),
    ],
)
def test_costs_are_exact_and_german(cost: str | None, words: str) -> None:
    fortbildung = musterkreis().alle(Fortbildung)[0]
    priced = fortbildung.model_copy(update={"kosten": Decimal(cost) if cost else None})
    assert cost_text(priced) == words


def _attending(bestand: Bestand, id: str, **changes: Any) -> dict[str, str]:
    fortbildung = bestand.finde(Fortbildung, id)
    assert fortbildung is not None
    changed = fortbildung.model_copy(update=changes)
    return {found.wer: found.grund for found in may_attend(bestand, changed)}


def test_a_grant_opens_a_training_and_says_why() -> None:
    found = _attending(musterkreis(), "kollegiale-beratung")
    assert found["Fachkräfte der Schulsozialarbeit im Musterkreis"] == (
        "Das Angebot richtet sich ausdrücklich an diese Gruppe."
    )
    assert found["Fachkräfte im Landesdienst"].startswith("Zugesagt von: Musterkreis. Inhalt: ")


def test_a_grant_of_another_provider_opens_nothing() -> None:
    found = _attending(musterkreis(), "schutzkonzept-entwickeln")
    assert set(found) == {
        "Schulleitungen",
        "Lehrkräfte",
        "Fachkräfte der Schulsozialarbeit",
    }


def test_a_grant_ends_with_its_agreement() -> None:
    bestand = musterkreis()
    running = {
        v.id: v
        for v in bestand.alle(Vereinbarung)
        if any(z.art.value == "fortbildung" for z in v.zusagen) and in_force(v, TODAY)
    }
    assert running
    ended = {
        id: v.model_copy(update={"gueltig_bis": date(2026, 12, 31)}) for id, v in running.items()
    }
    tables: dict[Any, Any] = {**bestand.tables, Vereinbarung: ended}
    later = Bestand(TODAY, tables, bestand.herkunft)
    assert set(_attending(later, "kollegiale-beratung")) == {
        "Fachkräfte der Schulsozialarbeit im Musterkreis"
    }
    unsigned = {id: v.model_copy(update={"unterzeichnet": False}) for id, v in running.items()}
    tables = {**bestand.tables, Vereinbarung: unsigned}
    draft = Bestand(TODAY, tables, bestand.herkunft)
    assert len(_attending(draft, "kollegiale-beratung")) == 1


FROM_SOURCES: list[tuple[type[Record], str]] = [
    # The forms that five towns' sources need, in invented wording.
    (
        Termin,
        """
- id: netzwerk-2023
  titel: Netzwerkveranstaltung
  art: netzwerktreffen
  status: bestaetigt
  datum: "2023-04-27"
  motto: Gemeinsam für alle
  veranstalter:
    - name: Sozialdienst Schule
  quelle: Meldung vom 2. Mai 2023
- id: weitere
  titel: Weitere Netzwerktreffen
  art: netzwerktreffen
  status: geplant
  veranstalter:
    - name: Sozialdienst Schule
- id: fachtagung-2020
  titel: Fachtagung 2020
  art: fachtagung
  status: geplant
  zeitraum: "2020"
  themenaufruf:
    text: Themenwünsche sind willkommen.
""",
    ),
    (
        Gremium,
        """
- id: arbeitsgruppe
  name: Arbeitsgruppe
  art: arbeitsgruppe
  aufgabe: Entwickelt Angebote.
  seit: "2018"
  mitglieder:
    - gruppe: Fachkräfte der Schulsozialarbeit
    - gruppe: Untere Schulaufsicht
    - gruppe: Obere Schulaufsicht
    - gruppe: Fachberatung Schulsozialarbeit
    - gruppe: Jugendhilfe
    - gruppe: Kommunen
    - gruppe: Jugendberufskooperation
    - gruppe: Koordinierungsstelle Bildung und Teilhabe
- id: forum
  name: Steuerungsforum
  art: forum
  aufgabe: Steuert die Zusammenarbeit.
  rhythmus:
    mindestens: "2"
  termine_hier: nein
- id: interkommunal
  name: Interkommunaler Arbeitskreis
  art: interkommunal
  aufgabe: Tauscht Konzepte aus.
  rhythmus:
    takt: quartal
  termine_hier: nein
  ergebnisse:
    - titel: Politische Erklärung
""",
    ),
    (
        Meldung,
        """
- id: pressemeldung
  titel: Netzwerk trifft sich
  datum: "2023-05-02"
  uhrzeit: "14:09"
  text: Die Akteure tauschten sich aus.
  herausgeber: Stadt
  quelle: Pressemeldung
""",
    ),
    (Schwerpunkt, "- id: thema\n  titel: Schwerpunktthema ohne Jahr\n  quelle: Konzept\n"),
    (Terminreihe, "- id: reihe\n  titel: Netzwerktreffen\n  rhythmus: {takt: quartal}\n"),
]


@pytest.mark.parametrize(("typ", "text"), FROM_SOURCES, ids=[t.__name__ for t, _ in FROM_SOURCES])
def test_the_records_hold_what_sources_say_and_leave_out(typ: type[Record], text: str) -> None:
    gelesen = read_file(text.lstrip().encode(), typ.datei.name, typ)
    assert gelesen.befunde == []
    assert gelesen.records
