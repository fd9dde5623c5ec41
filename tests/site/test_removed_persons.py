"""With every publication of a name switched off, nothing on the whole site tells of anybody.

One build without names is searched for all of them; in a second one a single person is left, so
that the search is seen to find what is there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from macros.model.load_region import load_region
from macros.model.records import Person
from macros.publish.person_search import Spuren, Suche, search_tree, traces_of
from tests.browser.built_site import ROOT, mkdocs
from tests.stichtag import STICHTAG

REGION: Final = "musterkreis"
PERSONEN: Final = ROOT / "data/regionen" / REGION / "bestand/personen.yml"
LEFT: Final = "p-002"
# Kinds of files that could carry a name and must be there to be searched.
KINDS: Final = {
    *(".html", ".json", ".csv", ".vcf", ".jsonld", ".docx", ".xml"),
}


def persons() -> tuple[Person, ...]:
    found = load_region(ROOT, REGION, STICHTAG).bestand
    assert found is not None
    return found.alle(Person)


def traces(*chosen: Person) -> Spuren:
    """Return name, numbers and mailbox of persons as the removal of a person looks for them."""
    numbers = [str(n.text) for p in chosen for n in (p.telefon, p.mobil) if n]
    return traces_of(
        tuple(p.name for p in chosen),
        tuple(numbers),
        tuple(str(p.email) for p in chosen if p.email),
    )


def overlay(folder: Path, *, but: str = "") -> Path:
    """Write the file with persons with every publication expired, but one."""
    records = re.split(r"(?m)^(?=- id: )", PERSONEN.read_text(encoding="utf-8"))
    text = records[0]
    for record in records[1:]:
        plain = re.sub(r"(?m)^  gueltig_bis: .*\n", "", record)
        kept = f"- id: {but}\n" in record
        text += plain if kept else plain.rstrip("\n") + '\n  gueltig_bis: "2026-11-21"\n'
    path = folder / "personen.yml"
    path.write_text(text, encoding="utf-8")
    return path


def build(folder: Path, *, but: str = "") -> Path:
    done = mkdocs(ROOT, folder / "site", RAHMEN_PERSONEN=str(overlay(folder, but=but)))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def nobody(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("niemand"))


@pytest.fixture(scope="module")
def everything(nobody: Path) -> Suche:
    return search_tree(nobody, traces(*persons()))


def test_there_is_somebody_to_look_for() -> None:
    found = traces(*persons())
    assert found.personen == len(persons()) >= 5
    assert len(found.nummern) >= 4
    assert found.adressen


def test_no_name_number_or_mailbox_is_left(everything: Suche) -> None:
    assert everything.funde == []
    assert everything.treffer == 0
    assert everything.unlesbar == []


def test_every_kind_of_file_was_searched(nobody: Path, everything: Suche) -> None:
    files = [path for path in nobody.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= KINDS
    assert (nobody / "search" / "search_index.json").is_file()
    # More than there are on the disk: packed files were opened and what is in them counted.
    assert everything.dateien > len(files)


def test_one_person_left_in_is_found_and_only_this_one(tmp_path: Path) -> None:
    site = build(tmp_path, but=LEFT)
    (left,) = [p for p in persons() if p.id == LEFT]
    found = search_tree(site, traces(left))
    kinds = {kind for fund in found.funde for kind in fund.arten}
    assert kinds == {"Name", "Telefonnummer"}
    assert any(fund.datei.endswith("index.html") for fund in found.funde)
    others = search_tree(site, traces(*(p for p in persons() if p.id != LEFT)))
    assert others.treffer == 0
