"""A copy of the project with more chapters: what a grown Rahmenkonzept costs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

CHAPTERS: Final = ("auftrag/was-schulsozialarbeit-ist.md", "konzept/weg.md")
_PARTS: Final = ("data", "docs", "macros", "overrides", "mkdocs.yml")


def write_larger_project(root: Path, folder: Path, chapters: int) -> None:
    """Copy the project and repeat its chapters, macros and all, under new names.

    Args:
        root: the project.
        folder: empty folder for the copy.
        chapters: how many chapters to add.
    """
    for part in _PARTS:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copy(source, folder / part)
    docs = folder / "docs"
    names = []
    for number in range(chapters):
        source = Path(CHAPTERS[number % len(CHAPTERS)])
        text = (docs / source).read_text(encoding="utf-8")
        # In the same folder the links hold; the number of a chapter is given once.
        names.append(f"{source.parent}/kapitel-{number + 1:03d}.md")
        text = re.sub(r"^kapitel: .*\n", "", text, count=1, flags=re.MULTILINE)
        (docs / names[-1]).write_text(text, encoding="utf-8")
    menu = docs / "nav.yml"
    lines = [f"    - Kapitel {n}: {name}" for n, name in enumerate(names, start=1)]
    text = menu.read_text(encoding="utf-8").rstrip("\n")
    menu.write_text("\n".join([text, "- Weitere Kapitel:", *lines, ""]), encoding="utf-8")
