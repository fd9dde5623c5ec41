"""The page „Für Ihren Kreis übernehmen“, followed literally: every command as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.publish.project import change, commit, git
from tests.stichtag import STICHTAG

from .project_copy import PROGRAM, ROOT, copy_project, save_in_git

PAGE: Final = (ROOT / "docs/service/hilfe/uebernehmen.md").read_text(encoding="utf-8")
SLUG: Final = "kreis-beispielland"
HOST: Final = "https://git.example.org/"
MUSTER: Final = "id: musterkreis\n"
OWN: Final = f"data/regionen/{SLUG}/region.yml"


def commands(heading: str) -> list[str]:
    """Return the commands of a section and its steps, as they stand on the page."""
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Abspaltung:
    """A fork after its first publication.

    Attributes:
        ordner: the working copy.
        original: the working copy of those who keep the original.
        server: where both have their bare repositories.
        umgebung: variables for commands.
        gesagt: what the ten steps printed.
    """

    ordner: Path
    original: Path
    server: Path
    umgebung: dict[str, str]
    gesagt: str

    def run(self, script: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run commands in one shell, as somebody types them into one window."""
        return subprocess.run(
            ["sh", "-eu", "-c", script],
            cwd=cwd or self.ordner,
            env=self.umgebung,
            capture_output=True,
            text=True,
            check=False,
        )


def _environment(home: Path, server: Path) -> dict[str, str]:
    dropped = ("GIT_", "RAHMEN_", "MAKE", "UV_", "PERSONEN", "REGION", "ZIEL", "PAKET", "MFLAGS")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {
        "HOME": str(home),
        "RAHMEN_STICHTAG": STICHTAG.isoformat(),
        # The page's addresses lead to repositories on this machine.
        "GIT_CONFIG_COUNT": "3",
        "GIT_CONFIG_KEY_0": f"url.{server.as_uri()}/.insteadOf",
        "GIT_CONFIG_VALUE_0": HOST,
        "GIT_CONFIG_KEY_1": "user.name",
        "GIT_CONFIG_VALUE_1": "Koordinierungsstelle",
        "GIT_CONFIG_KEY_2": "user.email",
        "GIT_CONFIG_VALUE_2": "schulsozialarbeit@example.org",
    }


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Abspaltung:
    base = tmp_path_factory.mktemp("uebernehmen")
    original, server, home = base / "original", base / "server", base / "home"
    home.mkdir()
    copy_project(original)
    save_in_git(original)
    bare = server / "original" / "rahmenkonzept.git"
    git(base, "clone", "-q", "--bare", str(original), str(bare))
    git(original, "remote", "add", "origin", str(bare))
    # „Fork“ on the platform.
    git(base, "clone", "-q", "--bare", str(bare), str(server / SLUG / "rahmenkonzept.git"))
    made = Abspaltung(home / "rahmenkonzept", original, server, _environment(home, server), "")
    steps = commands("In zehn Schritten")
    # Everything is installed already: the environment of the tests stands in for a new one.
    installed = f"mkdir .venv; ln -s {ROOT / '.venv' / 'bin'} .venv/bin; touch .venv/.eingerichtet"
    done = made.run("\n".join([steps[0], installed, *steps[1:]]), home)
    assert done.returncode == 0, done.stdout + done.stderr
    return Abspaltung(made.ordner, original, server, made.umgebung, done.stdout + done.stderr)


def test_there_are_ten_steps() -> None:
    assert re.findall(r"^### (\d+)\. ", PAGE, re.MULTILINE) == [str(n) for n in range(1, 11)]


def test_ten_steps_lead_to_a_publication(fork: Abspaltung) -> None:
    assert f"Angelegt: data/regionen/{SLUG}" in fork.gesagt
    assert "Veröffentlicht: " in fork.gesagt
    assert (fork.ordner / "site/index.html").is_file()
    website = fork.ordner / "website"
    assert "Kreis Beispielland" in (website / "index.html").read_text(encoding="utf-8")
    assert (website / "entwurf/service/kontakte/index.html").is_file()
    assert not website.is_symlink()
    assert [str(p) for p in website.rglob("*") if p.is_symlink()] == []


def test_what_was_built_stays_out_of_git(fork: Abspaltung) -> None:
    assert git(fork.ordner, "status", "--porcelain") == ""
    pushed = git(fork.server / SLUG / "rahmenkonzept.git", "show", f"main:{OWN}")
    assert 'name: "Kreis Beispielland"' in pushed


def test_updates_arrive_and_the_forks_own_files_stay(fork: Abspaltung, tmp_path: Path) -> None:
    title = "title: "  # in the head of a page; a line before it is a comment
    # The fork writes its own texts and data …
    change(fork.ordner, "docs/verbindlichkeit.md", title, "# Unser Text\n" + title)
    change(fork.ordner, OWN, "rechtsform: bitte ergänzen", "rechtsform: Gebietskörperschaft")
    commit(fork.ordner, "Eigene Texte")
    # … while the original changes the same place, another page, its data and the program.
    change(fork.original, "docs/verbindlichkeit.md", title, "# Anderer Text\n" + title)
    change(fork.original, "docs/service/daten.md", title, "# Erneuert\n" + title)
    change(fork.original, "data/regionen/musterkreis/region.yml", MUSTER, f"# Erneuert\n{MUSTER}")
    (fork.original / PROGRAM).write_text("Stand 2\n", encoding="utf-8")
    commit(fork.original, "Neuerungen")
    git(fork.original, "push", "-q", "origin", "main")

    # Without the setting of step 2 git would ask; so the setting is what helps.
    other = tmp_path / "ohne"
    git(tmp_path, "clone", "-q", str(fork.ordner), str(other))
    git(other, "fetch", "-q", str(fork.original), "main")
    assert fork.run("git merge --no-edit FETCH_HEAD", other).returncode == 1

    # The window of step 5 is still open.
    update = f"export REGION={SLUG}\n" + commands("Neuerungen übernehmen")[0]
    done = fork.run(update)
    assert done.returncode == 0, done.stdout + done.stderr
    read = {
        name: (fork.ordner / name).read_text(encoding="utf-8")
        for name in ("docs/verbindlichkeit.md", "docs/service/daten.md", OWN, PROGRAM)
    }
    assert "# Unser Text" in read["docs/verbindlichkeit.md"]
    assert "# Anderer Text" not in read["docs/verbindlichkeit.md"]
    assert "# Erneuert" in read["docs/service/daten.md"]
    assert "rechtsform: Gebietskörperschaft" in read[OWN]
    assert read[PROGRAM] == "Stand 2\n"
    assert git(fork.ordner, "status", "--porcelain") == ""
    pushed = git(fork.server / SLUG / "rahmenkonzept.git", "rev-parse", "main")
    assert pushed == git(fork.ordner, "rev-parse", "HEAD")
