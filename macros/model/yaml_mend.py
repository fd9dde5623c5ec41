"""From a parser error to the line a person must mend: likely mends are tried on the text itself.

A YAML parser complains where it stumbles, often lines after the slip. Here every plausible mend of
the lines around is tried; the one that lets the parser get furthest tells line and remedy. Reading
goes on with the mended text, so that one run tells all faults of a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import combinations, islice, takewhile
from typing import TYPE_CHECKING, Any, Final

import yaml

from macros.model.findings import Befund, Ort
from macros.model.yaml_candidates import candidates, indent_of
from macros.model.yaml_errors import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.yaml_values import Candidate

MAX_DEPTH: Final = 8
MAX_MENDS: Final = 20
MAX_PARSED: Final = 3_000_000
MAX_PAIRS: Final = 150


@dataclass
class Mended:
    """What mending gave.

    Attributes:
        text: text the parser accepts, with as many lines as before; None where no mend helped.
        befunde: one finding for each mended line, and one for what could not be mended.
        events: what the parser says of that text; it ends where there are too many levels.
        shifts: by how many characters a mended line moved to the right, by line number.
    """

    text: str | None
    befunde: list[Befund]
    events: list[Any] = field(default_factory=list)
    shifts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Stop:
    """Where the parser stops.

    Attributes:
        line: the line the parser complains about, from 1.
        begins: the line where the construct begins, from 1; 0 if the parser names none.
        column: column of the complaint, from 1.
        error: the parser's error; None for a quoted text that runs over a line end.
        too_deep: whether it stops because of too many levels; that is told later, not mended.
    """

    line: int
    begins: int
    column: int
    error: yaml.YAMLError | None
    too_deep: bool = False


def mend(text: str, file: str) -> Mended:
    """Return the text as the parser accepts it, and what had to be mended.

    Args:
        text: the file's text without tabs and invisible characters.
        file: path for messages.
    """
    return _Mender(text, file).run()


class _Mender:
    """Mends the lines of a file one slip after the other, as long as the budget lasts."""

    def __init__(self, text: str, file: str) -> None:
        self.lines = text.split("\n")
        self.size = len(text)
        self.file = file
        self.budget = MAX_PARSED
        self.befunde: list[Befund] = []
        self.shifts: dict[int, int] = {}

    def run(self) -> Mended:
        for _ in range(MAX_MENDS):
            events: list[Any] = []
            stop = self._stop_of(self.lines, events)
            if stop is None or stop.too_deep:
                return Mended("\n".join(self.lines), self.befunde, events, self.shifts)
            chosen = self._best(stop)
            if not chosen:
                self._tell(explain(stop.error, self.lines, Ort(self.file, stop.line, stop.column)))
                return Mended(None, self.befunde)
            for candidate in chosen:
                self._tell(candidate.befund(self.file))
                for number in candidate.lines:
                    self.shifts[number] = self.shifts.get(number, 0) - self._indent(number)
                candidate.apply(self.lines)
                for number in candidate.lines:
                    self.shifts[number] += self._indent(number)
        return Mended(None, self.befunde)

    def _tell(self, befund: Befund) -> None:
        """Keep a finding at the column it has in the file; a line is told once."""
        if all(told.line != befund.line for told in self.befunde):
            column = max(1, befund.column - self.shifts.get(befund.line, 0))
            self.befunde.append(replace(befund, column=column))

    def _best(self, stop: _Stop) -> tuple[Candidate, ...]:
        """Return the mend that gets the parser furthest: of one line, or else of two."""
        likely = list(candidates(self.lines, _lines_to_try(stop, self.lines), stop.line))
        single = self._furthest(stop, ((candidate,) for candidate in likely))
        if single:
            return single
        pairs = (
            (one, other)
            for one, other in combinations(likely, 2)
            if not set(one.lines) & set(other.lines)
        )
        return self._furthest(stop, islice(pairs, MAX_PAIRS))

    def _furthest(
        self, stop: _Stop, mends: Iterable[tuple[Candidate, ...]]
    ) -> tuple[Candidate, ...]:
        best: tuple[Candidate, ...] = ()
        furthest = stop.line
        for mend in mends:
            if self.budget <= 0:
                break
            trial = [*self.lines]
            for candidate in mend:
                candidate.apply(trial)
            next_stop = self._stop_of(trial, [])
            if next_stop is None:
                return mend
            if next_stop.line > furthest:
                best, furthest = mend, next_stop.line
        return best

    def _indent(self, number: int) -> int:
        return indent_of(self.lines[number - 1])

    def _stop_of(self, lines: list[str], events: list[Any]) -> _Stop | None:
        self.budget -= self.size
        return _first_stop(lines, events)


def _first_stop(lines: list[str], events: list[Any]) -> _Stop | None:
    """Parse until the end or the first stop, and add what the parser says to the events."""
    loader = yaml.CLoader("\n".join(lines))
    depth = 0
    try:
        while loader.check_event():
            event: Any = loader.get_event()
            events.append(event)
            start, end = event.start_mark, event.end_mark
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return _Stop(start.line + 1, 0, start.column + 1, None, too_deep=True)
            is_quoted = isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')
            if is_quoted and start.line != end.line:
                return _Stop(start.line + 1, start.line + 1, start.column + 1, None)
    except yaml.YAMLError as error:
        return _stop(error, lines)
    finally:
        loader.dispose()
    return None


def _stop(error: Any, lines: list[str]) -> _Stop:
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line = min((mark.line if mark is not None else 0) + 1, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    begins = min(context.line + 1, len(lines)) if context is not None else 0
    if "quoted scalar" in str(getattr(error, "context", "")):
        line = begins
    return _Stop(line, begins, (mark.column if mark is not None else 0) + 1, error)


def _lines_to_try(stop: _Stop, lines: list[str]) -> list[int]:
    """Return line numbers: the complaint, its context, the lines above, the block's first line."""
    numbers = [stop.line, stop.begins, *_above(stop.line, lines)]
    return [n for n in dict.fromkeys(numbers) if 0 < n <= len(lines)]


def _above(line: int, lines: list[str]) -> Iterator[int]:
    """Yield the nearest lines with content, then the first line of the deeper block above."""
    content = [
        number
        for number in range(line - 1, 0, -1)
        if lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#")
    ]
    yield from content[:4]
    base = indent_of(lines[line - 1])
    deeper = list(takewhile(lambda number: indent_of(lines[number - 1]) > base, content))
    yield from deeper[-1:]
