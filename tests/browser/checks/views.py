"""Runs the checks over views: a page in a width and a colour scheme, one load for all checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Browser

from tests.browser.built_site import Site

# Importing them enters their checks; the order is that in which they run.
from tests.browser.checks import changes, document, engines, keyboard, operation, whole_site
from tests.browser.checks.exceptions import Ausnahme, without_exceptions
from tests.browser.checks.registry import Umfang, faults_of, of
from tests.browser.visit import Scheme, Visit, visiting

WIDTHS: Final = (1280, 768, 320)
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
MODULES: Final = (document, engines, changes, keyboard, operation, whole_site)
_HEIGHT: Final = 900


@dataclass
class Ergebnis:
    """What the checks have found.

    Attributes:
        ansichten: how many views each check has judged.
        befunde: faults by view and check.
        benutzt: exceptions that a fault has matched.
    """

    ansichten: Counter[str] = field(default_factory=Counter)
    befunde: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    benutzt: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        """All faults, a line for each."""
        return "\n".join(
            f"{check} {view}: {fault}"
            for view, checks in self.befunde.items()
            for check, faults in checks.items()
            for fault in faults
        )

    def add(self, other: Ergebnis) -> None:
        """Take over what another part of the run has found."""
        self.ansichten += other.ansichten
        self.befunde |= other.befunde
        self.benutzt |= other.benutzt


def check_view(
    visit: Visit, path: str, extents: Iterable[Umfang], exceptions: Iterable[Ausnahme] = ()
) -> Ergebnis:
    """Load a page once and run all checks of these extents on it."""
    visit.open(path)
    checks = of(*extents)
    found = faults_of(visit, checks)
    left, used = without_exceptions(found, path, exceptions, visit.site.stichtag)
    view = f"{path} {visit.width} {visit.scheme}"
    counted = Counter(check.id for check in checks)
    return Ergebnis(counted, {view: left} if left else {}, used)


def check_pages(
    browser: Browser,
    site: Site,
    pages: Iterable[str],
    width: int,
    scheme: Scheme,
    extents: Iterable[Umfang],
    exceptions: Iterable[Ausnahme] = (),
) -> Ergebnis:
    """Check pages in one width and colour scheme, all in one context of the browser."""
    result = Ergebnis()
    with visiting(browser, site, width=width, height=_HEIGHT, scheme=scheme) as visit:
        for path in pages:
            result.add(check_view(visit, path, extents, exceptions))
    return result


def check_files(browser: Browser, site: Site) -> Ergebnis:
    """Run the checks that read the files of a whole site."""
    checks = of(Umfang.WEBSITE)
    with visiting(browser, site) as visit:
        found = faults_of(visit, checks)
    counted = Counter(check.id for check in checks)
    return Ergebnis(counted, {site.region: found} if found else {})


def extents_for(width: int, scheme: Scheme, page_type: bool) -> tuple[Umfang, ...]:
    """Return what is checked in a view, so that each thing is checked as often as it says."""
    if scheme == "dark":
        return (Umfang.ANSICHT,)
    once = (Umfang.SEITE,) if width == max(WIDTHS) else ()
    operated = (Umfang.SEITENART,) if page_type else ()
    return (Umfang.ANSICHT, *once, Umfang.TASTATUR, *operated)
