"""What stands against a release is said, and nothing happens."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.publish.archive import archive_name, ledger_name
from macros.publish.release_checks import Antrag
from tests.publish.project import REGION, change, commit, git
from tests.release.requests import FILE, NAME, release_of, state_of


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
    release_of(root)
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
    before = state_of(project)
    done = release_of(project)
    told = [b for b in done.befunde if b.rule.startswith(rule)]
    assert told, done.befunde
    assert any(message in b.message and remedy in b.remedy for b in told), told
    assert all(b.stufe == "Fehler" for b in done.befunde)
    assert done.commit == ""
    assert state_of(project) == before


def test_a_shallow_clone_is_refused(project: Path, tmp_path: Path) -> None:
    flat = tmp_path / "flach"
    subprocess.run(["git", "clone", "-q", "--depth", "1", project.as_uri(), str(flat)], check=True)
    git(flat, "config", "user.name", "X")
    git(flat, "config", "user.email", "x@example.org")
    rules = {b.rule: b.remedy for b in release_of(flat).befunde}
    assert rules == {"R-854": "git fetch --unshallow --tags"}


def test_a_folder_without_git_is_refused(project: Path) -> None:
    shutil.rmtree(project / ".git")
    assert [b.rule for b in release_of(project).befunde] == ["R-855"]


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
    before = state_of(project)
    done = release_of(project, antrag)
    assert [b for b in done.befunde if b.rule.startswith(rule)], done.befunde
    assert state_of(project) == before
