"""The story of a Rahmenkonzept, command by command, with real git, mike and mkdocs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.__main__ import rahmen
from macros.publish.person_search import search_tree, traces_of

from .project import REGION, STICHTAG, change, commit, git, make_sources, public, tree, write

BESTAND = f"data/regionen/{REGION}/bestand"
ERIKA = traces_of(("Erika Musterfrau",), ("030 23125-101",))
FASSUNGEN = ("2025.1", "2025.2", "2026.1")


def say(*args: str) -> str:
    """Call a command that succeeds; return what it says."""
    said = CliRunner().invoke(rahmen, args, catch_exceptions=False)
    assert said.exit_code == 0, said.output
    return said.output


def test_the_story(tmp_path: Path, kept_builds: None, monkeypatch: pytest.MonkeyPatch) -> None:
    root, ziel = tmp_path / "Schöne Projekte" / "projekt", tmp_path / "Öffentlicher Ordner"
    monkeypatch.setenv("REGION", REGION)
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    root.mkdir(parents=True)
    make_sources(root)
    monkeypatch.chdir(root)

    def publish() -> dict[str, bytes]:
        assert "Veröffentlicht: " in say("veroeffentlichen", "--ziel", str(ziel))
        return public(ziel)

    # Three Fassungen are decided and released.
    change(
        root,
        "docs/konzept.md",
        "# Konzept schreiben\n",
        '# Konzept schreiben\n\n{{ kontakt("koordination") }}\n',
    )
    commit(root)
    release("2025.1", "2025-06-12", "2025-08-01")
    change(root, "docs/konzept.md", "mit allen Beteiligten", "mit allen Beteiligten der Schule")
    commit(root)
    release("2025.2", "2025-11-13", "2026-02-01")
    change(root, "docs/konzept.md", "Sprechen Sie", "Sprechen Sie früh")
    commit(root)
    release("2026.1", "2026-06-18", "2026-08-01")
    said = say("fassung", "liste")
    assert re.findall(r"^(2\S+)  (.+)$", said, re.MULTILINE) == [
        ("2026.1", "gilt"), ("2025.2", "abgelöst"), ("2025.1", "abgelöst")
    ]  # fmt: skip
    assert say("fassung", "pruefen") == "3 Fassungen geprüft: der Wortlaut ist unverändert.\n"

    # They are published, each with its wording, all with the contacts of today.
    files = publish()
    assert sentence(files, "2025.1") == "Sprechen Sie mit allen Beteiligten."
    assert sentence(files, "2025.2") == "Sprechen Sie mit allen Beteiligten der Schule."
    assert sentence(files, "2026.1") == "Sprechen Sie früh mit allen Beteiligten der Schule."
    for name in FASSUNGEN:
        assert b"030 23125-100" in files[f"{name}/konzept/index.html"]
        assert b"Erika Musterfrau" in files[f"{name}/konzept/index.html"]

    # A number changes: it is new in every Fassung, and nowhere the old one.
    change(root, f"{BESTAND}/kontakte.yml", "030 23125-100", "030 23125-999")
    commit(root)
    files = publish()
    for name in FASSUNGEN:
        assert b"030 23125-999" in files[f"{name}/konzept/index.html"]
    assert not [name for name, data in files.items() if re.search(rb"23125[ -]?100\b", data)]

    # A person leaves: nothing of her is left, in older publications neither, and the chapters
    # that call her function still stand.
    assert search_tree(ziel, ERIKA).treffer > 10
    said = say("entfernen", "p-001", "--ziel", str(ziel))
    assert "Gesucht nach:      1 Name, 1 Telefonnummer\n" in said
    assert "Frühere Stände:    2 durchsucht, 2 gelöscht\n" in said
    assert re.search(r"Zielordner:        0 Treffer in [\d.]+ Dateien\n", said)
    assert search_tree(ziel, ERIKA).treffer == 0
    files = public(ziel)
    for name in FASSUNGEN:
        assert "Koordinierungsstelle" in files[f"{name}/konzept/index.html"].decode()
        assert b"030 23125-999" in files[f"{name}/konzept/index.html"]
    commit(root)

    # A chapter gets another name: the old address leads to the new one.
    git(root, "mv", "docs/konzept.md", "docs/konzept-schreiben.md")
    for page in ("docs/nav.yml", "docs/index.md"):
        change(root, page, "konzept.md", "konzept-schreiben.md")
    write(root, {"docs/umbenannt.yml": "konzept.md: konzept-schreiben.md\n"})
    commit(root)
    release("2026.2", "2026-10-15", "2026-11-15")
    files = publish()
    for old, new in {
        "konzept": "../2026.2/konzept-schreiben/",
        "aktuell/konzept": "../../2026.2/konzept-schreiben/",
        "entwurf/konzept": "../../entwurf/konzept-schreiben/",
    }.items():
        assert f"url={new}" in files[f"{old}/index.html"].decode()
    assert sentence(files, "2025.1") == "Sprechen Sie mit allen Beteiligten."

    # A draft is published; the Fassung in force stays as it is.
    change(root, "docs/konzept-schreiben.md", "Sprechen Sie früh", "Schweigen Sie")
    commit(root)
    files = publish()
    assert sentence(files, "entwurf", "konzept-schreiben").startswith("Schweigen Sie mit allen")
    assert sentence(files, "2026.2", "konzept-schreiben").startswith("Sprechen Sie früh mit allen")
    drafted = (ziel / "oeffentlich").readlink().name.rpartition("-")[2]

    # Back to the texts of before: the person is still gone.
    said = say("zurueck", "--ziel", str(ziel))
    assert "Personen und Kontakte von heute" in said
    assert sentence(public(ziel), "entwurf", "konzept-schreiben").startswith("Sprechen Sie früh")
    assert b"030 23125-999" in public(ziel)["2025.1/konzept/index.html"]
    assert search_tree(ziel, ERIKA).treffer == 0

    # All is lost but one bare clone: publishing from it gives the same tree.
    bare, again = tmp_path / "sicherung.git", tmp_path / "wieder"
    git(root, "clone", "-q", "--bare", str(root), str(bare))
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(root)
    shutil.rmtree(ziel)
    git(tmp_path, "clone", "-q", str(bare), str(again))
    done = subprocess.run(
        [Path(sys.executable).parent / "rahmen", "veroeffentlichen", "--ziel", ziel],
        cwd=again, env=os.environ, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (ziel / "oeffentlich").readlink().name.rpartition("-")[2] == drafted
    assert public(ziel) == files
    assert search_tree(ziel, ERIKA).treffer == 0
    assert not tree(tmp_path / "Schöne Projekte")


def release(name: str, decided: str, valid: str) -> None:
    """Release a Fassung as its office would."""
    said = say("fassung", "freigeben", name, "--beschlossen-von", "Kreistag",
               "--beschlossen-am", decided, "--gueltig-ab", valid)  # fmt: skip
    assert said.startswith(f"Fassung {name} ist freigegeben: 2 Seiten im Prüfbuch")
    assert f"git push --atomic origin main fassung-{name}" in said


def sentence(files: dict[str, bytes], tree: str, page: str = "konzept") -> str:
    """Return the sentence of the chapter by which the Fassungen differ."""
    text = files[f"{tree}/{page}/index.html"].decode()
    found = re.search(r"S[a-zA-Z]+ Sie [^.]*mit allen[^.]*\.", text)
    assert found is not None
    return found.group()
