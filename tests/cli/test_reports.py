"""The commands for the office: what is due, reports, mailing lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_command_line import run


@pytest.mark.parametrize(
    "command", [("faellig",), ("bericht", "zuwendung"), ("bericht", "verteilung"), ("verteiler",)]
)
def test_help_is_german(command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Aufruf: rahmen")
    assert "Options" not in done.stdout


def test_due_is_no_fault_and_names_nobody() -> None:
    done = run("faellig")
    assert done.returncode == 0
    assert "Person p-005" in done.stdout
    assert "Kim" not in done.stdout


def test_a_table_on_the_screen_and_in_a_file_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "faellig.csv"
    done = run("faellig", "--format", "csv", "--ausgabe", str(path))
    assert done.returncode == 0
    assert f"Geschrieben: {path}" in done.stdout
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    shown = run("faellig", "--format", "csv").stdout
    assert shown.splitlines() == path.read_text(encoding="utf-8").splitlines()


def test_a_file_that_cannot_be_written_ends_with_three(tmp_path: Path) -> None:
    done = run("bericht", "zuwendung", "--ausgabe", str(tmp_path / "fehlt" / "x.csv"))
    assert done.returncode == 3
    assert "ließ sich nicht schreiben" in done.stderr


def test_reports_of_an_unknown_region_are_findings() -> None:
    done = run("bericht", "verteilung", "--region", "mustrkreis")
    assert done.returncode == 1
    assert "Meinten Sie „musterkreis“?" in done.stdout


def test_a_wrong_id_names_the_nearest() -> None:
    done = run("verteiler", "--gemeinde", "seehausn")
    assert done.returncode == 2
    assert "Meinten Sie „seehausen“?" in done.stderr


def test_mailboxes_to_copy() -> None:
    done = run("verteiler", "--rolle", "schulen", "--gemeinde", "seehausen")
    assert done.returncode == 0
    assert "190012@schule.example.org; " in done.stdout or "; 190012@" in done.stdout
