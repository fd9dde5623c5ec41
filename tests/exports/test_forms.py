"""The papers to fill in, read back by other libraries: the words of catalogue and chapters."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx2python import docx2python

from macros.exports.forms.files import (
    ANSCHREIBEN,
    BESCHLUSS,
    PRUEFLISTE,
    RUECKMELDUNG,
    STELLEN,
    form_files,
    self_evaluation_forms,
)
from macros.exports.forms.head import head_of
from macros.exports.forms.self_evaluation import KEINE, ROLLEN, STUFEN, sheet_of, sheets
from macros.model.records import Standard
from macros.model.records.katalog import Rolle
from macros.pages.passages import Passagen
from macros.pages.renderer import render
from macros.pages.run import Makrolauf
from macros.pages.source import read_page

from ..musterkreis import ROOT, musterkreis

CHAPTER = "konzept/pruefliste-und-beschluss.md"
EVALUATION = ROOT / "docs" / "qualitaet" / "selbstevaluation.md"


@cache
def passages() -> dict[str, Any]:
    page = read_page(ROOT / "docs" / CHAPTER, CHAPTER, CHAPTER)
    page.root = render(page.text).root
    return dict(Passagen({CHAPTER: page}, Makrolauf(musterkreis())).hole(STELLEN))


@cache
def files() -> dict[str, bytes]:
    bestand = musterkreis()
    return form_files(bestand, bestand.fassung(), passages())


def paragraphs(path: str) -> list[str]:
    """Return all paragraphs of a Word file, those in tables among them."""
    with docx2python(io.BytesIO(files()[path])) as word:
        text: str = word.text
    return [line.strip() for line in text.split("\n") if line.strip()]


def book(rolle: Rolle) -> Any:
    data = files()[f"service/muster/selbstevaluation/{rolle.value}.xlsx"]
    return openpyxl.load_workbook(io.BytesIO(data))


def test_every_paper_that_is_listed_is_made() -> None:
    listed = {f.pfad for f in (*BESCHLUSS, *self_evaluation_forms(musterkreis()))}
    assert listed == set(files())


def test_the_same_data_gives_the_same_bytes() -> None:
    bestand = musterkreis()
    assert form_files(bestand, bestand.fassung(), passages()) == files()
    for data in files().values():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_steps_are_those_of_the_chapter() -> None:
    chapter = EVALUATION.read_text(encoding="utf-8")
    table = chapter.partition("| Stufe | Bedeutung |")[2].partition("\n\n")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines()[2:]]
    assert [(a.strip(), b.strip()) for a, b in rows] == [(s.name, s.bedeutung) for s in STUFEN]
    assert KEINE.name in chapter.lower()


@pytest.mark.parametrize("rolle", ROLLEN)
def test_a_role_gets_the_standards_it_answers_for(rolle: Rolle) -> None:
    wanted = [s for s in musterkreis().alle(Standard) if rolle in s.verantwortlich]
    wanted = [s for s in wanted if s.zurueckgezogen is None]
    assert sorted(s.id for s in sheet_of(musterkreis(), rolle).standards) == sorted(
        s.id for s in wanted
    )


@pytest.mark.parametrize("rolle", ROLLEN)
def test_the_workbook_says_what_the_catalogue_says(rolle: Rolle) -> None:
    rows = list(book(rolle)["Bogen"].iter_rows(min_row=2, max_col=6, values_only=True))
    assert rows == [
        (
            s.nummer,
            s.titel,
            s.dimension.label,
            s.anforderung,
            "\n".join(f"• {nachweis}" for nachweis in s.nachweise),
            s.verbindlichkeit.label,
        )
        for s in sheet_of(musterkreis(), rolle).standards
    ]


def test_the_workbook_helps_to_fill_in_and_to_print() -> None:
    sheet = book(Rolle.SCHULE)["Bogen"]
    count = len(sheet_of(musterkreis(), Rolle.SCHULE).standards)
    found = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    steps = found[f"G2:G{count + 1}"]
    assert steps.type == "list"
    assert steps.formula1 == f'"{",".join(s.name for s in (*STUFEN, KEINE))}"'
    assert found[f"K2:K{count + 1}"].type == "date"
    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "Fassung 2026.2" in sheet.oddHeader.right.text
    assert "Vorführung" in sheet.oddFooter.left.text
    assert all(sheet.column_dimensions[c].width >= 8 for c in "ABCDEFGHIJK")


@pytest.mark.parametrize("rolle", ROLLEN)
def test_the_summary_counts_with_formulas_and_knows_their_values(rolle: Rolle) -> None:
    data = files()[f"service/muster/selbstevaluation/{rolle.value}.xlsx"]
    formulas = openpyxl.load_workbook(io.BytesIO(data))["Auswertung"]
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Auswertung"]
    sheet = sheet_of(musterkreis(), rolle)
    rows = {row[0].value: row for row in values.iter_rows() if row[0].value}
    assert rows["alle"][1].value == len(sheet.standards)
    assert rows["alle"][7].value == len(sheet.standards)
    for dimension, members in sheet.gruppen:
        assert [c.value for c in rows[dimension.label][1:8]] == [
            len(members), 0, 0, 0, 0, 0, len(members),
        ]  # fmt: skip
    written = [c.value for row in formulas.iter_rows() for c in row if c.data_type == "f"]
    assert len(written) == 7 * (len(sheet.gruppen) + 2) + 4
    assert all(str(formula).startswith("=") for formula in written)
    assert "=COUNTIFS(" in str(formulas[rows["alle"][2].coordinate].value)
    assert rows["Nächste Frist"][1].value == "keine"


@pytest.mark.parametrize("rolle", ROLLEN)
def test_the_word_file_says_what_the_catalogue_says(rolle: Rolle) -> None:
    said = paragraphs(f"service/muster/selbstevaluation/{rolle.value}.docx")
    for s in sheet_of(musterkreis(), rolle).standards:
        start = said.index(f"{s.nummer} {s.titel}")
        rest = said[start + 1 :]
        assert rest[: 3 + len(s.nachweise)] == [
            f"({s.verbindlichkeit.label})",
            s.anforderung,
            "Daran zu erkennen:",
            *s.nachweise,
        ]
        assert [line.replace("☐\xa0", "") for line in rest if line.startswith("☐")][:5] == [
            step.name for step in (*STUFEN, KEINE)
        ]


def test_the_list_of_what_must_be_complete_is_the_chapters() -> None:
    source = (ROOT / "docs" / CHAPTER).read_text(encoding="utf-8")
    lists = source.partition("## Die Prüfliste")[2].partition("## Der Weg")[0]
    points = re.findall(r"^- (.+)$", lists, re.MULTILINE)
    assert len(points) == 16
    said = paragraphs(PRUEFLISTE.pfad)
    assert [line for line in said if line in points] == points


def test_without_the_chapter_there_is_no_such_list() -> None:
    bestand = musterkreis()
    assert PRUEFLISTE.pfad not in form_files(bestand, None, {})


def test_the_office_answers_each_standard_in_force() -> None:
    said = paragraphs(RUECKMELDUNG.pfad)
    for s in musterkreis().alle(Standard):
        title = f"{s.nummer} {s.titel}"
        assert (title in said) == (s.zurueckgezogen is None)
        if title in said:
            assert said[said.index(title) + 2] == s.anforderung
    heads = ["Standard", "Anforderung", "Erfüllt", "Anmerkung"]
    at = said.index("Anforderung") - 1
    assert said[at : at + 4] == heads


def test_the_letter_names_fassung_and_office_and_no_person() -> None:
    said = " ".join(paragraphs(ANSCHREIBEN.pfad))
    office = musterkreis().region.koordinierungsstelle.ziel
    assert f"An: {office.funktion}" in said
    assert "Fassung 2026.2, beschlossen am 19.\xa0November 2026" in said
    assert "Schulkonferenz" in said


def test_a_draft_says_that_it_is_one() -> None:
    head = head_of(musterkreis(), None)
    assert (head.kurz, head.stand) == ("Entwurf", "Entwurf, noch nicht beschlossen")


def test_all_roles_have_a_sheet() -> None:
    assert [sheet.rolle for sheet in sheets(musterkreis())] == list(ROLLEN)
    assert all(Path(sheet.pfad("xlsx")).suffix == ".xlsx" for sheet in sheets(musterkreis()))
