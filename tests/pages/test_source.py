"""Reading a page: encoding, front matter, positions."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from macros.pages.source import parse_page, read_page

from .fixtures_pages import KOPF, page, short

CASES: Final = [
    (b"# Titel\n", [("R-401", 1, 1)]),
    (b"", [("R-401", 1, 1)]),
    (b"---\ntitle: x\n", [("R-401", 1, 1)]),
    (b"---\n- a\n---\n", [("R-401", 2, 1)]),
    (
        b"---\ntitle: Titel\nart: live\n---\n",
        [("R-402", 2, 1)],
    ),
    (
        b"---\ntitle: Titel\ndescription: Satz\nart: lebendig\n---\n",
        [("R-402", 4, 6)],
    ),
    (
        b'---\ntitle: ""\ndescription: Satz\nart: live\n---\n',
        [("R-402", 2, 8)],
    ),
    (
        b"---\ntitle: [a]\ndescription: Satz\nart: live\n---\n",
        [("R-402", 2, 1)],
    ),
    (
        b"---\ntitle: Titel\ndescription: Satz\nart: live\nrender_macros: nein\n---\n",
        [("R-403", 5, 1)],
    ),
    (
        b"---\ntitle: Titel\ndescription: Satz\nart: live\ntemplate: x.html\n---\n",
        [("R-403", 5, 1)],
    ),
    (
        b'---\ntitle: "{{ x }}"\ndescription: Satz\nart: live\n---\n',
        [("R-108", 2, 8)],
    ),
    (
        b"---\ntitle: <b>x</b>\ndescription: Satz\nart: live\n---\n",
        [("R-408", 2, 8)],
    ),
    (
        b"---\ntitle: " + b"x " * 90 + b"\ndescription: Satz\nart: live\n---\n",
        [("R-109", 2, 8)],
    ),
    (
        b"---\ntitle: Titel\ntitle: Titel\ndescription: Satz\nart: live\n---\n",
        [("R-007", 3, 1)],
    ),
    (
        b"---\ntitle: &a Titel\ndescription: Satz\nart: live\n---\n",
        [("R-014", 2, 8)],
    ),
    (
        b"---\ntitle: !!python/name:os.system x\ndescription: Satz\nart: live\n---\n",
        [("R-015", 2, 8)],
    ),
    (KOPF.encode() + "Müller".encode("cp1252"), [("R-009", 7, 2)]),
    (KOPF.encode("utf-16"), [("R-009", 1, 1)]),
    (b"x" * 300_000, [("R-431", 1, 1)]),
]


@pytest.mark.parametrize(("data", "expected"), CASES)
def test_a_fault_of_the_file_is_found(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    seite = parse_page(data, "a.md", "docs/a.md")
    assert short(seite.befunde) == expected, seite.befunde


def test_a_leading_bom_is_no_fault() -> None:
    seite = parse_page(b"\xef\xbb\xbf" + KOPF.encode() + b"Text", "a.md", "docs/a.md")
    assert seite.befunde == []
    assert seite.kopf["title"] == "Titel"


def test_windows_line_ends_are_no_fault() -> None:
    seite = parse_page((KOPF + "Text").replace("\n", "\r\n").encode(), "a.md", "docs/a.md")
    assert seite.befunde == []
    assert seite.text.strip() == "Text"


def test_front_matter_values_stay_text() -> None:
    data = b"---\ntitle: NO\ndescription: 12:30\nart: live\n---\n"
    assert parse_page(data, "a.md", "docs/a.md").kopf == {
        "title": "NO",
        "description": "12:30",
        "art": "live",
    }


def test_lines_of_the_body_keep_their_numbers() -> None:
    assert page("Text").text.split("\n")[6] == "Text"


def test_a_link_in_the_file_system_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text(KOPF, encoding="utf-8")
    (tmp_path / "seite.md").symlink_to(tmp_path / "geheim.md")
    seite = read_page(tmp_path / "seite.md", "seite.md", "docs/seite.md")
    assert short(seite.befunde) == [("R-024", 1, 1)]
    assert seite.text == ""


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert short(read_page(tmp_path / "x.md", "x.md", "docs/x.md").befunde) == [("R-024", 1, 1)]
