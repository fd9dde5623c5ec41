"""Catalogue files of earlier days: read in the form of today, and every message at its line."""

from __future__ import annotations

import pytest

from macros.model import schema_steps
from macros.model.load_region import read_file, read_frozen_file
from macros.model.records import Begriff, Standard, Thema
from macros.model.schema import file_schema
from macros.model.schema_steps import Schritt
from macros.model.yaml_tree import Mapping, Node, Scalar, Sequence

FILE = "data/katalog/glossar.yml"
OLD = """schema: "1"
glossar:
  - id: asd
    wort: Allgemeiner Sozialer Dienst
    definition: Ein Fachdienst.
"""


def renamed(old: str, new: str) -> schema_steps.Wandlung:
    """Return a step's work: a field of each entry gets another name."""

    def entry(node: Node) -> Node:
        assert isinstance(node, Mapping)
        entries = tuple(
            (Scalar(new, key.line, key.column) if key.text == old else key, value)
            for key, value in node.entries
        )
        return Mapping(entries, node.line, node.column)

    def work(node: Node) -> Node:
        assert isinstance(node, Sequence)
        return Sequence(tuple(map(entry, node.items)), node.line, node.column)

    return work


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A glossary in its third form: „wort“ became „bezeichnung“, and that „begriff“."""
    found = [
        Schritt("glossar", "2", "3", renamed("bezeichnung", "begriff")),
        Schritt("glossar", "1", "2", renamed("wort", "bezeichnung")),
    ]
    monkeypatch.setattr(schema_steps, "SCHRITTE", found)


@pytest.mark.usefixtures("steps")
@pytest.mark.parametrize(
    ("number", "field"), [("1", "wort"), ("2", "bezeichnung"), ("3", "begriff")]
)
def test_a_frozen_file_of_any_form_is_read(number: str, field: str) -> None:
    text = OLD.replace('"1"', f'"{number}"').replace("wort", field)
    gelesen = read_frozen_file(text.encode(), FILE, Begriff)
    assert gelesen.befunde == []
    ((record, _),) = gelesen.records
    assert isinstance(record, Begriff)
    assert (record.id, record.begriff) == ("asd", "Allgemeiner Sozialer Dienst")


@pytest.mark.usefixtures("steps")
def test_a_message_leads_to_the_line_in_the_file_of_then() -> None:
    text = OLD.replace("Allgemeiner Sozialer Dienst", '""')
    (befund,) = read_frozen_file(text.encode(), FILE, Begriff).befunde
    assert (befund.file, befund.line, befund.column) == (FILE, 4, 11)


@pytest.mark.usefixtures("steps")
def test_the_file_of_today_has_to_have_the_form_of_today() -> None:
    befunde = read_file(OLD.encode(), FILE, Begriff).befunde
    assert befunde[0].line == 1
    assert befunde[0].message == (
        "Diese Datei hat noch die frühere Schema-Nummer 1; das Programm erwartet heute 3."
    )
    assert befunde[0].remedy == 'Die Einträge nach CHANGELOG.md anpassen, dann schema: "3"'


@pytest.mark.usefixtures("steps")
def test_other_files_and_schemas_follow_their_own_numbers() -> None:
    assert schema_steps.schema_number(Begriff) == "3"
    assert schema_steps.schema_number(Standard) == schema_steps.schema_number(Thema) == "1"
    assert file_schema(Begriff)["properties"]["schema"]["enum"] == ["3"]


@pytest.mark.parametrize("read", [read_file, read_frozen_file])
def test_a_file_of_a_newer_program_is_refused(read: object) -> None:
    assert callable(read)
    text = OLD.replace('"1"', '"4"').replace("wort", "begriff")
    (befund,) = read(text.encode(), FILE, Begriff).befunde
    assert (befund.stufe, befund.line, befund.column) == ("Fehler", 1, 9)
    assert befund.message == (
        "Diese Datei hat die Schema-Nummer 4; dieses Programm ist älter und kennt nur 1."
    )
    assert befund.remedy == (
        "Das neuere Programm übernehmen (die Ordner macros und overrides); "
        'war die Zahl ein Versehen: schema: "1"'
    )


@pytest.mark.parametrize("number", ["0", "eins", "²", "1.0", "", "99999"])
def test_what_is_no_number_of_ours_is_told(number: str) -> None:
    text = OLD.replace('"1"', f'"{number}"').replace("wort", "begriff")
    (befund,) = read_frozen_file(text.encode(), FILE, Begriff).befunde
    assert befund.message == "Diese Schema-Nummer ist nicht bekannt; erlaubt ist „1“."
    assert befund.remedy == 'schema: "1"'
