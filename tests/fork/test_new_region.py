"""`rahmen neu`: complete, valid and buildable from the first day, or nothing at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from macros.__main__ import rahmen
from macros.exports.new_region import in_sentence, town
from macros.model.load_region import load_region
from macros.model.records import Gemeinde, Kontakt
from macros.model.records.region import Land, Regionsart, Regionsstatus

from .project_copy import copy_project

if TYPE_CHECKING:
    from click.testing import Result

STICHTAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def projekt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("neu") / "projekt"
    copy_project(root)
    return root


@pytest.fixture(autouse=True)
def here(projekt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(projekt)
    for name in ("REGION", "RAHMEN_PERSONEN"):
        monkeypatch.delenv(name, raising=False)


def neu(slug: str, name: str, art: str, land: str, *more: str) -> Result:
    args = ["neu", slug, "--name", name, "--art", art, "--land", land, *more]
    return CliRunner().invoke(rahmen, [*args, "--stichtag", STICHTAG.isoformat()])


def folders(projekt: Path) -> list[str]:
    return sorted(path.name for path in (projekt / "data" / "regionen").iterdir())


def test_a_kreis_is_complete_and_names_its_gaps(projekt: Path) -> None:
    said = neu("oberbergland", "Oberbergischer Kreis", "kreis", "NW", "--ags", "05999")
    assert said.exit_code == 0, said.output
    assert "Angelegt: data/regionen/oberbergland" in said.output
    assert "HINWEIS R-356" in said.output
    assert "FEHLER" not in said.output
    bestand = load_region(projekt, "oberbergland", STICHTAG).bestand
    assert bestand is not None
    region = bestand.region
    assert (region.name, region.im_satz) == ("Oberbergischer Kreis", "im Oberbergischen Kreis")
    assert (region.art, region.land) == (Regionsart.KREIS, Land.NW)
    assert region.status is Regionsstatus.VORFUEHRUNG
    assert region.ags == "05999"
    assert "bitte ergänzen" in bestand.alle(Gemeinde)[0].name
    assert region.koordinierungsstelle is not None
    assert region.koordinierungsstelle.id in {k.id for k in bestand.alle(Kontakt)}


def test_a_town_can_be_built_at_once(projekt: Path, tmp_path: Path) -> None:
    said = neu("beispielort", "Stadt Beispielort", "stadt", "NI")
    assert said.exit_code == 0, said.output
    bestand = load_region(projekt, "beispielort", STICHTAG).bestand
    assert bestand is not None
    assert bestand.region.im_satz == "in Beispielort"
    assert [gemeinde.name for gemeinde in bestand.alle(Gemeinde)] == ["Beispielort"]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=projekt,
        env={**os.environ, "REGION": "beispielort", "RAHMEN_STICHTAG": STICHTAG.isoformat()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    start = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Beispielort" in start
    assert "Musterkreis" not in start
    assert "bitte ergänzen" in (tmp_path / "service/impressum/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("slug", "name", "more", "code", "words"),
    [
        ("Kreis Muster", "Kreis Muster", (), 2, "kreis-muster"),
        ("alle", "Alle", (), 2, "meint bei anderen Befehlen alle Regionen"),
        ("../oben", "Oben", (), 2, "geht nicht als Kennung"),
        ("leer", "  ", (), 2, "Der Name ist leer."),
        ("musterkreis", "Noch einer", (), 2, "gibt es schon. Es wurde nichts geändert."),
        ("zu-kurz", "Kreis Kurz", ("--ags", "12"), 1, "Nichts wurde angelegt."),
    ],
)
def test_what_would_not_be_valid_leaves_nothing_behind(
    projekt: Path, slug: str, name: str, more: tuple[str, ...], code: int, words: str
) -> None:
    before = folders(projekt)
    said = neu(slug, name, "kreis", "NW", *more)
    assert said.exit_code == code, said.output
    assert words in said.output.replace("\n", " ")
    assert folders(projekt) == before


@pytest.mark.parametrize("wrong", [("dorf", "NW"), ("kreis", "XX")])
def test_unknown_kinds_are_refused(projekt: Path, wrong: tuple[str, str]) -> None:
    before = folders(projekt)
    assert neu("irgendwo", "Irgendwo", *wrong).exit_code == 2
    assert folders(projekt) == before


def test_a_full_disk_leaves_nothing_behind(projekt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = folders(projekt)
    monkeypatch.setattr(shutil, "move", full)
    said = neu("voll", "Kreis Voll", "kreis", "NW")
    assert said.exit_code == 3
    assert "ließ sich nicht schreiben" in said.output
    assert folders(projekt) == before


def test_any_name_stays_as_it_was_typed(projekt: Path) -> None:
    name = "- Kreis \"Nord\": 'Süd' # \\n"
    said = neu("seltsam", name, "kreis", "NW")
    try:
        assert said.exit_code == 0, said.output
        bestand = load_region(projekt, "seltsam", STICHTAG).bestand
        assert bestand is not None
        assert bestand.region.name == name
    finally:
        shutil.rmtree(projekt / "data/regionen/seltsam", ignore_errors=True)


@pytest.mark.parametrize(
    ("name", "art", "sentence"),
    [
        ("Kreis Soest", Regionsart.KREIS, "im Kreis Soest"),
        ("Landkreis Beispiel", Regionsart.KREIS, "im Landkreis Beispiel"),
        ("Märkischer Kreis", Regionsart.KREIS, "im Märkischen Kreis"),
        ("Rhein-Beispiel-Kreis", Regionsart.KREIS, "im Rhein-Beispiel-Kreis"),
        ("Region Hannover", Regionsart.KREIS, "in der Region Hannover"),
        ("Städteregion Aachen", Regionsart.KREIS, "in der Städteregion Aachen"),
        ("Stadt Herne", Regionsart.STADT, "in Herne"),
        ("Hansestadt Beispiel", Regionsart.STADT, "in Beispiel"),
        ("Neustadt am See", Regionsart.STADT, "in Neustadt am See"),
    ],
)
def test_names_stand_in_a_sentence(name: str, art: Regionsart, sentence: str) -> None:
    assert in_sentence(name, art) == sentence


def test_a_town_without_its_title() -> None:
    assert town("Kreisfreie Stadt Beispiel") == "Beispiel"
    assert town("Stadt") == "Stadt"
