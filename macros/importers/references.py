"""Where the region's files still refer to a record, so that none is removed under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.yaml_load import Mapping, Scalar, load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.model.yaml_load import Node


def references(root: Path, folder: Path, ids: set[str]) -> dict[str, list[str]]:
    """Return for each id the places that refer to it, in words.

    Every value that equals the id counts, whatever the field is called; so a record type that
    appears later is found, too. A record's own ``id`` does not count.

    Args:
        root: the project's root folder.
        folder: the region's folder; all YAML files below it are read.
        ids: the ids to look for.
    """
    found: dict[str, list[str]] = {id: [] for id in ids}
    for path in sorted(folder.rglob("*.yml")) if ids else ():
        file = path.relative_to(root).as_posix()
        try:
            node, _ = load_yaml(path.read_bytes(), file)
        except OSError:
            continue
        if node is None:
            continue
        for scalar, owner in _values(node, ""):
            if scalar.text in found:
                found[scalar.text].append(f"{owner or 'ein Eintrag'} ({file}, Zeile {scalar.line})")
    return found


def _values(node: Node, owner: str) -> Iterator[tuple[Scalar, str]]:
    """Yield each value but ids, with the id of the record it stands in."""
    if isinstance(node, Scalar):
        yield node, owner
    elif isinstance(node, Mapping):
        ids = (v.text for k, v in node.entries if k.text == "id" and isinstance(v, Scalar))
        own = next(ids, "")
        for key, value in node.entries:
            if key.text != "id":
                yield from _values(value, owner or own)
    else:
        for item in node.items:
            yield from _values(item, owner)
