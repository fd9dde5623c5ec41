"""Releasing in real repositories: what is written, what is refused, and that nothing is left."""

import io
import json
import os
import subprocess
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.__main__ import rahmen
from macros.model.load_region import load_region
from macros.publish.archive import archive_name, build_archive, frozen_files, ledger_name, sha256
from macros.publish.frozen import frozen_part
from macros.publish.release import Freigabe
from tests.publish.project import REGION, STICHTAG, git
from tests.release.requests import FILE, NAME, release_of, state_of


def test_a_release_writes_files_commit_and_tag(project: Path) -> None:
    before = (project / FILE).read_text(encoding="utf-8")
    head = git(project, "rev-parse", "HEAD").strip()
    done = release_of(project)
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
    release_of(project)
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
    release_of(project)
    other = tmp_path / "anders wo"
    subprocess.run(["git", "clone", "-q", str(project), str(other)], check=True)
    os.utime(other / "docs/index.md", (1, 1))
    again = build_archive(frozen_files(other, REGION, "HEAD"))
    assert again == (project / archive_name(REGION, NAME)).read_bytes()


def test_releasing_the_same_wording_again_does_nothing(project: Path) -> None:
    release_of(project)
    before = state_of(project)
    done = release_of(project)
    assert done == Freigabe(tag="fassung-2026.2", war_schon=True)
    assert state_of(project) == before


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
