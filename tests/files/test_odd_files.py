"""Files that cannot be made in a folder of one's own: devices, locks, races, huge ones."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from macros.files.check import check_files
from macros.files.walk import Entry, judge_entry, read_bytes

from .builders import sparse, write
from .test_cases import told

DENIED = PermissionError(errno.EACCES, "Permission denied")


def test_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "docs/flyer.pdf", b"%PDF-")
    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if path.name == "flyer.pdf":
            raise DENIED
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert told(check_files(tmp_path)) == (
        "Fehler R-603 · docs/flyer.pdf:1:1\n"
        "  Die Datei „flyer.pdf“ lässt sich nicht lesen.\n"
        "  So geht's: Das Leserecht geben (chmod u+r) oder das Programm schließen, das darauf "
        "zugreift"
    )


def test_locked_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "docs/anlagen/a.md", b"Text")
    write(tmp_path, "docs/z.exe", b"Text")
    listed = os.scandir

    def refuse(path: Path) -> os._ScandirIterator[str]:
        if path.name == "anlagen":
            raise DENIED
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    first, second = check_files(tmp_path)
    assert told([first]) == (
        "Fehler R-603 · docs/anlagen:1:1\n"
        "  Der Ordner „anlagen“ lässt sich nicht lesen.\n"
        "  So geht's: Das Leserecht geben (chmod u+rx) oder das Programm schließen, das darauf "
        "zugreift"
    )
    assert second.rule == "R-604"


def test_vanished_file(tmp_path: Path) -> None:
    entry = Entry(tmp_path / "a.md", "a.md", "docs/a.md", None, 0)
    befund = judge_entry(entry, tmp_path)
    assert befund is not None
    assert told([befund]) == (
        "Fehler R-603 · docs/a.md:1:1\n"
        "  „a.md“ ist während der Prüfung verschwunden oder gesperrt.\n"
        "  So geht's: Die Prüfung wiederholen. Bleibt die Meldung: Rechte der Datei und ihres "
        "Ordners prüfen"
    )


@pytest.mark.parametrize("kind", [stat.S_IFCHR, stat.S_IFBLK])
def test_device(tmp_path: Path, kind: int) -> None:
    befund = judge_entry(Entry(tmp_path / "a.md", "a.md", "docs/a.md", kind, 0), tmp_path)
    assert befund is not None
    assert befund.rule == "R-602"
    assert befund.message == "„a.md“ ist keine gewöhnliche Datei, sondern ein Gerät."


def test_file_exchanged_for_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    entry = Entry(tmp_path / "a.md", "a.md", "docs/a.md", stat.S_IFREG, 5)
    start = time.monotonic()
    assert read_bytes(entry, 100) is None
    assert time.monotonic() - start < 1


def test_file_exchanged_for_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "geheim.txt", b"geheim")
    (tmp_path / "a.md").symlink_to("geheim.txt")
    entry = Entry(tmp_path / "a.md", "a.md", "docs/a.md", stat.S_IFREG, 5)
    assert read_bytes(entry, 100) is None


def test_reads_no_more_than_allowed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", b"0123456789")
    assert read_bytes(Entry(path, "a.md", "a.md", stat.S_IFREG, 4), 4) == b"0123"


@pytest.mark.parametrize("ending", ["md", "json", "png", "svg", "pdf", "docx", "exe", "heic"])
def test_huge_file_is_not_opened(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sparse(f"docs/a.{ending}", 1 << 30)(tmp_path)

    def refuse(path: Path, flags: int) -> int:
        raise AssertionError(f"{path} opened with {flags}")

    monkeypatch.setattr(os, "open", refuse)
    assert [b.file for b in check_files(tmp_path)] == [f"docs/a.{ending}"]


def test_nothing_there_is_fine(tmp_path: Path) -> None:
    assert check_files(tmp_path) == []


def test_area_that_is_a_file_is_not_judged_here(tmp_path: Path) -> None:
    write(tmp_path, "docs", b"Text")
    assert check_files(tmp_path) == []


def test_order_is_stable(tmp_path: Path) -> None:
    for name in ("docs/b", "docs/a/z", "data/ü", "overrides/assets/x", "docs/a"):
        write(tmp_path, f"{name}.exe", b"x")
    files = [b.file for b in check_files(tmp_path)]
    assert files == sorted(files)
    assert len(files) == 5


def test_shipped_files_break_no_rule() -> None:
    assert told(check_files(Path(__file__).parents[2])) == ""
