"""The real ``mkdocs build --strict``: both regions, German messages, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from bs4 import BeautifulSoup

from macros.exports.kinderschutz_file import DATEI as PHONE
from macros.pages.placeholders import LEFT_OVER
from macros.site.assets import STYLESHEET
from tests.browser.built_site import ROOT, build, mkdocs


@pytest.fixture(scope="module", params=["musterkreis", "kreis-soest"])
def region(request: pytest.FixtureRequest) -> str:
    """Return each shipped region in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def site(region: str, shared: Path) -> Path:
    """Return a region's finished site."""
    return build(region, shared)


def test_every_page_is_built(site: Path, region: str) -> None:
    written = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    for uri in written:
        folder = uri.removesuffix("index.md").removesuffix(".md")
        assert (site / folder / "index.html").is_file(), uri
    towns = [p for p in (site / "service/gemeinden").iterdir() if (p / "index.html").is_file()]
    assert len(towns) == {"musterkreis": 6, "kreis-soest": 14}[region]
    assert not (site / "nav.yml").exists()


def test_no_file_is_published_that_no_page_loads(site: Path) -> None:
    published = {p.relative_to(site).as_posix() for p in (site / "assets").rglob("*.*")}
    search = {path for path in published if path.startswith("assets/javascripts/")}
    assert {path.rpartition("/")[2].partition(".")[0] for path in search} == {"search", "lunr"}
    assert {path for path in published if path.endswith(".css")} == {STYLESHEET}
    assert not [path for path in published if path.endswith(".map")]
    pages = "".join(p.read_text(encoding="utf-8") for p in site.rglob("*.html"))
    modules = "".join(p.read_text(encoding="utf-8") for p in (site / "assets/js").glob("*.js"))
    for path in published - {path for path in search if "lunr" in path}:
        name = path.rpartition("/")[2]
        assert name in pages or f"./{name}" in modules, path


def test_every_sheet_of_the_theme_is_in_the_one_that_is_published(site: Path) -> None:
    joined = (site / STYLESHEET).read_text(encoding="utf-8")
    sheets = sorted((ROOT / "overrides/assets/css").glob("*.css"))
    assert len(sheets) > 10
    places = {path.stem: joined.index(path.read_text(encoding="utf-8")) for path in sheets}
    assert min(places, key=lambda name: places[name]) == "tokens"
    assert max(places, key=lambda name: places[name]) == "print"


def _pages(site: Path) -> list[Path]:
    """Return the files of all pages; the file for the phone has no head and no foot."""
    return [path for path in site.rglob("*.html") if not path.as_posix().endswith(f"/{PHONE}")]


def test_the_logo_stands_on_every_page(site: Path, region: str) -> None:
    for path in _pages(site):
        logo = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("header img")
        assert [image["alt"] for image in logo] == {
            "musterkreis": ["Zeichen des Musterkreises"],
            "kreis-soest": [],
        }[region], path


def test_pages_hold_nothing_unfinished(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "{{" not in text and "{%" not in text, path
        assert "Traceback" not in text and "Macro Rendering Error" not in text, path
        assert not LEFT_OVER.search(text), path


def test_pages_say_which_region_they_are_about(site: Path, region: str) -> None:
    words = {"musterkreis": "im Musterkreis", "kreis-soest": "im Kreis Soest"}[region]
    for path in _pages(site):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert soup.title is not None
        assert f"Rahmenkonzept Schulsozialarbeit {words}" in soup.title.get_text(), path
        html = soup.html
        assert html is not None and html["lang"] == "de", path


def test_the_search_finds_what_macros_give(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    text = json.dumps(index, ensure_ascii=False)
    assert "service/gemeinden/" in text
    assert "Schulform" in text
    assert not LEFT_OVER.search(text)
    docs = {doc["location"]: doc["text"] for doc in index["docs"]}
    assert "QS-S-01" in " ".join(text for at, text in docs.items() if at.startswith("standards/"))


def test_open_data_is_published(site: Path) -> None:
    for name in ("schulen", "stellen", "kontakte", "organisationen", "standards"):
        for ending in ("csv", "json", "schema.json"):
            assert (site / f"service/daten/{name}.{ending}").stat().st_size > 0


def test_kreis_soest_shows_all_schools(shared: Path) -> None:
    site = build("kreis-soest", shared)
    html = (site / "service/schulen/index.html").read_text(encoding="utf-8")
    rows = BeautifulSoup(html, "html.parser").select("tbody th[scope=row]")
    assert len({row.get_text(" ", strip=True) for row in rows}) >= 100
    assert len(rows) >= 107


def test_an_unknown_id_ends_the_build_with_a_german_message(project: Path, tmp_path: Path) -> None:
    page = project / "docs/glossar.md"
    text = page.read_text(encoding="utf-8")
    line = text.count("\n") + 2
    page.write_text(f'{text}\n{{{{ kontakt("kordination") }}}}\n', encoding="utf-8")
    result = mkdocs(project, tmp_path / "site")
    assert result.returncode == 1
    told = result.stdout + result.stderr
    assert f"FEHLER R-406 · docs/glossar.md, Zeile {line}, Spalte 1\n  Die Kennung" in told
    assert "Meinten Sie „koordination“?" in told
    assert "So geht's: " in told
    for foreign in ("Traceback", "Error", str(tmp_path), str(ROOT)):
        assert foreign not in told


def test_all_faults_of_all_pages_are_told_at_once(project: Path, tmp_path: Path) -> None:
    for name, fault in (
        ("glossar", "{{ 7 * 7 }}"),
        ("index", "<b>"),
        ("konzept-schreiben", "[](x.md)"),
    ):
        with (project / f"docs/{name}.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{fault}\n")
    result = mkdocs(project, tmp_path / "site")
    assert result.returncode == 1
    for rule in ("R-404 · docs/glossar.md", "R-408 · docs/index.md", "R-414 · docs/konzept"):
        assert rule in result.stdout + result.stderr


# environment, and what the message must say
ENVIRONMENTS: Final = [
    ({"REGION": "musterkries"}, "Meinten Sie „musterkreis“?"),
    ({"RAHMEN_STICHTAG": "morgen"}, "enthält kein Datum"),
    ({"RAHMEN_PERSONEN": "/gibt/es/nicht.yml"}, "R-0"),
]


@pytest.mark.parametrize(("variables", "words"), ENVIRONMENTS)
def test_a_wrong_environment_is_told(variables: dict[str, str], words: str, tmp_path: Path) -> None:
    result = mkdocs(ROOT, tmp_path / "site", **variables)
    told = result.stdout + result.stderr
    assert result.returncode == 1, told
    assert words in told
    assert "Traceback" not in told


def test_without_the_sandbox_nothing_is_built(project: Path, tmp_path: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    start, end = settings.index("  - macros:"), settings.index("extra:")
    (project / "mkdocs.yml").write_text(settings[:start] + settings[end:], encoding="utf-8")
    result = mkdocs(project, tmp_path / "site")
    assert result.returncode == 1
    assert "R-709" in result.stdout + result.stderr
    assert not (tmp_path / "site").exists()


def test_two_builds_are_the_same_to_the_byte(shared: Path, tmp_path: Path) -> None:
    first, second = build("musterkreis", shared), tmp_path / "b"
    result = mkdocs(ROOT, second)
    assert result.returncode == 0, result.stderr
    names = {p.relative_to(first) for p in first.rglob("*") if p.is_file()}
    assert names == {p.relative_to(second) for p in second.rglob("*") if p.is_file()}
    different = [n for n in names if (first / n).read_bytes() != (second / n).read_bytes()]
    assert different == []


LEGAL: Final = {
    "Barriere melden": "service/barriere-melden/",
    "Barrierefreiheit": "service/barrierefreiheit/",
    "Datenschutz": "service/datenschutz/",
    "Impressum": "service/impressum/",
}


def test_the_legal_links_stand_in_the_footer_of_every_page(site: Path) -> None:
    for path in _pages(site):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        links = {a.get_text(): str(a["href"]) for a in soup.select("footer a[href]")}
        for name, address in LEGAL.items():
            if path.name == "404.html":  # shown anywhere, so its links start at the root
                assert links[name].startswith("/") and links[name].endswith(address), (path, name)
            else:
                assert (path.parent / links[name]).resolve() == (site / address).resolve(), path
        paper = soup.select_one("footer .fuss__papier")
        assert paper is not None, path
        assert all(f".example.org/{address}" in paper.get_text() for address in LEGAL.values())


def test_no_page_names_a_law_that_no_longer_holds(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.parent.name == "regeln":  # shows what the rule against them refuses
            continue
        text = path.read_text(encoding="utf-8").replace("\u00a0", " ")
        for law in ("§ 5 TMG", "TTDSG", "§ 55 RStV", "Telemediengesetz"):
            assert law not in text, (path, law)


def test_the_statement_is_published_for_programs_too(site: Path) -> None:
    statement = json.loads((site / "service/barrierefreiheit.json").read_text(encoding="utf-8"))
    page = (site / "service/barrierefreiheit/index.html").read_text(encoding="utf-8")
    assert (site / "service" / statement["schema"]).is_file()
    assert statement["rueckmeldung"]["email"] in page
    assert statement["durchsetzung"]["verfahren"] in page


def test_a_demonstration_carries_the_imprint_of_its_operator(site: Path, region: str) -> None:
    page = (site / "service/impressum/index.html").read_text(encoding="utf-8")
    assert "Dieses Impressum nennt, wer die Vorführung betreibt." in page
    operator = {"musterkreis": "Musterkreis", "kreis-soest": "Erfundener Betreiber, keine Behörde"}
    assert operator[region] in page


def test_a_binding_chapter_says_since_when(site: Path, region: str) -> None:
    html = (site / "aufgaben/beratung/index.html").read_text(encoding="utf-8")
    mark = BeautifulSoup(html, "html.parser").select_one("p.bindung")
    assert mark is not None
    said = mark.get_text().replace("\u00a0", " ")
    expected = {
        "musterkreis": "beschlossen, in Kraft seit 20. November 2026",
        "kreis-soest": "noch nicht beschlossen",
    }
    assert expected[region] in said
