"""How a region shows itself: its colour and its logo."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.record import Teil
from macros.model.values import Zeile

FARBE_PATTERN: Final = r"^#[0-9a-fA-F]{6}$"
LOGO_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|png)$"


def _farbe(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(FARBE_PATTERN, value, re.ASCII):
        return value
    short = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value.strip(), re.ASCII)
    digits = short.group(1) if short else ""
    full = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    raise fault(
        r.FARBE,
        f"{shown(value)} ist keine Farbe. Erwartet werden # und sechs Zeichen aus 0–9 und a–f.",
        f'"#{full.lower()}"' if full else "",
    )


def _logo(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(LOGO_PATTERN, value, re.ASCII):
        return value
    raise fault(
        r.LOGO_NAME,
        f"{shown(value)} ist kein Name einer Bilddatei im Ordner „gestaltung“ der Region. Möglich "
        "sind .svg und .png, mit kleinen Buchstaben, Ziffern und Bindestrichen.",
    )


Farbe = Annotated[
    str, BeforeValidator(_farbe), WithJsonSchema({"type": "string", "pattern": FARBE_PATTERN})
]
Logodatei = Annotated[
    str, BeforeValidator(_logo), WithJsonSchema({"type": "string", "pattern": LOGO_PATTERN})
]


class Logo(Teil):
    """The picture beside the title."""

    datei: Annotated[
        Logodatei,
        Field(title="Datei", description="im Ordner gestaltung der Region, .svg oder .png"),
    ]
    text: Annotated[Zeile, Field(title="Text statt des Bildes", description="etwa Wappen der …")]


class Gestaltung(Teil):
    """Colour and logo; without them the site shows those of the Rahmenkonzept."""

    akzent: Annotated[
        Farbe | None, Field(title="Akzentfarbe", description="für Links und Flächen, hell")
    ] = None
    akzent_dunkel: Annotated[
        Farbe | None,
        Field(title="Akzentfarbe dunkel", description="ohne Angabe aus der hellen berechnet"),
    ] = None
    logo: Annotated[Logo | None, Field(title="Logo")] = None
