"""The repository's papers: complete, consistent with each other, and true about what is shipped."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

import material
import pytest
import yaml

from macros.site.assets import _KEPT

ROOT: Final = Path(__file__).parents[2]
BIN: Final = Path(sys.executable).parent
THEME: Final = Path(str(material.__file__)).parent / "templates"
# Mandatory keys of publiccode.yml 0.4; https://yml.publiccode.tools/schema.core.html
REQUIRED: Final = (
    *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"),
    *("softwareType", "description", "legal.license", "maintenance.type"),
    *("localisation.localisationReady", "localisation.availableLanguages"),
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def publiccode() -> dict[str, Any]:
    loaded = yaml.safe_load(read("publiccode.yml"))
    assert isinstance(loaded, dict)
    return loaded


def value(data: dict[str, Any], path: str) -> Any:
    found: Any = data
    for key in path.split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found


@pytest.mark.parametrize("key", REQUIRED)
def test_publiccode_has_what_the_standard_demands(publiccode: dict[str, Any], key: str) -> None:
    assert value(publiccode, key) not in (None, "", [], {})


def test_publiccode_keeps_the_limits_of_the_standard(publiccode: dict[str, Any]) -> None:
    assert publiccode["softwareType"] in {"standalone/web", "standalone/other"}
    assert publiccode["developmentStatus"] in {"development", "beta", "stable"}
    assert publiccode["maintenance"]["type"] == "community"
    # Who maintains as a community, names contacts.
    assert all(contact["name"] for contact in publiccode["maintenance"]["contacts"])
    for text in publiccode["description"].values():
        assert 0 < len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_publiccode_tells_the_same_as_the_project(publiccode: dict[str, Any]) -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert publiccode["softwareVersion"] == project["version"]
    assert publiccode["legal"]["license"] == project["license"]
    assert (ROOT / "LICENSES" / f"{project['license']}.txt").is_file()


def test_each_licence_that_is_named_is_there_and_no_other() -> None:
    annotations = tomllib.loads(read("REUSE.toml"))["annotations"]
    named = {entry["SPDX-License-Identifier"] for entry in annotations}
    assert {path.stem for path in (ROOT / "LICENSES").glob("*.txt")} == named
    assert annotations[0]["path"] == "**"
    # What stands last counts; each named file is there.
    for entry in annotations:
        paths = entry["path"] if isinstance(entry["path"], list) else [entry["path"]]
        assert [path for path in paths if not any(ROOT.glob(path))] == []


def test_school_data_keeps_the_licence_that_its_region_names() -> None:
    annotations = tomllib.loads(read("REUSE.toml"))["annotations"]

    def licence(path: Path) -> str:
        """Return what counts for a file: the last entry that names it."""
        found = ""
        for entry in annotations:
            paths = entry["path"] if isinstance(entry["path"], list) else [entry["path"]]
            if any(path in set(ROOT.glob(pattern)) for pattern in paths if pattern != "**"):
                found = entry["SPDX-License-Identifier"]
        return found

    checked = 0
    for region in sorted((ROOT / "data" / "regionen").glob("*/region.yml")):
        sources = yaml.safe_load(region.read_text("utf-8")).get("quellen", ())
        if any("Datenlizenz Deutschland" in source.get("lizenz", "") for source in sources):
            schools = region.parent / "bestand" / "schulen.yml"
            assert licence(schools) == "DL-DE-BY-2.0", region.parent.name
            checked += 1
        assert licence(region) == "CC-BY-4.0", region.parent.name
    assert checked >= 1


def test_papers_name_each_other() -> None:
    contributing = read("CONTRIBUTING.md")
    assert "developercertificate.org" in contributing
    assert "git commit --signoff" in contributing
    names = ("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "README.md")
    for name in names:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name)):
            assert (ROOT / target).exists(), f"{name}: {target}"
    assert "## In English" in read("SECURITY.md")


def test_make_targets_that_papers_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    pages = ("it.md", "uebernehmen.md")
    texts = [read(f"docs/service/hilfe/{page}") for page in pages]
    texts += [read(name) for name in ("CONTRIBUTING.md", "SECURITY.md", "docs/service/lizenzen.md")]
    named = {name for text in texts for name in re.findall(r"\bmake ([a-z-]+)", text)}
    assert {"ohne-netz", "pakete", "sbom", "veroeffentlichen"} <= named
    assert named <= targets


def shipped_scripts() -> list[Path]:
    found = [path for kept in _KEPT for path in THEME.glob(f"{kept}*") if path.suffix == ".js"]
    assert len(found) >= 3
    return found


def test_each_copyright_in_shipped_scripts_is_told() -> None:
    page = read("docs/service/lizenzen.md")
    told = set()
    for path in shipped_scripts():
        found = re.findall(r"Copyright(?: \([cC]\))? (\d{4}),? ([^\n*]+)", path.read_text("utf-8"))
        told |= {(year, holder.strip()) for year, holder in found}
    assert len(told) >= 3
    assert {(y, h) for y, h in told if not re.search(rf"{y},? {re.escape(h)}", page)} == set()


def test_the_licence_of_the_theme_stands_on_the_page_word_by_word() -> None:
    files = distribution("mkdocs-material").files or []
    own = next(path for path in files if path.match("*.dist-info/licenses/LICENSE"))
    head, _, terms = own.read_text("utf-8").partition("\n\n")
    page = read("docs/service/lizenzen.md")
    assert head.rpartition(" <")[0] in page
    assert terms.strip() in page


def test_the_site_ships_no_fonts() -> None:
    assert [p.name for p in (ROOT / "overrides").rglob("*") if p.suffix.startswith(".wof")] == []
    assert "@font-face" not in "".join(
        path.read_text("utf-8") for path in (ROOT / "overrides").rglob("*.css")
    )


def test_the_sbom_lists_every_package_the_program_needs(tmp_path: Path) -> None:
    """The command of ``make sbom``, without the network."""
    recipe = re.search(r"^sbom:.*\n\t@(.+)$", read("Makefile"), re.MULTILINE)
    assert recipe is not None
    file = tmp_path / "sbom.json"
    command = recipe[1].replace("$(BIN)/uv", f"'{BIN}/uv' --offline")
    done = subprocess.run(
        ["sh", "-c", command.replace("$(SBOM)", str(file))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sbom = json.loads(file.read_text(encoding="utf-8"))
    assert (sbom["bomFormat"], sbom["specVersion"]) == ("CycloneDX", "1.5")
    listed = {(part["name"], part["version"]) for part in sbom["components"]}
    wanted = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    assert {tuple(entry.split("==")) for entry in wanted} <= listed
    assert "pytest" not in {name for name, _ in listed}


def test_without_packages_the_offline_way_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "setup/ohne-netz.sh", sys.executable, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "fehlt anforderungen.txt" in done.stderr
    assert "make pakete" in done.stderr
