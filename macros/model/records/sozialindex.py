"""The Sozialindex of a school: the stage from 1 to 9, the school year, and who says so."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.record import Teil
from macros.model.times import Schuljahr
from macros.model.values import Zeile


def _stufe(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[1-9]", value, re.ASCII):
        raise fault(
            r.SOZIALINDEX,
            f"{shown(value)} ist keine Stufe des Sozialindex. Erwartet wird eine Zahl von 1 bis 9.",
        )
    return int(value)


Sozialindexstufe = Annotated[
    int,
    BeforeValidator(_stufe),
    WithJsonSchema({"type": "string", "pattern": "^[1-9]$"}),
]


class Sozialindex(Teil):
    """The Sozialindex of a school; a school that has none simply lacks the block."""

    stufe: Annotated[
        Sozialindexstufe,
        Field(title="Stufe", description="1 bis 9; je höher, desto größer die Belastung"),
    ]
    schuljahr: Annotated[Schuljahr, Field(title="Schuljahr", description="etwa 2025/26")]
    quelle: Annotated[Zeile | None, Field(title="Quelle")] = None
