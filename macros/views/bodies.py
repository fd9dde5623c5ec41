"""Macros for bodies: who sits in them, and who reports to whom as a drawing from the data."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.agenda import cadence, calendar, dates_of, target
from macros.model.german import date_text
from macros.model.records import Gremium
from macros.model.records.gremium import Takt
from macros.views.pictures import Bild, Teil
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.agenda import Soll
    from macros.model.bestand import Bestand
    from macros.model.records import Termin
    from macros.views.ansicht import Ansicht

_WIDTH: Final = 360
_INDENT: Final = 30
_LINE: Final = 20
_PAD: Final = 13
_GAP: Final = 20
# How many units of the drawing a letter takes at the size of its text.
_LETTER: Final = 9.3


@dataclass(frozen=True)
class Sitzung:
    """A body with what a reader wants to know of its meetings.

    Attributes:
        gremium: the body.
        rhythmus: how often it meets, in words; may be empty.
        soll: how the dates of the school year stand against that; None where nothing is wanted.
        naechster: its next event; None where there is none.
        sitze: how many seats it has; None where not all are known.
    """

    gremium: Gremium
    rhythmus: str
    soll: Soll | None
    naechster: Termin | None
    sitze: int | None


@dataclass(frozen=True)
class Kasten:
    """A body in the drawing.

    Attributes:
        gremium: the body.
        zeilen: its name in lines that fit.
        x: left edge.
        y: upper edge.
        breite: how wide it is.
        hoehe: how high it is.
        von: upper edge of the line that leads to the body it reports to; None for the first.
    """

    gremium: Gremium
    zeilen: list[str]
    x: int
    y: int
    breite: int
    hoehe: int
    von: int | None


@makro(inline=False, beispiel="gremien()", seite="service/gremien/", live=True)
def gremien(ansicht: Ansicht) -> Fragment:
    """Zeigt jedes Gremium mit Aufgabe, Auftrag, Rhythmus und Mitgliedern nach Gruppen.

    Jedes Gremium hat eine eigene Überschrift; darüber schreiben Sie keine. Genannt werden
    Funktionen, keine Namen.

    Args:
        ansicht: die Seite.
    """
    rows = [_meeting(ansicht.bestand, g) for g in ansicht.bestand.alle(Gremium)]
    anker = ansicht.frei(row.gremium.id for row in rows)
    return block("gremien", anker, ansicht=ansicht, gremien=rows)


def _meeting(bestand: Bestand, gremium: Gremium) -> Sitzung:
    own = {t.id for t in dates_of(bestand, gremium)}
    coming = (t for t in calendar(bestand).naechste if t.id in own and t.findet_statt)
    wanted = gremium.rhythmus
    judged = wanted is not None and gremium.termine_hier and wanted.takt is not Takt.BEDARF
    seats = [m.anzahl for m in gremium.mitglieder]
    return Sitzung(
        gremium,
        cadence(wanted),
        target(wanted, dates_of(bestand, gremium), bestand.stichtag) if wanted and judged else None,
        next(coming, None),
        sum(s for s in seats if s) if seats and None not in seats else None,
    )


@makro(inline=False, beispiel="gremienbild()", live=True)
def gremienbild(ansicht: Ansicht) -> Fragment:
    """Zeichnet, welches Gremium welchem berichtet; darunter steht dasselbe als Text.

    Args:
        ansicht: die Seite.
    """
    boxes = _boxes(ansicht.bestand)
    if not boxes:
        return block(
            "gremienbild", ansicht=ansicht, kaesten=boxes, id="gremien", bild=None, hoehe=0
        )
    anker = ansicht.frei(("bild-gremien-titel", "bild-gremien-text"))
    height = boxes[-1].y + boxes[-1].hoehe + 8
    picture = Bild(
        "Wer wem berichtet",
        "Kästen untereinander. Ein Kasten, der weiter rechts steht, berichtet an den Kasten, zu "
        "dem seine Linie führt.",
        f"Stand der Angaben: {date_text(ansicht.stichtag)}.",
        tuple(Teil(box.gremium.name, text=_sentence(box.gremium)) for box in boxes),
        geordnet=False,
    )
    return block(
        "gremienbild",
        anker,
        ansicht=ansicht,
        kaesten=boxes,
        id="gremien",
        bild=picture,
        hoehe=height,
    )


def _sentence(gremium: Gremium) -> str:
    if gremium.berichtet_an is None:
        return f"{gremium.name}: nimmt Berichte entgegen"
    return f"{gremium.name}: berichtet an: {gremium.berichtet_an.ziel.name}"


def _boxes(bestand: Bestand) -> list[Kasten]:
    """Return the boxes from top to bottom; bodies without a report in either way are left out."""
    alive = [g for g in bestand.alle(Gremium) if not g.aufgeloest(bestand.stichtag)]
    boxes: list[Kasten] = []
    top = 8
    for gremium, depth, parent in _tree(alive):
        x = 8 + depth * _INDENT
        lines = textwrap.wrap(gremium.name, int((_WIDTH - x - 8 - 2 * _PAD) / _LETTER))
        height = _LINE * len(lines) + 2 * _PAD
        above = next((b for b in boxes if parent and b.gremium.id == parent.id), None)
        start = above.y + above.hoehe if above else None
        boxes.append(Kasten(gremium, lines, x, top, _WIDTH - x - 8, height, start))
        top += height + _GAP
    return boxes


def _tree(alive: list[Gremium]) -> Iterator[tuple[Gremium, int, Gremium | None]]:
    """Yield each body below the one it reports to, with its depth."""
    known = {g.id for g in alive}
    below: dict[str, list[Gremium]] = {}
    for gremium in alive:
        if gremium.berichtet_an is not None and gremium.berichtet_an.id in known:
            below.setdefault(gremium.berichtet_an.id, []).append(gremium)
    children = {g.id for rows in below.values() for g in rows}

    def walk(
        gremium: Gremium, depth: int, parent: Gremium | None
    ) -> Iterator[tuple[Gremium, int, Gremium | None]]:
        yield gremium, depth, parent
        for child in below.get(gremium.id, ()):
            yield from walk(child, depth + 1, gremium)

    for gremium in alive:
        if gremium.id in below and gremium.id not in children:
            yield from walk(gremium, 0, None)
