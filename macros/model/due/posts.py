"""Posts to fill or to ask about, terms that end, and schools without a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.due.entry import Faelliges, coordination, label, office_of
from macros.model.german import count_text, date_text
from macros.model.records import Schule, Stelle
from macros.model.records.stelle import Stellenstatus
from macros.model.rules.posts import EXPIRY_WINDOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand


def vacant(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield vacant posts."""
    for stelle in bestand.alle(Stelle):
        if stelle.status is not Stellenstatus.UNBESETZT:
            continue
        since = stelle.unbesetzt_seit
        day = f"seit {date_text(since)}" if since else "ohne Datum"
        stand_in = stelle.vertretung.ziel.funktion if stelle.vertretung else "keine genannt"
        yield Faelliges(
            stelle.id,
            label(stelle),
            office_of(bestand, stelle),
            f"unbesetzt {day}; Vertretung: {stand_in}",
            "Nach der Besetzung fragen; ist sie erfolgt, status: besetzt eintragen",
            seit=since,
        )


def unknown(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield posts of which nobody has said whether they are filled."""
    for stelle in bestand.alle(Stelle):
        if stelle.status is Stellenstatus.NICHT_BEKANNT:
            yield Faelliges(
                stelle.id,
                label(stelle),
                office_of(bestand, stelle),
                "Besetzung nicht bekannt",
                "Nachfragen, dann status: besetzt oder unbesetzt eintragen",
            )


def term_ends(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield posts whose term has ended or ends within half a year."""
    for stelle in bestand.alle(Stelle):
        end = stelle.befristet_bis
        if end is None or end > bestand.stichtag + EXPIRY_WINDOW:
            continue
        past = end < bestand.stichtag
        yield Faelliges(
            stelle.id,
            label(stelle),
            office_of(bestand, stelle),
            f"Befristung {'ist ausgelaufen' if past else 'endet'} am {date_text(end)}",
            "Verlängerung klären, dann befristet_bis erneuern oder die Stelle löschen",
            bis=end,
        )


def schools_without(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield schools without a post; a region that has no posts on record yet is told once."""
    schools = bestand.alle(Schule)
    remedy = "Nach Stellen fragen und sie in stellen.yml eintragen"
    if schools and not bestand.alle(Stelle):
        yield Faelliges(
            bestand.region.id,
            f"Region „{bestand.region.name}“",
            coordination(bestand),
            "noch keine einzige Stelle eingetragen, "
            + count_text(len(schools), "Schule", "Schulen"),
            remedy,
        )
        return
    for school in schools:
        if not bestand.stellen_an(school):
            yield Faelliges(
                school.id,
                f"{label(school)}, {school.gemeinde.ziel.name}",
                coordination(bestand),
                "keine Stelle gemeldet",
                remedy,
            )
