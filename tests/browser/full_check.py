"""`make pruefung-voll`: every page of every region and Fassung, in all widths and both schemes.

Publishes each region into a folder of its own, runs all checks with as many browsers as the machine
has processors, writes the result into the region's data and prints a summary. What is found is
printed at once, because the whole takes more than an hour. Ends with 1 if anything is open. Names
of regions behind the command limit it to them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.clock import stichtag_today
from macros.model.report import format_text
from macros.publish.publish import Wunsch, publish
from macros.publish.switch import PUBLIC
from tests.browser.built_site import ROOT, Site, serve
from tests.browser.checks.engines import versions
from tests.browser.checks.exceptions import FILE, Ausnahme, read_exceptions
from tests.browser.checks.registry import NICHT_AUTOMATISCH, PRUEFUNGEN, order
from tests.browser.checks.views import (
    SCHEMES,
    WIDTHS,
    Ergebnis,
    check_files,
    check_pages,
    extents_for,
)
from tests.browser.readability import chapters
from tests.browser.result_file import entry, write
from tests.browser.visit import Scheme
from tests.conftest import launch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CHUNK: Final = 6
Befunde = dict[str, dict[str, list[str]]]


@dataclass(frozen=True)
class Teil:
    """Some pages in one width and colour scheme; one process checks them together."""

    site: Site
    pages: tuple[str, ...]
    types: frozenset[str]
    width: int
    scheme: Scheme


def main() -> None:
    """Check the regions that the command names, or all."""
    day = stichtag_today()
    exceptions = read_exceptions(FILE.read_text(encoding="utf-8"), PRUEFUNGEN)
    known = sorted(path.parent.name for path in ROOT.glob("data/regionen/*/region.yml"))
    regions = sys.argv[1:] or known
    if unknown := set(regions) - set(known):
        raise SystemExit(f"Unbekannt: {', '.join(sorted(unknown))}. Es gibt: {', '.join(known)}.")
    context = get_context("spawn")
    failed = False
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=context) as pool:
        for region in regions:
            start = time.monotonic()
            with _published(region, day) as site:
                parts = list(_parts(site))
                result = pool.submit(_check_all_files, site).result()
                for found in pool.map(_check, parts, [tuple(exceptions)] * len(parts)):
                    result.add(found)
                    if found.befunde:
                        print(found, file=sys.stderr, flush=True)
                pages = len(site.pages())
                version = pool.submit(_browser_version).result()
                readable = chapters(site.root)
            needed = {e.id for e in exceptions} - result.benutzt
            ids = [exception.id for exception in exceptions]
            tools = [*versions(), f"Chromium {version}"]
            path = ROOT / "data/regionen" / region / "bestand/pruefbericht.yml"
            write(path, entry(day, pages, result, tools, ids))
            _print(region, pages, result, time.monotonic() - start)
            _print_readability(readable)
            for id in sorted(needed):
                print(f"Die Ausnahme {id} braucht es nicht mehr.")
            failed = failed or bool(result.befunde) or bool(needed)
    sys.exit(1 if failed else 0)


@contextmanager
def _published(region: str, day: date) -> Iterator[Site]:
    """Publish a region with all its Fassungen into a folder that lasts as long as the check."""
    with tempfile.TemporaryDirectory() as name:
        ziel = Path(name) / "ziel"
        done = publish(Wunsch(ROOT, region, ziel, day, unfertig=True))
        if done.release is None:
            found = format_text(done.befunde)
            raise SystemExit(f"{region} lässt sich nicht veröffentlichen:\n{found}")
        with serve(region, (ziel / PUBLIC).resolve(), day) as site:
            yield site


def _parts(site: Site) -> Iterator[Teil]:
    pages, types = site.pages(), frozenset(site.page_types())
    for width, scheme in product(WIDTHS, SCHEMES):
        for at in range(0, len(pages), _CHUNK):
            yield Teil(site, tuple(pages[at : at + _CHUNK]), types, width, scheme)


@cache
def _browser() -> Browser:
    """Start the browser of this process; it ends with the process."""
    return launch()


def _check(part: Teil, exceptions: Sequence[Ausnahme]) -> Ergebnis:
    result = Ergebnis()
    for page_type in (True, False):
        pages = [page for page in part.pages if (page in part.types) is page_type]
        extents = extents_for(part.width, part.scheme, page_type)
        if pages:
            view = (part.width, part.scheme, extents, exceptions)
            found = check_pages(_browser(), part.site, pages, *view)
            if found.befunde:
                faulty = [page for page in pages if _view(page, part) in found.befunde]
                again = check_pages(_browser(), part.site, faulty, *view)
                found.befunde = _in_both(found.befunde, again.befunde)
            result.add(found)
    return result


def _view(page: str, part: Teil) -> str:
    return f"{page} {part.width} {part.scheme}"


def _in_both(first: Befunde, again: Befunde) -> Befunde:
    """Return the faults that a second look confirms, and name the others.

    In an hour of work on all processors a key now and then meets a page that is not at rest yet.
    """
    both: Befunde = {}
    for view, checks in first.items():
        for check, faults in checks.items():
            there = again.get(view, {}).get(check, [])
            for fault in faults:
                if fault in there:
                    both.setdefault(view, {}).setdefault(check, []).append(fault)
                else:
                    print(f"nur einmal: {check} {view}: {fault}", file=sys.stderr, flush=True)
    return both


def _check_all_files(site: Site) -> Ergebnis:
    return check_files(_browser(), site)


def _browser_version() -> str:
    return _browser().version


def _print(region: str, pages: int, result: Ergebnis, seconds: float) -> None:
    views = pages * len(WIDTHS) * len(SCHEMES)
    print(f"\n{region}: {pages} Seiten, {views} Ansichten, {seconds:.0f} s")
    for id in sorted(PRUEFUNGEN, key=order):
        count = sum(len(checks.get(id, [])) for checks in result.befunde.values())
        print(f"  {id:>4}  {result.ansichten[id]:>5} × {count:>3}  {PRUEFUNGEN[id].titel}")
    for id, reason in NICHT_AUTOMATISCH.items():
        print(f"  {id:>4}      –        {reason}")
    if result.befunde:
        print(result)


def _print_readability(found: dict[str, float]) -> None:
    print("  Lesbarkeit der Kapitel (LIX, über 55 schwer):")
    for path, value in found.items():
        print(f"    {value:4.0f}  {path}")


if __name__ == "__main__":
    main()
