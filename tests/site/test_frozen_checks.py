"""On frozen pages only counts what says that they do not render, do not link or are not safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.model.bestand import Bestand
from macros.model.findings import REGISTER, Befund, Regel, Stufe
from macros.model.load_region import load_region
from macros.pages import concept_rules
from macros.pages.check import check_site
from macros.pages.frozen_rules import BLEIBEN, ENTFALLEN
from macros.site.load import load
from macros.site.order import VARIABLE, Art, Bauauftrag
from macros.site.tree import target_tree
from tests.site.small_project import build, order, write_project

STICHTAG = date(2026, 9, 15)


def found(
    folder: Path, name: str, pages: dict[str, tuple[str, str]], auftrag: Bauauftrag | None = None
) -> list[Befund]:
    """Return the Fehler of a tree with some pages more."""
    root = write_project(folder / "quelle", name, pages)
    bestand = bestand_of(root)
    baum = target_tree(auftrag or order(name), bestand)
    return [b for b in check_site(root, bestand, baum).befunde if b.stufe is Stufe.FEHLER]


def bestand_of(root: Path) -> Bestand:
    bestand = load_region(root, "kleinkreis", STICHTAG).bestand
    assert bestand is not None
    return bestand


BLOCKS = {
    "toter Link": ("[x y](gibt-es-nicht.md)", "R-411"),
    "toter Anker": ("[x y](glossar.md#gibt-es-nicht)", "R-412"),
    "Anker auf der Seite": ("[x y](#gibt-es-nicht)", "R-412"),
    "absoluter Link": ("[x y](/glossar/)", "R-413"),
    "HTML": ("<b>x</b>", "R-408"),
    "Skript": ("<script>alert(1)</script>", "R-408"),
    "Schema": ("[x y](javascript:alert(1))", "R-409"),
    "fremdes Bild": ("![x](https://www.example.org/x.png)", "R-417"),
    "Merkmal": ("x\n{ onclick=x }", "R-410"),
    "Makro unbekannt": ("{{ kontackt('koordination') }}", "R-406"),
    "Makro mit Ausdruck": ("{{ config.site_name }}", "R-404"),
    "Makro unvollständig": ("{{ kontakt(", "R-405"),
    "Makro an falscher Stelle": ("Text {{ kontakt('koordination') }} Text", "R-407"),
    "Standard unbekannt": ("{{ standard('qs-s-99') }}", "R-406"),
    "Begriff unbekannt": ("{{ begriff('fremd') }}", "R-406"),
    "Angabe zu viel": ("{{ kontakt('koordination', 'x') }}", "R-406"),
    "unsichtbares Zeichen": ("x &#8238; y", "R-429"),
    "Steuerzeichen": ("x \u202e y", "R-012"),
}


@pytest.mark.parametrize("name", ["2025.1", "2026.1"])
@pytest.mark.parametrize(("text", "rule"), BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks(name: str, text: str, rule: str, tmp_path: Path) -> None:
    befunde = found(tmp_path, name, {"seite.md": ("wortlaut", f"# Seite\n\n{text}\n")})
    assert {(b.file, b.rule) for b in befunde} == {("docs/seite.md", rule)}


CONTENT = {
    "Überschriften": "#### Sprung\n\n# Zweiter Titel\n\n## Gleich\n\n## Gleich",
    "Bild ohne Text": "![](bild.png)",
    "Link ohne Text": "[](glossar.md) und [hier](glossar.md)",
    "Tabelle": "| a | b |\n| --- | --- |\n| c |",
    "Anker doppelt": "## A { #a }\n\n## B { #a }",
    "langer Satz": "Ein " + "sehr " * 60 + "langer Satz.",
    "Kontakt weg": "{{ kontakt('weg') }}\n\n{{ kontakte(thema='weg') }}",
    "Organisation weg": "{{ organisation('weg') }}\n\n{{ organisationen(gemeinde='weg') }}",
    "Ort weg": "{{ schulen(gemeinde='weg') }}\n\n{{ zustaendige('weg') }}",
    "Zahl weg": "Es sind {{ kennzahl('weg') }} {{ region('weg') }}.",
    "live Seite weg": "[Früheres](service/frueher.md#a) und [Bild](service/bild.png)",
}


@pytest.mark.parametrize("text", CONTENT.values(), ids=CONTENT.keys())
def test_does_not_block_what_was_decided(text: str, tmp_path: Path) -> None:
    pages = {"seite.md": ("wortlaut", f"# Seite\n\n{text}\n")}
    root = write_project(tmp_path / "projekt", "2025.1", pages)
    (root / "docs" / "bild.png").write_bytes(b"x")
    bestand = bestand_of(root)
    assert check_site(root, bestand, target_tree(order("2025.1"), bestand)).befunde == []


@pytest.mark.parametrize("text", ["## Gut\n\n#### Sprung", "{{ kontakt('weg') }}"])
def test_the_same_blocks_a_draft(text: str, tmp_path: Path) -> None:
    pages = {"standards/neu.md": ("wortlaut", f"# Seite\n\n{text}\n")}
    assert len(found(tmp_path, "entwurf", pages)) == 1


def test_live_pages_of_the_fassung_in_force_are_not_frozen(tmp_path: Path) -> None:
    pages = {"service/netzwerk.md": ("live", "# Netz\n\n#### Sprung\n\n{{ kontakt('weg') }}\n")}
    assert [b.rule for b in found(tmp_path, "2026.1", pages)] == ["R-419", "R-406"]


def test_live_pages_are_not_checked_in_old_trees(tmp_path: Path) -> None:
    pages = {"service/netzwerk.md": ("live", "# Netz\n\n<b>x</b>\n\n## Rat { #rat }\n")}
    assert found(tmp_path, "2025.1", pages) == []


def test_every_rule_for_pages_is_judged() -> None:
    pages = {nummer for nummer in REGISTER.regeln if "R-400" <= nummer < "R-450"} | {
        rule.nummer for rule in vars(concept_rules).values() if isinstance(rule, Regel)
    }
    assert pages <= BLEIBEN | ENTFALLEN
    assert not BLEIBEN & ENTFALLEN


def test_content_rules_spare_a_frozen_catalogue(tmp_path: Path) -> None:
    root = write_project(tmp_path / "projekt", "2025.1")
    path = root / "data/katalog/standards.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("dimension: struktur", "dimension: ergebnis", 1),
        encoding="utf-8",
    )
    assert load_region(root, "kleinkreis", STICHTAG).bestand is None
    assert load_region(root, "kleinkreis", STICHTAG, katalog_gefroren=True).bestand is not None


def test_an_unknown_fassung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    auftrag = order("2025.1")
    links = tuple(
        replace(link, name="2024.9") if link.art is Art.ABGELOEST else link
        for link in auftrag.fassungen
    )
    path = tmp_path / "auftrag.json"
    text = replace(auftrag, fassung="2024.9", fassungen=links).to_json()
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    stoff = load(write_project(tmp_path / "projekt", "2025.1"), "kleinkreis")
    assert [(b.rule, b.message) for b in stoff.befunde] == [
        ("R-712", "Die Fassung 2024.9 steht nicht in region.yml.")
    ]


def test_a_broken_order_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "auftrag.json"
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    stoff = load(write_project(tmp_path / "projekt", "2025.1"), "kleinkreis")
    assert [b.rule for b in stoff.befunde] == ["R-712"]
    assert stoff.bestand is None


def test_a_dead_link_ends_the_build_of_an_old_tree(tmp_path: Path) -> None:
    pages = {"seite.md": ("wortlaut", "# Seite\n\n[Glossar](glosar.md)\n")}
    root = write_project(tmp_path / "projekt", "2025.1", pages)
    result = build(root, tmp_path / "site", order("2025.1"))
    assert result.returncode == 1
    assert "FEHLER R-411 · docs/seite.md, Zeile 9, Spalte 11" in result.stdout + result.stderr
    assert not (tmp_path / "site").exists()


def test_an_old_tree_builds_without_the_sources_of_live_pages(tmp_path: Path) -> None:
    root = write_project(tmp_path / "projekt", "2025.1")
    for path in (root / "docs" / "service").iterdir():
        path.unlink()
    (root / "docs" / "service").rmdir()
    result = build(root, tmp_path / "site", order("2025.1"))
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "site" / "konzept" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../2026.1/service/netzwerk/#rat"' in page


def test_an_ordinary_build_knows_no_other_fassungen(tmp_path: Path) -> None:
    pages = {"standards/neu.md": ("wortlaut", "# Neu\n\n{{ fassung() }}\n")}
    root = write_project(tmp_path / "projekt", "entwurf", pages)
    (root / "docs" / "umbenannt.yml").write_text("alt.md: glossar.md\n", encoding="utf-8")
    result = build(root, tmp_path / "site", None)
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "site/standards/neu/index.html").read_text(encoding="utf-8")
    assert "Fassung 2026.1, beschlossen am" in page
    assert 'aria-label="Fassungen"' not in page
    assert "fassungshinweis" not in page
    assert not (tmp_path / "site" / "umbenannt.yml").exists()
