"""What the comparisons of the Musterkreis say, word for word, and its files read back.

After a wanted change write ``golden/*.md`` anew with ``GOLDEN_SCHREIBEN=1`` and read them aloud.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest
from docx.enum.section import WD_ORIENT
from docx2python import docx2python

from macros.compare.changes import Gegenstand
from macros.exports.comparison_files import (
    comparison_file,
    comparison_files,
    comparison_paths,
    file_path,
    report,
    shown_pairs,
)
from macros.exports.comparison_text import comparison_text
from macros.history.wordings import read_wordings
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.wordings import ENTWURF
from tests.stichtag import STICHTAG

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
# The draft changes with main; the Fassungen do not.
PAIRS = [("2025.1", "2025.2"), ("2025.2", "2026.1"), ("2026.1", "2026.2"), ("2025.1", "2026.1")]


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    found = load_region(ROOT, "musterkreis", STICHTAG).bestand
    assert found is not None
    return replace(found, wortlaute=read_wordings(ROOT, found))


@pytest.fixture(scope="module")
def files(bestand: Bestand) -> dict[str, bytes]:
    return comparison_files(bestand)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_comparison_reads(bestand: Bestand, pair: tuple[str, str]) -> None:
    path = GOLDEN / f"{'-'.join(pair)}.md"
    said = comparison_file(bestand, *pair, "md").decode()
    if os.environ.get("GOLDEN_SCHREIBEN"):
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")


def test_a_large_change_stays_readable(bestand: Bestand) -> None:
    """40 new chapters are a list of names and headings, not their text."""
    said = comparison_file(bestand, "2026.1", "2026.2", "md").decode()
    new = report(bestand, "2026.1", "2026.2").neue_kapitel
    assert len(new) == 40
    assert not any(a.stellen for a in new)
    assert len(said.split()) < 3000


def test_there_is_a_file_for_each_promised_path(bestand: Bestand, files: dict[str, bytes]) -> None:
    assert set(files) == comparison_paths(bestand)
    assert file_path("2026.2", ENTWURF, "docx") in files
    assert file_path("2025.1", "2026.2", "md") in files


def test_json_keeps_its_schema(bestand: Bestand, files: dict[str, bytes]) -> None:
    schema = json.loads(files["service/fassungen/vergleich.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for pair in shown_pairs(bestand):
        data = json.loads(files[file_path(*pair, "json")])
        jsonschema.validate(data, schema)
        counted = {"standard", "kapitel", "abschnitt"}
        told = [a for a in data["aenderungen"] if a["gegenstand"] in counted]
        assert sum(data["zahlen"].values()) == len(told)
    broken = data | {"zahlen": {}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_the_same_content_gives_the_same_bytes(bestand: Bestand, files: dict[str, bytes]) -> None:
    later = replace(bestand, stichtag=date(2027, 1, 31))
    path = file_path("2025.2", "2026.1", "docx")
    for ending in ("docx", "md", "json"):
        again = comparison_file(later, "2025.2", "2026.1", ending)
        assert again == files[file_path("2025.2", "2026.1", ending)]
    times = {i.date_time for i in zipfile.ZipFile(io.BytesIO(files[path])).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


@pytest.fixture(scope="module")
def synopse(files: dict[str, bytes]) -> bytes:
    return files[file_path("2025.2", "2026.1", "docx")]


def _cells(data: bytes) -> list[list[list[str]]]:
    """Return the tables, their rows, and the text of each cell as another library reads it."""
    body: list[Any] = docx2python(io.BytesIO(data)).body
    tables = [t for t in body if any(len(row) == 4 for row in t)]
    return [[["\n".join(cell) for cell in row] for row in table] for table in tables]


def test_the_synopse_is_landscape_with_a_header_row_on_every_page(synopse: bytes) -> None:
    document = docx.Document(io.BytesIO(synopse))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width or 0) > (section.page_height or 0)
    for table in document.tables:
        assert [cell.text for cell in table.rows[0].cells] == [
            "Bisher", "Neu", "Begründung", "Beschluss",
        ]  # fmt: skip
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert all(cell.text.strip() for row in table.rows for cell in row.cells)
    names = [str(p.style.name) for p in document.paragraphs if p.style is not None]
    levels = [name for name in names if name.startswith("Heading")]
    assert levels[0] == "Heading 1"
    assert set(levels) <= {"Heading 1", "Heading 2", "Heading 3"}


def test_the_synopse_holds_exactly_the_catalogues_texts(bestand: Bestand, synopse: bytes) -> None:
    rows = [row for table in _cells(synopse) for row in table]
    shown = {text.replace("\n", " ") for row in rows for text in row}
    for aenderung in report(bestand, "2025.2", "2026.1").vergleich.von(Gegenstand.STANDARD):
        for stelle in aenderung.stellen:
            for text in (stelle.alt, stelle.neu):
                assert any(text in cell for cell in shown), text
        assert not aenderung.begruendung or aenderung.begruendung in shown
    assert "bitte ergänzen" in shown
    assert any("18.\u00a0Juni 2026" in row[3] for row in rows)


def test_what_changed_is_struck_or_underlined_never_only_coloured(synopse: bytes) -> None:
    document = docx.Document(io.BytesIO(synopse))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    assert "drei" in {run.text for run in runs if run.font.strike}
    assert "zwei" in {run.text for run in runs if run.font.underline and run.bold}


def test_the_draft_leaves_the_decision_open(bestand: Bestand) -> None:
    newer = bestand.wortlaute.finde("2026.1")
    assert newer is not None
    draft = replace(newer, name=ENTWURF)
    staende = (*bestand.wortlaute.fassungen[:2], draft)
    bent = replace(bestand, wortlaute=replace(bestand.wortlaute, staende=staende))
    rows = [row for t in _cells(comparison_file(bent, "2025.2", ENTWURF, "docx")) for row in t]
    assert {row[3] for row in rows[1:]} <= {"bitte ergänzen", "wie oben", "Beschluss"}


def test_the_terminal_shows_old_and_new(bestand: Bestand) -> None:
    said = comparison_text(report(bestand, "2025.2", "2026.1"))
    assert "auf höchstens [-drei-] Schulen." in said
    assert "auf höchstens {+zwei+} Schulen." in said
    assert max(map(len, said.splitlines())) <= 96


def test_reading_and_comparing_is_quick(bestand: Bestand) -> None:
    """Each archive is read once; what draft and Fassung share is read once as well."""
    names = [w.name for w in bestand.wortlaute.staende]
    assert names == ["2025.1", "2025.2", "2026.1", "2026.2", ENTWURF]
    last, draft = bestand.wortlaute.staende[-2:]
    same = [u for u in last.kapitel if last.kapitel[u] is draft.kapitel.get(u)]
    assert len(same) > 30


@pytest.mark.parametrize("alt", ["2025.1", "2026.2"])
def test_until_a_decision_the_fassung_in_force_holds(bestand: Bestand, alt: str) -> None:
    said = report(bestand, alt, ENTWURF).einleitung[0]
    assert said.endswith("Bis zu einem Beschluss gilt die Fassung 2026.2.")
