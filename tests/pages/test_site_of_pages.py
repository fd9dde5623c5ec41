"""All pages together: links, anchors, menu, files that do not belong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from macros.model.records import Aufgabe, Konzeptabschnitt, Standard, Vorhaben
from macros.pages.check import check_pages
from tests.musterkreis import musterkreis

from .fixtures_pages import KOPF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.bestand import Bestand
    from macros.model.record import Record


@pytest.fixture(scope="module")
def bestand(bestand: Bestand) -> Bestand:
    """Return the data with nothing that names a chapter or a page: here are only a few."""
    loose = {s.id: s.model_copy(update={"kapitel": None}) for s in bestand.alle(Standard)}
    tables: dict[type[Record], Mapping[str, Record]] = {**bestand.tables, Standard: loose}
    tables |= {typ: {} for typ in (Konzeptabschnitt, Aufgabe, Vorhaben)}
    return replace(bestand, tables=tables)


# What the generated pages of the municipalities link to; each test starts from these.
BASE: Final = {
    "index.md": "# Start",
    "glossar.md": "## Begriffe\n\n## Für Schulen",
    "service/schulen.md": "Schulen",
    "service/kontakte.md": "{{ kontakte() }}",
    "service/netzwerk.md": "Netzwerk",
}
NAV: Final = "".join(f"- Seite {n}: {uri}\n" for n, uri in enumerate(BASE))


def project(root: Path, pages: dict[str, str], nav: str = NAV) -> Path:
    docs = root / "docs"
    for uri, body in (BASE | pages).items():
        path = docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(KOPF + body, encoding="utf-8")
    (docs / "nav.yml").write_text(nav, encoding="utf-8")
    return root


def told(root: Path, bestand: Bestand) -> list[tuple[str, str, int, int]]:
    return [(b.rule, b.file, b.line, b.column) for b in check_pages(root, bestand)]


def test_sound_pages_have_no_findings(tmp_path: Path, bestand: Bestand) -> None:
    assert check_pages(project(tmp_path, {}), bestand) == []


# body of index.md, expected rule and column on line 7, and what the message must say
LINKS: Final = [
    ("[x1](glossar.md)", None, ""),
    ("[x1](glossar.md#begriffe)", None, ""),
    ("[x1](glossar.md#fuer-schulen)", None, ""),
    ("[x1](service/kontakte.md#koordination)", None, ""),
    ("[x1](service/gemeinden/seehausen.md)", None, ""),
    ("[x1](service/gemeinden/seehausen.md#schulen)", None, ""),
    ("[x1](service/daten/schulen.csv)", None, ""),
    ("[x1](https://www.example.org/glossar.md)", None, ""),
    ("[x1](service/kontakt.md)", ("R-411", 6), "Meinten Sie „service/kontakte.md“?"),
    ("[x1](Glossar.md)", ("R-411", 6), "Meinten Sie „glossar.md“?"),
    ("[x1](glossar/)", ("R-411", 6), "Meinten Sie „glossar.md“?"),
    ("[x1](glossar.html)", ("R-411", 6), "Meinten Sie „glossar.md“?"),
    ("[x1](kontakte.md)", ("R-411", 6), "Meinten Sie „service/kontakte.md“?"),
    ("[x1](../glossar.md)", ("R-411", 6), "Meinten Sie „glossar.md“?"),
    ("[x1](../../../etc/passwd)", ("R-411", 6), ""),
    ("[x1](voellig-anders.md)", ("R-411", 6), ""),
    ("![Bild](bild.png)", ("R-411", 9), ""),
    ("[x1](#begriffe)", ("R-412", 6), "auf dieser Seite"),
    ("[x1](glossar.md#begrife)", ("R-412", 6), "Meinten Sie „#begriffe“?"),
    ("[x1](service/kontakte.md#kordination)", ("R-412", 6), "„#koordination“"),
]


@pytest.mark.parametrize(("body", "expected", "words"), LINKS)
def test_links_lead_somewhere(
    body: str, expected: tuple[str, int] | None, words: str, tmp_path: Path, bestand: Bestand
) -> None:
    befunde = check_pages(project(tmp_path, {"index.md": body}), bestand)
    place = [(b.rule, b.file, b.line, b.column) for b in befunde]
    assert place == ([(expected[0], "docs/index.md", 7, expected[1])] if expected else [])
    assert all(words in b.message for b in befunde), befunde


def test_data_names_only_pages_that_are_there(tmp_path: Path, bestand: Bestand) -> None:
    aufgabe = musterkreis().alle(Aufgabe)[1]
    schulen, kontakte, zahlen = aufgabe.seiten
    named = replace(bestand, tables={**bestand.tables, Aufgabe: {aufgabe.id: aufgabe}})
    (befund,) = check_pages(project(tmp_path, {}), named)
    assert (schulen.seite, kontakte.seite) == ("service/schulen", "service/kontakte")
    assert (befund.rule, befund.path) == ("R-595", f"{aufgabe.id}.seiten.2.seite")
    assert f"„{zahlen.seite}“ gibt es nicht" in befund.message


def test_a_link_to_the_same_page_twice_is_told_twice(tmp_path: Path, bestand: Bestand) -> None:
    root = project(tmp_path, {"index.md": "[a1](x.md)\n\n[b2](x.md)"})
    assert [(b.rule, b.line) for b in check_pages(root, bestand)] == [("R-411", 7), ("R-411", 9)]


MENUES: Final = [
    (NAV + "- Fehlt: service/kontakt.md\n", [("R-424", "docs/nav.yml", 6, 10)]),
    (NAV.replace("- Seite 1: glossar.md\n", ""), [("R-423", "docs/glossar.md", 1, 1)]),
    (NAV + "- Doppelt: index.md\n", [("R-425", "docs/nav.yml", 6, 12)]),
    (NAV + "- index.md\n", [("R-425", "docs/nav.yml", 6, 3)]),
    (NAV + '- "<b>x</b>": index.md\n', [("R-425", "docs/nav.yml", 6, 3)]),
    (NAV + '- "{{ x }}": index.md\n', [("R-425", "docs/nav.yml", 6, 3)]),
    ("Start: index.md\n", [("R-425", "docs/nav.yml", 1, 1)]),
    (NAV + "- A:\n    - B\n", [("R-425", "docs/nav.yml", 7, 7)]),
    (NAV.replace("0: index", "0: &x index"), [("R-014", "docs/nav.yml", 1, 12)]),
]


@pytest.mark.parametrize(("nav", "expected"), MENUES)
def test_the_menu_and_the_pages_agree(
    nav: str, expected: list[tuple[str, str, int, int]], tmp_path: Path, bestand: Bestand
) -> None:
    assert told(project(tmp_path, {}, nav), bestand) == expected


def test_a_missing_menu_is_told(tmp_path: Path, bestand: Bestand) -> None:
    root = project(tmp_path, {})
    (root / "docs/nav.yml").unlink()
    assert told(root, bestand) == [("R-425", "docs/nav.yml", 1, 1)]


STRANGERS: Final = ["seite.html", "x.js", "x.svg", "x.css", "daten.yml", "x.MD", "LIES.txt"]


@pytest.mark.parametrize("name", STRANGERS)
def test_other_files_below_docs_are_refused(name: str, tmp_path: Path, bestand: Bestand) -> None:
    root = project(tmp_path, {})
    (root / "docs/service" / name).write_text("<script>alert(1)</script>", encoding="utf-8")
    assert told(root, bestand) == [("R-428", f"docs/service/{name}", 1, 1)]


def test_a_linked_image_is_refused(tmp_path: Path, bestand: Bestand) -> None:
    root = project(tmp_path, {})
    (tmp_path / "geheim.png").write_bytes(b"x")
    (root / "docs/bild.png").symlink_to(tmp_path / "geheim.png")
    assert told(root, bestand) == [("R-428", "docs/bild.png", 1, 1)]


def test_images_and_pdf_may_lie_beside_the_pages(tmp_path: Path, bestand: Bestand) -> None:
    root = project(tmp_path, {"index.md": "![Bild](bild.png) und [Papier](papier.pdf)"})
    (root / "docs/bild.png").write_bytes(b"x")
    (root / "docs/papier.pdf").write_bytes(b"x")
    assert check_pages(root, bestand) == []


def test_all_findings_of_all_pages_come_at_once_and_sorted(
    tmp_path: Path, bestand: Bestand
) -> None:
    root = project(tmp_path, {"index.md": "{{ x }}\n\n<b>", "glossar.md": "### Sprung"})
    assert told(root, bestand) == [
        ("R-419", "docs/glossar.md", 7, 1),
        ("R-404", "docs/index.md", 7, 1),
        ("R-408", "docs/index.md", 9, 1),
    ]
