"""Removing a person: nothing is left anywhere, and going back does not bring her back."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from macros.__main__ import rahmen
from macros.model.load_region import load_region
from macros.model.records import Grabstein
from macros.publish.back import back
from macros.publish.erase import Entfernung, erase
from macros.publish.person_search import search_tree, traces_of
from macros.publish.publish import Wunsch
from macros.publish.switch import releases
from tests.publish.project import (
    REGION,
    STICHTAG,
    change,
    commit,
    git,
    public,
    publish_to,
    tree,
    write,
)

PERSONEN = f"data/regionen/{REGION}/bestand/personen.yml"
GRABSTEINE = f"data/regionen/{REGION}/bestand/grabsteine.yml"
ERIKA = traces_of(("Erika Musterfrau",), ("030 23125-101",))

pytestmark = pytest.mark.usefixtures("kept_builds")


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """The project from which all of ``ziel`` was published."""
    root = tmp_path / "Schöne Projekte" / "projekt"
    shutil.copytree(published / "projekt", root)
    return root


@pytest.fixture
def ziel(published: Path, tmp_path: Path) -> Path:
    """A target with two publications that name the person, and one before she came."""
    ziel = tmp_path / "Ziel ä"
    shutil.copytree(published / "ziel", ziel, symlinks=True)
    return ziel


def _wunsch(project: Path, ziel: Path, personen: Path | None = None) -> Wunsch:
    return Wunsch(project, REGION, ziel, STICHTAG, personen)


def _erase(project: Path, ziel: Path, *suche: str, id: str = "p-001") -> Entfernung:
    return erase(_wunsch(project, ziel), id, suche)


def _inside(data: bytes) -> int:
    """Return how many texts are packed in a file; a PDF is one."""
    if data.startswith(b"%PDF-"):
        return 1
    if not data.startswith(b"PK"):
        return 0
    with ZipFile(BytesIO(data)) as packed:
        parts = [packed.read(info) for info in packed.infolist() if not info.is_dir()]
    return sum(1 + _inside(part) for part in parts) + 1


def test_a_removed_person_is_nowhere(project: Path, ziel: Path) -> None:
    done = _erase(project, ziel)
    assert done.befunde == []
    assert done.restlos
    assert search_tree(ziel, ERIKA).treffer == 0
    assert (done.ziel.treffer, done.durchsucht, done.geloescht) == (0, 3, 2)
    files = [p for p in ziel.rglob("*") if p.is_file() and not p.is_symlink()]
    # Packed files are searched inside, so their parts and their comment count too.
    inside = {path: _inside(path.read_bytes()) for path in files}
    assert {p.suffix for p, parts in inside.items() if parts} == {".docx", ".xlsx"}
    assert done.ziel.dateien == len(files) + sum(inside.values())
    # The publication from before she came stays.
    assert [release.nummer for release in releases(ziel)] == [1, 4]
    assert b"Musterfrau" not in b"".join(public(ziel).values())
    assert b"Otto Normal" in b"".join(public(ziel).values())


def test_the_record_goes_and_the_id_stays_taken(project: Path, ziel: Path) -> None:
    before = (project / PERSONEN).read_text(encoding="utf-8")
    head = git(project, "rev-parse", "HEAD").strip()
    done = _erase(project, ziel)
    after = (project / PERSONEN).read_text(encoding="utf-8")
    assert after == before[before.index("- id: p-002") :]
    stone = (project / GRABSTEINE).read_text(encoding="utf-8")
    assert '- id: p-001\n  entfernt_am: "2026-11-22"\n' in stone
    assert "Muster" not in stone
    assert git(project, "rev-parse", "HEAD", "HEAD^").split() == [done.commit, head]
    assert git(project, "diff", "--name-only", "HEAD^", "HEAD").split() == [GRABSTEINE]
    bestand = load_region(project, REGION, STICHTAG).bestand
    assert bestand is not None
    assert [stone.id for stone in bestand.alle(Grabstein)] == ["p-001"]
    change(project, PERSONEN, "- id: p-002", "- id: p-001")
    (befund,) = [b for b in load_region(project, REGION, STICHTAG).befunde if b.stufe == "Fehler"]
    assert befund.rule == "R-315"
    assert befund.remedy == "Für eine andere Person: id: p-004"


def test_an_overlay_outside_the_repository_is_changed(
    project: Path, ziel: Path, tmp_path: Path
) -> None:
    overlay = tmp_path / "geheim" / "personen.yml"
    overlay.parent.mkdir()
    text = "# Nur für uns\n" + (project / PERSONEN).read_text(encoding="utf-8")
    overlay.write_text(text, encoding="utf-8")
    overlay.chmod(0o640)
    kept = (project / PERSONEN).read_bytes()
    done = erase(_wunsch(project, ziel, overlay), "p-001")
    assert done.restlos
    assert not done.in_git
    assert (
        overlay.read_text(encoding="utf-8") == "# Nur für uns\n" + text[text.index("- id: p-002") :]
    )
    assert overlay.stat().st_mode & 0o777 == 0o640
    assert (project / PERSONEN).read_bytes() == kept


def test_the_last_person_leaves_an_empty_list(project: Path, ziel: Path, tmp_path: Path) -> None:
    overlay = tmp_path / "personen.yml"
    text = (project / PERSONEN).read_text(encoding="utf-8")
    overlay.write_text(text[: text.index("- id: p-002")], encoding="utf-8")
    assert erase(_wunsch(project, ziel, overlay), "p-001").restlos
    assert overlay.read_text(encoding="utf-8") == "[]\n"
    assert load_region(project, REGION, STICHTAG, overlay).bestand is not None


def test_several_files_with_persons_are_one_list(project: Path, ziel: Path) -> None:
    text = (project / PERSONEN).read_text(encoding="utf-8")
    at = text.index("- id: p-002")
    write(project, {PERSONEN: text[at:], PERSONEN.replace(".yml", "-sued.yml"): text[:at]})
    assert _erase(project, ziel).restlos
    assert (project / PERSONEN).read_text(encoding="utf-8") == text[at:]
    assert (project / PERSONEN.replace(".yml", "-sued.yml")).read_text() == "[]\n"


def test_a_name_in_a_text_is_told_and_nothing_removed(project: Path, ziel: Path) -> None:
    change(project, "docs/service/kontakte.md", "# Kontakte\n", "# Kontakte\n\nERIKA  MUSTERFRAU\n")
    commit(project)
    files, before = tree(project / "data"), tree(ziel)
    done = _erase(project, ziel)
    assert not done.restlos
    assert done.release == ""
    told = {b.file for b in done.befunde if b.rule == "R-806"}
    assert "2026.1/service/kontakte/index.html" in told
    assert tree(project / "data") == files
    assert tree(ziel) == before


def test_a_second_call_searches_for_what_it_is_told(project: Path, ziel: Path) -> None:
    _erase(project, ziel)
    (ziel / releases(ziel)[0].name / "alt.html").write_text(
        "Frau E. Mädchenname; Tel. 030 - 99 88 77", encoding="utf-8"
    )
    done = _erase(project, ziel, "Erika Mädchenname", "030 998877", "alt@example.org")
    assert done.war_weg
    assert done.commit == ""
    assert done.geloescht == 1
    assert done.spuren is not None
    assert done.spuren.anzahl == 3
    assert [release.nummer for release in releases(ziel)] == [4]


def test_who_does_not_know_what_to_look_for_keeps_nothing_old(project: Path, ziel: Path) -> None:
    _erase(project, ziel)
    done = _erase(project, ziel)
    assert (done.durchsucht, done.geloescht, done.war_weg) == (1, 1, True)


def test_an_unknown_id_is_told_with_the_nearest(project: Path, ziel: Path) -> None:
    before = tree(ziel)
    (befund,) = _erase(project, ziel, id="p-01").befunde
    assert befund.rule == "R-864"
    assert "Meinten Sie „p-001“?" in befund.message
    assert tree(ziel) == before


def test_a_number_of_a_function_is_no_trace(project: Path, ziel: Path) -> None:
    kontakte = f"data/regionen/{REGION}/bestand/kontakte.yml"
    text = (project / kontakte).read_text(encoding="utf-8")
    number = re.search(r"telefon: (.+)", text)
    assert number
    change(project, PERSONEN, "030 23125-101", number[1])
    done = _erase(project, ziel)
    assert done.restlos
    assert done.spuren is not None
    assert done.spuren.nummern == ()


def test_an_interrupted_removal_can_be_called_again(
    project: Path, ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.publish.erase.remove_release", stop)
    with pytest.raises(KeyboardInterrupt):
        _erase(project, ziel)
    monkeypatch.undo()
    assert "p-001" in (project / PERSONEN).read_text(encoding="utf-8")
    done = _erase(project, ziel)
    assert done.restlos
    assert search_tree(ziel, ERIKA).treffer == 0


def test_going_back_shows_old_texts_and_no_removed_person(project: Path, ziel: Path) -> None:
    _erase(project, ziel)
    change(project, "docs/konzept.md", "Reden Sie früh", "Schweigen Sie")
    commit(project)
    publish_to(project, ziel)
    page = "entwurf/konzept/index.html"
    assert b"Schweigen" in public(ziel)[page]
    kontakte = f"data/regionen/{REGION}/bestand/kontakte.yml"
    change(project, kontakte, "030 23125-100", "030 23125-188")
    commit(project)
    done = back(_wunsch(project, ziel))
    assert done.ergebnis.neu, done.ergebnis.befunde
    files = public(ziel)
    assert b"Reden Sie fr" in files[page]
    assert b"23125-188" in files[page.replace("konzept/", "")]
    assert search_tree(ziel, ERIKA).treffer == 0
    # Forward again by an ordinary publication, and back once more by number and by commit.
    assert publish_to(project, ziel).neu
    assert b"Schweigen" in public(ziel)[page]
    assert back(_wunsch(project, ziel), "4").texte == done.texte
    assert b"Reden Sie fr" in public(ziel)[page]
    assert back(_wunsch(project, ziel), "HEAD~1").von == ""
    assert b"Schweigen" in public(ziel)[page]


@pytest.mark.parametrize("auf", ["77", "--output=x", "kein-stand"])
def test_an_unknown_state_is_told(auf: str, project: Path, ziel: Path) -> None:
    before = tree(ziel)
    (befund,) = back(_wunsch(project, ziel), auf).ergebnis.befunde
    assert befund.rule == "R-866"
    assert releases(ziel)[0].name in befund.remedy
    assert tree(ziel) == before


def test_without_an_earlier_publication_there_is_no_way_back(project: Path, tmp_path: Path) -> None:
    assert [b.rule for b in back(_wunsch(project, tmp_path / "neu")).ergebnis.befunde] == ["R-866"]


def test_the_protocol_counts_and_names_nobody(
    project: Path, ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    details = ["--ziel", str(ziel), "--region", REGION, "--stichtag", STICHTAG.isoformat()]
    said = CliRunner().invoke(rahmen, ["entfernen", "p-001", *details])
    assert said.exit_code == 0, said.output
    assert "Protokoll: Person p-001, 22.\u00a0November 2026" in said.output
    assert "Gesucht nach:      1 Name, 1 Telefonnummer\n" in said.output
    assert "Frühere Stände:    3 durchsucht, 2 gelöscht" in said.output
    assert re.search(r"Zielordner:        0 Treffer in [\d.]+ Dateien", said.output)
    assert "Frühere Commits enthalten die Personendatei" in said.output
    assert "Musterfrau" not in said.output
    assert "23125" not in said.output
    said = CliRunner().invoke(rahmen, ["entfernen", "p-9", *details])
    assert said.exit_code == 1
    assert "Nichts wurde entfernt." in said.output
    said = CliRunner().invoke(rahmen, ["zurueck", *details, "--auf", "1"])
    assert said.exit_code == 0, said.output
    assert "Personen und Kontakte von heute" in said.output
