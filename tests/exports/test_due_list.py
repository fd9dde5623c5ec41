"""The list of what is due, word for word as the office gets it.

After a wanted change write the golden files anew with ``GOLDEN_SCHREIBEN=1`` in the environment and
read the difference before you commit it.
"""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from pathlib import Path

import pytest

from macros.exports.due_list import due_csv, due_markdown, due_text
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.records import Person
from tests.model.golden_region import REGION, SLUG

GOLDEN = Path(__file__).parent / "golden"


def load(day: date) -> Bestand:
    found = load_region(REGION, SLUG, day).bestand
    assert found is not None
    return found


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    return load(date(2027, 6, 25))


@pytest.mark.parametrize("name", ["faellig.txt", "faellig.md", "faellig.csv"])
def test_list_reads(bestand: Bestand, name: str) -> None:
    found = {
        "faellig.txt": f"{due_text(bestand)}\n".encode(),
        "faellig.md": f"{due_markdown(bestand)}\n".encode(),
        "faellig.csv": due_csv(bestand),
    }[name]
    path = GOLDEN / name
    if os.environ.get("GOLDEN_SCHREIBEN"):
        path.write_bytes(found)
    assert found == path.read_bytes()


def test_all_three_tell_the_same_and_nobody_by_name(bestand: Bestand) -> None:
    rows = list(csv.reader(io.StringIO(due_csv(bestand).decode("utf-8-sig")), delimiter=";"))
    sentences = [row[rows[0].index("Sachverhalt")] for row in rows[1:]]
    text, markdown = due_text(bestand), due_markdown(bestand).replace("\\", "")
    assert text.count("  - ") == markdown.count("- [ ] ") == len(sentences) > 5
    for sentence in sentences:
        assert sentence in text
        assert sentence in markdown
    for person in bestand.alle(Person):
        assert person.name not in f"{text}{markdown}{rows}"


def test_nothing_due_is_said() -> None:
    quiet = load(date(2026, 11, 22))
    tables = {typ: table for typ, table in quiet.tables.items() if typ.__name__ == "Region"}
    assert "Nichts ist fällig." in due_text(Bestand(quiet.stichtag, tables))
