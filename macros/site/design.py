"""What a region looks like: its colours as a style sheet, its logo as a checked file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.files.svg import judge_svg
from macros.model.colours import (
    BODY_CONTRAST,
    DUNKEL,
    HELL,
    band,
    dark_accent,
    dark_band,
    nearest_readable,
    tint,
)
from macros.model.findings import Ort, has_fehler
from macros.site import rules as r

if TYPE_CHECKING:
    from pathlib import Path

    from macros.model.findings import Befund
    from macros.model.records import Region

_FOLDER: Final = "gestaltung"
_HEIGHT: Final = 56
_VIEW_BOX: Final = re.compile(rb'viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')


@dataclass(frozen=True)
class Logo:
    """The logo as the theme shows it.

    Attributes:
        pfad: address below the site's root.
        text: what it says to those who do not see it.
        breite: in CSS pixels at the height of the head.
        hoehe: the height of the head.
        inhalt: the file's bytes.
    """

    pfad: str
    text: str
    breite: int
    hoehe: int
    inhalt: bytes


def colours_css(region: Region) -> str:
    """Return a style sheet with the region's accent in both schemes; empty without one.

    Wide grounds keep the accent where white can be read on it. Links stand in text to read, so
    they take the nearest tone that reaches the contrast of body text.
    """
    design = region.gestaltung
    if design is None or design.akzent is None:
        return ""
    accent = design.akzent.lower()
    light = nearest_readable(accent, HELL, BODY_CONTRAST)
    dark = nearest_readable(design.akzent_dunkel or dark_accent(accent), DUNKEL, BODY_CONTRAST)
    return (
        "@layer tokens {\n"
        f"{_root(light, tint(light, HELL), '#ffffff', band(accent))}"
        "  @media (prefers-color-scheme: dark) {\n"
        f"{_root(dark, tint(dark, DUNKEL), DUNKEL.papier, dark_band(accent))}"
        "  }\n"
        "}\n"
    )


def _root(accent: str, ground: str, on_accent: str, wide: str) -> str:
    values = {"akzent": accent, "akzent-flaeche": ground, "auf-akzent": on_accent, "band": wide}
    tokens = "".join(f" --{name}: {value};" for name, value in values.items())
    return f"  :root {{{tokens} }}\n"


def read_logo(root: Path, region: Region) -> tuple[Logo | None, list[Befund]]:
    """Return the region's logo, or what is wrong with its file.

    Args:
        root: the project's root folder.
        region: the region; without a logo both results are empty.
    """
    if region.gestaltung is None or region.gestaltung.logo is None:
        return None, []
    logo = region.gestaltung.logo
    file = f"data/regionen/{region.id}/{_FOLDER}/{logo.datei}"
    ort = Ort(file)
    path = root / file
    if path.is_symlink() or not path.is_file():
        return None, [r.LOGO.befund(ort, f"Die Datei „{logo.datei}“ fehlt.", f"{file} ablegen")]
    data = path.read_bytes()
    befunde = _judge(data, ort, logo.datei)
    if has_fehler(befunde):
        return None, befunde
    width, height = _size(data)
    shown = round(_HEIGHT * width / height) if height else _HEIGHT
    return Logo(f"assets/region/{logo.datei}", logo.text, shown, _HEIGHT, data), []


def _judge(data: bytes, ort: Ort, name: str) -> list[Befund]:
    if name.endswith(".svg"):
        return list(judge_svg(data, ort, titled=False))
    # Pillow takes longer to load than a region to check.
    from macros.files.images import judge_image

    return list(judge_image(data, ort))


def _size(data: bytes) -> tuple[float, float]:
    """Return width and height of a checked PNG or SVG image; equal where it does not say."""
    if data.startswith(b"\x89PNG"):
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    found = _VIEW_BOX.search(data)
    return (float(found.group(1)), float(found.group(2))) if found else (1, 1)
