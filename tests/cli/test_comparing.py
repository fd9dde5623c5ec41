"""`rahmen fassung vergleichen`: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from macros.__main__ import rahmen
from tests.stichtag import STICHTAG

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())


def vergleichen(*args: str) -> Result:
    return CliRunner().invoke(rahmen, ["fassung", "vergleichen", "--region", "musterkreis", *args])


def test_it_says_in_german_what_has_changed() -> None:
    done = vergleichen("2025.2", "2026.1")
    assert done.exit_code == 0
    assert done.output.startswith("Von Fassung 2025.2 zu Fassung 2026.1\n")
    assert "▲ QS-S-04 Verlässlicher Stellenumfang (verschärft)" in done.output
    assert "Zu tun: Schreiben Sie in Ihr Konzept, wie Sie das erfüllen" in done.output


def test_the_draft_can_be_named() -> None:
    done = vergleichen("2026.1", "entwurf", "--format", "markdown")
    assert done.exit_code == 0
    assert done.output.startswith("# Von Fassung 2026.1 zum Entwurf\n")


def test_json_can_be_read_by_a_program() -> None:
    data = json.loads(vergleichen("2025.1", "2025.2", "--format", "json").output)
    assert (data["von"], data["nach"], data["zahlen"]["verschaerft"]) == ("2025.1", "2025.2", 1)


def test_the_older_one_comes_first() -> None:
    done = vergleichen("2026.1", "2025.2")
    assert done.exit_code == 0
    assert "Von Fassung 2025.2 zu Fassung 2026.1" in done.output


def test_the_synopse_is_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "synopse.docx"
    done = vergleichen("2025.2", "2026.1", "--format", "word", "--datei", str(file))
    assert done.exit_code == 0
    assert done.output == f"Geschrieben: {file}\n"
    assert docx.Document(io.BytesIO(file.read_bytes())).tables


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("2025.2", "2031.1"), "Vorhanden: 2025.1, 2025.2, 2026.1, 2026.2, entwurf."),
        (("2025.2",), "NEU"),
        (("2025.2", "2026.1", "--format", "word"), "--datei"),
    ],
)
def test_a_wrong_call_ends_with_2(args: tuple[str, ...], said: str) -> None:
    done = vergleichen(*args)
    assert done.exit_code == 2
    assert said in done.output


def test_a_place_that_cannot_be_written_ends_with_3(tmp_path: Path) -> None:
    done = vergleichen("2025.2", "2026.1", "--datei", str(tmp_path / "gibt" / "es" / "nicht.txt"))
    assert done.exit_code == 3
    assert "ließ sich nicht schreiben" in done.output
