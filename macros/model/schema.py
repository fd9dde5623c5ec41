"""JSON Schemas from the model, so that editors complete and check while somebody types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from macros.model.records import RECORD_TYPES
from macros.model.schema_steps import schema_number

if TYPE_CHECKING:
    from macros.model.record import Record

SCHEMA_FOLDER: Final = "data/schema"
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema_name(typ: type[Record]) -> str:
    """Return the file name of a record type's schema: ``schulen.schema.json``."""
    return f"{Path(typ.datei.name).stem}.schema.json"


def schema_texts() -> dict[str, str]:
    """Return all schemas as JSON text by file name."""
    return {
        schema_name(typ): json.dumps(file_schema(typ), ensure_ascii=False, indent=2) + "\n"
        for typ in RECORD_TYPES
    }


def file_schema(typ: type[Record]) -> dict[str, Any]:
    """Return the schema of a whole file of this record type."""
    record = typ.model_json_schema(mode="validation", ref_template="#/$defs/{model}")
    definitions = {name: _plain(part) for name, part in record.pop("$defs", {}).items()}
    record = _plain(record)
    datei = typ.datei
    schema: dict[str, Any] = {"$schema": _DRAFT, "title": datei.mehrzahl}
    if datei.einzeln:
        schema |= record | {"title": datei.einzahl}
    elif datei.schluessel:
        schema |= {
            "type": "object",
            "additionalProperties": False,
            "required": ["schema", datei.schluessel],
            "properties": {
                "schema": {"type": "string", "enum": [schema_number(typ)]},
                datei.schluessel: {"type": "array", "items": record},
            },
        }
    else:
        schema |= {"type": "array", "items": record}
    return schema | ({"$defs": definitions} if definitions else {})


def _plain(node: Any) -> Any:
    """Return the schema for YAML: optional fields are left out, never null; defaults are silent."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _plain(value) for key, value in node.items() if key != "default"}
    if "properties" in kept:
        # The class docstrings are for programmers; people who type YAML see the field's own text.
        kept.pop("description", None)
    options = kept.get("anyOf")
    if isinstance(options, list):
        real = [option for option in options if option != {"type": "null"}]
        if len(real) == 1:
            del kept["anyOf"]
            kept = {**real[0], **kept}
    return kept
