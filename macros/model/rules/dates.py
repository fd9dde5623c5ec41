"""Rules about events, trainings and news: times that can be, changes that calendars notice."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from macros.model.agenda import WEEKDAYS, weekday
from macros.model.findings import Befund, Stufe, regel
from macros.model.german import MONTHS, date_text
from macros.model.records import Fortbildung, Meldung, Termin, Terminreihe
from macros.model.records.termin import Terminstatus
from macros.model.rules.check import per_record
from macros.model.rules.identity import circle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.bestand import Bestand
    from macros.model.record import Bestandssatz
    from macros.model.records.termin import Anmeldung, Veranstaltung

    Pfad = tuple[str | int, ...]

ENDE_VOR_BEGINN = regel(
    "R-532",
    Stufe.FEHLER,
    "Termine enden nach ihrem Beginn",
    "Ein Ende vor dem Beginn ist vertippt; Kalender nehmen einen solchen Eintrag nicht an.",
    'beginn: "14:00"\nende: "12:00"',
    'beginn: "14:00"\nende: "16:00"',
)
FRIST_ZU_SPAET = regel(
    "R-533",
    Stufe.FEHLER,
    "Fristen enden vor dem Termin",
    "Wer sich bis nach dem Termin anmelden kann, kommt zu spät.",
    'datum: "2027-03-10"\nanmeldung:\n  bis: "2027-03-20"',
    'datum: "2027-03-10"\nanmeldung:\n  bis: "2027-02-20"',
)
OHNE_VERANSTALTER = regel(
    "R-534",
    Stufe.WARNUNG,
    "Reihen, Termine und Fortbildungen nennen, wer sie veranstaltet",
    "Ohne Veranstalter weiß niemand, an wen sich Fragen richten.",
    "- id: netzwerktreffen (ohne veranstalter)",
    "veranstalter:\n  - organisation: bildungsbuero-muster",
)
OHNE_TAG = regel(
    "R-535",
    Stufe.FEHLER,
    "Was feststeht, hat einen Tag",
    "„bestaetigt“ heißt: Der Termin findet statt. Dann muss auch der Tag feststehen. Ohne Tag ist "
    "er „geplant“.",
    "status: bestaetigt (ohne datum)",
    "status: geplant\nzeitraum: Frühjahr 2027",
)
GEPLANT_VORBEI = regel(
    "R-536",
    Stufe.WARNUNG,
    "Geplant heißt: in der Zukunft",
    "Ein geplanter Termin, dessen Tag vorbei ist, hat entweder stattgefunden oder nicht. Die Seite "
    "soll sagen, was stimmt.",
    'status: geplant\ndatum: "2026-03-10"',
    'status: bestaetigt\ndatum: "2026-03-10"',
)
AENDERUNG_FEHLT = regel(
    "R-537",
    Stufe.FEHLER,
    "Absagen und Verschiebungen sind gezählt",
    "Kalender auf dem Telefon erkennen eine Änderung nur an der höheren Nummer. Ohne sie steht der "
    "alte Termin dort weiter.",
    "status: abgesagt",
    'status: abgesagt\naenderung_nr: 1\ngeaendert_am: "2026-11-22"',
)
WOCHENTAG = regel(
    "R-540",
    Stufe.WARNUNG,
    "Wochentage im Text passen zum Datum",
    "Der Wochentag am Datum wird berechnet. Steht im Text ein anderer, kommt jemand am falschen "
    "Tag.",
    "hinweis: Wir treffen uns am Freitag, 27. April 2023.",
    "hinweis: Wir treffen uns am Donnerstag, 27. April 2023.",
)
VERANSTALTER_UNKLAR = regel(
    "R-542",
    Stufe.FEHLER,
    "Ein Veranstalter steht im Register oder hat einen Namen",
    "Beides zugleich kann sich widersprechen, keines von beidem sagt nichts.",
    "veranstalter:\n  - rolle: mitveranstalter",
    "veranstalter:\n  - organisation: bildungsbuero-muster\n    rolle: mitveranstalter",
)

_WRITTEN: Final = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),?\s(?:(?:den|dem)\s)?(\d{{1,2}})\.\s?({'|'.join(MONTHS)})\s(\d{{4}})\b"
)
_TEXTS: Final = ("titel", "motto", "beschreibung", "hinweis", "text", "zeitraum", "kosten_hinweis")


@per_record(Termin)
def event_in_order(termin: Termin, bestand: Bestand) -> Iterable[Befund]:
    """Find an event that ends before it begins, or whose deadlines come after it."""
    begins, ends = termin.datum, termin.bis_datum
    if begins is not None and ends is not None and ends < begins:
        yield _order(bestand, termin, ("bis_datum",), date_text(ends), date_text(begins))
    if ends in (None, begins):
        yield from _times(bestand, termin, (), termin.beginn, termin.ende)
    if begins is not None:
        yield from _deadlines(bestand, termin, termin.anmeldung, begins)
        call = termin.themenaufruf
        if call is not None and call.bis is not None and call.bis > begins:
            yield _late(bestand, termin, ("themenaufruf", "bis"), call.bis, begins)


@per_record(Fortbildung)
def training_in_order(fortbildung: Fortbildung, bestand: Bestand) -> Iterable[Befund]:
    """Find a training with a day that ends before it begins, or a deadline after it."""
    for number, tag in enumerate(fortbildung.tage):
        yield from _times(bestand, fortbildung, ("tage", number), tag.beginn, tag.ende)
    if fortbildung.letzter_tag is not None:
        yield from _deadlines(bestand, fortbildung, fortbildung.anmeldung, fortbildung.letzter_tag)


@per_record(Meldung)
def news_in_order(meldung: Meldung, bestand: Bestand) -> Iterable[Befund]:
    """Find news that holds until a day before it appeared."""
    until = meldung.gilt_bis
    if until is not None and until < meldung.datum:
        yield _order(bestand, meldung, ("gilt_bis",), date_text(until), date_text(meldung.datum))


def _times(
    bestand: Bestand, record: Bestandssatz, path: Pfad, begins: str | None, ends: str | None
) -> Iterator[Befund]:
    if begins is not None and ends is not None and ends <= begins:
        yield _order(bestand, record, (*path, "ende"), f"{ends} Uhr", f"{begins} Uhr")
    elif begins is None and ends is not None:
        yield ENDE_VOR_BEGINN.befund(
            bestand.ort(record, *path, "ende"),
            f"„{record.id}“ hat ein Ende ({ends} Uhr), aber keinen Beginn.",
            'beginn: "…" ergänzen oder die Zeile „ende:“ löschen',
            path=_key(record, (*path, "ende")),
        )


def _order(bestand: Bestand, record: Bestandssatz, path: Pfad, ends: str, begins: str) -> Befund:
    return ENDE_VOR_BEGINN.befund(
        bestand.ort(record, *path),
        f"„{record.id}“ endet ({ends}) nicht nach dem Beginn ({begins}).",
        "Eine der beiden Angaben ist vertippt: bitte vergleichen",
        path=_key(record, path),
    )


def _deadlines(
    bestand: Bestand, record: Bestandssatz, anmeldung: Anmeldung | None, day: date
) -> Iterator[Befund]:
    if anmeldung is None:
        return
    if anmeldung.bis is not None and anmeldung.bis > day:
        yield _late(bestand, record, ("anmeldung", "bis"), anmeldung.bis, day)
    if None not in (anmeldung.ab, anmeldung.bis) and anmeldung.ab > anmeldung.bis:  # type: ignore[operator]
        yield FRIST_ZU_SPAET.befund(
            bestand.ort(record, "anmeldung", "ab"),
            f"Die Anmeldung zu „{record.id}“ beginnt nach ihrer Frist.",
            "Die beiden Tage vergleichen und berichtigen",
            path=f"{record.id}.anmeldung.ab",
        )


def _late(bestand: Bestand, record: Bestandssatz, path: Pfad, until: date, day: date) -> Befund:
    return FRIST_ZU_SPAET.befund(
        bestand.ort(record, *path),
        f"Die Frist ({date_text(until)}) liegt nach dem Termin ({date_text(day)}).",
        "Die Frist oder den Tag berichtigen",
        path=_key(record, path),
    )


def _key(record: Bestandssatz, path: Pfad) -> str:
    return ".".join(str(part) for part in (record.id, *path))


@per_record(Terminreihe)
def series_has_organiser(reihe: Terminreihe, bestand: Bestand) -> Iterable[Befund]:
    """Find a series that nobody organises, and organisers that say nothing."""
    if not reihe.veranstalter and reihe.gremium is None:
        yield _nobody(bestand, reihe)
    yield from _unclear(bestand, reihe, reihe.veranstalter)
    yield from circle(reihe, "vorgaenger", lambda r: r.vorgaenger, bestand)


@per_record(Termin)
def event_has_organiser(termin: Termin, bestand: Bestand) -> Iterable[Befund]:
    """Find an event that nobody organises, and organisers that say nothing."""
    if not termin.alle_veranstalter and termin.im_gremium is None and termin.reihe is None:
        yield _nobody(bestand, termin)
    yield from _unclear(bestand, termin, termin.veranstalter)
    yield from circle(termin, "vorgaenger", lambda t: t.vorgaenger, bestand)


@per_record(Fortbildung)
def training_has_provider(fortbildung: Fortbildung, bestand: Bestand) -> Iterable[Befund]:
    """Find a training that nobody offers."""
    if not fortbildung.anbieter and not fortbildung.anbieter_name:
        yield _nobody(bestand, fortbildung, "anbieter: … (Kennung aus organisationen.yml)")


def _nobody(bestand: Bestand, record: Bestandssatz, remedy: str = "") -> Befund:
    return OHNE_VERANSTALTER.befund(
        bestand.ort(record),
        f"Bei „{record.id}“ steht nicht, wer dahintersteht.",
        remedy,
        path=record.id,
    )


def _unclear(
    bestand: Bestand, record: Bestandssatz, veranstalter: tuple[Veranstaltung, ...]
) -> Iterator[Befund]:
    for number, entry in enumerate(veranstalter):
        if (entry.organisation is None) == (entry.name is None):
            which = "weder organisation noch name" if entry.name is None else "beides"
            yield VERANSTALTER_UNKLAR.befund(
                bestand.ort(record, "veranstalter", number),
                f"Ein Veranstalter von „{record.id}“ nennt {which}.",
                "Entweder organisation (Kennung) oder name eintragen",
                path=f"{record.id}.veranstalter.{number}",
            )


@per_record(Termin)
def event_status(termin: Termin, bestand: Bestand) -> Iterable[Befund]:
    """Find an event whose status does not fit its day."""
    yield from _status(bestand, termin, termin.status, termin.datum, termin.letzter_tag)
    if termin.status is Terminstatus.VERSCHOBEN and termin.verschoben_von is None:
        yield _uncounted(bestand, termin, "verschoben_von", "steht nicht, von welchem Tag")


@per_record(Fortbildung)
def training_status(fortbildung: Fortbildung, bestand: Bestand) -> Iterable[Befund]:
    """Find a training whose status does not fit its days."""
    yield from _status(
        bestand, fortbildung, fortbildung.status, fortbildung.datum, fortbildung.letzter_tag
    )


def _status(
    bestand: Bestand,
    record: Termin | Fortbildung,
    status: Terminstatus,
    begins: date | None,
    last: date | None,
) -> Iterator[Befund]:
    where = bestand.ort(record, "status")
    if status is Terminstatus.BESTAETIGT and begins is None:
        yield OHNE_TAG.befund(
            where,
            f"„{record.id}“ soll stattfinden, hat aber keinen Tag.",
            path=f"{record.id}.status",
        )
    if status is Terminstatus.GEPLANT and last is not None and last < bestand.stichtag:
        yield GEPLANT_VORBEI.befund(
            where,
            f"„{record.id}“ ist noch „geplant“, der Tag ({date_text(last)}) ist vorbei.",
            "status: bestaetigt, wenn er stattfand; sonst status: abgesagt",
            path=f"{record.id}.status",
        )
    changed = status in (Terminstatus.ABGESAGT, Terminstatus.VERSCHOBEN)
    if changed and not record.aenderung_nr:
        yield _uncounted(bestand, record, "aenderung_nr", "fehlt die Nummer der Änderung")
    elif changed and record.geaendert_am is None:
        yield _uncounted(bestand, record, "geaendert_am", "fehlt der Tag der Änderung")


def _uncounted(bestand: Bestand, record: Termin | Fortbildung, field: str, missing: str) -> Befund:
    day = bestand.stichtag.isoformat()
    number = max(record.aenderung_nr, 1)
    remedy = f'aenderung_nr: {number} und geaendert_am: "{day}"'
    return AENDERUNG_FEHLT.befund(
        bestand.ort(record, "status"),
        f"„{record.id}“ ist {record.status.label}, aber es {missing}.",
        'verschoben_von: "…"' if field == "verschoben_von" else remedy,
        path=f"{record.id}.{field}",
    )


@per_record(Termin)
def weekdays_of_event(termin: Termin, bestand: Bestand) -> Iterable[Befund]:
    """Find a weekday in an event's text that contradicts the calendar."""
    return _weekdays(termin, bestand)


@per_record(Fortbildung)
def weekdays_of_training(fortbildung: Fortbildung, bestand: Bestand) -> Iterable[Befund]:
    """Find a weekday in a training's text that contradicts the calendar."""
    return _weekdays(fortbildung, bestand)


@per_record(Meldung)
def weekdays_of_news(meldung: Meldung, bestand: Bestand) -> Iterable[Befund]:
    """Find a weekday in a piece of news that contradicts the calendar."""
    return _weekdays(meldung, bestand)


def _weekdays(record: Bestandssatz, bestand: Bestand) -> Iterator[Befund]:
    for field in _TEXTS:
        text = getattr(record, field, None) or ""
        for named, day, month, year in _WRITTEN.findall(text):
            try:
                real = date(int(year), MONTHS.index(month) + 1, int(day))
            except ValueError:
                continue
            if weekday(real) != named:
                yield WOCHENTAG.befund(
                    bestand.ort(record, field),
                    f"Der {date_text(real)} ist ein {weekday(real)}, im Text steht {named}.",
                    f"„{weekday(real)}“ schreiben oder das Datum berichtigen",
                    path=f"{record.id}.{field}",
                )
