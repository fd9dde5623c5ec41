"""Macros for projects: problems with the measures that answer them, and milestones as a drawing."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.projects import Meilensteinlage, answers, in_order, lage_of, serves
from macros.model.records import Vorhaben
from macros.model.records.vorhaben import Vorhabenstand
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from datetime import date

    from macros.model.records.vorhaben import Massnahme, Meilenstein, Problem, Ziel
    from macros.model.when import Zeitpunkt
    from macros.views.ansicht import Ansicht

_LEFT: Final = 14
_RIGHT: Final = 346
_LINE: Final = 20
_LETTERS: Final = 36
_MARKS: Final = {
    Vorhabenstand.ERLEDIGT: "status--besetzt",
    Vorhabenstand.AUFGEGEBEN: "status--unbesetzt",
}


@dataclass(frozen=True)
class Zeile:
    """A milestone in the drawing.

    Attributes:
        zeilen: its title in lines that fit.
        oben: base line of the first line.
        spur: where the line with its marks lies.
        geplant: centre of the mark for the plan; None without one.
        jetzt: centre of the mark for what now holds (reached, or planned anew); None without.
        erreicht: whether that mark says reached.
    """

    zeilen: list[str]
    oben: int
    spur: int
    geplant: int | None
    jetzt: int | None
    erreicht: bool


@dataclass(frozen=True)
class Zeitbild:
    """The drawing of the milestones of one project.

    Attributes:
        zeilen: the milestones from top to bottom.
        hoehe: how high it is.
        von: what stands at the left end of the axis.
        bis: what stands at its right end.
    """

    zeilen: list[Zeile]
    hoehe: int
    von: str
    bis: str


@dataclass(frozen=True)
class Blatt:
    """A project with what the page shows of it.

    Attributes:
        vorhaben: the project.
        probleme: each problem with the measures that answer it.
        ziele: each aim with the aim above it and the measures that serve it.
        meilensteine: each milestone with how it stands.
        bild: the drawing of them; None where fewer than two times are known.
    """

    vorhaben: Vorhaben
    probleme: list[tuple[Problem, tuple[Massnahme, ...]]]
    ziele: list[tuple[Ziel, Ziel | None, tuple[Massnahme, ...]]]
    meilensteine: list[tuple[Meilenstein, Meilensteinlage]]
    bild: Zeitbild | None


@makro(inline=False, beispiel="vorhaben()", seite="service/vorhaben/", live=True)
def vorhaben(ansicht: Ansicht) -> Fragment:
    """Zeigt jedes Vorhaben: Problemlage, Ziele, Maßnahmen, Eckpfeiler und Meilensteine.

    Meilensteine stehen als Zeichnung und als Tabelle da, geplant neben tatsächlich.

    Args:
        ansicht: die Seite.
    """
    sheets = [_sheet(v, ansicht.stichtag) for v in ansicht.bestand.alle(Vorhaben)]
    anker = ansicht.frei(s.vorhaben.id for s in sheets)
    return block("vorhaben", anker, ansicht=ansicht, blaetter=sheets, merkmal=_mark)


def _mark(stand: Vorhabenstand) -> str:
    return _MARKS.get(stand, "status--offen")


def _sheet(v: Vorhaben, day: date) -> Blatt:
    aims = {z.id: z for z in v.ziele}
    stones = in_order(v.meilensteine)
    return Blatt(
        v,
        [(p, answers(v, p)) for p in v.probleme],
        [(z, aims.get(z.oberziel) if z.oberziel else None, serves(v, z)) for z in v.ziele],
        [(m, lage_of(m, day)) for m in stones],
        _drawing(stones),
    )


def _drawing(stones: tuple[Meilenstein, ...]) -> Zeitbild | None:
    """Return the drawing; one point in time has no axis."""
    times = [t for m in stones for t in (m.geplant, m.neu_geplant, m.tatsaechlich) if t]
    first = min((t.erster_tag for t in times), default=None)
    last = max((t.letzter_tag for t in times), default=None)
    if first is None or last is None or len(times) < 2:
        return None
    days = max((last - first).days, 1)

    def place(time: Zeitpunkt | None) -> int | None:
        if time is None:
            return None
        middle = (time.erster_tag - first).days + (time.letzter_tag - time.erster_tag).days / 2
        return round(_LEFT + (_RIGHT - _LEFT) * middle / days)

    rows: list[Zeile] = []
    top = 24
    for stone in stones:
        lines = textwrap.wrap(stone.titel, _LETTERS)
        track = top + _LINE * (len(lines) - 1) + 18
        now = stone.tatsaechlich or stone.neu_geplant
        reached = stone.tatsaechlich is not None
        rows.append(Zeile(lines, top, track, place(stone.geplant), place(now), reached))
        top = track + 38
    return Zeitbild(rows, top + 4, str(first.year), str(last.year))
