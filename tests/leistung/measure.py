"""Runs a command several times and keeps its wall time and peak memory."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Messung:
    """Several runs of one command.

    Attributes:
        seconds: wall time of each run.
        megabytes: largest resident memory of any child process so far.
    """

    seconds: tuple[float, ...]
    megabytes: float

    @property
    def best(self) -> float:
        """The fastest run: the least disturbed by whatever else the machine does."""
        return min(self.seconds)

    def __str__(self) -> str:
        middle = statistics.median(self.seconds)
        return (
            f"{self.best:.2f} s ({len(self.seconds)} Läufe, Median {middle:.2f} s, "
            f"höchstens {max(self.seconds):.2f} s; Speicher bis {self.megabytes:.0f} MB)"
        )


def measure(command: list[str], folder: Path, env: dict[str, str], runs: int) -> Messung:
    """Run a command and return what it took.

    Args:
        command: program and arguments.
        folder: working folder.
        env: additions to the environment.
        runs: how often; one run more warms the caches and is not counted.

    Raises:
        RuntimeError: the command failed; its output says why.
    """
    seconds = []
    for run in range(runs + 1):
        start = time.perf_counter()
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)
        if run:
            seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Messung(tuple(seconds), peak)
