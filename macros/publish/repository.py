"""Git as the release needs it: the state of the folder, objects, and references in one step."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BUSY: Final = (
    "MERGE_HEAD",
    "rebase-merge",
    "rebase-apply",
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "BISECT_LOG",
)
# A caller's own GIT_DIR or index must not lead us into another repository.
_FOREIGN: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY")


class GitError(Exception):
    """Git said no; the text is its first words."""


class NoRepositoryError(Exception):
    """The folder is no git repository, or there is no git."""


@dataclass(frozen=True)
class Repository:
    """The repository in which the project lies.

    Attributes:
        root: the project's root; it may lie below the repository's own.
    """

    root: Path

    def run(self, *args: str, data: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        """Run git in the project's root and return what it prints.

        Raises:
            GitError: git ended with an error.
            NoRepositoryError: there is no git.
        """
        clean = {key: value for key, value in os.environ.items() if key not in _FOREIGN}
        command = ["git", "-C", str(self.root), "-c", "core.quotePath=false", *args]
        try:
            done = subprocess.run(
                command,
                input=data,
                capture_output=True,
                check=False,
                env={**clean, "LC_ALL": "C.UTF-8", **(env or {})},
            )
        except OSError as error:
            raise NoRepositoryError from error
        if done.returncode:
            raise GitError(done.stderr.decode("utf-8", "replace").strip() or args[0])
        return done.stdout

    def line(self, *args: str) -> str:
        """Run git and return its one line of output; see :meth:`run`."""
        return self.run(*args).decode("utf-8", "replace").strip()

    def try_line(self, *args: str) -> str | None:
        """Run git and return its line, or None where it says no."""
        try:
            return self.line(*args)
        except GitError:
            return None

    def is_one(self) -> bool:
        """Tell whether the project lies in a git repository with at least one commit."""
        try:
            return self.try_line("rev-parse", "--verify", "--quiet", "HEAD") is not None
        except NoRepositoryError:
            return False

    def is_shallow(self) -> bool:
        """Tell whether earlier commits are missing."""
        return self.line("rev-parse", "--is-shallow-repository") == "true"

    def changed(self) -> list[str]:
        """Return the paths of files that are changed, new or deleted since the last commit."""
        # Asked file by file, the index may look changed where only times are.
        out = self.run("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames")
        return [entry[3:] for entry in out.decode("utf-8", "replace").split("\0") if entry]

    def branch(self) -> str | None:
        """Return the full name of the branch, or None when there is none."""
        return self.try_line("symbolic-ref", "--quiet", "HEAD")

    def is_busy(self) -> bool:
        """Tell whether a merge, rebase or the like waits for its end."""
        return any((self.private_file(name)).exists() for name in _BUSY)

    def private_file(self, name: str) -> Path:
        """Return the path of a file that git keeps for this working folder."""
        return self.root / self.line("rev-parse", "--git-path", name)

    def has_identity(self) -> bool:
        """Tell whether git knows the name and mail address of who commits."""
        return (
            self.try_line("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT") is not None
        )

    def tag_commit(self, tag: str) -> str | None:
        """Return the commit a tag names, or None."""
        return self.try_line("rev-parse", "--verify", "--quiet", f"refs/tags/{tag}^{{commit}}")

    def prefix(self) -> str:
        """Return where the project lies in the repository: empty or ``folder/``."""
        return self.line("rev-parse", "--show-prefix")
