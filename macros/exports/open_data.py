"""All open-data files of a region, as bytes by path; writing them is the site's business."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from macros.exports.catalog import DATENSAETZE
from macros.exports.csv_files import table
from macros.exports.json_files import document
from macros.exports.schema_files import schema
from macros.model.bestand import einmal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.bestand import Bestand


@einmal
def open_data(bestand: Bestand) -> Mapping[str, bytes]:
    """Return every open-data file.

    Args:
        bestand: the checked records of a region.

    Returns:
        Content by path below the site's root, such as ``service/daten/schulen.csv``.
    """
    files: dict[str, bytes] = {}
    for datensatz in DATENSAETZE:
        files[datensatz.pfad("csv")] = table(bestand, datensatz)
        files[datensatz.pfad("json")] = document(bestand, datensatz)
        files[datensatz.pfad("schema.json")] = schema(datensatz)
    return MappingProxyType(files)


def open_data_paths() -> set[str]:
    """Return the paths of :func:`open_data`."""
    return {d.pfad(ending) for d in DATENSAETZE for ending in ("csv", "json", "schema.json")}
