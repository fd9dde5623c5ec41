"""The checks of others: axe, HTML_CodeSniffer and the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from tests.browser.checks.document import ask
from tests.browser.checks.registry import Umfang, pruefung
from tests.browser.visit import Visit

PACKAGES: Final = Path(__file__).parents[1] / "npm" / "node_modules"
_HOW: Final = "Bitte einmal „make pruefwerkzeuge“ eingeben."

# In files without a server the policy's `'self'` is nobody; and the list of rules shows a name in
# the spelling that it warns of.
_LEFT_OUT: Final = ("violates Content Security Policy", "not in Unicode Normalization Form C")
_OPTIONS: Final = (
    "--format",
    "json",
    "--skip-non-html",
    "--no-langdetect",
    "--stdout",
    "--exit-zero-always",
)
# It takes the page for the ground of a drawing's text, whatever shape lies between; T25 measures
# that contrast against the shape.
_SNIFF: Final = """() => new Promise((done) => HTMLCS.process('WCAG2AA', document, () => done(
  HTMLCS.getMessages().filter((message) => message.type === HTMLCS.ERROR
    && !(message.code.includes('.1_4_3.') && message.element?.closest?.('svg'))).map((message) =>
    `${message.code}: ${message.msg} ${message.element?.outerHTML?.slice(0, 120) ?? ''}`))))"""


@pruefung("T13", "axe: WCAG 2.0 bis 2.2, A und AA", "WCAG 2.2 A/AA", Umfang.ANSICHT)
def _axe_wcag(visit: Visit) -> list[str]:
    return visit.axe_faults(lambda rule: not rule.best_practice and not rule.enhanced)


@pruefung("T14", "axe: gute Praxis", "axe best-practice", Umfang.ANSICHT)
def _axe_practice(visit: Visit) -> list[str]:
    return visit.axe_faults(lambda rule: rule.best_practice)


@pruefung("T15", "axe: nichts bleibt unentschieden", "WCAG 2.2 A/AA", Umfang.ANSICHT)
def _axe_undecided(visit: Visit) -> list[str]:
    return visit.axe_undecided()


@pruefung(
    "T25",
    "Kontrast: Text 7:1, in Zeichnungen 4,5:1, Bedienelemente 3:1",
    "WCAG 1.4.3, 1.4.6, 1.4.11",
    Umfang.ANSICHT,
)
def _contrast(visit: Visit) -> list[str]:
    enhanced = visit.axe_faults(lambda rule: rule.enhanced)
    drawn = ask(visit, "pruefungBild.zeichnung")
    return [*enhanced, *drawn, *ask(visit, "pruefungBild.bedienelemente")]


@pruefung("T16", "HTML_CodeSniffer, WCAG 2 AA: kein Fehler", "WCAG 2 AA", Umfang.ANSICHT)
def _sniffer(visit: Visit) -> list[str]:
    if not visit.page.evaluate("'HTMLCS' in globalThis"):
        visit.page.evaluate(_sniffer_source())
    found: list[str] = visit.page.evaluate(_SNIFF)
    return found


def _sniffer_source() -> str:
    path = PACKAGES / "html_codesniffer" / "build" / "HTMLCS.js"
    assert path.exists(), f"HTML_CodeSniffer fehlt. {_HOW}"
    return path.read_text(encoding="utf-8")


def validate(folder: Path) -> dict[str, list[str]]:
    """Return what the Nu HTML checker says about all HTML files below a folder, by file.

    Warnings count like errors, but for those in :data:`_LEFT_OUT`.
    """
    jar = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert jar.exists(), f"Der Nu Html Checker fehlt. {_HOW}"
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), *_OPTIONS, str(folder.resolve())],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    faults: dict[str, list[str]] = {}
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    for message in messages:
        if any(words in message["message"] for words in _LEFT_OUT):
            continue
        file = message.get("url", "").removeprefix(f"file:{folder.resolve()}/")
        line = message.get("lastLine", "?")
        faults.setdefault(file, []).append(f"Zeile {line}: {message['message']}")
    return faults


@pruefung("T17", "Nu Html Checker: kein Fehler, keine Warnung", "WCAG 4.1.1, HTML", Umfang.WEBSITE)
def _valid(visit: Visit) -> list[str]:
    found = validate(visit.site.root)
    return [f"{file}: {fault}" for file, faults in found.items() for fault in faults]


def versions() -> list[str]:
    """Return names and versions of these programs, for the result file."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    number = axe.split("axe v", 1)[1].split("\n", 1)[0].strip()
    lock = json.loads((PACKAGES.parent / "package-lock.json").read_text(encoding="utf-8"))
    found = {name: entry["version"] for name, entry in lock["packages"].items() if name}
    return [
        f"axe-core {number}",
        f"HTML_CodeSniffer {found['node_modules/html_codesniffer']}",
        f"Nu Html Checker {found['node_modules/vnu-jar']}",
    ]
