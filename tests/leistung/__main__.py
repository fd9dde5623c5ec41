"""`make leistung`: prints how long checking and building take, and what macros and data add."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from macros.model.clock import stichtag_today
from macros.model.load_region import load_region
from macros.pages.check import check_site
from tests.leistung.measure import measure
from tests.leistung.plain_site import write_plain_site

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
RUNS = 5


def main() -> None:
    """Measure the shipped regions and print the figures."""
    for slug in ("musterkreis", "kreis-soest"):
        print(f"\n{slug}")
        env = {"REGION": slug}
        print(f"  rahmen pruefen: {measure([str(BIN / 'rahmen'), 'pruefen'], ROOT, env, RUNS)}")
        geladen = load_region(ROOT, slug, stichtag_today())
        if geladen.bestand is None:
            raise SystemExit(f"{slug} hat Fehler; rahmen pruefen zeigt sie.")
        pages = check_site(ROOT, geladen.bestand)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_plain_site(ROOT, folder, geladen.bestand, pages)
            build = [str(BIN / "mkdocs"), "build", "--site-dir"]
            # In turns, so that a busy moment of the machine meets both.
            ours, plain = [], []
            for _ in range(RUNS):
                ours.append(measure([*build, str(folder / "ours")], ROOT, env, 1))
                plain.append(measure([*build, str(folder / "plain")], folder, {}, 1))
        best_ours = min(m.best for m in ours)
        best_plain = min(m.best for m in plain)
        print(f"  mkdocs build mit Makros und Daten, {len(pages.seiten)} Seiten: {best_ours:.2f} s")
        print(f"  mkdocs build derselben fertigen Seiten als Markdown: {best_plain:.2f} s")
        print(f"  Verhältnis: {best_ours / best_plain:.2f} (Ziel: höchstens 1,25)")
        print(f"  Speicher aller Läufe: bis {max(m.megabytes for m in ours):.0f} MB")


if __name__ == "__main__":
    main()
