"""What a funding rule allows, as the region's own notice says; the defaults are those of NRW."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.record import Teil
from macros.model.values import Vzae, Zeile


def _anzahl(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[1-9]\d{0,2}", value, re.ASCII):
        raise fault(
            r.ZUWENDUNG,
            f"{shown(value)} ist keine Anzahl von 1 bis 999, durch die sich teilen lässt.",
            rat="Die Zahl aus dem Bescheid oder der Richtlinie in Anführungszeichen eintragen",
        )
    return int(value)


Anzahl = Annotated[
    int,
    BeforeValidator(_anzahl),
    WithJsonSchema({"type": "string", "pattern": r"^[1-9]\d{0,2}$"}),
]


class Zuwendungsregeln(Teil):
    """The numbers that a Zuwendung report compares with."""

    schulen_je_stelle: Annotated[
        Anzahl,
        Field(
            title="Schulen je volle Stelle",
            description="höchstens so viele, wenn die Stelle größer ist als eine halbe",
        ),
    ] = 2
    koordination_je: Annotated[
        Anzahl,
        Field(title="Koordination je", description="eine Stelle Koordination je so vielen Stellen"),
    ] = 30
    koordination_vzae: Annotated[
        Vzae | None,
        Field(title="Umfang der Koordination", description="in VZÄ, so wie er heute besteht"),
    ] = None
    quelle: Annotated[
        Zeile | None,
        Field(title="Quelle", description="Bescheid oder Richtlinie mit Datum"),
    ] = None
