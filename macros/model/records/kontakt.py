"""A function that can be reached; never a person."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.contact_values import Mailadresse, Telefonnummer
from macros.model.fault import fault
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.gemeinde import Gemeinde
from macros.model.records.katalog import Thema
from macros.model.records.organisation import Organisation
from macros.model.values import Datum, JaNein, Zeile
from macros.model.verweis import Verweis

ALLE = "alle"


def _orte(value: Any) -> Any:
    """Turn the list ``[alle]`` into the empty tuple, which means the whole region."""
    if isinstance(value, tuple) and ALLE in value:
        if len(value) > 1:
            raise fault(r.FORM, "„alle“ steht allein; daneben keine weiteren Orte.", "orte: [alle]")
        return ()
    return value


Orte = Annotated[
    tuple[Verweis[Gemeinde], ...],
    BeforeValidator(_orte),
    WithJsonSchema({"type": "array", "items": {"type": "string"}}),
]


class Kontaktzustaendigkeit(Teil):
    """Where and for which topics a function is responsible."""

    orte: Annotated[
        Orte, Field(title="Orte", description="Gemeinden oder [alle] für die ganze Region")
    ]
    themen: Annotated[tuple[Verweis[Thema], ...], Field(title="Themen", min_length=1)]


class Kontakt(Bestandssatz):
    """A function that can be reached.

    A retired function stays as a tombstone (``aufgehoben_am``, ``nachfolge``), so that the
    chapters of earlier Fassungen that call it keep building.
    """

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "kontakte.yml", "Kontakt", "Kontakte", pflicht=True
    )

    funktion: Annotated[Zeile, Field(title="Funktion")]
    organisation: Annotated[Verweis[Organisation], Field(title="Organisation")]
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon")] = None
    mobil: Annotated[Telefonnummer | None, Field(title="Diensthandy")] = None
    mobil_dienstlich: Annotated[
        JaNein,
        Field(title="Mobilnummer dienstlich", description="ja: das Handy ist ein Diensthandy"),
    ] = False
    email: Annotated[Mailadresse | None, Field(title="E-Mail")] = None
    sprechzeiten: Annotated[
        Zeile | None,
        Field(
            title="Sprechzeiten",
            description="wie man sie sagt; „rund um die Uhr“ heißt: hilft, wenn niemand abnimmt",
        ),
    ] = None
    zustaendig: Annotated[Kontaktzustaendigkeit | None, Field(title="Zuständig")] = None
    aufgehoben_am: Annotated[Datum | None, Field(title="Aufgehoben am")] = None
    nachfolge: Annotated[Verweis[Kontakt] | None, Field(title="Nachfolge")] = None

    def aufgehoben(self, stichtag: date) -> bool:
        """Tell whether the function no longer exists on a day."""
        return self.aufgehoben_am is not None and self.aufgehoben_am <= stichtag

    @property
    def rund_um_die_uhr(self) -> bool:
        """Whether somebody answers at any time, at night as well."""
        return "rund um die uhr" in (self.sprechzeiten or "").lower()
