"""Builds in copies of the test's process: mkdocs as it is, without starting Python anew each time.

That the real command line builds the same in processes of its own is proved where it is called:
for Musterkreis, for the story of a publication, and where trees are compared byte by byte.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.__main__ import cli

from macros.model.findings import Befund
from macros.publish import build
from macros.publish.order_files import Werkstatt


def build_in_copies(werkstaetten: Sequence[Werkstatt], umgebung: Mapping[str, str]) -> list[Befund]:
    """Build all trees at once; a test's changes to the program hold there too."""
    running = [(werkstatt, *_start(werkstatt, umgebung)) for werkstatt in werkstaetten]
    befunde: list[Befund] = []
    for werkstatt, process, log in running:
        if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]):
            befunde += build.findings_in(log.read_text(encoding="utf-8"), werkstatt)
        log.unlink()
    return befunde


def _start(werkstatt: Werkstatt, umgebung: Mapping[str, str]) -> tuple[int, Path]:
    log = werkstatt.ordner.with_name(f"{werkstatt.name}.log")
    process = os.fork()
    if process == 0:
        _build_and_leave(werkstatt, umgebung, log)
    return process, log


def _build_and_leave(werkstatt: Werkstatt, umgebung: Mapping[str, str], log: Path) -> None:
    status = 99
    try:
        with log.open("w", encoding="utf-8", buffering=1) as out:
            sys.stdout = sys.stderr = out
            os.environ.clear()
            os.environ.update(build._environment(werkstatt, umgebung))
            os.chdir(werkstatt.ordner)
            cli(["build", "--strict", "--clean", "--config-file", "mkdocs.yml",
                 "--site-dir", str(werkstatt.site)])  # fmt: skip
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    finally:
        os._exit(status)
