"""What follows from agreements on a day: their status, what expires, which clauses are missing."""

from __future__ import annotations

from datetime import timedelta
from enum import unique
from typing import TYPE_CHECKING, Final

from macros.model.records import Klausel, Vereinbarung
from macros.model.records.katalog import Verbindlichkeit
from macros.model.records.vereinbarung import Laufzeitende
from macros.model.values import Auswahl

if TYPE_CHECKING:
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records.vereinbarung import Klauselnachweis

VORWARNUNG: Final = timedelta(days=180)
"""So long before its end an agreement „läuft aus“: half a year, as notice is often given then."""


@unique
class Vereinbarungsstatus(Auswahl):
    """How an agreement stands on a day; the labels are what readers see."""

    IN_KRAFT = "in-kraft", "in Kraft"
    LAEUFT_AUS = "laeuft-aus", "läuft aus"
    NICHT_BEKANNT = "nicht-bekannt", "Laufzeit nicht bekannt"
    BEGINNT = "beginnt", "noch nicht in Kraft"
    ENTWURF = "entwurf", "Entwurf"
    AUSGELAUFEN = "ausgelaufen", "ausgelaufen"


BESTEHT: Final = frozenset(
    {
        Vereinbarungsstatus.IN_KRAFT,
        Vereinbarungsstatus.LAEUFT_AUS,
        Vereinbarungsstatus.NICHT_BEKANNT,
    }
)
"""In these states the parties are bound, or nothing says that they are not."""


@unique
class Klauselstand(Auswahl):
    """Whether an agreement has a clause."""

    ENTHALTEN = "enthalten", "enthalten"
    FEHLT = "fehlt", "fehlt"
    MOEGLICH = "moeglich", "nicht enthalten"
    NICHT_BEKANNT = "nicht-bekannt", "nicht bekannt"
    GEHOERT_NICHT = "gehoert-nicht", "nicht vorgesehen"


def ende_von(vereinbarung: Vereinbarung) -> date | None:
    """Return the last day of an agreement, if one is known; notice comes before the term."""
    days = [d for d in (vereinbarung.gekuendigt_zum, vereinbarung.gueltig_bis) if d is not None]
    return min(days, default=None)


def status_von(vereinbarung: Vereinbarung, stichtag: date) -> Vereinbarungsstatus:
    """Return how an agreement stands on a day."""
    end = ende_von(vereinbarung)
    if end is not None and end < stichtag:
        return Vereinbarungsstatus.AUSGELAUFEN
    if not vereinbarung.unterzeichnet:
        return Vereinbarungsstatus.ENTWURF
    if vereinbarung.gueltig_ab is not None and vereinbarung.gueltig_ab > stichtag:
        return Vereinbarungsstatus.BEGINNT
    if end is not None:
        soon = end - stichtag <= VORWARNUNG
        return Vereinbarungsstatus.LAEUFT_AUS if soon else Vereinbarungsstatus.IN_KRAFT
    if vereinbarung.ende is Laufzeitende.UNBEFRISTET:
        return Vereinbarungsstatus.IN_KRAFT
    return Vereinbarungsstatus.NICHT_BEKANNT


def auslaufende_vereinbarungen(bestand: Bestand) -> list[Vereinbarung]:
    """Return the agreements that end within :data:`VORWARNUNG`, the next one first."""
    ending = [
        (end, v)
        for v in bestand.alle(Vereinbarung)
        if (end := ende_von(v)) is not None
        and status_von(v, bestand.stichtag) is Vereinbarungsstatus.LAEUFT_AUS
    ]
    return [v for _, v in sorted(ending, key=lambda pair: (pair[0], pair[1].id))]


def zu_ueberpruefende_vereinbarungen(bestand: Bestand) -> list[Vereinbarung]:
    """Return the agreements in force whose review was due before the Stichtag."""
    due = [
        (v.naechste_pruefung, v)
        for v in bestand.alle(Vereinbarung)
        if v.naechste_pruefung is not None
        and v.naechste_pruefung < bestand.stichtag
        and status_von(v, bestand.stichtag) in BESTEHT
    ]
    return [v for _, v in sorted(due, key=lambda pair: (pair[0], pair[1].id))]


def nachweis_von(vereinbarung: Vereinbarung, klausel: Klausel) -> Klauselnachweis | None:
    """Return where an agreement has a clause, or None."""
    return next((n for n in vereinbarung.klauseln if n.klausel.id == klausel.id), None)


def klauselstand(vereinbarung: Vereinbarung, klausel: Klausel) -> Klauselstand:
    """Return whether an agreement has a clause, and whether one should miss it."""
    if nachweis_von(vereinbarung, klausel) is not None:
        return Klauselstand.ENTHALTEN
    if vereinbarung.typ not in klausel.typen:
        return Klauselstand.GEHOERT_NICHT
    if not vereinbarung.wortlaut_bekannt:
        return Klauselstand.NICHT_BEKANNT
    optional = klausel.verbindlichkeit is Verbindlichkeit.KANN
    return Klauselstand.MOEGLICH if optional else Klauselstand.FEHLT


def fehlende_klauseln(bestand: Bestand, vereinbarung: Vereinbarung) -> list[Klausel]:
    """Return the clauses that an agreement must or shall have and does not, in their order."""
    return [
        klausel
        for klausel in klauseln_in_ordnung(bestand)
        if klauselstand(vereinbarung, klausel) is Klauselstand.FEHLT
    ]


def klauseln_in_ordnung(bestand: Bestand) -> list[Klausel]:
    """Return the clauses as they follow each other in an agreement."""
    return sorted(bestand.alle(Klausel), key=lambda klausel: (klausel.nummer, klausel.id))
