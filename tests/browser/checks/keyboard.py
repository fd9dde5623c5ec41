"""Checks with the keyboard: order, visible focus, menu, versions, search, what unfolds."""

from __future__ import annotations

from typing import Final, TypedDict

from tests.browser.checks.registry import Umfang, pruefung
from tests.browser.visit import Visit

MOST_BEFORE_CONTENT: Final = 12
_UNFOLDED: Final = 4
_SPARE: Final = 20

_PREPARE: Final = """() => {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const reachable = [...document.querySelectorAll(selector)].filter((element) =>
    !element.disabled && element.tabIndex >= 0
    && element.checkVisibility({ visibilityProperty: true }));
  document.querySelectorAll('[data-halt]').forEach((element) => delete element.dataset.halt);
  reachable.forEach((element, number) => { element.dataset.halt = String(number); });
  // The next Tab starts from the top: a focus on the body forgets where the last one stood.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo({ top: 0, behavior: 'instant' });
  return reachable.length;
}"""

_STOP: Final = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const ring = (e) => {
    const style = getComputedStyle(e);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  // A link over two lines may have nothing of its own in the middle; its first piece counts.
  const piece = element.getClientRects()[0] ?? box;
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const top = document.elementFromPoint(
    middle(piece.left, piece.right, innerWidth), middle(piece.top, piece.bottom, innerHeight));
  const words = (element.getAttribute('aria-label') ?? element.textContent).trim();
  const frame = element.parentElement;
  return {
    name: `${element.tagName} ${words.replace(/\\s+/g, ' ').slice(0, 60)}`,
    number: Number(element.dataset.halt ?? -1),
    size: Math.min(box.width, box.height),
    inView: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    ring: ring(element) || (frame.matches(':focus-within') && ring(frame)),
    onTop: Boolean(top) && (element.contains(top) || top.contains(element)),
    inMain: element.closest('main') !== null,
  };
}"""


_NUMBER_FOLDS: Final = """() => {
  globalThis.pruefungFalten = [...document.querySelectorAll('summary')].filter((summary) =>
    summary.checkVisibility({ visibilityProperty: true }));
  return globalThis.pruefungFalten.length;
}"""
_FOCUS_FOLD: Final = """(number) => {
  const summary = globalThis.pruefungFalten[number];
  summary.focus();
  return summary.parentElement.open;
}"""


class Halt(TypedDict):
    """Where the focus stands."""

    name: str
    number: int
    size: float
    inView: bool
    ring: bool
    onTop: bool
    inMain: bool


class Gang(TypedDict):
    """A walk through the page with Tab.

    Attributes:
        reachable: how many elements should be a stop.
        stops: where the focus stood.
        ends: whether the focus left the page at the end.
    """

    reachable: int
    stops: list[Halt]
    ends: bool


# Each Tab first notes where the focus stands: then the page has come to rest there, and no question
# has to be put to it between two keys.
_NOTE: Final = f"""() => {{
  globalThis.pruefungHalte = [];
  const note = {_STOP.strip()};
  globalThis.pruefungTab = (event) => {{
    if (event.key === 'Tab') globalThis.pruefungHalte.push(note());
  }};
  addEventListener('keydown', globalThis.pruefungTab, {{ capture: true }});
}}"""
_END_NOTE: Final = """() => {
  removeEventListener('keydown', globalThis.pruefungTab, { capture: true });
}"""


def walk(visit: Visit) -> Gang:
    """Press Tab through the whole page; once for each opened page."""
    if "gang" not in visit.kept:
        visit.page.emulate_media(reduced_motion="reduce")
        reachable: int = visit.page.evaluate(_PREPARE)
        # A jump of the check before may still be under way on a slow machine.
        for _ in range(_SPARE):
            visit.page.wait_for_timeout(20)
            if visit.page.evaluate("scrollY") == 0:
                break
            visit.page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        visit.page.evaluate(_NOTE)
        stops, ends = _press(visit, reachable + 2)
        if not ends:
            stops, ends = _press(visit, _SPARE)
        visit.page.evaluate(_END_NOTE)
        visit.page.emulate_media(reduced_motion="no-preference")
        visit.kept["gang"] = Gang(reachable=reachable, stops=stops, ends=ends)
    found: Gang = visit.kept["gang"]
    return found


def _press(visit: Visit, times: int) -> tuple[list[Halt], bool]:
    """Press Tab and return all stops noted so far, and whether the focus has left the page."""
    # Held down, the key repeats; letting it go each time would take as long again.
    for _ in range(times):
        visit.page.keyboard.down("Tab")
    visit.page.keyboard.up("Tab")
    noted: list[Halt | None] = visit.page.evaluate("globalThis.pruefungHalte.slice(1)")
    stops: list[Halt] = []
    for stop in noted:
        # Without anything behind the page Chromium begins anew at its first element.
        if stop is None or (stops and stop["number"] == stops[0]["number"]):
            return stops, True
        stops.append(stop)
    return stops, False


_K: Final = Umfang.TASTATUR


@pruefung("T5", "Der erste Halt springt zum Inhalt", "WCAG 2.4.1", _K)
def _skip_link(visit: Visit) -> list[str]:
    # A jump that glides would still be under way in the next check.
    visit.page.emulate_media(reduced_motion="reduce")
    found = _jumps(visit)
    visit.page.emulate_media(reduced_motion="no-preference")
    return found


def _jumps(visit: Visit) -> list[str]:
    visit.page.evaluate(_PREPARE)
    visit.page.keyboard.press("Tab")
    stop: Halt | None = visit.page.evaluate(_STOP)
    if stop is None or stop["name"] != "A Zum Inhalt springen" or not stop["inView"]:
        return [f"erster Halt: {stop}"]
    visit.page.keyboard.press("Enter")
    focus = visit.page.evaluate(
        "document.activeElement.localName === 'main'"
        " && document.activeElement.getBoundingClientRect().top < innerHeight"
    )
    visit.page.keyboard.press("Tab")
    inside = visit.page.evaluate(
        "document.activeElement.closest('main, footer') !== null || !document.querySelector("
        "'main a[href], main button, main summary, main [tabindex=\"0\"]')"
    )
    return [] if focus and inside else ["Der Sprung führt nicht in den Inhalt."]


@pruefung(
    "T18", "Jeder Halt ist zu sehen, in der Reihenfolge der Seite", "WCAG 2.4.3, 2.4.7, 2.4.11", _K
)
def _stops(visit: Visit) -> list[str]:
    stops = walk(visit)["stops"]
    faults = [
        f"{what}: {stop['name']}"
        for stop in stops
        for what, good in (
            ("außerhalb des Fensters", stop["inView"]),
            ("verdeckt", stop["onTop"]),
            ("Fokus nicht zu sehen", stop["ring"]),
            ("ohne Größe", stop["size"] >= 1),
            ("kein vorgesehener Halt", stop["number"] >= 0),
        )
        if not good
    ]
    numbers = [stop["number"] for stop in stops]
    if numbers != sorted(numbers):
        faults.append("Die Reihenfolge weicht von der Seite ab.")
    if visit.page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count():
        faults.append("Ein tabindex über 0 drängt sich vor.")
    return faults


@pruefung("T19", "Alles ist mit der Tastatur erreichbar, der Inhalt schnell", "WCAG 2.1.1", _K)
def _reachable(visit: Visit) -> list[str]:
    gang = walk(visit)
    reached = {stop["number"] for stop in gang["stops"]}
    faults = [f"nie erreicht: Halt {n}" for n in range(gang["reachable"]) if n not in reached]
    before = next((at for at, stop in enumerate(gang["stops"]) if stop["inMain"]), 0)
    if before > MOST_BEFORE_CONTENT:
        faults.append(f"{before} Halte vor dem Inhalt")
    return faults


@pruefung("T23", "Keine Falle: Der Fokus verlässt die Seite am Ende", "WCAG 2.1.2", _K)
def _no_trap(visit: Visit) -> list[str]:
    return [] if walk(visit)["ends"] else ["Der Fokus kommt nicht aus der Seite."]


@pruefung("T24", "Aufklappbares öffnet und schließt mit Eingabe und Leertaste", "WCAG 2.1.1", _K)
def _unfolds(visit: Visit) -> list[str]:
    faults: list[str] = []
    for number in range(min(_UNFOLDED, visit.page.evaluate(_NUMBER_FOLDS))):
        for key in ("Enter", "Space"):
            before: bool = visit.page.evaluate(_FOCUS_FOLD, number)
            visit.page.keyboard.press(key)
            after: bool = visit.page.evaluate(_FOCUS_FOLD, number)
            if after == before:
                faults.append(f"{key} klappt nicht: {number + 1}. Aufklappbares")
    return faults
