"""The Atom feed (RFC 4287): news, and events or trainings that were moved or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from macros.exports.catalog import ORDNER
from macros.exports.csv_files import VORFUEHRUNG
from macros.exports.templating import ENVIRONMENT
from macros.model.agenda import news, weekday
from macros.model.bestand import einmal
from macros.model.german import date_text
from macros.model.records import Fortbildung, Termin
from macros.model.records.region import Regionsstatus
from macros.model.records.termin import Terminstatus
from macros.model.times import at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from macros.model.bestand import Bestand

FEED: Final = f"{ORDNER}/meldungen.atom"
SEITE: Final = "service/meldungen/"
_ZONE: Final = ZoneInfo("Europe/Berlin")
_MORNING: Final = "00:00"
# A feed must have a day; this one stands where nothing has happened yet.
_NEVER: Final = "2000-01-01T00:00:00+01:00"
_CHANGED: Final = (Terminstatus.VERSCHOBEN, Terminstatus.ABGESAGT)


@dataclass(frozen=True)
class Eintrag:
    """An entry of the feed.

    Attributes:
        kennung: permanent id, a tag URI.
        titel: the heading.
        text: what it says, plain text.
        adresse: where the site shows it.
        art: what kind of entry it is.
        veroeffentlicht: when it appeared, RFC 3339.
        geaendert: when it was last changed, RFC 3339.
    """

    kennung: str
    titel: str
    text: str
    adresse: str
    art: str
    veroeffentlicht: str
    geaendert: str


@einmal
def feed(bestand: Bestand) -> Mapping[str, bytes]:
    """Return the feed, by its path below the site's root.

    Args:
        bestand: the checked records of a region.
    """
    region = bestand.region
    adresse = region.adresse.rstrip("/")
    found = sorted(_entries(bestand), key=lambda e: (e.geaendert, e.kennung), reverse=True)
    text = ENVIRONMENT.get_template("atom.xml.j2").render(
        kennung=f"{adresse}/{FEED}",
        titel=f"Schulsozialarbeit {region.im_satz}: Meldungen",
        untertitel=VORFUEHRUNG if region.status is Regionsstatus.VORFUEHRUNG else "",
        selbst=f"{adresse}/{FEED}",
        seite=f"{adresse}/{SEITE}",
        stand=max((e.geaendert for e in found), default=_NEVER),
        herausgeber=region.anbieter.name,
        eintraege=found,
    )
    return MappingProxyType({FEED: f"{text.strip()}\n".encode()})


def _entries(bestand: Bestand) -> Iterator[Eintrag]:
    adresse = bestand.region.adresse.rstrip("/")
    current, archive = news(bestand)
    for meldung in (*current, *archive):
        appeared = _moment(meldung.datum, meldung.uhrzeit or _MORNING)
        changed = _moment(meldung.geaendert_am) if meldung.geaendert_am else appeared
        yield Eintrag(
            kennung=_tag(bestand, meldung.datum, f"meldung/{meldung.id}"),
            titel=meldung.titel,
            text=meldung.text,
            adresse=f"{adresse}/{SEITE}#{meldung.id}",
            art="Meldung",
            veroeffentlicht=appeared,
            geaendert=max(appeared, changed),
        )
    records: list[tuple[Termin | Fortbildung, str, str]] = [
        *((t, "termine", "Termin") for t in bestand.alle(Termin)),
        *((f, "fortbildungen", "Fortbildung") for f in bestand.alle(Fortbildung)),
    ]
    for record, page, art in records:
        day = record.geaendert_am
        if record.status not in _CHANGED or day is None or day > bestand.stichtag:
            continue
        moment = _moment(day)
        yield Eintrag(
            kennung=_tag(bestand, day, f"{page}/{record.id}/{record.aenderung_nr}"),
            titel=f"{record.status.label.capitalize()}: {record.titel}",
            text=_what_changed(record),
            adresse=f"{adresse}/service/{page}/#{record.id}",
            art=art,
            veroeffentlicht=moment,
            geaendert=moment,
        )


def _what_changed(record: Termin | Fortbildung) -> str:
    was = record.verschoben_von if isinstance(record, Termin) else None
    now = f"{weekday(record.datum)}, {date_text(record.datum)}" if record.datum else ""
    if record.status is Terminstatus.ABGESAGT:
        said = f"Der Termin am {now} fällt aus." if now else "Der Termin fällt aus."
    else:
        old = f" statt {weekday(was)}, {date_text(was)}" if was else ""
        said = f"Neuer Tag: {now}{old}." if now else f"Ein neuer Tag steht noch nicht fest{old}."
    return f"{said} {record.hinweis}" if record.hinweis else said


def _moment(day: date, time: str = _MORNING) -> str:
    return at(day, time).replace(tzinfo=_ZONE).isoformat()


def _tag(bestand: Bestand, day: date, name: str) -> str:
    """Return a tag URI (RFC 4151), which stays the same wherever the site moves its pages."""
    return f"tag:{urlsplit(bestand.region.adresse).hostname},{day.isoformat()}:{name}"
