"""Agreements and money that end, agreements to review, schools whose concept lags behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.agreements import (
    auslaufende_vereinbarungen,
    ende_von,
    zu_ueberpruefende_vereinbarungen,
)
from macros.model.concepts_due import konzepte_im_rueckstand
from macros.model.due.entry import Faelliges, coordination, label
from macros.model.german import count_text, date_text
from macros.model.grants import auslaufende_foerderungen
from macros.model.records import Konzept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand


def agreements_end(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield agreements that end soon."""
    for vereinbarung in auslaufende_vereinbarungen(bestand):
        end = ende_von(vereinbarung)
        yield Faelliges(
            vereinbarung.id,
            label(vereinbarung),
            coordination(bestand),
            f"läuft am {date_text(end)} aus" if end else "läuft aus",
            "Auswerten und verlängern, oder die Nachfolgerin eintragen",
            bis=end,
        )


def agreements_to_review(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield agreements whose review is overdue."""
    for vereinbarung in zu_ueberpruefende_vereinbarungen(bestand):
        yield Faelliges(
            vereinbarung.id,
            label(vereinbarung),
            coordination(bestand),
            f"Überprüfung war am {date_text(vereinbarung.naechste_pruefung)} fällig"
            if vereinbarung.naechste_pruefung
            else "Überprüfung ist fällig",
            "Gemeinsam überprüfen und naechste_pruefung neu setzen",
            seit=vereinbarung.naechste_pruefung,
        )


def money_ends(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield money that ends within a year."""
    for foerderung in auslaufende_foerderungen(bestand):
        yield Faelliges(
            foerderung.id,
            f"Förderung „{foerderung.titel}“",
            coordination(bestand),
            f"läuft am {date_text(foerderung.bis)} aus" if foerderung.bis else "läuft aus",
            "Die Anschlussfinanzierung klären und unter nachfolge eintragen",
            bis=foerderung.bis,
        )


def concepts_behind(bestand: Bestand) -> Iterator[Faelliges]:
    """Yield schools whose concept waits; a region that knows of no concept yet is told once."""
    behind = konzepte_im_rueckstand(bestand)
    if behind and not bestand.alle(Konzept):
        yield Faelliges(
            bestand.region.id,
            f"Region „{bestand.region.name}“",
            coordination(bestand),
            f"noch kein Konzept gemeldet, {count_text(len(behind), 'Schule', 'Schulen')}",
            "Bei den Schulen nachfragen und konzepte.yml anlegen",
        )
        return
    for lage in behind:
        yield Faelliges(
            lage.konzept.id if lage.konzept else lage.schule.id,
            f"Konzept von {label(lage.schule)}",
            coordination(bestand),
            f"Konzept {lage.lage.label}"
            + (f", fällig am {date_text(lage.faellig_am)}" if lage.faellig_am else ""),
            "Bei der Schule nachfragen und den Stand in konzepte.yml eintragen",
            seit=lage.faellig_am,
        )
