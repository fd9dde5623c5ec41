"""Named steps of a publication, so that a test can stop it before or after each write."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS: Final = (
    "ziel-anlegen",
    "sperren",
    "aufraeumen",
    "arbeitsordner",
    "bauen",
    "zusammensetzen",
    "wurzelseiten",
    "pruefsummen",
    "pruefen",
    "ausgeben",
    "sichern",
    "vermerken",
    "umbenennen",
    "verknuepfen",
    "umschalten",
    "alte-loeschen",
    "arbeit-loeschen",
)
"""All steps in the order in which a publication takes them."""

VARIABLE: Final = "RAHMEN_FEHLERPUNKT"


class FailpointError(RuntimeError):
    """A test asked for a fault at this point."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Carry out a step of a publication.

    For tests: ``RAHMEN_FEHLERPUNKT=<step>:before`` or ``:after`` raises there, ``…:kill`` ends
    the process as a power cut would, without any clearing up.

    Args:
        name: one of :data:`STEPS`.

    Raises:
        ValueError: there is no such step.
        FailpointError: a test asked for it.
    """
    if name not in STEPS:
        raise ValueError(f"{name} ist kein Schritt")
    _stop(f"{name}:before")
    yield
    _stop(f"{name}:after")


def _stop(point: str) -> None:
    wanted = os.environ.get(VARIABLE)
    if wanted == point:
        raise FailpointError(point)
    if wanted == f"{point}:kill":
        os.kill(os.getpid(), signal.SIGKILL)
