"""The files for the schuleigenes Konzept, read back by another library and compared with the data.

LibreOffice converts all of them in ``tests/exports/libreoffice.py``; here only what is cheap.
"""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from macros.exports.concept_files import ORDNER, concept_files, school_name
from macros.model.german import date_text
from macros.model.records import (
    Konzeptabschnitt,
    Schule,
)
from tests.exports.concept_parts import (
    ALL,
    SCHOOLS,
    W,
    document,
    headings,
    part,
    text_of,
)

from ..konzeptmuster import files, texts
from ..musterkreis import musterkreis

if TYPE_CHECKING:
    from macros.exports.concept_files import Muster


def test_there_is_a_file_for_each_school_each_schulform_and_one_for_all() -> None:
    schools = musterkreis().alle(Schule)
    forms = {s.schulform.id for s in schools}
    expected = {"leer", *forms, *(school_name(s) for s in schools)}
    assert {m.name for m in ALL} == expected
    assert set(files()) == {f"{ORDNER}/{n}.{end}" for n in expected for end in ("docx", "md")}


def test_the_same_data_gives_the_same_bytes() -> None:
    bestand = musterkreis()
    some = [ALL[0], SCHOOLS[0]]
    again = concept_files(bestand, bestand.fassung(), texts(), some)
    assert again == {path: files()[path] for path in again}


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_headings_are_real_and_skip_no_level(muster: Muster) -> None:
    levels = [level for level, _ in headings(muster.pfad("docx"))]
    assert levels[0] == 1 and set(levels) <= {1, 2, 3}
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_sections_stand_in_the_order_of_the_catalogue(muster: Muster) -> None:
    sections = musterkreis().alle(Konzeptabschnitt)
    found = [words for level, words in headings(muster.pfad("docx")) if level == 1]
    assert found == [section.ueberschrift for section in sections]


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_no_cell_and_no_table_is_mute(muster: Muster) -> None:
    tables = list(document(muster.pfad("docx")).iter(f"{W}tbl"))
    assert len(tables) > 25
    for table in tables:
        properties = table.find(f"{W}tblPr")
        assert properties is not None
        for name in ("tblCaption", "tblDescription"):
            said = properties.find(f"{W}{name}")
            assert said is not None and said.get(f"{W}val")
        rows = list(table.iter(f"{W}tr"))
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        widths = {len(list(row.iter(f"{W}tc"))) for row in rows}
        assert len(widths) == 1
        for cell in table.iter(f"{W}tc"):
            assert "".join(cell.itertext()).strip()


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_pictures_have_a_text_and_the_language_is_german(muster: Muster) -> None:
    path = muster.pfad("docx")
    for drawing in document(path).iter("{*}docPr"):
        assert drawing.get("descr")
    languages = {e.get(f"{W}val") for e in part(path, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"de-DE"}
    assert part(path, "docProps/core.xml").findtext("{*}language") == "de-DE"


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_properties_and_header_name_the_fassung(muster: Muster) -> None:
    path = muster.pfad("docx")
    fassung = musterkreis().fassung()
    assert fassung is not None
    core = part(path, "docProps/core.xml")
    assert "Schuleigenes Konzept" in str(core.findtext("{*}title"))
    assert f"Fassung {fassung.name}" in str(core.findtext("{*}subject"))
    with zipfile.ZipFile(io.BytesIO(files()[path])) as archive:
        heads = "".join(
            archive.read(n).decode() for n in archive.namelist() if n.startswith("word/header")
        )
    assert f"Fassung {fassung.name}" in heads
    assert " PAGE " in heads and " NUMPAGES " in heads
    derived = f"Fassung {fassung.name}, beschlossen am {date_text(fassung.beschlossen_am)}"
    assert derived in text_of(path)
