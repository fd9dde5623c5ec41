"""The macro for the handout: what a region's social work at schools is, on two sheets of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model import figure_ids as ids
from macros.model.agenda import calendar
from macros.model.figures import COMPUTED_FROM, figures
from macros.model.projects import answers
from macros.model.records import Aufgabe, Gremium, Kennzahl, Vorhaben
from macros.model.records.region import Regionsstatus
from macros.views.employers import employers, employers_without_post
from macros.views.formats import sort_key
from macros.views.qr_code import qr_code
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Termin
    from macros.model.records.vorhaben import Problem
    from macros.views.ansicht import Ansicht

# Two sheets hold no more; the website has the rest.
_FIGURES: Final = 5
_TASKS: Final = 6
_EMPLOYERS: Final = 8
_PROBLEMS: Final = 7
_MEASURES: Final = 3
_AIMS: Final = 5
_BODIES: Final = 5
_DATES: Final = 4


@dataclass(frozen=True)
class Antwort:
    """A problem and what is done about it, as far as there is room.

    Attributes:
        problem: what does not go well.
        massnahmen: the measures that answer it; may be none.
        weitere: how many more there are.
    """

    problem: Problem
    massnahmen: tuple[str, ...]
    weitere: int


def _answers(vorhaben: Vorhaben) -> list[Antwort]:
    """Return the problems of a project with the first measures that answer each."""
    found = [(p, [m.titel for m in answers(vorhaben, p)]) for p in vorhaben.probleme]
    return [Antwort(p, tuple(m[:_MEASURES]), len(m[_MEASURES:])) for p, m in found[:_PROBLEMS]]


def _employers(bestand: Bestand) -> list[str]:
    """Return who employs Fachkräfte: those with a post, and those of whom only this is known."""
    found = [row.organisation for row in employers(bestand)] + employers_without_post(bestand)
    return sorted((o.name for o in found), key=sort_key)


def _figures(bestand: Bestand) -> list[Kennzahl]:
    """Return the computed figures that say something, then those from other sources."""
    computed = figures(bestand)
    wanted = (ids.ANZAHL_SCHULEN, ids.ANZAHL_SCHULEN_MIT_STELLE, ids.SUMME_VZAE)
    counted = [computed[id] for id in wanted if computed[id].wert]
    return [*counted, *bestand.alle(Kennzahl)][:_FIGURES]


def _dates(bestand: Bestand) -> tuple[Termin, ...]:
    kalender = calendar(bestand)
    return (*kalender.naechste, *kalender.ohne_datum)[:_DATES]


def _project(bestand: Bestand) -> Vorhaben | None:
    """Return the project that tells most about why something is done."""
    projects = bestand.alle(Vorhaben)
    return max(projects, key=lambda v: len(v.probleme), default=None)


@makro(inline=False, beispiel="handzettel()", seite="service/handzettel/", live=True)
def handzettel(ansicht: Ansicht) -> Fragment:
    """Zeigt die Region so kurz, dass sie gedruckt auf zwei Seiten A4 passt.

    Für Sitzungen und Gespräche: Kontakt, Aufgaben, Zahlen und Träger auf der ersten Seite,
    Vorhaben, Gremien und Termine auf der zweiten.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    region = bestand.region
    project = _project(bestand)
    names = _employers(bestand)
    return block(
        "handzettel",
        ansicht=ansicht,
        region=region,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        stelle=region.koordinierungsstelle.ziel,
        aufgaben=bestand.alle(Aufgabe)[:_TASKS],
        kennzahlen=_figures(bestand),
        # On paper there is no „diese Seite“.
        berechnet=COMPUTED_FROM,
        traeger=names[:_EMPLOYERS],
        weitere_traeger=len(names[_EMPLOYERS:]),
        vorhaben=project,
        antworten=_answers(project) if project else [],
        ziele=[z for z in project.ziele if not z.oberziel][:_AIMS] if project else (),
        gremien=[g for g in bestand.alle(Gremium) if not g.aufgeloest(bestand.stichtag)][:_BODIES],
        termine=_dates(bestand),
        code=qr_code(region.adresse),
    )
