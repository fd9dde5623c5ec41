"""Converts the files for schools with LibreOffice and counts their pages: ``python -m`` this.

All of Musterkreis take minutes, so this is no part of ``make test``; two files are (see
``test_concept_pdf.py``). With a folder as argument the PDFs stay there to be looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST: Final = 8
MOST: Final = 20


class NoOfficeError(Exception):
    """LibreOffice is not there, or has not made a PDF of every file."""


def convert(files: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Return the PDF of each Word file by the file's name without ending.

    Args:
        files: Word files by name.
        folder: where the PDFs go.

    Raises:
        NoOfficeError: LibreOffice is missing or refuses a file.
    """
    program = shutil.which("soffice")
    if program is None:
        raise NoOfficeError("LibreOffice fehlt: sudo apt-get install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as work:
        for name, data in files.items():
            (Path(work) / Path(name).name).write_bytes(data)
        done = subprocess.run(
            [
                program,
                # A profile of its own: another LibreOffice may be running.
                f"-env:UserInstallation={Path(work).as_uri()}/profil",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *sorted(str(path) for path in Path(work).glob("*.docx")),
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": work},
        )
    found = {Path(name).stem: folder / f"{Path(name).stem}.pdf" for name in files}
    missing = [name for name, path in found.items() if not path.is_file()]
    if missing:
        raise NoOfficeError(f"Kein PDF zu {', '.join(missing)}: {done.stderr or done.stdout}")
    return found


def main() -> int:
    """Convert all files of Musterkreis; 1 when a page count is out of bounds."""
    from tests.konzeptmuster import files

    words = {path: data for path, data in files().items() if path.endswith(".docx")}
    with tempfile.TemporaryDirectory() as work:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(work)
        folder.mkdir(parents=True, exist_ok=True)
        counts = {name: len(PdfReader(p).pages) for name, p in convert(words, folder).items()}
    for name, count in counts.items():
        print(f"{name}: {count} Seiten")
    wrong = [name for name, count in counts.items() if not FEWEST <= count <= MOST]
    print(f"{len(counts)} Dateien, {min(counts.values())} bis {max(counts.values())} Seiten.")
    if wrong:
        print(f"Zu lang oder zu kurz: {', '.join(wrong)}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
