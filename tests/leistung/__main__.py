"""`make leistung`: prints how long checking and building take, and what macros and data add."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from macros.exports.concept_files import concept_files
from macros.exports.concept_word import concept_word
from macros.model.clock import stichtag_today
from macros.model.load_region import load_region
from macros.pages.check import check_site
from macros.pages.passages import Passagen, concept_texts
from tests.leistung.larger_site import write_larger_project
from tests.leistung.measure import Messung, measure
from tests.leistung.plain_site import write_plain_site

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
RUNS = 5
# Python keeps compiled modules, as on any machine where somebody works.
KEEP = {"PYTHONDONTWRITEBYTECODE": ""}


def main() -> None:
    """Measure the shipped regions, then a grown Musterkreis, and print the figures."""
    for slug in ("musterkreis", "kreis-soest"):
        command = [str(BIN / "rahmen"), "pruefen"]
        print(f"rahmen pruefen, {slug}: {measure(command, ROOT, {**KEEP, 'REGION': slug}, RUNS)}")
    for slug in ("musterkreis", "kreis-soest"):
        _concepts(slug)
    for slug, chapters in (("musterkreis", 0), ("kreis-soest", 0), ("musterkreis", 120)):
        with tempfile.TemporaryDirectory() as name:
            _compare(slug, chapters, Path(name))


def _concepts(slug: str) -> None:
    """Make the files for the schuleigenes Konzept, each time from the beginning."""
    bestand = load_region(ROOT, slug, stichtag_today()).bestand
    if bestand is None:
        raise SystemExit(f"{slug} hat Fehler; rahmen pruefen zeigt sie.")
    pages = check_site(ROOT, bestand)
    best, count = float("inf"), 0
    for _ in range(RUNS):
        concept_word.cache_clear()
        start = time.perf_counter()
        texte = concept_texts(Passagen(pages.seiten, pages.lauf), bestand)
        count = len(concept_files(bestand, bestand.fassung(), texte)) // 2
        best = min(best, time.perf_counter() - start)
    print(f"Muster, {slug}: {count} Dateien als Word und Markdown in {best:.2f} s, "
          f"100 davon in {best / count * 100:.2f} s")  # fmt: skip


def _compare(slug: str, chapters: int, folder: Path) -> None:
    """Build a region with macros and data, and the same finished pages as plain Markdown."""
    root = ROOT
    if chapters:
        root = folder / "projekt"
        root.mkdir()
        write_larger_project(ROOT, root, chapters)
    geladen = load_region(root, slug, stichtag_today())
    if geladen.bestand is None:
        raise SystemExit(f"{slug} hat Fehler; rahmen pruefen zeigt sie.")
    pages = check_site(root, geladen.bestand)
    plain_root = folder / "schlicht"
    plain_root.mkdir()
    write_plain_site(root, plain_root, geladen.bestand, pages)
    build = [str(BIN / "mkdocs"), "build", "--site-dir"]
    ours: list[Messung] = []
    plain: list[Messung] = []
    # In turns, so that a busy moment of the machine meets both.
    for _ in range(RUNS):
        env = {**KEEP, "REGION": slug}
        ours.append(measure([*build, str(folder / "a")], root, env, 1))
        plain.append(measure([*build, str(folder / "b")], plain_root, KEEP, 1))
    best_ours = min(messung.best for messung in ours)
    best_plain = min(messung.best for messung in plain)
    memory = max(messung.megabytes for messung in ours)
    print(
        f"{slug}, {len(pages.seiten)} Seiten: mit Makros und Daten {best_ours:.2f} s, "
        f"dieselben fertigen Seiten als Markdown {best_plain:.2f} s, "
        f"Verhältnis {best_ours / best_plain:.2f}; Speicher bis {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
