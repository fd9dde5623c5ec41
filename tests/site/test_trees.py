"""Three published trees, each from a real build, side by side as readers will get them."""

from __future__ import annotations

import html
import json
import os
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.small_project import ADRESSE, DOCS, build, order, write_project

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the three finished trees lie."""
    sources, site = tmp_path_factory.mktemp("quellen"), tmp_path_factory.mktemp("fertig")
    for name in DOCS:
        result = build(write_project(sources / name, name), site / name, order(name))
        assert result.returncode == 0, result.stdout + result.stderr
    return site


def soup(trees: Path, page: str) -> BeautifulSoup:
    return BeautifulSoup((trees / page / "index.html").read_text(encoding="utf-8"), "html.parser")


def one(parent: BeautifulSoup | Tag, selector: str) -> Tag:
    found = parent.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)}"
    return found[0]


def text(tag: Tag) -> str:
    return re.sub(r"\s+", " ", tag.get_text()).strip()


def pages(tree: Path) -> set[str]:
    return {p.relative_to(tree).parent.as_posix() for p in tree.rglob("index.html")}


def test_an_old_tree_holds_chapters_only(trees: Path) -> None:
    assert pages(trees / "2025.1") == {
        ".",
        "konzept",
        "qualitaet",
        "qualitaet/vergessen",
        "glossar",
    }
    assert not (trees / "2025.1" / "service").exists()


@pytest.mark.parametrize("name", ["2026.1", "entwurf"])
def test_live_trees_hold_the_live_pages(name: str, trees: Path) -> None:
    assert {"service/kontakte", "service/gemeinden/uferdorf"} <= pages(trees / name)
    assert (trees / name / "service/daten/schulen.csv").is_file()


def test_every_link_across_the_trees_leads_somewhere(trees: Path) -> None:
    crossing = 0
    for path in trees.rglob("*.html"):
        for tag in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("a[href]"):
            href = str(tag["href"])
            parts = urlsplit(href)
            if parts.scheme or href.startswith("#"):
                continue
            here = path.parent.relative_to(trees).as_posix()
            way = posixpath.join("/konzept", here, parts.path)
            target = posixpath.normpath(way).removeprefix("/konzept/")
            crossing += target.split("/")[0] != here.split("/")[0]
            found = trees / target
            found = found / "index.html" if found.is_dir() else found
            assert found.is_file(), f"{path.relative_to(trees)}: {href}"
            if parts.fragment:
                assert f'id="{html.escape(parts.fragment)}"' in found.read_text(encoding="utf-8")
    assert crossing > 50


def test_no_link_names_a_host_of_ours(trees: Path) -> None:
    for path in trees.rglob("*.html"):
        body = one(BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser"), "body")
        assert not body.select(f'a[href^="{ADRESSE}"]')


# A way that ends with „?“ leads to the nearest page, because the page itself is not there.
SAME_PAGE = {
    "2025.1/konzept": "../../2026.1/konzept-schreiben/ ./ ../../entwurf/konzept-schreiben/",
    "2025.1/qualitaet/vergessen": "../../../2026.1/? ./ ../../../entwurf/?",
    "2025.1": "../2026.1/ . ../entwurf/",
    "2026.1/konzept-schreiben": "./ ../../2025.1/konzept/ ../../entwurf/konzept-schreiben/",
    "2026.1/service/kontakte": "./ ../../../2025.1/? ../../../entwurf/service/kontakte/",
    "2026.1/service/gemeinden/uferdorf": (
        "./ ../../../../2025.1/? ../../../../entwurf/service/gemeinden/uferdorf/"
    ),
    "entwurf/standards/neu": "../../../2026.1/standards/? ../../../2025.1/? ./",
    "entwurf/glossar": "../../2026.1/glossar/ ../../2025.1/glossar/ ./",
}


@pytest.mark.parametrize("page", SAME_PAGE)
def test_the_list_leads_to_the_same_or_nearest_page(page: str, trees: Path) -> None:
    nav = one(soup(trees, page), 'nav[aria-label="Fassungen"]')
    entries = nav.select("details > ul > li")
    links = [one(entry, "a") for entry in entries]
    ways = [
        str(a["href"]) + "?" * ("gibt es dort nicht" in text(entry))
        for a, entry in zip(links, entries, strict=True)
    ]
    assert ways == SAME_PAGE[page].split()
    assert [text(a) for a in links] == ["Fassung 2026.1", "Fassung 2025.1", "Entwurf"]
    assert [a.get("aria-current") for a in links] == [
        "page" if way in (".", "./") else None for way in ways
    ]
    assert [text(one(entry, "span")).partition(";")[0] for entry in entries] == [
        "aktuell, beschlossen am 18. Juni 2026",
        "abgelöst, beschlossen am 12. Juni 2025, berichtigt am 2. September 2026",
        "noch nicht beschlossen",
    ]


def test_the_list_works_without_scripts_and_storage(trees: Path) -> None:
    nav = one(soup(trees, "2026.1"), 'nav[aria-label="Fassungen"]')
    assert one(nav, "details > summary")
    assert "hidden" not in str(nav)
    assert not nav.select("button, [data-], script")


def test_the_error_page_leads_to_the_start_pages(trees: Path) -> None:
    page = (trees / "2025.1" / "404.html").read_text(encoding="utf-8")
    found = BeautifulSoup(page, "html.parser")
    links = [str(a["href"]) for a in found.select('nav[aria-label="Fassungen"] a')]
    ways = [posixpath.normpath(urlsplit(link).path) for link in links]
    assert ways == ["/konzept/2026.1", "/konzept/2025.1", "/konzept/entwurf"]
    main = one(found, "main")
    assert not main.select('a[href*="konzept-schreiben"]')
    service = [posixpath.normpath(str(a["href"])) for a in main.select('a[href*="service"]')]
    assert service == [
        "/konzept/2026.1/service/kontakte",
        "/konzept/2026.1/service/aenderung-vorschlagen",
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("2025.1/konzept", "Diese Seite in der Fassung 2026.1"),
        ("2025.1", "Diese Seite in der Fassung 2026.1"),
        ("2025.1/qualitaet/vergessen", "Weiter zur Fassung 2026.1"),
    ],
)
def test_an_old_page_says_so(page: str, said: str, trees: Path) -> None:
    found = soup(trees, page)
    banner = one(found, "header.kopf .fassungshinweis")
    assert text(banner) == f"Diese Fassung 2025.1 ist abgelöst. Aktuell ist 2026.1. {said}"
    stand = text(one(found, ".text__stand"))
    assert stand.startswith("Wortlaut beschlossen am 12. Juni 2025, Kontakte aktuell")


def test_a_corrected_page_says_when_and_why_outside_of_its_wording(trees: Path) -> None:
    found = soup(trees, "2025.1/konzept")
    assert [text(p) for p in found.select(".text__kopf .text__berichtigt")] == [
        "Berichtigt am 5. März 2026: Eine Person war mit Namen genannt.",
        "Berichtigt am 2. September 2026: Schreibfehler & „Zeichen“.",
    ]
    assert "Berichtigt" not in text(one(found, ".text__koerper"))
    # The other pages of the Fassung, and the same page in another one, read as decided.
    for page in ("2025.1", "2025.1/glossar", "2026.1/konzept-schreiben", "entwurf/glossar"):
        assert not soup(trees, page).select(".text__berichtigt")


def test_a_draft_says_so(trees: Path) -> None:
    found = soup(trees, "entwurf/standards/neu")
    assert text(one(found, ".fassungshinweis")).startswith("Entwurf. Dieser Text ist noch nicht")
    assert "Weiter zur geltenden Fassung 2026.1" in text(one(found, ".fassungshinweis"))
    assert "Entwurf" in text(one(found, "title"))
    assert "Entwurf, noch nicht beschlossen" in text(one(soup(trees, "entwurf"), "main"))


def test_the_fassung_in_force_has_no_notice(trees: Path) -> None:
    found = soup(trees, "2026.1/glossar")
    assert not found.select(".fassungshinweis")
    assert "Fassung 2026.1 · beschlossen am 18. Juni 2026" in text(one(found, ".text__stand"))


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ("2025.1", "2026.1/"),
        ("2025.1/konzept", "2026.1/konzept-schreiben/"),
        ("2025.1/qualitaet", "2026.1/"),
        ("2025.1/glossar", "2026.1/glossar/"),
        ("2026.1/glossar", "2026.1/glossar/"),
        ("2026.1/service/kontakte", "2026.1/service/kontakte/"),
        ("entwurf/glossar", "entwurf/glossar/"),
    ],
)
def test_canonical(page: str, canonical: str, trees: Path) -> None:
    assert one(soup(trees, page), 'link[rel="canonical"]')["href"] == ADRESSE + canonical


def test_only_the_fassung_in_force_is_for_search_engines(trees: Path) -> None:
    asked = {
        name: {len(soup(trees, f"{name}/{p}").select('meta[name="robots"][content="noindex"]'))
               for p in pages(trees / name)}
        for name in DOCS
    }  # fmt: skip
    assert asked == {"2025.1": {1}, "2026.1": {0}, "entwurf": {1}}


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("2025.1/konzept", ["Fassung 2025.1 (abgelöst) · beschlossen am 12. Juni 2025",
                            "Diese Fassung 2025.1 ist abgelöst. Aktuell ist 2026.1."]),
        ("2026.1/glossar", ["Fassung 2026.1 · beschlossen am 18. Juni 2026"]),
        ("entwurf/glossar", ["Entwurf, noch nicht beschlossen"]),
    ],
)  # fmt: skip
def test_paper_names_fassung_date_and_address(page: str, lines: list[str], trees: Path) -> None:
    head = text(one(soup(trees, page), ".druckkopf"))
    for line in [*lines, "Kontakte Stand 15. September 2026", f"{ADRESSE}{page}/"]:
        assert line in head


def test_what_an_old_chapter_shows(trees: Path) -> None:
    found = one(soup(trees, "2025.1/konzept"), ".text__koerper").decode_contents().strip()
    golden = GOLDEN / "alte_seite.html"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        golden.write_text(f"{found}\n", encoding="utf-8")
    assert f"{found}\n" == golden.read_text(encoding="utf-8")


def test_the_menu_of_then_leads_to_live_pages_of_today(trees: Path) -> None:
    old = one(soup(trees, "2025.1/konzept"), "nav.navigation > ul")
    assert [(text(a), a["href"]) for a in old.select("a")] == [
        ("Start", ".."),
        ("Konzept", "./"),
        ("Qualität", "../qualitaet/"),
        ("Glossar", "../glossar/"),
        ("Adressen", "../../2026.1/service/kontakte/"),
        ("Netzwerk", "../../2026.1/service/netzwerk/"),
    ]
    current = one(soup(trees, "2026.1"), "nav.navigation > ul")
    assert [(text(a), a["href"]) for a in current.select("a")][-1] == (
        "Kontakte",
        "service/kontakte/",
    )


def test_the_fassung_in_force_is_frozen_too(trees: Path) -> None:
    card = text(one(soup(trees, "2026.1/konzept-schreiben"), ".text__koerper"))
    assert "Kontakt nicht mehr verfügbar. Zuständig ist die Koordinierungsstelle, 030" in card
    assert one(soup(trees, "2026.1"), ".text__koerper a")["href"] == "./"


def test_each_tree_names_its_own_fassung(trees: Path) -> None:
    said = {name: text(one(soup(trees, name), "main")) for name in DOCS}
    assert "Fassung 2025.1, beschlossen am 12. Juni 2025" in said["2025.1"]
    assert "Fassung 2026.1, beschlossen am 18. Juni 2026" in said["2026.1"]


def test_each_tree_can_be_searched(trees: Path) -> None:
    for name in DOCS:
        index = json.loads((trees / name / "search/search_index.json").read_text(encoding="utf-8"))
        live = [d["location"] for d in index["docs"] if d["location"].startswith("service/")]
        assert bool(live) == (name != "2025.1")


def test_the_search_of_an_old_fassung_finds_the_live_pages_of_today(trees: Path) -> None:
    index = json.loads((trees / "2025.1/search/search_index.json").read_text(encoding="utf-8"))
    beside = {d["location"]: d for d in index["docs"] if d["location"].startswith("../")}
    assert "../2026.1/service/kontakte/" in beside
    town = beside["../2026.1/service/gemeinden/uferdorf/"]
    assert town["title"] == "Uferdorf"
    assert "Gesamtschule Uferdorf" in town["text"]
    assert {"099001", "03023125210"} <= set(town["titelworte"].split())
    for location in beside:
        assert (trees / "2025.1" / location / "index.html").is_file(), location
