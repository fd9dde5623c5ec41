"""Whatever interrupts a release: everything of it is there, or nothing."""

import os
import signal
from pathlib import Path

import pytest

from macros.publish import release_write
from macros.publish.archive import archive_name, ledger_name
from macros.publish.repository import Repository
from tests.publish.project import REGION, git
from tests.release.requests import NAME, release_of, state_of


class _StopError(Exception):
    pass


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt(), _StopError()])
@pytest.mark.parametrize("at", range(1, 5))
def test_a_fault_while_writing_leaves_nothing(
    error: BaseException, at: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state_of(project)
    real, count = release_write._write, 0

    def write(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == at:
            raise error
        real(path, data)

    monkeypatch.setattr(release_write, "_write", write)
    if isinstance(error, OSError):
        assert [b.rule for b in release_of(project).befunde] == ["R-863"]
    else:
        with pytest.raises(type(error)):
            release_of(project)
    monkeypatch.undo()
    assert state_of(project) == before
    assert release_of(project).commit


def test_branch_and_tag_move_together_or_not_at_all(project: Path) -> None:
    before = state_of(project)
    lock = project / ".git" / "refs" / "tags" / "fassung-2026.2.lock"
    lock.touch()
    assert [b.rule for b in release_of(project).befunde] == ["R-863"]
    lock.unlink()
    assert state_of(project) == before
    assert release_of(project).commit


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("what", ["1", "2", "3", "4", "update-ref", "update-index"])
def test_a_power_cut_needs_no_repair(what: str, when: str, project: Path) -> None:
    before = state_of(project)
    child = os.fork()
    if child == 0:
        _die_at(what, when)
        release_of(project)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    (project / ".git" / "index.lock").unlink(missing_ok=True)
    done = release_of(project)
    # Either it had come so far that it is finished now, or it begins anew.
    assert done.war_schon == ((what, when) == ("update-ref", "after") or what == "update-index")
    assert done.befunde == []
    assert git(project, "status", "--porcelain") == ""
    after = state_of(project)
    assert after.keys() - before.keys() == {archive_name(REGION, NAME), ledger_name(REGION, NAME)}
    assert release_of(project).war_schon


def _die_at(what: str, when: str) -> None:
    """Let this process die at the n-th file, or around a command of git."""
    real_write, real_run, count = release_write._write, Repository.run, 0

    def die(here: bool, moment: str) -> None:
        if here and moment == when:
            os.kill(os.getpid(), signal.SIGKILL)

    def write(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        die(str(count) == what, "before")
        real_write(path, data)
        die(str(count) == what, "after")

    def run(self: Repository, *args: str, **more: object) -> bytes:
        # The first index is a temporary one, for the commit.
        here = what in args and not more.get("env")
        die(here, "before")
        out = real_run(self, *args, **more)  # type: ignore[arg-type]
        die(here, "after")
        return out

    release_write._write = write
    Repository.run = run  # type: ignore[method-assign]
