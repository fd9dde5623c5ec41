"""Writes files, commit and tag together, or nothing: for releases and for tombstones."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.publish.repository import GitError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.publish.repository import Repository

_JOURNAL: Final = "rahmen-freigabe.json"
_MODE: Final = "100644"


def write_commit(
    repo: Repository, files: Mapping[str, bytes], title: str, text: str, tag: str = ""
) -> str:
    """Write the files, commit them and set the tag.

    The commit is made without touching the folder. Then the files are written, and last branch
    and tag move in one step. A journal in git's own folder lets the next run finish or undo what
    a power cut has left.

    Args:
        repo: a repository in which these files are unchanged, on a branch.
        files: content by path relative to the project's root.
        title: first line of the commit's message.
        text: the rest of it, and the message of the tag.
        tag: name of the tag; none where empty.

    Returns:
        The commit.

    Raises:
        GitError: git refused; nothing has been left behind.
        OSError: a file could not be written; nothing has been left behind.
    """
    head = repo.line("rev-parse", "HEAD")
    branch = repo.branch() or ""
    blobs = {
        path: repo.run("hash-object", "-w", "--stdin", data=data).decode().strip()
        for path, data in files.items()
    }
    commit = _commit(repo, head, blobs, f"{title}\n\n{text}\n")
    tagged = _tag_object(repo, commit, tag, f"{title}\n\n{text}\n") if tag else ""
    journal = repo.private_file(_JOURNAL)
    _write(journal, json.dumps({"commit": commit, "dateien": blobs}).encode())
    try:
        for path, data in files.items():
            _write(repo.root / path, data)
        orders = [
            "start",
            f"update {branch} {commit} {head}",
            *([f"create refs/tags/{tag} {tagged}"] if tag else []),
            "prepare",
            "commit",
            "",
        ]
        repo.run("update-ref", "-m", title, "--stdin", data="\n".join(orders).encode())
    except BaseException:
        recover(repo)
        raise
    recover(repo)
    return commit


def recover(repo: Repository) -> None:
    """Finish or undo a release that was interrupted; does nothing where there is none.

    If branch and tag have moved, the files are brought up to them; otherwise they are taken back.
    """
    journal = repo.private_file(_JOURNAL)
    try:
        noted = json.loads(journal.read_text(encoding="utf-8"))
        commit, blobs = str(noted["commit"]), dict(noted["dateien"])
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError):
        journal.unlink()  # interrupted while it was written: nothing else had begun
        return
    done = _contains(repo, commit)
    for path, blob in blobs.items():
        target = repo.root / path
        known = (
            blob if done else repo.try_line("rev-parse", "--verify", "--quiet", f"HEAD:./{path}")
        )
        if known is None:
            target.unlink(missing_ok=True)
            _drop_empty(target.parent, repo.root)
        else:
            _write(target, repo.run("cat-file", "blob", known))
    if done:
        _index(repo, blobs)
    journal.unlink(missing_ok=True)


def _contains(repo: Repository, commit: str) -> bool:
    try:
        repo.run("merge-base", "--is-ancestor", commit, "HEAD")
    except GitError:
        return False
    return True


def _commit(repo: Repository, head: str, blobs: Mapping[str, str], message: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        env = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        repo.run("read-tree", head, env=env)
        _index(repo, blobs, env)
        tree = repo.run("write-tree", env=env).decode().strip()
    out = repo.run("commit-tree", tree, "-p", head, data=message.encode())
    return out.decode().strip()


def _index(
    repo: Repository, blobs: Mapping[str, str], env: Mapping[str, str] | None = None
) -> None:
    prefix = repo.prefix()
    entries = "".join(f"{_MODE} {blob}\t{prefix}{path}\0" for path, blob in blobs.items())
    repo.run("update-index", "--add", "-z", "--index-info", data=entries.encode(), env=env)


def _tag_object(repo: Repository, commit: str, tag: str, message: str) -> str:
    tagger = repo.line("var", "GIT_COMMITTER_IDENT")
    lines = [f"object {commit}", "type commit", f"tag {tag}", f"tagger {tagger}", "", message]
    return repo.run("mktag", data="\n".join(lines).encode()).decode().strip()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _drop_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
