"""The YAML reader on its own: places, several slips at once, what the parser never sees."""

from __future__ import annotations

import pytest

from macros.model.yaml_load import MAX_BYTES, load_yaml
from macros.model.yaml_tree import Mapping, Node, Scalar, Sequence


def read(text: str) -> tuple[Node | None, list[tuple[str, int, int]]]:
    node, befunde = load_yaml(text.encode(), "x.yml")
    return node, [(b.rule, b.line, b.column) for b in befunde]


def test_every_scalar_stays_text_with_its_place() -> None:
    node, befunde = read('plz: 01067\nan: NO\nzeit: 12:30\nleer:\nliste: [1.10, "x"]\n')
    assert befunde == []
    assert isinstance(node, Mapping)
    found = {key.text: value for key, value in node.entries}
    assert found["plz"] == Scalar("01067", 1, 6)
    assert found["an"] == Scalar("NO", 2, 5)
    assert found["zeit"] == Scalar("12:30", 3, 7)
    assert found["leer"] == Scalar("", 4, 6)
    assert found["liste"] == Sequence((Scalar("1.10", 5, 9), Scalar("x", 5, 15)), 5, 8)


@pytest.mark.parametrize("empty", ["~", "null", "NULL", "Null", ""])
def test_yaml_nulls_are_empty_texts(empty: str) -> None:
    node, _ = read(f"a: {empty}\n")
    assert isinstance(node, Mapping)
    assert isinstance(node.entries[0][1], Scalar)
    assert node.entries[0][1].text == ""
    node, _ = read('a: "null"\n')
    assert isinstance(node, Mapping)
    assert node.entries[0][1] == Scalar("null", 1, 4)


def test_several_slips_are_told_in_one_run() -> None:
    text = """\
- id: a
  name: "Erste
  ort Seehausen
   plz: "09911"
  themen: [x, y
- id: b
  funktion: Dr. Muster: Leitung
  name:Zweite
  telefon: @030
"""
    node, befunde = read(text)
    assert sorted(befunde, key=lambda found: found[1:]) == [
        ("R-005", 2, 9),
        ("R-022", 3, 6),
        ("R-029", 4, 4),
        ("R-028", 5, 11),
        ("R-002", 7, 13),
        ("R-022", 8, 8),
        ("R-004", 9, 12),
    ]
    assert isinstance(node, Sequence)
    assert len(node.items) == 2


def test_places_are_those_of_the_file_although_lines_were_moved() -> None:
    node, befunde = read("- id: a\n    name: x\n    ort:\n    plz: [y, y]\n")
    assert befunde == [("R-029", 2, 5)]
    assert isinstance(node, Sequence)
    assert isinstance(node.items[0], Mapping)
    places = [(key.text, key.column, value.column) for key, value in node.items[0].entries]
    assert places == [("id", 3, 7), ("name", 5, 11), ("ort", 5, 9), ("plz", 5, 10)]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("? [a, b]\n: x\n", "R-026", 1),
        ("? {a: b}\n: x\n", "R-026", 1),
    ],
)
def test_field_names_are_plain_texts(text: str, rule: str, line: int) -> None:
    _, befunde = read(text)
    assert (rule, line) in {found[:2] for found in befunde}


def test_size_is_checked_before_anything_is_read() -> None:
    node, befunde = load_yaml(b"\xff" * (MAX_BYTES + 1), "ordner/x.yml")
    assert node is None
    assert [b.rule for b in befunde] == ["R-017"]
    assert befunde[0].remedy == "Die Datei teilen, etwa in x-a.yml und x-b.yml"


def test_line_ends_of_all_systems() -> None:
    for end in ("\n", "\r\n", "\r"):
        node, befunde = read(f"a: x{end}b: y{end}")
        assert befunde == []
        assert isinstance(node, Mapping)
        assert [key.line for key, _ in node.entries] == [1, 2]


def test_decomposed_letters_are_composed() -> None:
    node, _ = read("a: Mu\u0308hle\n")
    assert isinstance(node, Mapping)
    assert node.entries[0][1] == Scalar("Mühle", 1, 4)
