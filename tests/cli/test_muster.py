"""`rahmen muster` as a person meets it: files for one school, the template, German faults."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli.muster import muster
from macros.exports.word.template import missing_styles
from tests.stichtag import STICHTAG

from ..konzeptmuster import files, pages


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    # The pages have been checked for the other tests already.
    monkeypatch.setattr("macros.cli.muster.check_site", lambda root, bestand: pages())


def _run(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(muster, [*args, "--stichtag", STICHTAG.isoformat()])
    return done.exit_code, done.output


def test_one_school_by_number_or_id(tmp_path: Path) -> None:
    code, said = _run(
        "schreiben", "--schule", "190012", "--schule", "gs-nord", "--ziel", str(tmp_path)
    )
    assert (code, said) == (0, f"4 Dateien geschrieben nach {tmp_path}.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "190012.docx", "190012.md", "190013.docx", "190013.md",
    ]  # fmt: skip
    for path in tmp_path.iterdir():
        assert path.read_bytes() == files()[f"service/muster/konzept/{path.name}"]


def test_without_a_school_all_are_written(tmp_path: Path) -> None:
    code, _ = _run("schreiben", "--ziel", str(tmp_path / "neu"))
    assert code == 0
    assert {p.name for p in (tmp_path / "neu").iterdir()} == {Path(p).name for p in files()}


def test_an_unknown_school_ends_with_usage_and_a_guess(tmp_path: Path) -> None:
    code, said = _run("schreiben", "--schule", "gs-nrod", "--ziel", str(tmp_path / "neu"))
    assert code == 2
    assert "Eine Schule „gs-nrod“ gibt es nicht. Meinten Sie „gs-nord“?" in said
    assert not (tmp_path / "neu").exists()


def test_the_template_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "ordner" / "muster.docx"
    assert _run("vorlage", "--ziel", str(target)) == (0, f"Vorlage geschrieben nach {target}.\n")
    data = target.read_bytes()
    assert missing_styles(data) == ()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        # The colour of Musterkreis.
        assert b"0b5345" in archive.read("word/styles.xml")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("kein Ordner", encoding="utf-8")
    code, said = _run("vorlage", "--ziel", str(tmp_path / "datei" / "muster.docx"))
    assert code == 3
    assert "ließ sich nicht schreiben" in said
