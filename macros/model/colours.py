"""Colours as people see them: contrast by WCAG, and the nearest tone that can still be read."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ACCENT_CONTRAST: Final = 4.5
"""What a region's accent must reach on every ground it stands on: WCAG 1.4.3."""
BODY_CONTRAST: Final = 7.0
"""What text to read reaches, links in it too: WCAG 1.4.6."""
_CALM: Final = 0.55
_STEPS: Final = 200


@dataclass(frozen=True)
class Farbschema:
    """The grounds and the text of one colour scheme, as ``tokens.css`` has them."""

    papier: str
    flaeche: str
    tinte: str


HELL: Final = Farbschema("#fdfcfa", "#f3f1ec", "#1b2227")
DUNKEL: Final = Farbschema("#14191c", "#1d2428", "#ebe9e4")
# So much of the accent is in the ground that belongs to it.
_TINT: Final = {HELL: 0.10, DUNKEL: 0.16}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2.x, from 1 to 21.

    Args:
        one: ``#rrggbb``.
        other: ``#rrggbb``.
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tint(accent: str, schema: Farbschema) -> str:
    """Return the quiet ground that goes with an accent.

    Args:
        accent: ``#rrggbb``.
        schema: the scheme whose paper is tinted.
    """
    share = _TINT[schema]
    pairs = zip(_channels(accent), _channels(schema.papier), strict=True)
    return _hex(*(a * share + p * (1 - share) for a, p in pairs))


def worst(accent: str, schema: Farbschema) -> tuple[float, str]:
    """Return the lowest contrast an accent has on a ground it stands on, and that ground.

    Args:
        accent: ``#rrggbb``.
        schema: the scheme it is used in.
    """
    grounds = (schema.papier, schema.flaeche, tint(accent, schema))
    return min((contrast(accent, ground), ground) for ground in grounds)


def nearest_readable(accent: str, schema: Farbschema, ratio: float = ACCENT_CONTRAST) -> str:
    """Return the tone of the same hue nearest to an accent that can be read in a scheme.

    Args:
        accent: ``#rrggbb``; returned as it is when it can be read.
        schema: the scheme it is used in.
        ratio: the contrast it must reach on every ground.
    """
    if worst(accent, schema)[0] >= ratio:
        return accent.lower()
    hue, lightness, saturation = _hue(accent)
    target = 0.0 if schema is HELL else 1.0
    tones = (lightness + (target - lightness) * step / _STEPS for step in range(_STEPS + 1))
    return _first(
        (_tone(hue, tone, saturation) for tone in tones),
        lambda tone: worst(tone, schema)[0] >= ratio,
    )


def band(accent: str) -> str:
    """Return the accent itself or the nearest darker tone on which white text reads well.

    Args:
        accent: ``#rrggbb``.
    """
    hue, lightness, saturation = _hue(accent)
    darker = (_tone(hue, lightness * (1 - step / _STEPS), saturation) for step in range(1, _STEPS))
    return _first([accent.lower(), *darker], _bears_white)


def dark_band(accent: str) -> str:
    """Return a dark, calm tone of an accent's hue for wide grounds of the dark scheme.

    Args:
        accent: ``#rrggbb``.
    """
    hue, lightness, saturation = _hue(accent)
    start = min(lightness, 0.22)
    darker = (
        _tone(hue, start * (1 - step / _STEPS), min(saturation, _CALM)) for step in range(_STEPS)
    )
    return _first(darker, _bears_white)


def dark_accent(accent: str) -> str:
    """Return a light, calm tone of an accent's hue for links of the dark scheme.

    Args:
        accent: ``#rrggbb``.
    """
    hue, _, saturation = _hue(accent)
    lighter = (
        _tone(hue, 0.6 + 0.4 * step / _STEPS, min(saturation, _CALM)) for step in range(_STEPS + 1)
    )
    return _first(lighter, lambda tone: worst(tone, DUNKEL)[0] >= BODY_CONTRAST)


def _bears_white(ground: str) -> bool:
    return contrast("#ffffff", ground) >= BODY_CONTRAST


def _first(tones: Iterable[str], fits: Callable[[str], bool]) -> str:
    """Return the first tone that fits; each row of tones ends in black or white, which does."""
    return next(tone for tone in tones if fits(tone))


def _hue(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(c / 255 for c in _channels(colour)))


def _tone(hue: float, lightness: float, saturation: float) -> str:
    return _hex(*(c * 255 for c in colorsys.hls_to_rgb(hue, lightness, saturation)))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(min(max(c, 0), 255)):02x}" for c in (red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(c / 255) for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
