"""The tree of a YAML file: texts, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with its place."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order; keys are unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


Node = Scalar | Mapping | Sequence


def moved_back(node: Node, shifts: dict[int, int]) -> Node:
    """Return the tree with the columns of the file, where mending has moved lines to the right.

    Args:
        node: the tree of the mended text.
        shifts: by how many characters a line was moved, by line number.
    """
    line, column = node.line, max(1, node.column - shifts.get(node.line, 0))
    if isinstance(node, Scalar):
        return Scalar(node.text, line, column)
    if isinstance(node, Sequence):
        return Sequence(tuple(moved_back(item, shifts) for item in node.items), line, column)
    entries = tuple(
        (
            Scalar(key.text, key.line, max(1, key.column - shifts.get(key.line, 0))),
            moved_back(value, shifts),
        )
        for key, value in node.entries
    )
    return Mapping(entries, line, column)
