"""Names of persons in texts that shall name functions."""

from __future__ import annotations

import re
from typing import Final

# „Frau und Beruf“ names nobody.
_ADDRESSED: Final = re.compile(r"\b(?:Frau|Herrn?|Dr\.|Prof\.)\s+(?!(?:und|oder)\b)\w")


def names_a_person(text: str) -> bool:
    """Tell whether a text addresses somebody by name: „Frau Muster“, „Dr. von Beispiel“."""
    return bool(_ADDRESSED.search(text))
