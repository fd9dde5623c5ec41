"""Enters a Fassung into region.yml; every other character of the file stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from macros.importers.yaml_text import block

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_KEY: Final = "fassungen"


class UneditableError(ValueError):
    """The list does not stand in the file as the edit needs it; the text is a German sentence."""


def add_fassung(text: str, felder: Mapping[str, str], ende: date | None) -> str:
    """Return the file with one more Fassung at the end of the list.

    Args:
        text: the file.
        felder: fields of the new Fassung in their order.
        ende: last day of the Fassung before; written only where the file names none.

    Raises:
        UneditableError: the file is no mapping, or the list is written in brackets.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UneditableError("Die Datei region.yml ist kein lesbares YAML.") from error
    if not isinstance(root, yaml.MappingNode):
        raise UneditableError("Die Datei region.yml enthält keine Felder.")
    newline = "\r\n" if "\r\n" in text else "\n"
    if not text.endswith("\n"):
        text += newline
    found = next((value for key, value in root.value if key.value == _KEY), None)
    if found is None:
        return text + _KEY + ":" + newline + _entry(felder, 2, newline)
    if not isinstance(found, yaml.SequenceNode) or found.flow_style or not found.value:
        raise UneditableError("Die Liste der Fassungen steht in eckigen Klammern.")
    last = found.value[-1]
    at = _line_after(text, _end(last))
    new = _entry(felder, found.start_mark.column, newline)
    if ende is not None and all(key.value != "gueltig_bis" for key, _ in last.value):
        new = f'{" " * last.start_mark.column}gueltig_bis: "{ende.isoformat()}"{newline}{new}'
    return text[:at] + new + text[at:]


def _entry(felder: Mapping[str, str], column: int, newline: str) -> str:
    return newline.join(block(felder, column)) + newline


def _end(node: Any) -> int:
    """Return where a node's text ends; a block's own mark lies behind later comments."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line_after(text: str, at: int) -> int:
    if text[at - 1 : at] == "\n":
        return at
    return text.index("\n", at) + 1
