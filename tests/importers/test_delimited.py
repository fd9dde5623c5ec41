"""Bytes become rows: encodings, delimiters, quotes, and damaged lines with their place."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.importers.delimited import BYTES_MAX, Tabelle, parse_table, read_table
from macros.model.findings import Stufe

TEXT = 'Name;Ort\n"Grundschule Süd – Größe";"Mühlhausen"\n"Schule am Fluß";"Öhde"\n'


def good(data: bytes) -> Tabelle:
    table, befunde = parse_table(data, "liste.csv")
    assert table is not None, befunde
    return table


def rows(table: Tabelle) -> list[list[str]]:
    return [[cell.text for cell in row.zellen] for row in table.zeilen]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF-8 mit BOM"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.replace("–", "-").encode("cp850"), "CP850"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.replace("\n", "\r\n").encode("cp1252"), "Windows-1252"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8"),
        (b"Name;Ort\nSchule;Waldau\n", "UTF-8"),
    ],
)
def test_encoding_is_recognised(data: bytes, name: str) -> None:
    table = good(data)
    assert table.zeichensatz == name
    if b"Waldau" not in data:
        assert [row[1] for row in rows(table)] == ["Mühlhausen", "Öhde"]


@pytest.mark.parametrize("letter", "äöüÄÖÜßéèçñ")
@pytest.mark.parametrize("codec", ["cp1252", "cp850"])
def test_one_letter_is_enough_to_tell_the_old_encodings_apart(letter: str, codec: str) -> None:
    table = good(f"Name;Ort\nGr{letter}ne Schule;Waldau\n".encode(codec))
    assert rows(table) == [[f"Gr{letter}ne Schule", "Waldau"]]


def test_decomposed_letters_are_composed() -> None:
    assert rows(good("Name;Ort\nSu\u0308d;W\u00adald\u200bau\n".encode())) == [["Süd", "Waldau"]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("sep=;\nName;Ort;\nA;B;\n", ";"),
        ("SEP=,\r\nName,Ort\r\nA,B\r\n", ","),
        ("Name,Ort\nA,B\n", ","),
        ("Name\tOrt\nA\tB\n", "\t"),
        ("Name|Ort\nA|B", "|"),
        ('"Name, lang";Ort\nA;B\n', ";"),
        ("\n\nName;Ort\n\nA;B\n;\n", ";"),
    ],
)
def test_delimiter_is_recognised(text: str, delimiter: str) -> None:
    table = good(text.encode())
    assert table.trennzeichen == delimiter
    assert rows(table) == [["A", "B"]]


def test_quotes_and_newlines_within_values() -> None:
    table = good(b'Name;Ort;PLZ\n"Schule ""Am\nSee""";"a;b";01067\n x ;"";"y"\n')
    assert rows(table) == [['Schule "Am See"', "a;b", "01067"], ["x", "", "y"]]
    assert [(c.line, c.column) for c in table.zeilen[0].zellen] == [(2, 1), (3, 8), (3, 14)]
    assert table.zeilen[1].line == 4


def test_a_row_of_another_length_is_said_and_left_out() -> None:
    table, befunde = parse_table(b"Name;Ort;PLZ\nA;B\nC;D;1\nE;F;2;3\nG;H;4;;\n", "liste.csv")
    assert table is not None
    assert rows(table) == [["C", "D", "1"], ["G", "H", "4"]]
    assert [(b.rule, b.line, b.column, b.stufe) for b in befunde] == [
        ("R-504", 2, 3, Stufe.WARNUNG),
        ("R-504", 4, 5, Stufe.WARNUNG),
    ]
    assert befunde[0].message == (
        "Diese Zeile hat 2 Werte, die Kopfzeile 3 Spalten. Sie wird ausgelassen."
    )
    assert [row.line for row in table.beschaedigt] == [2, 4]


@pytest.mark.parametrize(
    ("data", "rule", "line", "column", "words"),
    [
        (b"", "R-501", 1, 1, "ist leer"),
        (b"\n \n", "R-501", 1, 1, "ist leer"),
        (b"PK\x03\x04...", "R-501", 1, 1, "Excel"),
        (b"%PDF-1.7", "R-501", 1, 1, "PDF"),
        (b"Name\nSchule\n", "R-501", 1, 1, "kein Trennzeichen"),
        (b"a;b\x00\n", "R-501", 1, 1, "Nullzeichen"),
        (b'Name;Ort\nA;"B\nC;D\n', "R-505", 2, 3, "nicht mehr geschlossen"),
        ("Name;Ort\nGrÃ¼ne Schule;A\n".encode(), "R-502", 2, 3, "beschädigt"),
        ("Name;Ort\nGr\ufffdne Schule;A\n".encode(), "R-502", 2, 3, "beschädigt"),
        ("Name;Ort\nSüdöst;".encode() + b"\xfc\n", "R-502", 2, 8, "UTF-8"),
        (b"Name;Ort\nA;\xb1\xb1\n", "R-502", 2, 3, "nicht zu erkennen"),
        (codecs.BOM_UTF16_LE + b"a", "R-502", 1, 1, "UTF-16"),
    ],
)
def test_an_unusable_file_is_refused_with_place_and_reason(
    data: bytes, rule: str, line: int, column: int, words: str
) -> None:
    table, befunde = parse_table(data, "liste.csv")
    assert table is None
    assert [(b.rule, b.line, b.column) for b in befunde] == [(rule, line, column)]
    assert words in befunde[0].message
    assert befunde[0].remedy


def test_missing_file_and_folder_are_said(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "fehlt.csv", "nicht gefunden"), (tmp_path, "ein Ordner")):
        table, befunde = read_table(path, path.name)
        assert table is None
        assert words in befunde[0].message
        assert str(tmp_path.parent) not in befunde[0].message


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "riesig.csv"
    with path.open("wb") as stream:
        stream.truncate(BYTES_MAX + 1)
    table, befunde = read_table(path, path.name)
    assert table is None
    assert "60 MB" in befunde[0].message


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    table, befunde = parse_table(data, "liste.csv")
    assert table is not None or befunde


@given(st.lists(st.lists(st.text("äß a;\"\n\r,'", max_size=6), min_size=3, max_size=3), max_size=4))
def test_what_is_quoted_comes_back(values: list[list[str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    text = "A;B;C\n" + "".join(";".join(map(quoted, row)) + "\n" for row in values)
    wanted = [[" ".join(cell.split()) for cell in row] for row in values]
    assert rows(good(text.encode())) == [row for row in wanted if any(row)]
