"""The JSON Schemas for the editor: up to date, named in every file, true of the shipped data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.model.record import Ordner
from macros.model.records import RECORD_TYPES
from macros.model.schema import SCHEMA_FOLDER, schema_name, schema_texts

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    [
        *(ROOT / "data" / "katalog").glob("*.yml"),
        *(ROOT / "data" / "regionen").glob("*/region.yml"),
        *(ROOT / "data" / "regionen").glob("*/bestand/*.yml"),
        *(ROOT / "data" / "regionen").glob("*/wortlaut/*.yml"),
    ]
)


def schema_of(path: Path) -> str:
    return f"{path.stem.split('-')[0]}.schema.json"


def test_the_written_schemas_equal_the_model() -> None:
    written = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / SCHEMA_FOLDER).iterdir()
    }
    assert written == schema_texts(), "make schema schreibt sie neu"


@pytest.mark.parametrize("name", sorted(schema_texts()))
def test_each_schema_is_valid_and_german(name: str) -> None:
    schema = json.loads(schema_texts()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "null" not in json.dumps(schema)
    for words in descriptions(schema):
        assert not words.startswith(("A ", "An ", "The ", "What ", "Who ")), words


def descriptions(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for item in node for text in descriptions(item)]
    if not isinstance(node, dict):
        return []
    own = [node["description"]] if isinstance(node.get("description"), str) else []
    return own + [text for value in node.values() for text in descriptions(value)]


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_each_file_names_its_schema_in_the_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    marker, _, named = first.partition("$schema=")
    assert marker == "# yaml-language-server: "
    assert (path.parent / named).resolve() == ROOT / SCHEMA_FOLDER / schema_of(path)
    assert (path.parent / named).resolve().is_file()


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_shipped_data_pass_their_schema(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    jsonschema.validate(data, json.loads(schema_texts()[schema_of(path)]))


@pytest.mark.parametrize("typ", RECORD_TYPES, ids=[typ.__name__ for typ in RECORD_TYPES])
def test_a_slip_in_a_key_fails_the_schema_too(typ: Any) -> None:
    schema = json.loads(schema_texts()[schema_name(typ)])
    record = {"id": "a", "telfon": "030 23125-100"}
    data: Any = [record]
    if typ.datei.einzeln:
        data = record
    elif typ.datei.ordner is Ordner.KATALOG:
        data = {"schema": "1", typ.datei.schluessel: [record]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)
