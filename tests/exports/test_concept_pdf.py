"""Two files for schools as LibreOffice shows them: it opens them, and they are 8 to 20 pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from ..konzeptmuster import files
from .libreoffice import FEWEST, MOST, convert

if TYPE_CHECKING:
    from pathlib import Path

# The school with most posts, and the file for none.
NAMES = ("190015", "leer")


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    wanted = {p: d for p, d in files().items() if p.endswith(tuple(f"/{n}.docx" for n in NAMES))}
    return convert(wanted, tmp_path_factory.mktemp("pdf"))


@pytest.mark.parametrize("name", NAMES)
def test_the_file_opens_and_is_neither_short_nor_long(pdfs: dict[str, Path], name: str) -> None:
    assert FEWEST <= len(PdfReader(pdfs[name]).pages) <= MOST


def test_the_cover_names_the_school_and_later_pages_their_number(pdfs: dict[str, Path]) -> None:
    pages = PdfReader(pdfs["190015"]).pages
    assert "Gesamtschule Seehausen, Schulnummer 190015" in pages[0].extract_text()
    assert f"Seite 3 von {len(pages)}" in pages[2].extract_text()
    assert "Fassung 2026.2" in pages[2].extract_text()
