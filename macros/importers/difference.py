"""What would change: new, gone, and changed field by field; values only, no text of files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic_core import PydanticCustomError

from macros.model.contact_values import Telefonnummer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


@dataclass(frozen=True)
class Feld:
    """A field that differs.

    Attributes:
        name: path in the record (``koordinaten.breite``).
        alt: what the region's file says; empty if the field is not there.
        neu: what the source says; empty if it says nothing.
    """

    name: str
    alt: str
    neu: str


@dataclass(frozen=True)
class Eintrag:
    """A record of the difference.

    Attributes:
        nummer: official number.
        id: the record's id.
        titel: name and municipality, for people.
        felder: the fields that differ; for a new record none.
        abweichend: the record came from this very Stand of the source, so the difference was made
            by hand.
        grund: why a record is gone.
        verwendet: places that still refer to a gone record.
    """

    nummer: str
    id: str
    titel: str
    felder: tuple[Feld, ...] = ()
    abweichend: bool = False
    grund: str = ""
    verwendet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unterschied:
    """The difference between the source and the region's file.

    Attributes:
        neu: records that would be added.
        geaendert: records whose fields would be changed.
        entfallen: records that the source no longer holds.
        bleibt: records with fields that differ and stay as they are.
        nur_stand: records where only the Stand of the source moves on.
        gleich: how many records agree with the source.
    """

    neu: tuple[Eintrag, ...] = ()
    geaendert: tuple[Eintrag, ...] = ()
    entfallen: tuple[Eintrag, ...] = ()
    bleibt: tuple[Eintrag, ...] = ()
    nur_stand: tuple[Eintrag, ...] = ()
    gleich: int = 0

    @property
    def leer(self) -> bool:
        """Whether nothing would be written; records that are kept do not count."""
        moving = [e for e in self.entfallen if not e.verwendet]
        return not (self.neu or self.geaendert or self.nur_stand or moving)


# What an absent field means; the model's own defaults.
_UNGESAGT: Final = {"rechtsform": "oeffentlich", "schulbetrieb": "aktiv"}


def compare(
    own: Mapping[str, str],
    source: Mapping[str, str],
    columns: Collection[str],
    kept: Collection[str],
) -> tuple[list[Feld], list[Feld]]:
    """Compare one record field by field.

    Args:
        own: the region's record.
        source: the source's values; only what is usable.
        columns: fields for which the source has a column at all.
        kept: fields that are set once and never overwritten.

    Returns:
        The fields that would be changed, and those that differ and stay.
    """
    changed: list[Feld] = []
    stays: list[Feld] = []
    for name, new in source.items():
        old = own.get(name, _UNGESAGT.get(name, ""))
        if not _same(name, old, new):
            (stays if old and name in kept else changed).append(Feld(name, old, new))
    stays += [Feld(name, own[name], "") for name in own if name in columns and name not in source]
    return changed, stays


def _same(name: str, old: str, new: str) -> bool:
    """Tell whether two values mean the same; a telephone number may be spelled in many ways."""
    if old == new:
        return True
    if name != "telefon" or not old:
        return False
    try:
        return Telefonnummer.parse(old).uri == Telefonnummer.parse(new).uri
    except PydanticCustomError:
        return False
