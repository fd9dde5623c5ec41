"""Damaged bytes never make a traceback, never take long, never speak English."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final

import pytest

from macros.files.check import check_files

from .builders import NAME, PHOTO, XMP, write
from .makers import animated, embedded, image, office, pdf, png_with_text, svg

if TYPE_CHECKING:
    from pathlib import Path

SOUND: Final = {
    "a.png": png_with_text("XML:com.adobe.xmp", XMP.decode()),
    "b.jpg": PHOTO,
    "c.gif": animated("GIF"),
    "d.webp": image("WEBP", xmp=XMP),
    "e.svg": svg("<g><use href='#a'/><style>a{fill:url(#b)}</style></g>"),
    "f.svg": embedded(PHOTO),
    "g.pdf": pdf(("scan", "form", "both"), author=NAME),
    "h.docx": office(creator=NAME),
    "i.xlsx": office("xl/workbook.xml", modified_by=NAME),
}
ROUNDS: Final = 150


def damaged(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    match chance.randrange(5):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:]
        case 3:
            return data[:start] + chance.randbytes(min(end - start, 20)) + data[start + 20 :]
        case _:
            mutable = bytearray(data)
            for _ in range(8):
                mutable[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(mutable)


@pytest.mark.parametrize("name", SOUND)
def test_damaged_file_is_judged_calmly(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(name)
    for _ in range(ROUNDS):
        write(tmp_path, f"docs/{name}", damaged(SOUND[name], chance))
        start = time.monotonic()
        befunde = check_files(tmp_path)
        assert time.monotonic() - start < 2
        assert all(b.rule.startswith("R-6") and b.remedy for b in befunde)
        assert all(NAME not in b.message + b.remedy for b in befunde)
    assert capfd.readouterr() == ("", "")


def test_a_torn_picture_is_told_beside_the_maker_of_pdfs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # WeasyPrint asks Pillow to fill up what is missing, for the whole process.
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    write(tmp_path, "docs/riss.jpg", PHOTO[: len(PHOTO) * 2 // 3])
    assert [befund.file for befund in check_files(tmp_path)] == ["docs/riss.jpg"]
