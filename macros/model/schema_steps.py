"""Catalogue files of earlier days: steps that bring their tree to the form the program reads today.

A Fassung keeps the catalogue it was decided with, in the form of then. Whoever changes that form
adds a step to :data:`SCHRITTE`; the number a file of today has to carry follows from the steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from macros.model import value_rules as r
from macros.model.findings import Befund, Ort
from macros.model.yaml_tree import Mapping, Node, Scalar

if TYPE_CHECKING:
    from macros.model.record import Record

FIRST: Final = "1"
FIELD: Final = "schema"
Wandlung: TypeAlias = Callable[[Node], Node]


@dataclass(frozen=True)
class Schritt:
    """A change of one catalogue file's form.

    Attributes:
        schluessel: the file's top-level key, such as ``standards``.
        von: number of the form that the step reads.
        nach: number of the form that it gives.
        wandeln: takes the list below the key and returns the new one; each node keeps the place
            of the one it stands for, so that messages lead to the line in the file.
    """

    schluessel: str
    von: str
    nach: str
    wandeln: Wandlung


SCHRITTE: Final[list[Schritt]] = []


def schema_number(typ: type[Record]) -> str:
    """Return the number that a catalogue file of this type carries today."""
    numbers = [int(s.nach) for s in SCHRITTE if s.schluessel == typ.datei.schluessel]
    return str(max(numbers, default=int(FIRST)))


def upgraded(node: Node, typ: type[Record]) -> Node:
    """Return the tree of a frozen catalogue file in the form of today.

    A tree whose number no step reads comes back as it is; reading its records says why.

    Args:
        node: the file's tree.
        typ: the record type the file holds.
    """
    while (step := _next_step(node, typ)) is not None and isinstance(node, Mapping):
        entries = tuple(
            (key, Scalar(step.nach, value.line, value.column))
            if key.text == FIELD
            else (key, step.wandeln(value) if key.text == step.schluessel else value)
            for key, value in node.entries
        )
        node = Mapping(entries, node.line, node.column)
    return node


def _next_step(node: Node, typ: type[Record]) -> Schritt | None:
    number = None
    if isinstance(node, Mapping):
        number = next((value for key, value in node.entries if key.text == FIELD), None)
    if not isinstance(number, Scalar):
        return None
    key = typ.datei.schluessel
    return next((s for s in SCHRITTE if (s.schluessel, s.von) == (key, number.text)), None)


def wrong_number(number: Node, typ: type[Record], file: str) -> Befund:
    """Return the finding about a number that is not the one of today.

    Args:
        number: what stands behind ``schema``.
        typ: the record type the file holds.
        file: path for messages.
    """
    today = schema_number(typ)
    ort = Ort(file, number.line, number.column)
    text = number.text if isinstance(number, Scalar) else ""
    known = {s.von for s in SCHRITTE if s.schluessel == typ.datei.schluessel}
    if text in known:
        return r.AUSWAHL.befund(
            ort,
            f"Diese Datei hat noch die frühere Schema-Nummer {text}; das Programm erwartet heute "
            f"{today}.",
            f'Die Einträge nach CHANGELOG.md anpassen, dann {FIELD}: "{today}"',
        )
    if text.isascii() and text.isdecimal() and len(text) < 4 and int(text) > int(today):
        return r.AUSWAHL.befund(
            ort,
            f"Diese Datei hat die Schema-Nummer {text}; dieses Programm ist älter und kennt nur "
            f"{today}.",
            "Das neuere Programm übernehmen (die Ordner macros und overrides); "
            f'war die Zahl ein Versehen: {FIELD}: "{today}"',
        )
    return r.AUSWAHL.befund(
        ort,
        f"Diese Schema-Nummer ist nicht bekannt; erlaubt ist „{today}“.",
        f'{FIELD}: "{today}"',
    )
