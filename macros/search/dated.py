"""Entries of the search for what the pages of bodies, dates, decisions and projects show today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.agenda import calendar, news, trainings, weekday
from macros.model.decisions import papers, status_of
from macros.model.german import date_text
from macros.model.grants import grants
from macros.model.records import Gremium, Umfrage, Vorhaben
from macros.search.eintrag import Eintrag, joined
from macros.search.kinds import Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records import Fortbildung, Termin


def dated_entries(bestand: Bestand) -> Iterator[Eintrag]:
    """Yield an entry for each body, each event and training to come, and each current news.

    Args:
        bestand: the region's data.
    """
    for gremium in bestand.alle(Gremium):
        groups = (m.gruppe for m in gremium.mitglieder)
        text = joined(gremium.art.label, gremium.aufgabe, *groups)
        yield Eintrag("service/gremien.md", gremium.id, gremium.name, text, Treffer.GREMIUM)
    found = calendar(bestand)
    for termin in (*found.naechste, *found.ohne_datum):
        yield _event(termin)
    for fortbildung in trainings(bestand)[0]:
        yield _training(fortbildung)
    for meldung in news(bestand)[0]:
        text = joined(date_text(meldung.datum), meldung.text)
        yield Eintrag("service/meldungen.md", meldung.id, meldung.titel, text, Treffer.MELDUNG)
    yield from _decisions_and_work(bestand)


def _decisions_and_work(bestand: Bestand) -> Iterator[Eintrag]:
    for vorlage in papers(bestand):
        text = joined(vorlage.nummer, status_of(vorlage).label, vorlage.inhalt)
        yield Eintrag(
            "service/beschluesse.md", vorlage.id, vorlage.betreff, text, Treffer.BESCHLUSS
        )
    for geld in grants(bestand):
        text = joined(geld.von, *geld.zwecke, geld.nachfolge)
        yield Eintrag("service/foerderung.md", geld.id, geld.titel, text, Treffer.FOERDERUNG)
    for vorhaben in bestand.alle(Vorhaben):
        problems = (p.text for p in vorhaben.probleme)
        text = joined(vorhaben.text, *problems, *(m.titel for m in vorhaben.massnahmen))
        yield Eintrag("service/vorhaben.md", vorhaben.id, vorhaben.titel, text, Treffer.VORHABEN)
    for umfrage in bestand.alle(Umfrage):
        text = joined(umfrage.zweck, umfrage.zielgruppe, umfrage.ergebnis)
        yield Eintrag("service/umfragen.md", umfrage.id, umfrage.titel, text, Treffer.UMFRAGE)


def _event(t: Termin) -> Eintrag:
    body = t.im_gremium
    text = joined(
        _day(t.datum, t.zeitraum),
        t.status.label,
        t.ort,
        body.ziel.name if body else "",
        t.reihe.ziel.titel if t.reihe else "",
        t.motto,
        *(thema.ziel.name for thema in t.themen),
    )
    return Eintrag("service/termine.md", t.id, t.titel, text, Treffer.TERMIN)


def _training(f: Fortbildung) -> Eintrag:
    text = joined(
        _day(f.datum, f.zeitraum),
        f.status.label,
        f.ort,
        f.von,
        *(thema.ziel.name for thema in f.themen),
        *f.zielgruppen,
    )
    return Eintrag("service/fortbildungen.md", f.id, f.titel, text, Treffer.FORTBILDUNG)


def _day(day: date | None, season: str | None) -> str:
    return f"{weekday(day)}, {date_text(day)}" if day else season or ""
