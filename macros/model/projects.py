"""What follows from projects on a day: late milestones, and which measures answer a problem."""

from __future__ import annotations

from enum import unique
from typing import TYPE_CHECKING

from macros.model.values import Auswahl

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from macros.model.records import Vorhaben
    from macros.model.records.vorhaben import Massnahme, Meilenstein, Problem, Ziel


@unique
class Meilensteinlage(Auswahl):
    """How a milestone stands against its plan."""

    WIE_GEPLANT = "wie-geplant", "wie geplant erreicht"
    SPAETER = "spaeter", "später erreicht als geplant"
    FRUEHER = "frueher", "früher erreicht als geplant"
    ERREICHT = "erreicht", "erreicht"
    KOMMT = "kommt", "steht an"
    VERSCHOBEN = "verschoben", "verschoben"
    UEBERFAELLIG = "ueberfaellig", "überfällig"
    OFFEN = "offen", "Stand nicht bekannt"


def lage_of(stein: Meilenstein, stichtag: date) -> Meilensteinlage:
    """Return how a milestone stands; a plan for a year is kept until its last day."""
    planned, actual = stein.geplant, stein.tatsaechlich
    if actual is not None:
        if planned is None:
            return Meilensteinlage.ERREICHT
        if actual.erster_tag > planned.letzter_tag:
            return Meilensteinlage.SPAETER
        early = actual.letzter_tag < planned.erster_tag
        return Meilensteinlage.FRUEHER if early else Meilensteinlage.WIE_GEPLANT
    valid = stein.neu_geplant or planned
    if valid is None or stein.ausgang_unbekannt is not None:
        return Meilensteinlage.OFFEN
    if valid.letzter_tag < stichtag:
        return Meilensteinlage.UEBERFAELLIG
    return Meilensteinlage.VERSCHOBEN if stein.neu_geplant else Meilensteinlage.KOMMT


def in_order(steine: Iterable[Meilenstein]) -> tuple[Meilenstein, ...]:
    """Return milestones by the time that now holds; those without one come last."""

    def when(stein: Meilenstein) -> tuple[bool, str]:
        valid = stein.tatsaechlich or stein.neu_geplant or stein.geplant
        return (valid is None, str(valid.erster_tag) if valid else "")

    return tuple(sorted(steine, key=when))


def answers(vorhaben: Vorhaben, problem: Problem) -> tuple[Massnahme, ...]:
    """Return the measures that answer a problem, themselves or by an aim they serve."""
    aims = {ziel.id for ziel in vorhaben.ziele if problem.id in ziel.probleme}
    return tuple(m for m in vorhaben.massnahmen if problem.id in m.probleme or aims & set(m.ziele))


def serves(vorhaben: Vorhaben, ziel: Ziel) -> tuple[Massnahme, ...]:
    """Return the measures that serve an aim."""
    return tuple(m for m in vorhaben.massnahmen if ziel.id in m.ziele)
