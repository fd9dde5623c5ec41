"""The one place where an import touches the disk: whole files, each replaced in one step."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from macros.importers import rules
from macros.model.findings import Befund, Ort

if TYPE_CHECKING:
    from macros.importers.plan import Importplan, NeuerText


def write_plan(plan: Importplan) -> list[Befund]:
    """Write the files of a plan; nothing is written if anything stands against it.

    A file is written beside its place and then put there in one step, so that a full disk or a
    power cut leaves the old one. A file that changed since the comparison is not overwritten.

    Args:
        plan: the plan; it must not hold a Fehler.

    Returns:
        Findings; empty when everything was written.

    Raises:
        ValueError: the plan holds a Fehler.
    """
    if not plan.schreibbar:
        raise ValueError("a plan with a Fehler is not written")
    for text in plan.texte:
        if _current(text.path) != text.alt:
            return [
                rules.SCHREIBEN.befund(
                    Ort(text.file),
                    "Die Datei wurde seit dem Vergleich geändert. Nichts wurde geschrieben.",
                    "Lesen Sie noch einmal ein.",
                )
            ]
    for text in plan.texte:
        try:
            _replace(text)
        except OSError:
            return [
                rules.SCHREIBEN.befund(
                    Ort(text.file),
                    "Die Datei ließ sich nicht schreiben; sie ist unverändert.",
                    "Prüfen Sie, ob der Ordner beschreibbar und genug Platz frei ist.",
                )
            ]
    return []


def _current(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _replace(text: NeuerText) -> None:
    text.path.parent.mkdir(parents=True, exist_ok=True)
    mode = text.path.stat().st_mode & 0o777 if text.path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=text.path.parent, prefix=f".{text.path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.neu)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(text.path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
