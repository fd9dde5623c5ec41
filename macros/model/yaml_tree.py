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
