"""`rahmen regionen`: all regions below one start page, or the folder stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from macros.__main__ import rahmen
from macros.exports.new_region import NeueRegion, region_files
from macros.model.records.region import Land, Regionsart
from macros.site import csp
from tests.publish.project import change, tree, write
from tests.stichtag import STICHTAG

from .project_copy import copy_project

NAMES = {"anderland": "Kreis Ander & Land", "beispielort": "Beispielort"}


def regionen(ziel: Path, *slugs: str) -> Result:
    """Build the regions named, or the two small ones."""
    chosen = [word for slug in slugs or NAMES for word in ("--region", slug)]
    return CliRunner().invoke(rahmen, ["regionen", "--ziel", str(ziel), *chosen])


@pytest.fixture(scope="module")
def projekt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with two new, small regions."""
    root = tmp_path_factory.mktemp("regionen") / "projekt"
    copy_project(root)
    for slug, art in zip(NAMES, Regionsart, strict=True):
        neu = NeueRegion(slug, NAMES[slug], f"in {NAMES[slug]}", art, Land.NI)
        files = region_files(neu, STICHTAG)
        write(root, {f"data/regionen/{slug}/{path}": text for path, text in files.items()})
    return root


@pytest.fixture(autouse=True)
def here(projekt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(projekt)
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    monkeypatch.delenv("REGION", raising=False)


@pytest.fixture(scope="module")
def gebaut(projekt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both regions, built once."""
    ziel = tmp_path_factory.mktemp("ziel") / "Alle Regionen"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(projekt)
        patch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
        done = regionen(ziel)
    assert done.exit_code == 0, done.output
    return ziel


def test_all_regions_lie_below_one_start_page(gebaut: Path) -> None:
    assert sorted(path.name for path in gebaut.iterdir() if path.is_dir()) == list(NAMES)
    page = BeautifulSoup((gebaut / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = {str(link["href"]): link.text for link in page.select("main a")}
    assert links == {f"{slug}/": name for slug, name in NAMES.items()}
    for href, name in links.items():
        own = BeautifulSoup((gebaut / href / "index.html").read_text("utf-8"), "html.parser")
        assert name in own.get_text()


def test_the_start_page_asks_nobody_else(gebaut: Path) -> None:
    page = BeautifulSoup((gebaut / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.html is not None
    assert page.html["lang"] == "de"
    policy = page.select_one("meta[http-equiv='Content-Security-Policy']")
    assert policy is not None
    assert policy["content"] == csp.START
    assert page.select("script, style, [style]") == []
    needed = [str(tag["href"]) for tag in page.select("link")]
    assert "regionen.css" in needed
    assert [name for name in needed if not (gebaut / name).is_file()] == []
    assert len(page.select("h1")) == 1
    skip = page.select_one("a.sprung")
    assert skip is not None
    assert page.find(id=str(skip["href"]).removeprefix("#")) is not None
    assert "url(" not in (gebaut / "regionen.css").read_text(encoding="utf-8")


def test_one_region_that_fails_leaves_the_folder_as_it_was(projekt: Path, gebaut: Path) -> None:
    before = tree(gebaut)
    own = "data/regionen/anderland/region.yml"
    change(projekt, own, "art: kreis", "art: dorf")
    try:
        failed = regionen(gebaut, "anderland")
    finally:
        change(projekt, own, "art: dorf", "art: kreis")
    assert failed.exit_code == 1
    assert "misslungen: anderland" in failed.output
    assert "„dorf“ ist hier nicht erlaubt" in failed.output
    assert "Der Ordner ist unverändert." in failed.output
    assert tree(gebaut) == before
    assert [path.name for path in gebaut.parent.iterdir()] == [gebaut.name]


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("wichtig", encoding="utf-8")
    done = regionen(tmp_path)
    assert done.exit_code == 3
    assert "liegt schon etwas anderes" in done.output
    assert tree(tmp_path) == {"brief.txt": b"wichtig"}


def test_the_sources_are_no_target(projekt: Path) -> None:
    done = regionen(projekt / "data")
    assert done.exit_code == 3
    assert "gehört zu den Quellen" in done.output


def test_an_unknown_region_is_refused(tmp_path: Path) -> None:
    done = regionen(tmp_path / "x", "nix")
    assert done.exit_code == 2
    assert "Es gibt: anderland, beispielort, musterkreis." in " ".join(done.output.split())
    assert not (tmp_path / "x").exists()
