"""Texts of a region: which files there may be, and that an own one takes a default's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.model.region_texts import read_texts, text_files

if TYPE_CHECKING:
    from pathlib import Path


def test_an_own_text_takes_the_place_of_the_default() -> None:
    texts, befunde = read_texts(
        [("w/leitbild.md", b"Eigenes")], [("k/leitbild.md", b"Vorgabe"), ("k/ziel.md", b"Ziel")]
    )
    assert befunde == []
    assert {id: (t.file, t.text) for id, t in texts.items()} == {
        "leitbild": ("w/leitbild.md", "Eigenes"),
        "ziel": ("k/ziel.md", "Ziel"),
    }


@pytest.mark.parametrize(
    ("name", "data", "rule", "part"),
    [
        ("w/leitbld.md", b"Text", "R-207", "Meinten Sie „leitbild.md“?"),
        ("w/Leitbild.md", b"Text", "R-027", "wird hier nicht erwartet"),
        ("w/leitbild.txt", b"Text", "R-027", "mit der Endung .md"),
        ("w/leitbild.md", b" \n", "R-019", "leer"),
        ("w/leitbild.md", "Grüße".encode("latin-1"), "R-009", ""),
        ("w/leitbild.md", "a\u202eb".encode(), "R-012", ""),
    ],
)
def test_files_that_are_no_texts_are_told(name: str, data: bytes, rule: str, part: str) -> None:
    _, befunde = read_texts([(name, data)], [("k/leitbild.md", b"Vorgabe")])
    assert [b.rule for b in befunde] == [rule]
    assert part in befunde[0].message
    assert befunde[0].file == name


def test_links_and_folders_are_no_texts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A", encoding="utf-8")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "c.md").mkdir()
    (tmp_path / ".versteckt").write_text("x", encoding="utf-8")
    texts, befunde = read_texts([], text_files(tmp_path, "k"))
    assert list(texts) == ["a"]
    assert [(b.rule, b.file) for b in befunde] == [("R-024", "k/b.md"), ("R-024", "k/c.md")]
    assert list(text_files(tmp_path / "fehlt", "k")) == []
