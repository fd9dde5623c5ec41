"""`make vergleich`: the same pages in our frame and in stock Material, judged in one run."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response

from macros.model.clock import stichtag_today
from macros.model.load_region import load_region
from macros.pages.check import check_site
from tests.browser.built_site import PAGE_TYPES, Site, serve
from tests.browser.checks.keyboard import walk
from tests.browser.visit import visiting
from tests.conftest import launch
from tests.leistung.stock_material import VERSION, as_version, write_stock_project

ROOT: Final = Path(__file__).resolve().parents[2]
REGION: Final = "musterkreis"
WIDTHS: Final = (1280, 320)
# In stock Material its error page is English and another page; the rest exists in both.
PAGES: Final = tuple(page for page in PAGE_TYPES if page != "/404.html")


@dataclass
class Messwerte:
    """What was counted for one theme."""

    rules: set[str] = field(default_factory=set)
    nodes: int = 0
    off_screen: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    kilobytes: float = 0
    requests: int = 0


def main() -> None:
    """Build both, visit both, print both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, stock = _build(folder)
        browser = launch()
        with serve("wir", ours) as site:
            our_figures = _visit(browser, site, "")
        with serve("Material", stock) as site:
            stock_figures = _visit(browser, site, f"/{VERSION}")
    _print(stock_figures, our_figures)


def _build(folder: Path) -> tuple[Path, Path]:
    geladen = load_region(ROOT, REGION, stichtag_today())
    if geladen.bestand is None:
        raise SystemExit(f"{REGION} hat Fehler; rahmen pruefen zeigt sie.")
    project = folder / "material"
    project.mkdir()
    write_stock_project(ROOT, project, geladen.bestand, check_site(ROOT, geladen.bestand))
    _mkdocs(ROOT, folder / "wir")
    _mkdocs(project, folder / "gebaut")
    served = folder / "gezeigt"
    served.mkdir()
    as_version(folder / "gebaut", served)
    return folder / "wir", served


def _mkdocs(project: Path, target: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)],
        cwd=project,
        env={**os.environ, "REGION": REGION, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def _visit(browser: Browser, site: Site, prefix: str) -> Messwerte:
    found = Messwerte()
    for width in WIDTHS:
        with visiting(browser, site, width=width) as visit:
            for page in PAGES:
                visit.open(f"{prefix}{page}")
                faults = [fault for fault in visit.axe_all() if fault.decided]
                found.rules |= {fault.rule for fault in faults}
                found.nodes += len(faults)
                found.hosts |= {urlsplit(url).netloc for url in visit.foreign_requests()}
                found.keys |= set(visit.stored())
            visit.open(f"{prefix}/")
            found.off_screen |= {
                f"{width}: {stop['name']}"
                for stop in walk(visit)["stops"]
                if not stop["inView"] or stop["size"] < 1
            }
    with _counted(browser, site, f"{prefix}/") as (kilobytes, requests):
        found.kilobytes, found.requests = kilobytes, requests
    return found


@contextmanager
def _counted(browser: Browser, site: Site, page: str) -> Iterator[tuple[float, int]]:
    """Visit a page for the first time and count what comes, packed as a server would pack it."""
    answers: list[Response] = []
    with visiting(browser, site) as visit:
        visit.page.on("response", lambda answer: answers.append(answer))
        visit.open(page)
        visit.page.wait_for_load_state("networkidle")
        packed = sum(len(gzip.compress(a.body(), 6)) for a in answers if a.status == 200)
        yield packed / 1000, len(visit.requests)


def _print(stock: Messwerte, ours: Messwerte) -> None:
    pages = f"{len(PAGES)} Seiten in {' und '.join(str(width) for width in WIDTHS)} Pixeln"
    print(f"{REGION}, {pages}, dieselben Inhalte:")
    print(f"{'':34}{'Material':>12}{'wir':>10}")
    for name, left, right in (
        ("verletzte Regeln von axe", len(stock.rules), len(ours.rules)),
        ("Stellen dazu", stock.nodes, ours.nodes),
        ("Fokus außerhalb des Fensters", len(stock.off_screen), len(ours.off_screen)),
        ("Schlüssel im Browser", len(stock.keys), len(ours.keys)),
        ("fremde Rechner", len(stock.hosts), len(ours.hosts)),
        ("erster Besuch, KB gepackt", round(stock.kilobytes), round(ours.kilobytes)),
        ("erster Besuch, Abrufe", stock.requests, ours.requests),
    ):
        print(f"{name:34}{left:>12}{right:>10}")
    for name, values in (
        ("Regeln", stock.rules),
        ("Fokus", stock.off_screen),
        ("Schlüssel", stock.keys),
        ("Rechner", stock.hosts),
    ):
        print(f"Material, {name}: {', '.join(sorted(values)) or 'keine'}")


if __name__ == "__main__":
    main()
