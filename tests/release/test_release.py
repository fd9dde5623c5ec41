"""Releasing in real repositories: what is written, what is refused, and that nothing is left."""

import io
import json
import os
import shutil
import signal
import subprocess
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.__main__ import rahmen
from macros.model.load_region import load_region
from macros.publish import release_write
from macros.publish.archive import archive_name, build_archive, frozen_files, ledger_name, sha256
from macros.publish.frozen import frozen_part
from macros.publish.release import Freigabe, release
from macros.publish.release_checks import Antrag
from macros.publish.repository import Repository
from tests.publish.project import REGION, STICHTAG, change, commit, git

NAME = "2026.2"
ANTRAG = Antrag(NAME, "Kreistag: „Ausschuss“", date(2026, 11, 5), date(2027, 2, 1))
FILE = f"data/regionen/{REGION}/region.yml"


def _release(root: Path, antrag: Antrag = ANTRAG, stichtag: date = STICHTAG) -> Freigabe:
    return release(root, REGION, antrag, stichtag)


def _state(root: Path) -> dict[str, bytes]:
    """Return everything a release could change: references, index, files."""
    said = "\n".join(
        git(root, *args)
        for args in (["show-ref"], ["rev-parse", "HEAD"], ["ls-files", "-s"], ["status", "-s"])
    )
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }
    return {"git": said.encode(), **files}


def test_a_release_writes_files_commit_and_tag(project: Path) -> None:
    before = (project / FILE).read_text(encoding="utf-8")
    head = git(project, "rev-parse", "HEAD").strip()
    done = _release(project)
    assert (done.befunde, done.tag, done.seiten) == ([], "fassung-2026.2", 2)
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "rev-parse", "HEAD", "HEAD^").split() == [done.commit, head]
    assert git(project, "cat-file", "-t", "fassung-2026.2").strip() == "tag"
    assert git(project, "rev-parse", "fassung-2026.2^{commit}").strip() == done.commit
    changed = git(project, "diff", "--name-only", "HEAD^", "HEAD").split()
    assert changed == sorted([FILE, archive_name(REGION, NAME), ledger_name(REGION, NAME)])
    message = git(project, "tag", "-l", "--format=%(contents)", "fassung-2026.2")
    assert "Kreistag: „Ausschuss“" in message
    assert "5.\u00a0November 2026" in message
    after = (project / FILE).read_text(encoding="utf-8")
    added = [
        '    gueltig_bis: "2027-01-31"',
        '  - name: "2026.2"',
        '    beschlossen_von: "Kreistag: „Ausschuss“"',
        '    beschlossen_am: "2026-11-05"',
        '    gueltig_ab: "2027-02-01"',
        "    tag: fassung-2026.2",
    ]
    lines = after.split("\n")
    at = lines.index(added[0])
    assert lines[at : at + len(added)] == added
    assert "\n".join(lines[:at] + lines[at + len(added) :]) == before


def test_archive_and_ledger_tell_the_wording(project: Path) -> None:
    _release(project)
    archive = (project / archive_name(REGION, NAME)).read_bytes()
    ledger = json.loads((project / ledger_name(REGION, NAME)).read_text(encoding="utf-8"))
    assert ledger["archiv"] == sha256(archive)
    assert sorted(ledger["seiten"]) == ["index.md", "konzept.md"]
    # The tag holds archive and ledger of itself, but they are no part of the wording.
    assert build_archive(frozen_files(project, REGION, "fassung-2026.2")) == archive
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        infos = tar.getmembers()
    names = [info.name for info in infos]
    assert names == sorted(names)
    assert "docs/nav.yml" in names
    assert not [n for n in names if n.startswith(("docs/service", "data/regionen"))]
    facts = {(i.mode, i.uid, i.gid, i.uname, i.gname, i.mtime, i.isreg()) for i in infos}
    assert facts == {(0o644, 0, 0, "", "", 0, True)}


def test_the_archive_is_the_same_in_another_clone(project: Path, tmp_path: Path) -> None:
    _release(project)
    other = tmp_path / "anders wo"
    subprocess.run(["git", "clone", "-q", str(project), str(other)], check=True)
    os.utime(other / "docs/index.md", (1, 1))
    again = build_archive(frozen_files(other, REGION, "HEAD"))
    assert again == (project / archive_name(REGION, NAME)).read_bytes()


def test_releasing_the_same_wording_again_does_nothing(project: Path) -> None:
    _release(project)
    before = _state(project)
    done = _release(project)
    assert done == Freigabe(tag="fassung-2026.2", war_schon=True)
    assert _state(project) == before


def test_a_clone_without_tags_has_the_wording_from_the_archive(
    project: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "ohne-tags"
    subprocess.run(["git", "clone", "-q", "--no-tags", str(project), str(bare)], check=True)
    assert git(bare, "tag") == ""
    for root in (project, bare):
        bestand = load_region(root, REGION, STICHTAG).bestand
        assert bestand is not None
        parts = [frozen_part(root, REGION, f) for f in bestand.region.fassungen]
        assert [part.befunde for part in parts] == [[], []]
        assert b"mit allen Beteiligten." in parts[0].dateien["docs/konzept.md"]
        assert b"mit allen Beteiligten der Schule." in parts[1].dateien["docs/konzept.md"]


def _dirty(root: Path) -> None:
    change(root, "docs/konzept.md", "Sprechen", "Reden")


def _untracked(root: Path) -> None:
    (root / "docs" / "notiz ä.md").write_text("x", encoding="utf-8")


def _staged(root: Path) -> None:
    _dirty(root)
    git(root, "add", "-A")


def _detached(root: Path) -> None:
    git(root, "checkout", "-q", "--detach")


def _merging(root: Path) -> None:
    (root / ".git" / "MERGE_HEAD").write_text(git(root, "rev-parse", "HEAD"))


def _nobody(root: Path) -> None:
    git(root, "config", "--unset", "user.email")


def _tagged(root: Path) -> None:
    git(root, "tag", "fassung-2026.2")


def _left_over(root: Path) -> None:
    path = root / archive_name(REGION, NAME)
    path.write_bytes(b"")
    commit(root)


def _other_wording(root: Path) -> None:
    _release(root)
    _dirty(root)
    commit(root)


def _broken_page(root: Path) -> None:
    change(root, "docs/konzept.md", "# Konzept schreiben\n", '# Konzept\n\n{{ kontakt("xx") }}\n')
    commit(root)


def _broken_data(root: Path) -> None:
    change(root, FILE, "land: NW", "land: XX")
    commit(root)


def _tampered(root: Path) -> None:
    change(root, ledger_name(REGION, "2025.1"), '"konzept.md": "', '"konzept.md": "0')
    commit(root)


def _in_brackets(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    start = text.index("fassungen:")
    end = text.index("anbieter:") if text.index("anbieter:") > start else len(text)
    entries = (
        '{name: "2025.1", beschlossen_von: Kreistag, beschlossen_am: "2025-06-12", '
        'gueltig_ab: "2025-08-01", gueltig_bis: "2026-07-31"}, '
        '{name: "2026.1", beschlossen_von: Kreistag, beschlossen_am: "2026-06-18", '
        'gueltig_ab: "2026-08-01"}'
    )
    new = text[:start] + f"fassungen: [{entries}]\n" + text[end:]
    (root / FILE).write_text(new, encoding="utf-8")
    commit(root)


REFUSED: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "geaendert": (_dirty, "R-853", "„docs/konzept.md“", "git add"),
    "neu": (_untracked, "R-853", "„docs/notiz ä.md“", "git add"),
    "vorgemerkt": (_staged, "R-853", "„docs/konzept.md“", "git add"),
    "ohne-zweig": (_detached, "R-855", "keinem Zweig", "git switch main"),
    "mitten-im-merge": (_merging, "R-855", "noch nicht abgeschlossen", "git status"),
    "niemand": (_nobody, "R-856", "E-Mail-Adresse", "git config user.name"),
    "tag-da": (_tagged, "R-852", "Den Tag fassung-2026.2 gibt es schon", "--tag"),
    "archiv-da": (_left_over, "R-852", "gibt es schon", "region.yml"),
    "anderer-wortlaut": (_other_wording, "R-852", "mit anderem Wortlaut", "freigeben 2026.3"),
    "seite-kaputt": (_broken_page, "R-406", "xx", ""),
    "daten-kaputt": (_broken_data, "R-1", "XX", "land: NW"),
    "pruefbuch": (_tampered, "R-858", "Prüfbuch der Fassung 2025.1", "git checkout"),
    "klammern": (_in_brackets, "R-862", "eckigen Klammern", "fassungen:"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_stands_against_it_is_said_and_nothing_happens(
    case: str, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "leer"))
    for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_AUTHOR_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    prepare, rule, message, remedy = REFUSED[case]
    prepare(project)
    before = _state(project)
    done = _release(project)
    told = [b for b in done.befunde if b.rule.startswith(rule)]
    assert told, done.befunde
    assert any(message in b.message and remedy in b.remedy for b in told), told
    assert all(b.stufe == "Fehler" for b in done.befunde)
    assert done.commit == ""
    assert _state(project) == before


def test_a_shallow_clone_is_refused(project: Path, tmp_path: Path) -> None:
    flat = tmp_path / "flach"
    subprocess.run(["git", "clone", "-q", "--depth", "1", project.as_uri(), str(flat)], check=True)
    git(flat, "config", "user.name", "X")
    git(flat, "config", "user.email", "x@example.org")
    rules = {b.rule: b.remedy for b in _release(flat).befunde}
    assert rules == {"R-854": "git fetch --unshallow --tags"}


def test_a_folder_without_git_is_refused(project: Path) -> None:
    shutil.rmtree(project / ".git")
    assert [b.rule for b in _release(project).befunde] == ["R-855"]


@pytest.mark.parametrize(
    ("antrag", "rule"),
    [
        (Antrag(NAME, "Kreistag", date(2026, 12, 3), date(2027, 2, 1)), "R-857"),
        (Antrag(NAME, "  ", date(2026, 11, 5), date(2027, 2, 1)), "R-857"),
        (Antrag(NAME, "Kreistag", date(2026, 11, 5), date(2026, 8, 1)), "R-340"),
        (Antrag(NAME, "Kreistag", date(2026, 11, 5), date(2025, 1, 1)), "R-340"),
        (Antrag("2026.1", "Kreistag", date(2026, 6, 18), date(2026, 8, 1)), "R-852"),
        (Antrag("2025.2", "Kreistag", date(2026, 6, 18), date(2027, 8, 1)), "R-851"),
        (Antrag(NAME, "Kreistag", date(2026, 11, 5), date(2027, 2, 1), "v 1"), "R-1"),
        (Antrag(NAME, "<b>Kreistag</b>", date(2026, 11, 5), date(2027, 2, 1)), "R-1"),
    ],
)
def test_wrong_details_are_refused(antrag: Antrag, rule: str, project: Path) -> None:
    before = _state(project)
    done = _release(project, antrag)
    assert [b for b in done.befunde if b.rule.startswith(rule)], done.befunde
    assert _state(project) == before


class _StopError(Exception):
    pass


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt(), _StopError()])
@pytest.mark.parametrize("at", range(1, 5))
def test_a_fault_while_writing_leaves_nothing(
    error: BaseException, at: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _state(project)
    real, count = release_write._write, 0

    def write(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == at:
            raise error
        real(path, data)

    monkeypatch.setattr(release_write, "_write", write)
    if isinstance(error, OSError):
        assert [b.rule for b in _release(project).befunde] == ["R-863"]
    else:
        with pytest.raises(type(error)):
            _release(project)
    monkeypatch.undo()
    assert _state(project) == before
    assert _release(project).commit


def test_branch_and_tag_move_together_or_not_at_all(project: Path) -> None:
    before = _state(project)
    lock = project / ".git" / "refs" / "tags" / "fassung-2026.2.lock"
    lock.touch()
    assert [b.rule for b in _release(project).befunde] == ["R-863"]
    lock.unlink()
    assert _state(project) == before
    assert _release(project).commit


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("what", ["1", "2", "3", "4", "update-ref", "update-index"])
def test_a_power_cut_needs_no_repair(what: str, when: str, project: Path) -> None:
    before = _state(project)
    child = os.fork()
    if child == 0:
        _die_at(what, when)
        _release(project)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    (project / ".git" / "index.lock").unlink(missing_ok=True)
    done = _release(project)
    # Either it had come so far that it is finished now, or it begins anew.
    assert done.war_schon == ((what, when) == ("update-ref", "after") or what == "update-index")
    assert done.befunde == []
    assert git(project, "status", "--porcelain") == ""
    after = _state(project)
    assert after.keys() - before.keys() == {archive_name(REGION, NAME), ledger_name(REGION, NAME)}
    assert _release(project).war_schon


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


def test_the_command_says_what_comes_next(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    details = ["--region", REGION, "--stichtag", STICHTAG.isoformat()]
    more = ["--beschlossen-von", "Kreistag", "--beschlossen-am", "2026-11-05",
            "--gueltig-ab", "2027-02-01"]  # fmt: skip
    done = CliRunner().invoke(rahmen, ["fassung", "freigeben", "2.0 ", *details, *more])
    assert done.exit_code == 1
    assert "FEHLER R-850" in done.output
    assert "Nichts wurde freigegeben." in done.output
    done = CliRunner().invoke(rahmen, ["fassung", "freigeben", NAME, *details, *more])
    assert done.exit_code == 0, done.output
    assert "Fassung 2026.2 ist freigegeben: 2 Seiten im Prüfbuch" in done.output
    assert "git push --atomic origin main fassung-2026.2" in done.output
    done = CliRunner().invoke(rahmen, ["fassung", "liste", *details])
    assert [line for line in done.output.splitlines() if not line.startswith(" ")] == [
        "2026.2  gilt noch nicht",
        "2026.1  gilt",
        "2025.1  abgelöst",
    ]
    done = CliRunner().invoke(rahmen, ["fassung", "pruefen", *details])
    assert done.output == "3 Fassungen geprüft: der Wortlaut ist unverändert.\n"
