"""The forms for agreements: filled with what is known, marked, readable by another library."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx2python import docx2python

from macros.exports.agreements.files import agreement_files, agreement_paths, muster_files
from macros.exports.agreements.parties import for_agreement
from macros.exports.files import export_files, export_paths
from macros.model.placeholders import LUECKE
from macros.model.records import Klausel, Mustertext, Vereinbarung
from macros.views.ansicht import Ansicht
from macros.views.registry import call
from tests.musterkreis import musterkreis

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

FOLDER = "service/muster/"


@cache
def files() -> dict[str, bytes]:
    return agreement_files(musterkreis())


def text_of(name: str) -> str:
    with docx2python(io.BytesIO(files()[FOLDER + name])) as document:
        return " ".join(str(document.text).replace("\u00a0", " ").split())


def test_which_forms_there_are() -> None:
    expected = {f"vereinbarung/{typ}.docx" for typ in "abcde"}
    expected |= {f"vereinbarung/fuer-{v.id}.docx" for v in musterkreis().alle(Vereinbarung)}
    expected |= {"einwilligung.docx", "schweigepflichtentbindung.docx", "jahresbericht.docx"}
    assert set(files()) == {FOLDER + name for name in expected}
    assert agreement_paths(musterkreis()) == set(files())
    assert set(files()) <= set(export_files(musterkreis())) & export_paths(musterkreis())


@pytest.mark.parametrize("path", sorted(files()))
def test_each_form_says_that_it_has_to_be_checked(path: str) -> None:
    word = Document(io.BytesIO(files()[path]))
    styles = [(p.style.name if p.style else "", p.text) for p in word.paragraphs]
    assert ("Kennzeichnung", "Muster · Vom Rechtsamt zu prüfen") in styles
    assert word.core_properties.language in ("de-DE", "")
    xml = zipfile.ZipFile(io.BytesIO(files()[path])).read("word/styles.xml").decode()
    assert 'w:val="de-DE"' in xml
    assert len([name for name, _ in styles if name == "Heading 1"]) >= 3
    assert "Vorführung" in " ".join(p.text for p in word.sections[0].first_page_footer.paragraphs)
    body = text_of(path.removeprefix(FOLDER))
    assert not re.search(r"\[[A-Z][^\]]*\]|\{\{", body), "ein Platzhalter blieb stehen"
    for table in word.tables:
        header = table.rows[0]._tr.trPr
        assert header is not None and header.xpath("./w:tblHeader"), "Kopfzeile fehlt"


def test_a_form_is_filled_with_the_parties_of_its_agreement() -> None:
    text = text_of("vereinbarung/fuer-verbund-sued.docx")
    assert (
        "Diese Vereinbarung schließen Musterkreis und Gemeinde Waldkirchhofen und Gemeinde "
        "Mühlbrückhausen." in text
    )
    assert "Grundschule Waldkirchhofen, Grundschule am Forst" in text
    assert "Fassung 2026.2" in text
    assert "ein Drittel der Personalkosten an den eigenen Schulen" in text
    assert "Dezernatsleitung Jugend und Bildung" in text


def test_a_form_of_a_type_knows_the_office_and_leaves_the_rest_open() -> None:
    text = text_of("vereinbarung/a.docx")
    assert "schließen Musterkreis und Bezirksregierung Musterberg" in text
    text = text_of("vereinbarung/b.docx")
    assert f"schließen {LUECKE} und {LUECKE}" in text


def test_a_form_has_the_clauses_of_its_type() -> None:
    for typ in "ABCDE":
        text = text_of(f"vereinbarung/{typ.lower()}.docx")
        for klausel in musterkreis().alle(Klausel):
            there = f". {klausel.titel}" in text
            assert there == (typ in {t.value for t in klausel.typen}), (typ, klausel.titel)


def test_only_norms_of_the_own_land_are_named() -> None:
    assert "NSchG" not in " ".join(text_of(f"vereinbarung/{typ}.docx") for typ in "abcde")
    assert "SchulG NRW" in text_of("vereinbarung/b.docx")


def test_a_draft_brings_its_term_and_an_open_end_says_so() -> None:
    draft = text_of("vereinbarung/fuer-leistung-luettenmoor-2027.docx")
    assert "beginnt am 1. Februar 2027 und endet am 31. Juli 2030" in draft
    renewed = text_of("vereinbarung/fuer-steuerung-land-und-kreis.docx")
    assert f"beginnt am {LUECKE} und endet am {LUECKE}" in renewed


def test_consent_and_release_say_that_they_are_free(bestand: Bestand) -> None:
    for name in ("einwilligung", "schweigepflichtentbindung"):
        text = text_of(f"{name}.docx")
        assert "freiwillig" in text
        assert "jederzeit für die Zukunft widerrufen" in text
    report = text_of("jahresbericht.docx")
    assert "Gruppen unter fünf Personen werden nicht einzeln genannt" in report


def test_the_same_content_gives_the_same_bytes() -> None:
    later = replace(musterkreis(), stichtag=musterkreis().stichtag.replace(day=30))
    assert agreement_files(later) == files()


def test_without_clauses_there_are_no_forms(bestand: Bestand) -> None:
    tables: dict[Any, Any] = {**bestand.tables, Klausel: {}, Mustertext: {}}
    old = replace(bestand, tables=tables)
    assert muster_files(old) == []
    assert agreement_files(old) == {}
    assert agreement_paths(old) == set()
    shown = call(Ansicht(old, ""), "vereinbarungsmuster", [], {})
    assert "noch kein Muster" in shown.html
    shown = call(Ansicht(old, ""), "klauseln", [], {})
    assert "noch kein Klauselkatalog" in shown.html


@pytest.fixture
def bestand() -> Bestand:
    return musterkreis()


def test_where_no_grants_are_known_there_are_lines_to_fill_in(bestand: Bestand) -> None:
    agreement = bestand.alle(Vereinbarung)[0].model_copy(update={"zusagen": ()})
    assert len(for_agreement(bestand, agreement).zusagen) == 3
