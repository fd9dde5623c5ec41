"""UTM coordinates of the official lists become degrees in WGS 84, or are refused with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import utm

# Where a school in Nordrhein-Westfalen can stand; a little wider than the Land's outermost points
# (50.32 to 52.53 degrees north, 5.87 to 9.46 degrees east).
_NORTH: Final = (50.2, 52.7)
_EAST: Final = (5.7, 9.7)
_NONE: Final = frozenset({"", "null", "none", "0", "-"})


@dataclass(frozen=True)
class Lage:
    """A position, ready for the record.

    Attributes:
        breite: latitude in degrees with six decimals.
        laenge: longitude likewise.
        ergaenzt: the source named no coordinate system and zone 32 was taken.
    """

    breite: str
    laenge: str
    ergaenzt: bool = False


class LageError(ValueError):
    """The coordinates cannot be used; the text says why, in German."""


def position(epsg: str, rechtswert: str, hochwert: str) -> Lage | None:
    """Return the position of a school.

    EPSG:25832 and EPSG:25833 are ETRS89 in UTM zones 32 and 33; ETRS89 and WGS 84 differ by less
    than a metre, which no map of schools shows. Where the source names no system („null“), zone
    32 is taken: it is the official one of the whole Land, and the result still has to lie in it.

    Args:
        epsg: the coordinate system as the source names it.
        rechtswert: easting in metres, with or without the zone in front.
        hochwert: northing in metres.

    Returns:
        The position, or None if the source gives none.

    Raises:
        LageError: the values cannot be a place in the Land.
    """
    if rechtswert.lower() in _NONE and hochwert.lower() in _NONE:
        return None
    east, north = _metres(rechtswert), _metres(hochwert)
    if east is None or north is None:
        raise LageError(f"„{rechtswert}“ und „{hochwert}“ sind keine Koordinaten in Metern.")
    zone = _zone(epsg)
    if zone is None:
        raise LageError(f"Das Koordinatensystem „{epsg}“ ist nicht bekannt.")
    prefix, east = divmod(east, 1_000_000)
    if prefix not in (0, zone or 32) or not 100_000 <= east < 900_000:
        raise LageError(_why(rechtswert, hochwert))
    if not 5_000_000 <= north < 6_500_000:
        raise LageError(_why(rechtswert, hochwert))
    breite, laenge = utm.to_latlon(east, north, zone or 32, northern=True)
    if not (_NORTH[0] <= breite <= _NORTH[1] and _EAST[0] <= laenge <= _EAST[1]):
        raise LageError(
            f"Rechtswert {rechtswert} und Hochwert {hochwert} liegen außerhalb von "
            "Nordrhein-Westfalen."
        )
    return Lage(f"{breite:.6f}", f"{laenge:.6f}", ergaenzt=zone == 0)


def _zone(epsg: str) -> int | None:
    """Return the UTM zone, 0 where the source names no system, None for an unknown one."""
    if epsg.lower() in _NONE:
        return 0
    found = re.fullmatch(r"(?:EPSG:?\s*)?(258|326)(32|33)", epsg, re.IGNORECASE)
    return int(found.group(2)) if found else None


def _metres(text: str) -> float | None:
    plain = text.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,9}(\.\d{1,4})?", plain, re.ASCII) else None


def _why(rechtswert: str, hochwert: str) -> str:
    east, north = _metres(rechtswert) or 0, _metres(hochwert) or 0
    if north < 1_000_000 <= east:
        return f"Rechtswert {rechtswert} und Hochwert {hochwert} sind vertauscht."
    return f"Rechtswert {rechtswert} und Hochwert {hochwert} können nicht stimmen."
