"""The last net: an internal fault becomes a German message and a log without personal data."""

from __future__ import annotations

import hashlib
import tempfile
import traceback
from pathlib import Path
from typing import Final

INTERNAL: Final = 4
INTERRUPTED: Final = 130


def report_internal_fault(error: BaseException) -> str:
    """Write a log and return the message that names it.

    The log holds the kind of fault and the places in the code, never the message or values: they
    could hold names.

    Args:
        error: the exception nobody expected.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    trace = "\n".join([type(error).__name__, *lines])
    number = hashlib.sha256(trace.encode()).hexdigest()[:8]
    where = ""
    try:
        log = Path(tempfile.gettempdir()) / f"rahmen-fehler-{number}.txt"
        log.write_text(trace + "\n", encoding="utf-8")
        where = f" Das Protokoll liegt in {log}."
    except OSError:
        where = " Ein Protokoll ließ sich nicht schreiben."
    return f"Interner Fehler, Nr. {number}. Bitte melden Sie ihn.{where}"
