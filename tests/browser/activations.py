"""Counts the taps from the start page to a telephone number, by tapping as a reader would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page

    from .built_site import Site

ALLOWED: Final = 3
START: Final = "/"
DIRECTORY: Final = 'main a[href$="service/wer-ist-zustaendig/"]'

# The numbers a reader sees for a topic and a place: in the topic's section, under the heading
# that names the place or the whole region, else the number to ask when nobody is on record.
_NUMBERS: Final = """([topic, town]) => {
  const section = document.getElementById(topic)?.closest("section");
  if (!section) return [];
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && box.width >= 24 && box.height >= 12 && style.clipPath === "none"
      && box.left >= 0 && box.right <= document.documentElement.clientWidth + 1;
  };
  const names = (heading) => heading.split(/, | und /);
  const places = [...section.querySelectorAll(".zustaendig__ort")].filter((place) => {
    const heading = place.querySelector("h3").textContent.trim();
    return heading === "Ganze Region" || heading === town || names(heading).includes(town);
  });
  const links = (places.length ? places : [section])
    .flatMap((place) => [...place.querySelectorAll('a[href^="tel:"]')]);
  return links.filter(shown).map((link) => link.getAttribute("href"));
}"""


@dataclass(frozen=True)
class Weg:
    """A way to a number.

    Attributes:
        gemeinde: the municipality.
        thema: the topic's id.
        schritte: the activations that were needed; None: no number to be seen.
        nummern: the numbers to be seen at its end.
    """

    gemeinde: str
    thema: str
    schritte: int | None
    nummern: tuple[str, ...]


def ways(
    page: Page,
    site: Site,
    themen: Iterable[tuple[str, str]],
    gemeinden: Sequence[str],
    *,
    scripts: bool,
) -> list[Weg]:
    """Tap from the start page to a number for each topic and each municipality.

    With scripts a reader chooses topic and place in the form, without them the topic in the list.
    Going to the next pair starts where the last one ended; what a reader would have tapped before
    is counted all the same.

    Args:
        page: an open page 320 pixels wide.
        site: the site to visit.
        themen: id and name of each topic.
        gemeinden: names of the municipalities.
        scripts: whether the page runs scripts.
    """
    page.goto(site.url(START))
    page.locator(DIRECTORY).first.click()
    page.wait_for_url("**/service/wer-ist-zustaendig/")
    so_far = 1
    form = page.locator('form[data-filter="zustaendig"]')
    if scripts:
        form.wait_for(state="visible")
    found: list[Weg] = []
    for topic, title in themen:
        if scripts:
            form.locator('select[name="thema"]').select_option(title)
        else:
            page.locator(f'.themen a[href="#{topic}"]').click()
        for town in gemeinden:
            steps = so_far + 1
            if scripts:
                form.locator('select[name="ort"]').select_option(town)
                steps += 1
            numbers: list[str] = page.evaluate(_NUMBERS, [topic, town])
            found.append(Weg(town, topic, steps if numbers else None, tuple(numbers)))
        if scripts:
            form.locator('select[name="ort"]').select_option("")
    return found


def table(found: Iterable[Weg]) -> str:
    """Return the ways as a table of topics and municipalities, for people."""
    rows = list(found)
    towns = list(dict.fromkeys(way.gemeinde for way in rows))
    width = max(len(way.thema) for way in rows)
    lines = [" " * width + "  " + "  ".join(towns)]
    for topic in dict.fromkeys(way.thema for way in rows):
        cells = {way.gemeinde: way.schritte for way in rows if way.thema == topic}
        line = "  ".join(f"{cells[town] or '–':>{len(town)}}" for town in towns)
        lines.append(f"{topic:<{width}}  {line}")
    return "\n".join(lines)
