"""Calendar files (RFC 5545): one per event, series and training, and all in one to subscribe to.

An event keeps its UID for life, and each change counts its SEQUENCE up; so a calendar on a phone
moves or strikes the entry it has instead of showing a second one. Nothing here depends on the day
of the build.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from macros.exports.catalog import ORDNER
from macros.exports.csv_files import VORFUEHRUNG
from macros.model.agenda import cost_text, dates_in, weekday
from macros.model.bestand import einmal
from macros.model.german import date_text
from macros.model.records import Fortbildung, Termin, Terminreihe
from macros.model.records.region import Regionsstatus
from macros.model.records.termin import Terminstatus
from macros.model.times import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.model.bestand import Bestand

TERMINE: Final = f"{ORDNER}/termine.ics"
FORTBILDUNGEN: Final = f"{ORDNER}/fortbildungen.ics"
_ZONE: Final = ZoneInfo("Europe/Berlin")
_STATUS: Final = {
    Terminstatus.GEPLANT: "TENTATIVE",
    Terminstatus.BESTAETIGT: "CONFIRMED",
    Terminstatus.VERSCHOBEN: "CONFIRMED",
    Terminstatus.ABGESAGT: "CANCELLED",
}
# The day of an entry whose record says neither when it was verified nor when it was changed.
_UNDATED: Final = date(2000, 1, 1)


@dataclass(frozen=True)
class Eintrag:
    """An entry of a calendar.

    Attributes:
        kennung: what makes its UID unique, such as ``fachtag-2026``.
        titel: the heading.
        tag: first day.
        bis: last day.
        beginn: time of day, may be empty: then it is for the whole day.
        ende: time of day, may be empty.
        status: ``CONFIRMED``, ``TENTATIVE`` or ``CANCELLED``.
        ort: where it is, may be empty.
        text: what else there is to know, in lines.
        arten: what kind of entry it is.
        seite: where the site shows it, below its root.
        nummer: how often it has been changed.
        geaendert: day of the last change.
        stand: day of which the record is.
    """

    kennung: str
    titel: str
    tag: date
    bis: date
    beginn: str
    ende: str
    status: str
    ort: str
    text: str
    arten: tuple[str, ...]
    seite: str
    nummer: int
    geaendert: date | None
    stand: date

    def event(self, adresse: str) -> Event:
        """Return the entry as a component.

        Args:
            adresse: address of the site without a slash at its end.
        """
        event = Event()
        event.add("uid", f"{self.kennung}@{urlsplit(adresse).hostname}")
        event.add("dtstamp", _midnight(self.geaendert or self.stand))
        event.add("sequence", self.nummer)
        if self.geaendert is not None:
            event.add("last-modified", _midnight(self.geaendert))
        # Of several days without an end nobody knows when the last one ends: they are whole days.
        if self.beginn and (self.ende or self.bis == self.tag):
            event.add("dtstart", at(self.tag, self.beginn).replace(tzinfo=_ZONE))
            if self.ende:
                event.add("dtend", at(self.bis, self.ende).replace(tzinfo=_ZONE))
        else:
            event.add("dtstart", self.tag)
            event.add("dtend", self.bis + timedelta(days=1))
        event.add("summary", self.titel)
        event.add("status", self.status)
        event.add("transp", "TRANSPARENT" if self.status == "CANCELLED" else "OPAQUE")
        if self.ort:
            event.add("location", self.ort)
        if self.text:
            event.add("description", self.text)
        event.add("categories", self.arten)
        event.add("url", f"{adresse}/{self.seite}")
        return event


@einmal
def calendar_files(bestand: Bestand) -> Mapping[str, bytes]:
    """Return every calendar file.

    Args:
        bestand: the checked records of a region.

    Returns:
        Content by path below the site's root, such as ``service/daten/termine/fachtag-2026.ics``.
    """
    region = bestand.region
    termine = [(t, e) for t in bestand.alle(Termin) if (e := event_of(bestand, t))]
    trainings = [(f, list(training_days(bestand, f))) for f in bestand.alle(Fortbildung)]
    name = f"Schulsozialarbeit {region.im_satz}"
    files = {
        TERMINE: _calendar(bestand, name, (e for _, e in termine)),
        FORTBILDUNGEN: _calendar(
            bestand, f"Fortbildungen: {name}", (e for _, days in trainings for e in days)
        ),
    }
    files |= {file_of(t): _calendar(bestand, t.titel, [e]) for t, e in termine}
    files |= {file_of(f): _calendar(bestand, f.titel, days) for f, days in trainings if days}
    for reihe in bestand.alle(Terminreihe):
        own = {t.id for t in dates_in(bestand, reihe)}
        files[file_of(reihe)] = _calendar(
            bestand, reihe.titel, (e for t, e in termine if t.id in own)
        )
    return MappingProxyType(files)


def calendar_paths(bestand: Bestand) -> set[str]:
    """Return the paths of :func:`calendar_files` without making the files."""
    records: list[Termin | Terminreihe | Fortbildung] = [
        *(t for t in bestand.alle(Termin) if has_entry(t)),
        *bestand.alle(Terminreihe),
        *(f for f in bestand.alle(Fortbildung) if f.tage),
    ]
    return {TERMINE, FORTBILDUNGEN, *map(file_of, records)}


def file_of(record: Termin | Terminreihe | Fortbildung) -> str:
    """Return where the calendar file of an event, a series or a training stands in the site."""
    if isinstance(record, Fortbildung):
        return f"{ORDNER}/fortbildungen/{record.id}.ics"
    folder = "termine/reihe" if isinstance(record, Terminreihe) else "termine"
    return f"{ORDNER}/{folder}/{record.id}.ics"


def has_entry(termin: Termin) -> bool:
    """Tell whether an event stands in the calendar: it has a day, or had one that it lost."""
    return (termin.datum or termin.verschoben_von) is not None


def event_of(bestand: Bestand, termin: Termin) -> Eintrag | None:
    """Return the entry of an event; None without a day.

    An event that was put off to a day nobody knows yet is struck from its old day.
    """
    day = termin.datum or termin.verschoben_von
    if day is None:
        return None
    lost = termin.datum is None
    cancelled = lost or termin.status is Terminstatus.ABGESAGT
    word = "Verschoben: " if lost else _word(termin.status)
    gremium = termin.im_gremium
    lines = [
        termin.hinweis,
        f"Motto: {termin.motto}" if termin.motto else "",
        termin.beschreibung,
        f"Verschoben vom {date_text(termin.verschoben_von)}" if termin.verschoben_von else "",
        f"Für: {', '.join(termin.alle_zielgruppen)}" if termin.alle_zielgruppen else "",
        _deadline("Anmeldung", termin.anmeldung.bis if termin.anmeldung else None),
        _deadline("Themenvorschläge", termin.themenaufruf.bis if termin.themenaufruf else None),
    ]
    return Eintrag(
        kennung=termin.id,
        titel=f"{word}{termin.titel}",
        tag=day,
        bis=termin.bis_datum or day,
        beginn=termin.beginn or "",
        ende=termin.ende or "",
        status="CANCELLED" if cancelled else _STATUS[termin.status],
        ort=termin.ort or "",
        text=_text(bestand, lines),
        arten=(termin.art.label, *((gremium.ziel.name,) if gremium else ())),
        seite=f"service/termine/#{termin.id}",
        nummer=termin.aenderung_nr,
        geaendert=termin.geaendert_am,
        stand=termin.geprueft_am or _UNDATED,
    )


def training_days(bestand: Bestand, fortbildung: Fortbildung) -> Iterator[Eintrag]:
    """Yield an entry for each day of a training."""
    many = len(fortbildung.tage) > 1
    lines = [
        fortbildung.hinweis,
        fortbildung.beschreibung,
        f"Angebot von: {fortbildung.von}" if fortbildung.von else "",
        f"Kosten: {cost_text(fortbildung)}",
        _deadline("Anmeldung", fortbildung.anmeldung.bis if fortbildung.anmeldung else None),
    ]
    for number, tag in enumerate(fortbildung.tage, 1):
        part = f" ({number} von {len(fortbildung.tage)})" if many else ""
        yield Eintrag(
            kennung=f"fortbildung-{fortbildung.id}-{number}",
            titel=f"{_word(fortbildung.status)}{fortbildung.titel}{part}",
            tag=tag.datum,
            bis=tag.datum,
            beginn=tag.beginn or "",
            ende=tag.ende or "",
            status=_STATUS[fortbildung.status],
            ort=fortbildung.ort or "",
            text=_text(bestand, lines),
            arten=(fortbildung.art.label,),
            seite=f"service/fortbildungen/#{fortbildung.id}",
            nummer=fortbildung.aenderung_nr,
            geaendert=fortbildung.geaendert_am,
            stand=fortbildung.geprueft_am or _UNDATED,
        )


def _word(status: Terminstatus) -> str:
    """Return what stands before the title, for calendars that do not show the status."""
    words = {Terminstatus.ABGESAGT: "Abgesagt: ", Terminstatus.GEPLANT: "Geplant: "}
    return words.get(status, "")


def _deadline(what: str, until: date | None) -> str:
    return f"{what} bis {weekday(until)}, {date_text(until)}" if until else ""


def _text(bestand: Bestand, lines: Iterable[str | None]) -> str:
    demonstration = bestand.region.status is Regionsstatus.VORFUEHRUNG
    return "\n".join(line for line in (*lines, VORFUEHRUNG if demonstration else "") if line)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)


def _calendar(bestand: Bestand, name: str, entries: Iterable[Eintrag]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Rahmenkonzept Schulsozialarbeit//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", _ZONE.key)
    # Readers without a wish of their own look again once a day.
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    calendar.add_component(_time_zone())
    adresse = bestand.region.adresse.rstrip("/")
    for entry in entries:
        calendar.add_component(entry.event(adresse))
    return bytes(calendar.to_ical())


def _time_zone() -> Timezone:
    """Return Central European Time with the rule that holds since 1996, as RFC 5545 writes it."""
    zone = Timezone()
    zone.add("tzid", _ZONE.key)
    summer, winter = timedelta(hours=2), timedelta(hours=1)
    for part, name, start, month, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1981, 3, 29, 2), 3, winter, summer),
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, summer, winter),
    ):
        part.add("tzname", name)
        part.add("dtstart", start)
        part.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"}))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
