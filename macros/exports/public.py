"""What of a record may leave the house: the one place that decides for all export formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.model.records import Kontakt, Organisation

if TYPE_CHECKING:
    from pydantic import BaseModel

# Names of fields that tell where something is; also those a later model may have.
_ADDRESS: Final = frozenset(
    {"strasse", "hausnummer", "adresszusatz", "postfach", "plz", "ort", "gemeinde", "koordinaten"}
    | {"sozialraum"}
)


def public_value(model: BaseModel, name: str) -> Any:
    """Return the value of a field, or None where it must not be published.

    The address of an organisation whose address is secret stays secret, and so does a mobile
    number that nobody has called a work phone.
    """
    hidden = (isinstance(model, Organisation) and model.adresse_geheim and name in _ADDRESS) or (
        isinstance(model, Kontakt) and not model.mobil_dienstlich and name == "mobil"
    )
    return None if hidden else getattr(model, name)


def may_be_hidden(typ: type[BaseModel], name: str) -> bool:
    """Tell whether a field of a record type can be withheld, so that schemas allow for it."""
    return (issubclass(typ, Organisation) and name in _ADDRESS) or (
        issubclass(typ, Kontakt) and name == "mobil"
    )
