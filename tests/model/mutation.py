"""What the mutation operators are built from: a spoiled file, the register, small tools."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from .mutation_places import Datafile, Place


@dataclass(frozen=True)
class Mutation:
    """A spoiled file.

    Attributes:
        data: its bytes.
        lines: numbers of the lines at which a finding must stand.
        after: the spoiled line or lines, for people.
    """

    data: bytes
    lines: frozenset[int]
    after: str


OPERATORS: Final[dict[str, Callable[[Datafile, Place, Random], Mutation | None]]] = {}


def operator(
    function: Callable[[Datafile, Place, Random], Mutation | None],
) -> Callable[[Datafile, Place, Random], Mutation | None]:
    OPERATORS[function.__name__] = function
    return function


def changed(file: Datafile, place: Place, *new: str, at: set[int] | None = None) -> Mutation | None:
    """Return the file with the line replaced by others (none: deleted)."""
    lines = file.text.split("\n")
    if list(new) == [place.text]:
        return None
    lines[place.number - 1 : place.number] = new
    where = at if at is not None else set(range(place.number, place.number + max(len(new), 1)))
    return Mutation("\n".join(lines).encode(), frozenset(where), "\n".join(new))


def with_value(file: Datafile, place: Place, value: str) -> Mutation | None:
    """Return the file with another value in the line, as it would be typed (no quotes added)."""
    return changed(file, place, head_of(place) + value)


def head_of(place: Place) -> str:
    """Return the line up to its value."""
    found = re.match(r"\s*- +" if place.item else r"\s*(?:- +)?[\w-]+: *", place.text)
    assert found, place
    return found.group()


def raw_value(place: Place) -> str:
    return place.text[len(head_of(place)) :]


def in_quotes(place: Place) -> bool:
    return raw_value(place).startswith('"')


def like(place: Place, value: str) -> str:
    return f'"{value}"' if in_quotes(place) else value


def is_scalar(place: Place) -> bool:
    return bool(place.value)


def transposed(word: str, rng: Random) -> str | None:
    """Return the word with two different neighbouring letters or digits swapped."""
    spots = [
        n
        for n in range(len(word) - 1)
        if word[n] != word[n + 1] and word[n].isalnum() and word[n + 1].isalnum()
    ]
    if not spots:
        return None
    n = rng.choice(spots)
    return word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def insert(file: Datafile, place: Place, signs: str, rng: Random) -> Mutation | None:
    """Return the file with one of the signs somewhere behind the line's indentation."""
    sign, at = rng.choice(signs), rng.randint(place.indent, len(place.text))
    return changed(file, place, place.text[:at] + sign + place.text[at:])


def between_words(text: str, rng: Random) -> int | None:
    spots = [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", text)]
    return rng.choice(spots) if spots else None
