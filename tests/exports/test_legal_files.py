"""The files of the legal pages: valid by their schema, true to the page, readable."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import jsonschema
import pytest

from macros.exports.legal_files import legal_files, letter, register
from macros.model.load_region import load_region
from macros.views.ansicht import Ansicht
from macros.views.registry import call
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ROOT = Path(__file__).resolve().parents[2]
SLUGS = ("musterkreis", "kreis-soest")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def _bestand(slug: str) -> Bestand:
    found = load_region(ROOT, slug, STICHTAG).bestand
    assert found is not None
    return found


def _json(slug: str, name: str) -> Any:
    return json.loads(legal_files(_bestand(slug))[f"service/{name}"])


def _paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Return style and text of each paragraph of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))
    return [
        (
            next(style.attrib[f"{_WORD}val"] for style in p.iter(f"{_WORD}pStyle")),
            "".join(text.text or "" for text in p.iter(f"{_WORD}t")),
        )
        for p in tree.iter(f"{_WORD}p")
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_statement_fits_its_schema(slug: str) -> None:
    schema = _json(slug, "barrierefreiheit.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_json(slug, "barrierefreiheit.json"), schema)


def test_the_schema_refuses_what_is_not_in_it() -> None:
    statement = _json("musterkreis", "barrierefreiheit.json")
    schema = _json("musterkreis", "barrierefreiheit.schema.json")
    for wrong in ({"vereinbarkeit": "ganz"}, {"neu": "x"}, {"letzte_pruefung": None}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(statement | wrong, schema)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_statement_says_what_the_page_says(slug: str) -> None:
    page = str(call(Ansicht(_bestand(slug), ""), "barrierefreiheit", (), {}).html)
    statement = _json(slug, "barrierefreiheit.json")
    assert statement["vereinbarkeit"] == "teilweise"
    assert "teilweise vereinbar" in page
    assert {m["id"] for m in statement["maengel"]} == {"gebaerdensprache"}
    assert statement["rueckmeldung"]["email"] in page
    assert statement["durchsetzung"]["email"] in page


@pytest.mark.parametrize("slug", SLUGS)
def test_word_files_have_headings_and_no_open_braces(slug: str) -> None:
    for file in (letter(_bestand(slug)), register(_bestand(slug))):
        paragraphs = _paragraphs(file.inhalt)
        styles = [style for style, _ in paragraphs]
        assert styles.count("Titel1") == 1
        assert styles.count("Titel2") >= 4
        assert all(text.strip() for _, text in paragraphs)
        assert not any("{" in text or "None" in text for _, text in paragraphs)


def test_word_files_hold_only_well_formed_parts_that_are_declared() -> None:
    with zipfile.ZipFile(io.BytesIO(letter(_bestand("musterkreis")).inhalt)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
            declared = f'PartName="/{name}"' in types
            assert declared or name.endswith(".rels") or name == "[Content_Types].xml"


def test_the_letter_names_what_article_14_asks_for() -> None:
    text = " ".join(text for _, text in _paragraphs(letter(_bestand("musterkreis")).inhalt))
    region = _bestand("musterkreis").region
    for part in (
        region.anbieter.name, region.datenschutz.email, "Art. 14", "Buchst. e", "IFG NRW",
        "Woher wir die Angaben haben", "Wie lange", "widersprechen", "Beschwerde", "LDI NRW",
        "Vorführung",
    ):  # fmt: skip
        assert part in text.replace("\u00a0", " "), part


def test_the_register_has_every_part_of_article_30() -> None:
    text = " ".join(text for _, text in _paragraphs(register(_bestand("musterkreis")).inhalt))
    for part in ("Zweck:", "Betroffene Personen:", "Daten:", "Empfänger:", "Löschung:"):
        assert text.count(part) == 3, part


def test_the_same_data_give_the_same_bytes() -> None:
    assert legal_files(replace(_bestand("musterkreis"))) == legal_files(_bestand("musterkreis"))
