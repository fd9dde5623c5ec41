"""The command line as a person meets it: German help, German faults, the promised exit codes."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest

from macros.cli import failure, german
from tests.stichtag import STICHTAG

ROOT = Path(__file__).resolve().parents[2]
RAHMEN = Path(sys.executable).parent / "rahmen"


def run(
    *args: str, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(RAHMEN), *args],
        cwd=cwd,
        env={**os.environ, "RAHMEN_STICHTAG": STICHTAG.isoformat(), **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("module", "words"),
    [(module, german.WORDS) for module in german.MODULES],
    ids=[module.__name__ for module in german.MODULES],
)
def test_every_message_click_can_show_a_person_has_german_words(
    module: object, words: dict[str, str]
) -> None:
    # Messages that only speak to the programmer who declares a command.
    programmers = {
        "Could not determine name for option with declarations {decls!r}",
        "No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?",
        "Arguments take exactly one parameter declaration, got {length}: {decls}.",
        "Name '{name}' defined twice",
        "Boolean option {decl!r} cannot use the same flag for true/false.",
    }
    tree = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8"))
    asked = {
        argument.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert asked - programmers - {"?"} <= set(words)


@pytest.mark.parametrize(
    "command", [(), ("pruefen",), ("einlesen",), ("einlesen", "schulen"), ("rundbrief",)]
)
def test_help_is_german(command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Aufruf: rahmen")
    for english in (
        "Usage",
        "OPTIONS",
        "Options",
        "COMMAND",
        "ARGS",
        "Show this",
        "default:",
        "env var",
    ):
        assert english not in done.stdout, done.stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("prüfen",), ["Den Befehl „prüfen“ gibt es nicht", "Meinten Sie 'pruefen'"]),
        (("pruefen", "--regoin", "x"), ["Die Option --regoin gibt es nicht."]),
        (("pruefen", "--stichtag", "morgen"), ["„morgen“ ist kein Tag in der Form JJJJ-MM-TT"]),
        (("pruefen", "--format", "html"), ["„html“ gehört nicht zu"]),
        (("pruefen", "--seit", "gibt-es-nicht"), ["Den Stand „gibt-es-nicht“ kennt git"]),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_to_type(
    args: tuple[str, ...], words: list[str]
) -> None:
    done = run(*args)
    assert done.returncode == 2
    for word in words:
        assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_outside_the_project_ends_with_three(tmp_path: Path) -> None:
    done = run("pruefen", cwd=tmp_path)
    assert done.returncode == 3
    assert "Hier ist kein Rahmenkonzept" in done.stderr


def test_an_unknown_region_is_a_finding_with_the_nearest_name() -> None:
    done = run("pruefen", "--region", "mustrkreis")
    assert done.returncode == 1
    assert "Meinten Sie „musterkreis“?" in done.stdout


@pytest.mark.parametrize("region", ["musterkreis", "kreis-soest", "alle"])
def test_shipped_regions_have_no_fehler(region: str) -> None:
    done = run("pruefen", "--region", region)
    assert done.returncode == 0, done.stdout
    assert "FEHLER" not in done.stdout


def test_json_and_github_formats_tell_the_same_findings() -> None:
    found = json.loads(run("pruefen", "--format", "json").stdout)
    lines = run("pruefen", "--format", "github").stdout.strip().split("\n")
    assert len(found) == len(lines) > 0
    assert {"stufe", "file", "line", "column", "rule", "message", "remedy"} <= set(found[0])
    assert all(line.startswith(("::warning ", "::notice ")) for line in lines)


def test_output_stays_german_in_an_ascii_environment() -> None:
    done = run("pruefen", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "Die Veröffentlichung ist am" in done.stdout


def test_an_internal_fault_leaves_a_number_and_no_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    try:
        raise RuntimeError("Erika Muster")
    except RuntimeError as error:
        message = failure.report_internal_fault(error)
    (log,) = tmp_path.iterdir()
    assert message.startswith("Interner Fehler, Nr. ")
    assert "Erika" not in message + log.read_text(encoding="utf-8")
    assert "RuntimeError" in log.read_text(encoding="utf-8")


def test_click_speaks_german_without_asking_the_locale() -> None:
    german.speak_german()
    with pytest.raises(click.BadParameter, match="„zwei“ gehört nicht zu"):
        click.Choice(["text", "json"]).convert("zwei", None, None)


def test_the_rundbrief_comes_as_text_and_as_markdown() -> None:
    plain = run("rundbrief", "--seit", "2026-11-18")
    assert plain.returncode == 0
    assert plain.stdout.startswith("Rundbrief Schulsozialarbeit im Musterkreis\n====")
    assert "Neues seit 18.\u00a0November 2026" in plain.stdout
    marked = run("rundbrief", "--format", "markdown")
    assert marked.stdout.startswith("# Rundbrief Schulsozialarbeit im Musterkreis\n")


def test_the_rundbrief_of_a_region_that_does_not_exist_says_which_there_are() -> None:
    done = run("rundbrief", "--region", "nirgendwo")
    assert done.returncode == 1
    assert "Die Region „nirgendwo“ gibt es nicht." in done.stdout
