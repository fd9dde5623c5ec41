"""How a rule is tied to the records it judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund
    from macros.model.record import Record

R = TypeVar("R", bound="Record")


@dataclass(frozen=True)
class Check:
    """A function that judges each record of a type, or the Bestand as a whole.

    Attributes:
        typ: the type of the records it judges; None for the Bestand as a whole.
        function: returns the findings.
        braucht_alle: it concludes from what is missing, so it waits until all records are readable.
    """

    typ: type[Record] | None
    function: Callable[..., Iterable[Befund]]
    braucht_alle: bool = False

    def run(self, bestand: Bestand) -> list[Befund]:
        """Return the findings; a record with an open reference is passed over.

        Its own finding says what is wrong with it; a second one would only confuse.
        """
        if self.typ is None:
            return _collect(self.function, bestand)
        return [
            befund
            for record in bestand.alle(self.typ)
            for befund in _collect(self.function, record, bestand)
        ]


CHECKS: Final[list[Check]] = []


def _collect(function: Callable[..., Iterable[Befund]], *args: Any) -> list[Befund]:
    try:
        return list(function(*args))
    except LookupError:
        return []


def per_record(
    typ: type[R],
) -> Callable[[Callable[[R, Bestand], Iterable[Befund]]], Callable[[R, Bestand], Iterable[Befund]]]:
    """Register a function ``(record, bestand) -> findings`` for every record of a type."""

    def register(
        function: Callable[[R, Bestand], Iterable[Befund]],
    ) -> Callable[[R, Bestand], Iterable[Befund]]:
        CHECKS.append(Check(typ, function))
        return function

    return register


def whole(
    function: Callable[[Bestand], Iterable[Befund]],
) -> Callable[[Bestand], Iterable[Befund]]:
    """Register a function ``(bestand) -> findings``."""
    CHECKS.append(Check(None, function))
    return function


def when_complete(
    function: Callable[[Bestand], Iterable[Befund]],
) -> Callable[[Bestand], Iterable[Befund]]:
    """Register a function ``(bestand) -> findings`` that concludes from what is missing.

    As long as some records cannot be read, nobody knows what is missing.
    """
    CHECKS.append(Check(None, function, braucht_alle=True))
    return function
