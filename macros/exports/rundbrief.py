"""The text of a Rundbrief from the data: news, next dates, trainings, calls for topics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from macros.exports.csv_files import VORFUEHRUNG
from macros.model.agenda import calendar, cost_text, news, open_calls, trainings, weekday
from macros.model.attendance import may_attend
from macros.model.german import date_text
from macros.model.records.region import Regionsstatus
from macros.model.records.termin import Terminstatus
from macros.model.times import time_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records import Fortbildung, Meldung, Termin

_RECENT_DAYS: Final = 60
# What is further away stands in the next Rundbrief.
_AHEAD_DAYS: Final = 183
_CHANGED: Final = (Terminstatus.VERSCHOBEN, Terminstatus.ABGESAGT)


class Form(StrEnum):
    """In which form the text is wanted."""

    TEXT = "text"
    MARKDOWN = "markdown"


@dataclass(frozen=True)
class Absatz:
    """A paragraph of the Rundbrief.

    Attributes:
        titel: its heading.
        zeilen: what it says, line by line.
        adresse: where there is more; may be empty.
    """

    titel: str
    zeilen: tuple[str, ...]
    adresse: str = ""


def newsletter(bestand: Bestand, since: date | None, form: Form) -> str:
    """Return the text of a Rundbrief, ready to be pasted into a mail.

    Args:
        bestand: the checked records of a region.
        since: news and changes from this day on; the last 60 days without it.
        form: plain text or Markdown.
    """
    region = bestand.region
    start = since or bestand.stichtag - timedelta(days=_RECENT_DAYS)
    office = region.koordinierungsstelle.ziel
    parts = [
        _heading(f"Rundbrief Schulsozialarbeit {region.im_satz}", form, 1),
        f"Stand: {date_text(bestand.stichtag)}. Neues seit {date_text(start)}.",
    ]
    if region.status is Regionsstatus.VORFUEHRUNG:
        parts.append(f"{VORFUEHRUNG}.")
    for title, rows, empty in _sections(bestand, start):
        parts.append(_heading(title, form, 2))
        parts.extend(_paragraph(row, form) for row in rows)
        if not rows:
            parts.append(empty)
    ways = (office.telefon and f"Telefon {office.telefon}", office.email)
    signed = [office.funktion, *(str(way) for way in ways if way), region.adresse]
    parts.append("\n".join(f"{line}  " if form is Form.MARKDOWN else line for line in signed))
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def _sections(bestand: Bestand, since: date) -> Iterator[tuple[str, list[Absatz], str]]:
    adresse = bestand.region.adresse.rstrip("/")
    found, (coming, _) = calendar(bestand), trainings(bestand)
    last = bestand.stichtag + timedelta(days=_AHEAD_DAYS)
    soon = [t for t in found.naechste if t.datum is not None and t.datum <= last]
    changed = [
        _event(adresse, t) for t in (*found.naechste, *found.ohne_datum) if _is_change(t, since)
    ]
    changed += [_training(bestand, adresse, f) for f in coming if _is_change(f, since)]
    yield (
        "Neues",
        [_news(adresse, m) for m in news(bestand)[0] if m.datum >= since],
        "Seitdem gibt es keine neue Meldung.",
    )
    if changed:
        yield "Verschoben oder abgesagt", changed, ""
    yield (
        "Die nächsten Termine",
        [_event(adresse, t) for t in soon if t.findet_statt and not _is_change(t, since)],
        "Zurzeit ist kein Termin eingetragen.",
    )
    yield (
        "Fortbildungen",
        [
            _training(bestand, adresse, f)
            for f in coming
            if f.findet_statt and not _is_change(f, since)
        ],
        "Zurzeit ist keine Fortbildung eingetragen.",
    )
    yield (
        "Themen gesucht",
        [_call(adresse, t) for t in open_calls(bestand)],
        "Zurzeit werden keine Themen gesucht.",
    )


def _is_change(record: Termin | Fortbildung, since: date) -> bool:
    day = record.geaendert_am
    return record.status in _CHANGED and day is not None and day >= since


def _news(adresse: str, m: Meldung) -> Absatz:
    lines = (f"{date_text(m.datum)}: {' '.join(m.text.split())}",)
    return Absatz(m.titel, lines, m.adresse or f"{adresse}/service/meldungen/#{m.id}")


def _event(adresse: str, t: Termin) -> Absatz:
    was = t.verschoben_von
    more = t.bis_datum if t.bis_datum != t.datum else None
    lines = (
        _when(t.datum, t.zeitraum, t.beginn, t.ende, more),
        f"{t.status.label.capitalize()}." if t.status is Terminstatus.ABGESAGT else "",
        f"Statt {weekday(was)}, {date_text(was)}." if was else "",
        t.hinweis or "",
        f"Ort: {t.ort}" if t.ort else "",
        f"Für: {', '.join(t.alle_zielgruppen)}" if t.alle_zielgruppen else "",
        _until("Anmeldung", t.anmeldung.bis if t.anmeldung else None),
    )
    return Absatz(t.titel, tuple(filter(None, lines)), f"{adresse}/service/termine/#{t.id}")


def _training(bestand: Bestand, adresse: str, f: Fortbildung) -> Absatz:
    days = [_when(day.datum, None, day.beginn, day.ende) for day in f.tage]
    lines = (
        f"{f.status.label.capitalize()}." if f.status in _CHANGED else "",
        f.hinweis or "",
        *(days or [_when(None, f.zeitraum, None, None)]),
        f"Ort: {f.ort}" if f.ort else "",
        f"Kosten: {cost_text(f)}",
        _until("Anmeldung", f.anmeldung.bis if f.anmeldung else None),
        f"Für: {', '.join(b.wer for b in may_attend(bestand, f))}",
    )
    return Absatz(f.titel, tuple(filter(None, lines)), f"{adresse}/service/fortbildungen/#{f.id}")


def _call(adresse: str, t: Termin) -> Absatz:
    call = t.themenaufruf
    text = " ".join(call.text.split()) if call else ""
    lines = (text, _until("Vorschläge", call.bis if call else None))
    return Absatz(t.titel, tuple(filter(None, lines)), f"{adresse}/service/termine/#themen-gesucht")


def _when(
    day: date | None,
    season: str | None,
    begins: str | None,
    ends: str | None,
    until: date | None = None,
) -> str:
    if day is None:
        return f"{season}, der Tag steht noch nicht fest" if season else "noch ohne Tag"
    hours = f", ab {time_text(begins)} Uhr" if begins else ""
    if begins and ends:
        hours = f", {time_text(begins)} bis {time_text(ends)} Uhr"
    more = f" bis {weekday(until)}, {date_text(until)}" if until else ""
    return f"{weekday(day)}, {date_text(day)}{more}{hours}"


def _until(what: str, day: date | None) -> str:
    return f"{what} bis {weekday(day)}, {date_text(day)}" if day else ""


def _heading(text: str, form: Form, level: int) -> str:
    if form is Form.MARKDOWN:
        return f"{'#' * level} {text}"
    return f"{text}\n{('=' if level == 1 else '-') * len(text)}"


def _paragraph(absatz: Absatz, form: Form) -> str:
    if form is Form.MARKDOWN:
        title = f"[{_escaped(absatz.titel)}]({absatz.adresse})"
        return "\n".join([f"**{title}**  ", *(f"{_escaped(line)}  " for line in absatz.zeilen)])
    return "\n".join(
        [absatz.titel, *(f"  {line}" for line in absatz.zeilen), f"  {absatz.adresse}"]
    )


def _escaped(text: str) -> str:
    """Return a text whose signs Markdown does not take for its own."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)
