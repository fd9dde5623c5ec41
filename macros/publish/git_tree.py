"""Files of a git state, byte for byte as git keeps them: no attributes, no line-end conversion."""

from __future__ import annotations

import io
import os
import subprocess
from typing import TYPE_CHECKING, Final

from macros.publish.faults import PublishFaultError, no_space, said_no_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# Set where a hook of git calls us: they would lead into that repository instead of the folder's.
_FOREIGN: Final = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
)


class GitFault(PublishFaultError):  # noqa: N818 - a fault, like its base
    """git refused something; the text is German."""


class GitRefusedError(GitFault):
    """git ended with a fault: it does not know the state, or the folder is no repository."""


class NotAFileError(GitFault):
    """A state holds a link or a submodule where a file is expected."""


def run_git(
    folder: Path, *args: str, data: bytes = b"", env: Mapping[str, str] | None = None
) -> bytes:
    """Return what a git command prints.

    Args:
        folder: where to run it.
        args: the command.
        data: its input.
        env: environment instead of this process's own.

    Raises:
        GitRefusedError: git ended with a fault.
        PublishFaultError: git is missing, distrusts the folder, or the disk is full.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *args],
            input=data,
            capture_output=True,
            check=False,
            env={**(_own_environment() if env is None else env), "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise GitFault("Das Programm git fehlt. Installieren Sie es, zum Beispiel mit: "
                       "sudo apt-get install git") from error  # fmt: skip
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    if said_no_space(said):
        raise no_space(str(folder))
    if "dubious ownership" in said:
        raise GitFault(
            f"git traut dem Ordner {folder} nicht, weil er einem anderen Benutzer gehört. "
            f"Erlauben Sie es mit: git config --global --add safe.directory '{folder}'"
        )
    raise GitRefusedError(
        f"git {args[0]} ist misslungen: {said.splitlines()[0] if said else 'ohne Angabe'}"
    )


def _own_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN}


def read_tree(
    folder: Path,
    state: str,
    paths: Iterable[str] = (),
    env: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Return all files of a state.

    Args:
        folder: a folder of the repository, or a bare repository.
        state: commit, tag, branch or tree.
        paths: files and folders relative to ``folder``; all without.
        env: environment instead of this process's own.

    Returns:
        Content by path relative to ``folder``, sorted.

    Raises:
        GitFault: git does not know the state.
        NotAFileError: one of the paths holds a link.
    """
    listing = run_git(folder, "ls-tree", "-r", "-z", state, "--", *paths, env=env)
    wanted: dict[str, str] = {}
    for line in os.fsdecode(listing).split("\0"):
        head, _, path = line.partition("\t")
        if not path:
            continue
        mode, _, blob = head.split(" ")
        if not mode.startswith("100"):
            raise NotAFileError(
                f"„{path}“ ist eine Verknüpfung, keine Datei. Ersetzen Sie sie durch die Datei."
            )
        wanted[path] = blob
    return dict(sorted(zip(wanted, _blobs(folder, list(wanted.values()), env), strict=True)))


def _blobs(folder: Path, names: list[str], env: Mapping[str, str] | None) -> list[bytes]:
    asked = "".join(f"{name}\n" for name in names).encode()
    out = io.BytesIO(run_git(folder, "cat-file", "--batch", data=asked, env=env))
    found = []
    for _ in names:
        found.append(out.read(int(out.readline().split()[2])))
        out.read(1)
    return found
