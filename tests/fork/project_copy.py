"""The real project without its program: what a fork holds, saved in git as the original."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from tests.publish.project import commit, git

ROOT: Final = Path(__file__).parents[2]
_FOLDERS: Final = (
    *("docs", "overrides", "setup", "data/katalog", "data/schema", "data/regionen/musterkreis"),
)
_FILES: Final = (
    *("mkdocs.yml", "Makefile", "pyproject.toml", "uv.lock", ".gitattributes", ".gitignore"),
)
PROGRAM: Final = "macros/programm.txt"


def copy_project(root: Path) -> None:
    """Write the project; the program that runs is the installed one.

    Args:
        root: a folder that is not there yet.
    """
    for name in _FOLDERS:
        shutil.copytree(ROOT / name, root / name)
    for name in _FILES:
        shutil.copy(ROOT / name, root)
    (root / PROGRAM).parent.mkdir()
    (root / PROGRAM).write_text("Stand 1\n", encoding="utf-8")


def save_in_git(root: Path) -> None:
    """Make a repository of a folder, with everything saved on ``main``."""
    git(root, "init", "-q", "-b", "main")
    commit(root)
