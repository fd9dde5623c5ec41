"""Reading earlier states from git, without touching the working tree."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class UnknownStateError(Exception):
    """The named state does not exist in this repository, or this is no repository."""


def files_at(root: Path, state: str, folder: str) -> dict[str, bytes]:
    """Return the files directly in a folder at an earlier state.

    Args:
        root: the project's root.
        state: a commit, tag or branch.
        folder: path relative to the root, with forward slashes.

    Returns:
        Content by path relative to the root; empty where the folder did not exist.

    Raises:
        UnknownStateError: git does not know the state.
    """
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{state}^{{commit}}"
    )
    if commit is None:
        raise UnknownStateError(state)
    name = commit.decode().strip()
    listing = _git(root, "ls-tree", "-z", "--name-only", name, f"./{folder}/") or b""
    paths = [path for path in listing.decode("utf-8", "replace").split("\0") if path]
    found = {path: _git(root, "show", f"{name}:./{path}") for path in paths}
    return {path: data for path, data in found.items() if data is not None}


def _git(root: Path, *args: str) -> bytes | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *args], capture_output=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UnknownStateError(args[0]) from error
    return done.stdout if done.returncode == 0 else None
