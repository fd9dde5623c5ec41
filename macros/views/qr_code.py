"""QR codes as a drawing of their own: one path, no style, no picture file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import segno

# Readers need this much light around the code (ISO/IEC 18004).
_BORDER: Final = 4


@dataclass(frozen=True)
class QrCode:
    """A QR code.

    Attributes:
        ziel: the address it leads to.
        groesse: width and height of the drawing, the border included.
        pfad: the dark fields as the ``d`` of an SVG path.
    """

    ziel: str
    groesse: int
    pfad: str


@lru_cache(maxsize=64)
def qr_code(ziel: str) -> QrCode:
    """Return the QR code of an address; a quarter of it may be dirty or torn.

    Args:
        ziel: the address.
    """
    code = segno.make_qr(ziel, error="q")
    rows = [list(row) for row in code.matrix]
    runs: list[str] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = next((n for n, dark in enumerate(row[x:]) if not dark), len(row) - x)
            if length:
                runs.append(f"M{x + _BORDER} {y + _BORDER}h{length}v1h-{length}z")
            x += length or 1
    return QrCode(ziel, len(rows) + 2 * _BORDER, "".join(runs))
