"""References of a frozen wording to today's directory: what has gone there is left out.

An agreement names its parties by their names; that a school or an organisation leaves the directory
later must not stop an old Fassung from being published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from macros.model import reference_rules
from macros.model.record import Ordner
from macros.model.verweis import Verweis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.findings import Befund
    from macros.model.record import Record

_FOLDER = "/wortlaut/"


def without_departed(tables: Mapping[type[Record], dict[str, Record]]) -> None:
    """Take the references without a target out of all records of the wording.

    Args:
        tables: records by type and id; those of the wording are replaced.
    """
    for typ, table in tables.items():
        if typ.datei.ordner is Ordner.WORTLAUT:
            for id, record in table.items():
                table[id] = _kept(record)


def is_about_departed(befund: Befund) -> bool:
    """Tell whether a finding says that a record of the wording names what is not there."""
    return befund.rule == reference_rules.UNBEKANNTE_KENNUNG.nummer and _FOLDER in befund.file


def _kept(value: Any) -> Any:
    if isinstance(value, BaseModel):
        changed = {
            name: new
            for name, old in value.__dict__.items()
            if (new := _kept(old)) is not old and new != old
        }
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        kept = tuple(_kept(item) for item in value if not _departed(item))
        return kept if kept != value else value
    return None if _departed(value) else value


def _departed(value: Any) -> bool:
    return isinstance(value, Verweis) and not value.bound
