"""Builds the trees: one mkdocs per Fassung as a process of its own, two at a time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort, Stufe
from macros.publish import publish_rules as r
from macros.publish.faults import no_space, said_no_space
from macros.site.order import VARIABLE, Art

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.publish.order_files import Werkstatt

_AT_ONCE: Final = 2
_FINDING: Final = re.compile(
    r"^(?P<stufe>FEHLER|WARNUNG|HINWEIS) (?P<rule>R-\d+) · (?P<file>.+), "
    r"Zeile (?P<line>\d+), Spalte (?P<column>\d+)\n"
    r"  (?P<message>.*(?:\n  (?!So geht's: ).*)*)\n"
    r"  So geht's: (?P<remedy>.*(?:\n {14}.*)*)",
    re.MULTILINE,
)
_COMPLAINT: Final = re.compile(
    r"^(?:WARNING|ERROR|CRITICAL) +-? *(.+)$|^(Error: .+)$", re.MULTILINE
)
_LONGEST: Final = 600


def build_all(werkstaetten: Sequence[Werkstatt], umgebung: Mapping[str, str]) -> list[Befund]:
    """Build all trees and return what is wrong with them, all at once.

    Args:
        werkstaetten: the prepared work folders.
        umgebung: variables for the builds: region, Stichtag, persons, times.

    Raises:
        PublishFaultError: the disk is full.
    """
    running = _Running()
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        results = [pool.submit(_build, werkstatt, umgebung, running) for werkstatt in werkstaetten]
        return [befund for result in results for befund in result.result()]
    except BaseException:
        running.end()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


class _Running:
    """The processes under way, so that Ctrl+C leaves none behind."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._processes: set[subprocess.Popen[str]] = set()
        self._ended = False

    def add(self, process: subprocess.Popen[str]) -> None:
        with self._lock:
            self._processes.add(process)
            if self._ended:
                process.kill()

    def remove(self, process: subprocess.Popen[str]) -> None:
        with self._lock:
            self._processes.discard(process)

    def end(self) -> None:
        with self._lock:
            self._ended = True
            for process in self._processes:
                process.kill()


def _build(werkstatt: Werkstatt, umgebung: Mapping[str, str], running: _Running) -> list[Befund]:
    # -P: the work folder must not come before the installed program. Never -q: it switches
    # strict off.
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--clean",
         "--config-file", "mkdocs.yml", "--site-dir", str(werkstatt.site)],
        cwd=werkstatt.ordner,
        env=_environment(werkstatt, umgebung),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )  # fmt: skip
    running.add(process)
    try:
        said, _ = process.communicate()
    finally:
        running.remove(process)
    if process.returncode == 0 and (werkstatt.site / "index.html").is_file():
        return []
    if said_no_space(said):
        raise no_space(f"„{werkstatt.name}“ ließ sich nicht bauen")
    return findings_in(said, werkstatt)


def _environment(werkstatt: Werkstatt, umgebung: Mapping[str, str]) -> dict[str, str]:
    own = {
        name: value
        for name, value in os.environ.items()
        # A hook of git or a caller's Python settings must not reach into the build.
        if not name.startswith(("GIT_", "PYTHON", "RAHMEN_"))
    }
    return own | {
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
        # The work folder may lie inside a repository, which is none of the build's business.
        "GIT_CEILING_DIRECTORIES": str(werkstatt.ordner.parent),
        VARIABLE: str(werkstatt.auftrag),
        **umgebung,
    }


def findings_in(said: str, werkstatt: Werkstatt) -> list[Befund]:
    """Return the findings in what a failed build printed; never an empty list.

    Args:
        said: its output.
        werkstatt: where it was built.
    """
    prefix = "" if werkstatt.plan.art is Art.ENTWURF else f"Fassung {werkstatt.name}: "
    befunde = [replace(befund, file=f"{prefix}{befund.file}") for befund in parse_findings(said)]
    rest = _FINDING.sub("", said)
    place = Ort(f"{prefix}mkdocs.yml")
    for found in _COMPLAINT.finditer(rest):
        words = (found[1] or found[2]).replace(str(werkstatt.ordner), "").strip()
        if not words.startswith("Aborted"):
            befunde.append(r.BAU.befund(place, f"MkDocs meldet: {words[:_LONGEST]}"))
    if not befunde:
        last = (rest.strip().splitlines() or ["keine Angabe"])[-1].replace(
            str(werkstatt.ordner), ""
        )
        befunde.append(r.BAU.befund(place, f"Der Bau ist misslungen: {last[:_LONGEST]}"))
    return befunde


def parse_findings(text: str) -> list[Befund]:
    """Return the findings in a text as :func:`macros.model.report.format_text` writes it."""
    return [
        Befund(
            stufe=Stufe(found["stufe"].capitalize()),
            file=found["file"],
            line=int(found["line"]),
            column=int(found["column"]),
            path="",
            rule=found["rule"],
            message=found["message"].replace("\n  ", "\n"),
            remedy=found["remedy"].replace("\n" + " " * 14, "\n"),
        )
        for found in _FINDING.finditer(text)
    ]
