"""`make leistung-region`: what 500 schools and 1,000 contacts cost to build and to filter."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from tests.browser.built_site import serve
from tests.browser.visit import visiting
from tests.conftest import launch
from tests.leistung.large_region import REGION, write_large_region

ROOT: Final = Path(__file__).resolve().parents[2]
SCHOOLS: Final = 500
CONTACTS: Final = 1000
RUNS: Final = 3
LARGEST_PAGE: Final = 1_000_000
SLOWEST_KEY_MS: Final = 50
DEAREST_CONTACTS_S: Final = 1.0

# Each key is pressed as a reader would press it; what counts is the time until the list stands.
_KEY: Final = """(value) => {
  const field = document.querySelector('form[data-filter] input[type=search]');
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
TYPED: Final = ("Schulsozialarbeit", "Moehnesee", "030 23125-210", "sozailarbeit", "anröcht gs")
PAGES: Final = ("/service/kontakte/", "/service/schulen/", "/service/netzwerk/", "/service/a-z/")


def main() -> None:
    """Print the figures and end with 1 if one of them is not good enough."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        times: dict[int, list[float]] = {0: [], CONTACTS: []}
        for contacts in times:
            project = folder / f"projekt-{contacts}"
            project.mkdir()
            write_large_region(ROOT, project, SCHOOLS, contacts)
        # In turns, so that a busy moment of the machine meets both; the first turn is not counted.
        for turn in range(RUNS + 1):
            for contacts, seconds in times.items():
                took = _build(folder / f"projekt-{contacts}", folder / f"site-{contacts}")
                if turn:
                    seconds.append(took)
        without, with_contacts = min(times[0]), min(times[CONTACTS])
        print(
            f"{SCHOOLS} Schulen: ohne Kontakte {without:.2f} s, mit {CONTACTS} Kontakten "
            f"{with_contacts:.2f} s, Unterschied {with_contacts - without:.2f} s "
            f"(Rechenzeit, {RUNS} Läufe, je der beste)"
        )
        site = folder / f"site-{CONTACTS}"
        largest = sorted(((p.stat().st_size, p) for p in site.rglob("*.html")), reverse=True)[:8]
        print("Größte Seiten:")
        for size, path in largest:
            print(f"  {size / 1000:7.0f} KB  {path.relative_to(site).parent}")
        slowest = max(_keys(site))
    if (
        with_contacts - without > DEAREST_CONTACTS_S
        or largest[0][0] > LARGEST_PAGE
        or slowest > SLOWEST_KEY_MS
    ):
        raise SystemExit(1)


def _build(project: Path, target: Path) -> float:
    """Build and return the seconds of computing; waiting for others on the machine counts not."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(target)],
        cwd=project,
        env={**os.environ, "REGION": REGION, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _keys(site_root: Path) -> list[float]:
    """Type into the filters of the large pages, print and return the milliseconds per key."""
    everything = []
    with serve(REGION, site_root) as site, visiting(launch(), site) as visit:
        for path in PAGES:
            visit.open(path)
            found = [ms for text in TYPED for ms in _type(visit.page, text)]
            entries = visit.page.locator("[data-filter-eintrag]").count()
            everything.extend(found)
            print(
                f"{path}: {entries} Einträge, je Taste bestens {min(found):.1f} ms, "
                f"Median {statistics.median(found):.1f} ms, höchstens {max(found):.1f} ms "
                f"({len(found)} Tasten)"
            )
    return everything


def _type(page: Page, text: str) -> list[float]:
    typed = [text[:end] for end in range(1, len(text) + 1)]
    return [page.evaluate(_KEY, value) for value in [*typed, ""]]


if __name__ == "__main__":
    main()
