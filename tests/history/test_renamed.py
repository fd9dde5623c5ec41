"""Ids that earlier Fassungen call must not vanish unnoticed."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from macros.history.git import UnknownStateError
from macros.history.renamed import renamed_ids

STICHTAG = date(2026, 11, 22)
CONTACTS = "data/regionen/muster/bestand/kontakte.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for args in (
        ("init", "-q", "-b", "main"),
        ("config", "user.name", "Test"),
        ("config", "user.email", "test@example.org"),
    ):
        subprocess.run(["git", "-C", str(tmp_path), *args], check=True)
    write(tmp_path, CONTACTS, "- id: koordination\n- id: jugendamt\n")
    write(tmp_path, "data/katalog/standards.yml", 'schema: "1"\nstandards:\n  - id: qs-s-01\n')
    subprocess.run(["git", "-C", str(tmp_path), "add", "-A"], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "commit", "-qm", "Stand"], check=True)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_nothing_is_reported_while_all_ids_stay(repository: Path) -> None:
    assert renamed_ids(repository, "muster", "HEAD", STICHTAG) == []


def test_a_renamed_contact_is_a_fehler_with_the_tombstone_to_copy(repository: Path) -> None:
    write(repository, CONTACTS, "- id: koordinierung\n- id: jugendamt\n")
    (befund,) = renamed_ids(repository, "muster", "HEAD", STICHTAG)
    assert (befund.rule, befund.file) == ("R-205", CONTACTS)
    assert "„koordination“ (Kontakt) stand am Stand „HEAD“ noch da" in befund.message
    assert befund.remedy.split("\n")[0] == "- id: koordination"
    assert '  aufgehoben_am: "2026-11-22"' in befund.remedy


def test_a_deleted_standard_is_a_fehler(repository: Path) -> None:
    write(repository, "data/katalog/standards.yml", 'schema: "1"\nstandards: []\n')
    (befund,) = renamed_ids(repository, "muster", "main", STICHTAG)
    assert "qs-s-01" in befund.message
    assert "zurueckgezogen:" in befund.remedy


def test_a_record_moved_to_a_second_file_has_not_vanished(repository: Path) -> None:
    write(repository, CONTACTS, "- id: koordination\n")
    write(repository, CONTACTS.replace(".yml", "-b.yml"), "- id: jugendamt\n")
    assert renamed_ids(repository, "muster", "HEAD", STICHTAG) == []


@pytest.mark.parametrize("state", ["gibt-es-nicht", "--output=/tmp/x", ""])
def test_an_unknown_state_is_refused(repository: Path, state: str) -> None:
    with pytest.raises(UnknownStateError):
        renamed_ids(repository, "muster", state, STICHTAG)
