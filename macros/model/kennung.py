"""Ids of records: what they look like, and the nearest one for any text."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema

from macros.model import value_rules as r
from macros.model.fault import fault, shown

KENNUNG_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
KENNUNG_MAX: Final = 60
_UMLAUTS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"}
)


def kennung_from(text: str) -> str:
    """Return the nearest valid id for a text: „Grundschule Süd“ → ``grundschule-sued``."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_UMLAUTS)).strip("-")
    return plain[:KENNUNG_MAX].strip("-")


def is_kennung(text: str) -> bool:
    """Tell whether a text is an id: lower-case letters, digits and single hyphens."""
    return bool(re.fullmatch(KENNUNG_PATTERN, text)) and len(text) <= KENNUNG_MAX


def check_kennung(text: str) -> str:
    """Return the id if it is one.

    Raises:
        PydanticCustomError: not lower-case letters, digits and single hyphens, or too long.
    """
    if is_kennung(text):
        return text
    if len(text) > KENNUNG_MAX:
        message = f"Die Kennung ist {len(text)} Zeichen lang; höchstens {KENNUNG_MAX} sind erlaubt."
    else:
        message = (
            f"{shown(text)} ist keine gültige Kennung. Erlaubt sind kleine Buchstaben a–z, "
            "Ziffern und einzelne Bindestriche."
        )
    proposal = kennung_from(text)
    raise fault(r.KENNUNG, message, f"id: {proposal}" if proposal else "")


Kennung = Annotated[
    str,
    BeforeValidator(lambda v: check_kennung(v) if isinstance(v, str) else v),
    WithJsonSchema({"type": "string", "pattern": KENNUNG_PATTERN, "maxLength": KENNUNG_MAX}),
]
