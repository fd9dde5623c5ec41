"""A time that is known as well as it is known: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import core_schema

from macros.model.fault import fault, shown
from macros.model.findings import Stufe, regel
from macros.model.german import MONTHS, date_text
from macros.model.proposals import meant_date

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

ZEITPUNKT_PATTERN: Final = r"^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_MONTH_AND_YEAR: Final = re.compile(r"^(\w+)\s+((?:19|20|21)\d\d)$")

ZEITPUNKT = regel(
    "R-560",
    Stufe.FEHLER,
    "Zeitpunkte sind ein Jahr, ein Monat oder ein Tag",
    "Mancher Meilenstein hat nur ein Jahr. Ein erfundener Tag wäre falsch; Worte lassen sich nicht "
    "ordnen.",
    "geplant: Oktober 2022",
    'geplant: "2022-10"',
)


@dataclass(frozen=True)
class Zeitpunkt:
    """A year, a month or a day; what is not known is None.

    Attributes:
        jahr: the year.
        monat: the month, if it is known.
        tag: the day, if it is known.
    """

    jahr: int
    monat: int | None = None
    tag: int | None = None

    @classmethod
    def parse(cls, text: str) -> Zeitpunkt:
        """Return the time that a text from a file names.

        Args:
            text: ``2022``, ``2022-10`` or ``2022-10-17``.

        Raises:
            PydanticCustomError: the text names no time.
        """
        if re.fullmatch(ZEITPUNKT_PATTERN, text, re.ASCII):
            found = cls(*(int(part) for part in text.split("-")))
            if found.monat and found.tag and found.tag > monthrange(found.jahr, found.monat)[1]:
                named = f"{found.tag}. {MONTHS[found.monat - 1]} {found.jahr}"
                raise fault(ZEITPUNKT, f"Den {named} gibt es nicht.")
            return found
        loose = _MONTH_AND_YEAR.match(text.strip())
        meant = ""
        if loose and loose[1] in MONTHS:
            meant = f'"{loose[2]}-{MONTHS.index(loose[1]) + 1:02d}"'
        raise fault(
            ZEITPUNKT,
            f"{shown(text)} ist kein Zeitpunkt. Erwartet wird ein Jahr (2022), ein Monat (2022-10) "
            "oder ein Tag (2022-10-17).",
            meant or meant_date(text),
        )

    @property
    def erster_tag(self) -> date:
        """The first day that may be meant."""
        return date(self.jahr, self.monat or 1, self.tag or 1)

    @property
    def letzter_tag(self) -> date:
        """The last day that may be meant."""
        month = self.monat or 12
        return date(self.jahr, month, self.tag or monthrange(self.jahr, month)[1])

    @property
    def iso(self) -> str:
        """The time as it stands in files: as long as it is known well."""
        known = [f"{part:02d}" for part in (self.monat, self.tag) if part is not None]
        return "-".join([str(self.jahr), *known])

    def __str__(self) -> str:
        if self.monat and self.tag:
            return date_text(self.erster_tag)
        return f"{MONTHS[self.monat - 1]} {self.jahr}" if self.monat else str(self.jahr)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(strict=True),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda v: v.iso),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": ZEITPUNKT_PATTERN}


def period_text(start: Zeitpunkt, end: Zeitpunkt) -> str:
    """Return a period as one says it: „März bis April 2026“, „Februar 2026“."""
    if start == end:
        return str(start)
    if start.jahr == end.jahr and start.monat and end.monat and not (start.tag or end.tag):
        return f"{MONTHS[start.monat - 1]} bis {end}"
    return f"{start} bis {end}"
