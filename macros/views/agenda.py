"""Macros for dates: what is next, what is planned, the series, and where to send a topic."""

from __future__ import annotations

from enum import unique
from typing import TYPE_CHECKING

from macros.exports.calendars import (
    FORTBILDUNGEN,
    TERMINE,
    calendar_files,
    file_of,
    has_entry,
)
from macros.exports.feed import FEED, feed
from macros.model.agenda import calendar, dates_in, open_calls
from macros.model.records import Gremium, Terminreihe
from macros.model.records.termin import Veranstalterrolle
from macros.model.values import Auswahl
from macros.views.filters import feld, filter_for
from macros.views.lookup import choice, optional_record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.model.records import Termin
    from macros.model.records.termin import Veranstaltung
    from macros.views.ansicht import Ansicht


@unique
class Terminliste(Auswahl):
    """Which of the three lists of events is wanted."""

    NAECHSTE = "naechste", "nächste"
    GEPLANT = "geplant", "ohne Tag"
    VERGANGEN = "vergangen", "vergangene"


def organisers(veranstalter: Sequence[Veranstaltung]) -> list[tuple[str, list[str]]]:
    """Return who stands behind an event, by role; a unit follows the body it belongs to.

    Args:
        veranstalter: as the record names them.
    """
    found: list[tuple[str, list[str]]] = []
    for rolle in Veranstalterrolle:
        names = [_name(v) for v in veranstalter if v.rolle is rolle]
        if names:
            found.append((rolle.label, names))
    return found


def _name(veranstaltung: Veranstaltung) -> str:
    if veranstaltung.organisation is None:
        return veranstaltung.name or ""
    body = veranstaltung.organisation.ziel
    above = body.teil_von.ziel.name if body.teil_von else ""
    return f"{body.name} ({above})" if above else body.name


@makro(inline=False, beispiel='termine("naechste")', seite="service/termine/", live=True)
def termine(ansicht: Ansicht, welche: str = "naechste", gremium: str = "") -> Fragment:
    """Zeigt Termine mit Wochentag, Ort, Anmeldung und einer Datei für den Kalender.

    Abgesagte und verschobene Termine bleiben stehen und sagen es.

    Args:
        ansicht: die Seite.
        welche: Welche Termine: naechste, geplant (noch ohne Tag) oder vergangen.
        gremium: Kennung des Gremiums aus gremien.yml. Ohne Angabe erscheinen die Termine aller.
    """
    wanted = choice(Terminliste, welche) or Terminliste.NAECHSTE
    body = optional_record(ansicht, Gremium, gremium)
    found = calendar(ansicht.bestand)
    rows = {
        Terminliste.NAECHSTE: found.naechste,
        Terminliste.GEPLANT: found.ohne_datum,
        Terminliste.VERGANGEN: found.vergangene,
    }[wanted]
    shown = [t for t in rows if body is None or _belongs(t, body)]
    anker = ansicht.frei(t.id for t in shown) if body is None else frozenset()
    form_above = filter_for(
        ansicht.nach(anker),
        len(shown),
        f"termine-{wanted.value}",
        "Termine",
        feld("art", "Art", (t.art.label for t in shown)),
        feld("gremium", "Gremium oder Reihe", (name for t in shown for name in groups(t))),
    )
    return block(
        "termine",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        termine=shown,
        welche=wanted.value,
        gremium=body,
        filter=form_above,
        gruppen=groups,
        veranstalter=organisers,
        kalenderdatei=lambda t: file_of(t) if has_entry(t) else "",
    )


def _belongs(termin: Termin, gremium: Gremium) -> bool:
    return termin.im_gremium is not None and termin.im_gremium.id == gremium.id


def groups(termin: Termin) -> list[str]:
    """Return the names of the body and the series an event belongs to."""
    verweis = termin.im_gremium
    names = [verweis.ziel.name] if verweis else []
    return [*names, termin.reihe.ziel.titel] if termin.reihe else names


@makro(inline=False, beispiel="terminreihen()", live=True)
def terminreihen(ansicht: Ansicht) -> Fragment:
    """Zeigt alle Reihen mit ihren Terminen, Veranstaltern und der Kalenderdatei.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    rows = [
        (reihe, sorted(dates_in(bestand, reihe), key=lambda t: (t.datum is None, str(t.datum))))
        for reihe in bestand.alle(Terminreihe)
    ]
    return block(
        "terminreihen",
        ansicht=ansicht,
        reihen=rows,
        veranstalter=organisers,
        datei=file_of,
        groessen={path: len(data) for path, data in calendar_files(bestand).items()},
    )


@makro(inline=False, beispiel="themenaufrufe()", live=True)
def themenaufrufe(ansicht: Ansicht) -> Fragment:
    """Zeigt, zu welchen Terminen noch Themen gesucht werden, mit vorbereiteter E-Mail.

    Args:
        ansicht: die Seite.
    """
    return block(
        "themenaufrufe",
        ansicht=ansicht,
        termine=open_calls(ansicht.bestand),
        koordination=ansicht.bestand.region.koordinierungsstelle.ziel,
    )


@makro(inline=False, beispiel="kalender()", live=True)
def kalender(ansicht: Ansicht) -> Fragment:
    """Zeigt die Adressen, unter denen man Termine, Fortbildungen und Meldungen abonniert.

    Args:
        ansicht: die Seite.
    """
    adresse = ansicht.bestand.region.adresse.rstrip("/")
    wege = [
        ("Alle Termine", TERMINE, "ics"),
        ("Alle Fortbildungen", FORTBILDUNGEN, "ics"),
        ("Meldungen, Absagen und Verschiebungen", FEED, "Atom"),
    ]
    files = {**calendar_files(ansicht.bestand), **feed(ansicht.bestand)}
    return block(
        "kalender",
        ansicht=ansicht,
        wege=wege,
        adresse=adresse,
        groessen={path: len(data) for path, data in files.items()},
    )
