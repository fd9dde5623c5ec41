"""An example of a field or a record as it would stand in the file, made from the model."""

from __future__ import annotations

import typing
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from macros.model.verweis import Verweis
from macros.model.when import ZEITPUNKT_PATTERN

_BY_NAME: Final = {
    "id": "kennung-des-eintrags",
    "plz": '"09911"',
    "vzae": '"0,5"',
    "telefon": "030 23125-100",
    "email": "beratung@example.org",
    "schema": '"1"',
}
_BY_FORMAT: Final = {
    "date": '"2026-09-01"',
    "uri": "https://www.example.org/",
    "email": "beratung@example.org",
}
_BY_PATTERN: Final = {
    r"^\d{5,6}$": '"190012"',
    r"^\d{8}$": '"05999004"',
    r"^(\d{5}|\d{8})$": '"05999"',
    r"^\d{4}\.\d{1,2}$": '"2026.1"',
    r"^\d{1,2}\.\d{4,8}$": '"51.5736"',
    r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$": '"1.318"',
    ZEITPUNKT_PATTERN: '"2026-09"',
}


# A longer example hides what it is to show.
_MOST_LINES: Final = 14


@cache
def example_record(model: type[BaseModel]) -> str:
    """Return the beginning of a record with its required fields, from „- id:“ on."""
    lines: list[str] = []
    for name, field in model.model_fields.items():
        if field.is_required():
            lines.extend(_field_lines(model, name))
    lines = lines or ["id: kennung-des-eintrags"]
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], "…"]
    return "\n".join(["- " + lines[0], *("  " + line for line in lines[1:])])


@cache
def example_field(model: type[BaseModel], name: str) -> str:
    """Return a field with an example value; a block or list goes over several lines."""
    return "\n".join(_field_lines(model, name))


@cache
def example_part(model: type[BaseModel], name: str) -> str:
    """Return a field that holds a block, with the required fields of the block."""
    return "\n".join([f"{name}:", *("  " + line for line in _required_lines(model))])


def part_in(annotation: Any) -> type[BaseModel] | None:
    """Return the first part model inside an annotation such as ``tuple[Einsatz, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) is Verweis:
        return None
    for part in typing.get_args(annotation):
        found = part_in(part)
        if found is not None:
            return found
    return None


def reference_in(annotation: Any) -> Any:
    """Return the record type inside a reference such as ``tuple[Verweis[Thema], ...]``, or None."""
    if typing.get_origin(annotation) is Verweis:
        return typing.get_args(annotation)[0]
    for part in typing.get_args(annotation):
        found = reference_in(part)
        if found is not None:
            return found
    return None


def is_list(annotation: Any) -> bool:
    """Tell whether an annotation stands for a list."""
    return typing.get_origin(annotation) is tuple or any(
        is_list(part) for part in typing.get_args(annotation)
    )


def _required_lines(model: type[BaseModel]) -> list[str]:
    required = [n for n, f in model.model_fields.items() if f.is_required()]
    return [line for name in required for line in _field_lines(model, name)]


def _field_lines(model: type[BaseModel], name: str) -> list[str]:
    annotation = model.model_fields[name].annotation
    part = part_in(annotation)
    if part is not None:
        inner = _required_lines(part)
        if is_list(annotation):
            return [f"{name}:", f"  - {inner[0]}", *("    " + line for line in inner[1:])]
        return [f"{name}:", *("  " + line for line in inner)]
    value = _value(model, name)
    return [f"{name}: [{value}]" if is_list(annotation) else f"{name}: {value}"]


def _one_of(values: list[str]) -> str:
    shown = [str(value) for value in values[:6]]
    if len(values) > len(shown):
        return ", ".join([*shown, "…"])
    return " oder ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _value(model: type[BaseModel], name: str) -> str:
    field = model.model_fields[name]
    target = reference_in(field.annotation)
    if target is not None:
        return f"… (Kennung aus {target.datei.name})"
    schema = model.model_json_schema(mode="validation").get("properties", {}).get(name, {})
    options = [schema, *schema.get("anyOf", ()), schema.get("items", {})]
    for option in options:
        if "enum" in option:
            return f"… ({_one_of(option['enum'])})"
        if option.get("format") in _BY_FORMAT:
            return _BY_FORMAT[option["format"]]
        if name not in _BY_NAME and option.get("pattern") in _BY_PATTERN:
            return _BY_PATTERN[option["pattern"]]
    return _BY_NAME.get(name, f"… ({field.title or name})")
