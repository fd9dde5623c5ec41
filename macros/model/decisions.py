"""What follows from papers and consultations on a day: order, state, who adopted which Fassung."""

from __future__ import annotations

from enum import unique
from typing import TYPE_CHECKING, Final

from macros.model.records import Beschlussvorlage, Beteiligung
from macros.model.records.beschluss import Beratungsergebnis, Beratungsrolle
from macros.model.values import Auswahl

if TYPE_CHECKING:
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records.beschluss import Beratung
    from macros.model.records.region import Fassung

ANGENOMMEN: Final = frozenset({Beratungsergebnis.BESCHLOSSEN, Beratungsergebnis.GEAENDERT})
VERSCHOBEN: Final = frozenset({Beratungsergebnis.VERTAGT, Beratungsergebnis.ABGESETZT})


@unique
class Vorlagenstatus(Auswahl):
    """How a paper stands; the labels are what readers see."""

    IM_VERFAHREN = "im-verfahren", "im Verfahren"
    VERTAGT = "vertagt", "vertagt"
    BESCHLOSSEN = "beschlossen", "beschlossen"
    KENNTNIS = "zur-kenntnis", "zur Kenntnis genommen"
    ABGELEHNT = "abgelehnt", "abgelehnt"
    BERATEN = "beraten", "beraten"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"


@unique
class Beteiligungsstand(Auswahl):
    """How a consultation stands on a day."""

    OFFEN = "offen", "läuft"
    KOMMT = "kommt", "beginnt noch"
    BEENDET = "beendet", "beendet"
    UNBEKANNT = "unbekannt", "Frist nicht bekannt"


def steps(vorlage: Beschlussvorlage) -> tuple[Beratung, ...]:
    """Return the Beratungsfolge by day; what has no day yet comes last.

    Council systems list the bodies in the order of their standing, not of their meetings.
    """
    return tuple(sorted(vorlage.beratungsfolge, key=lambda b: (b.datum is None, str(b.datum))))


def _valid(vorlage: Beschlussvorlage) -> tuple[Beratung, ...]:
    """Return the steps that count: one that was put off is replaced by the body's next."""
    rows = steps(vorlage)
    return tuple(
        step
        for number, step in enumerate(rows)
        if step.ergebnis not in VERSCHOBEN
        or not any(_body(later) == _body(step) for later in rows[number + 1 :])
    )


def _body(step: Beratung) -> tuple[str, str]:
    return (step.gremium.id if step.gremium else "", step.gremium_name or "")


def status_of(vorlage: Beschlussvorlage) -> Vorlagenstatus:
    """Return how a paper stands, from its Beratungsfolge alone."""
    if vorlage.zurueckgezogen_am is not None:
        return Vorlagenstatus.ZURUECKGEZOGEN
    rows = _valid(vorlage)
    deciding = [s.ergebnis for s in rows if s.rolle is Beratungsrolle.ENTSCHEIDUNG]
    if Beratungsergebnis.ABGELEHNT in deciding:
        return Vorlagenstatus.ABGELEHNT
    if deciding and all(result in ANGENOMMEN for result in deciding):
        return Vorlagenstatus.BESCHLOSSEN
    results = [s.ergebnis for s in rows]
    if any(result in VERSCHOBEN for result in results):
        return Vorlagenstatus.VERTAGT
    if deciding or None in results:
        return Vorlagenstatus.IM_VERFAHREN
    if set(results) <= {Beratungsergebnis.KENNTNIS}:
        return Vorlagenstatus.KENNTNIS
    return Vorlagenstatus.BERATEN


def decision(vorlage: Beschlussvorlage) -> Beratung | None:
    """Return the last step that adopted a paper; None as long as it is not adopted."""
    if status_of(vorlage) is not Vorlagenstatus.BESCHLOSSEN:
        return None
    return next(
        (s for s in reversed(steps(vorlage)) if s.rolle is Beratungsrolle.ENTSCHEIDUNG), None
    )


def papers(bestand: Bestand) -> tuple[Beschlussvorlage, ...]:
    """Return all papers: those in progress first, then the latest first."""
    running = {Vorlagenstatus.IM_VERFAHREN, Vorlagenstatus.VERTAGT}

    def latest(vorlage: Beschlussvorlage) -> str:
        days = [s.datum for s in vorlage.beratungsfolge if s.datum]
        return str(max(days, default=""))

    newest = sorted(bestand.alle(Beschlussvorlage), key=lambda v: (latest(v), v.id), reverse=True)
    return tuple(sorted(newest, key=lambda v: status_of(v) not in running))


def paper_of(bestand: Bestand, fassung: Fassung) -> Beschlussvorlage | None:
    """Return the paper with which a Fassung was adopted, if it is entered."""
    rows = bestand.alle(Beschlussvorlage)
    return next((v for v in rows if v.fassung == fassung.name), None)


def fassung_of(bestand: Bestand, name: str | None) -> Fassung | None:
    """Return the Fassung with this name, if the region has it."""
    return next((f for f in bestand.region.fassungen if f.name == name), None)


def stand_of(beteiligung: Beteiligung, stichtag: date) -> Beteiligungsstand:
    """Return how a consultation stands on a day."""
    if beteiligung.ab is not None and beteiligung.ab > stichtag:
        return Beteiligungsstand.KOMMT
    if beteiligung.bis is None:
        done = beteiligung.ergebnis is not None
        return Beteiligungsstand.BEENDET if done else Beteiligungsstand.UNBEKANNT
    return Beteiligungsstand.OFFEN if beteiligung.offen(stichtag) else Beteiligungsstand.BEENDET


def consultations(bestand: Bestand) -> tuple[Beteiligung, ...]:
    """Return all consultations: the open ones by deadline first, then the latest first."""
    day = bestand.stichtag
    past = {Beteiligungsstand.BEENDET, Beteiligungsstand.UNBEKANNT}
    rows = bestand.alle(Beteiligung)
    coming = sorted(
        (b for b in rows if stand_of(b, day) not in past), key=lambda b: (str(b.bis), b.id)
    )
    over = sorted(
        (b for b in rows if stand_of(b, day) in past),
        key=lambda b: (str(b.bis or ""), b.id),
        reverse=True,
    )
    return (*coming, *over)
