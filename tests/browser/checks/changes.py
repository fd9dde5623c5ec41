"""Checks that change how the page is shown and put it back: larger, spaced, on paper, unstyled."""

from __future__ import annotations

from typing import Final

from tests.browser.checks.document import ask
from tests.browser.checks.registry import Umfang, pruefung
from tests.browser.visit import Visit


@pruefung("T27", "Text auf 200 % bleibt ganz", "WCAG 1.4.4", Umfang.ANSICHT)
def _doubled(visit: Visit) -> list[str]:
    # 200 % of 320 px would be a window of 160 px; the criterion starts from an ordinary window.
    return [] if visit.width < 768 else ask(visit, "pruefungBild.doppelt")


@pruefung("T29", "Erzwungene Farben: alles bleibt zu erkennen", "WCAG 1.4.1, 1.4.11", Umfang.SEITE)
def _forced_colours(visit: Visit) -> list[str]:
    visit.page.emulate_media(forced_colors="active")
    try:
        return ask(visit, "pruefungBild.erzwungen")
    finally:
        visit.page.emulate_media(forced_colors="none")


@pruefung("T30", "Nichts bewegt sich für alle, die das nicht wollen", "WCAG 2.3.3", Umfang.SEITE)
def _calm(visit: Visit) -> list[str]:
    visit.page.emulate_media(reduced_motion="reduce")
    try:
        return ask(visit, "pruefungBild.bewegung")
    finally:
        visit.page.emulate_media(reduced_motion="no-preference")


# A4 without its margins of 2 cm, in CSS pixels.
PAPER_WIDTH: Final = 642


@pruefung("T31", "Druck: Fassung, Datum, Adresse, Ziele der Links", "eigenes Ziel", Umfang.SEITE)
def _paper(visit: Visit) -> list[str]:
    size = visit.page.viewport_size
    assert size is not None
    visit.page.set_viewport_size({"width": PAPER_WIDTH, "height": size["height"]})
    visit.page.emulate_media(media="print")
    try:
        return ask(visit, "pruefungBild.papier")
    finally:
        visit.page.emulate_media(media="screen")
        visit.page.set_viewport_size(size)


@pruefung("T28", "Text mit mehr Abstand bleibt ganz", "WCAG 1.4.12", Umfang.ANSICHT)
def _spaced(visit: Visit) -> list[str]:
    return ask(visit, "pruefungBild.abstand")


@pruefung("T33", "Ohne Stile in der Reihenfolge der Seite", "WCAG 1.3.2", Umfang.SEITE)
def _unstyled(visit: Visit) -> list[str]:
    return ask(visit, "pruefungBild.ohneStil")
