"""The files of a new region: complete and valid, with every gap named instead of filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.templating import TEMPLATES, environment
from macros.model.records.region import Regionsart

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Environment

    from macros.model.records.region import Land

_BESTAND: Final = ("gemeinden", "kontakte", "organisationen")
_TITLE: Final = re.compile(r"^(?:Kreisfreie |Große )?(?:Hanse|Kreis|Landeshaupt)?[Ss]tadt (?=\S)")
_FEMININE: Final = re.compile(r"^(?:Städter|R)egion\b")
# „Märkischer Kreis“, „Oberbergischer Kreis“.
_ADJECTIVE: Final = re.compile(r"(?<=sch)er(?= (?:Land)?[Kk]reis\b)")


@dataclass(frozen=True)
class NeueRegion:
    """What is known about a region on its first day.

    Attributes:
        slug: name of its folder.
        name: as people call it: Kreis Soest.
        im_satz: as it stands in a sentence: im Kreis Soest.
        art: Kreis or Stadt.
        land: whose law applies.
        ags: official key of the Kreis or town, where it is known.
    """

    slug: str
    name: str
    im_satz: str
    art: Regionsart
    land: Land
    ags: str = ""


def in_sentence(name: str, art: Regionsart) -> str:
    """Return how a region stands in a sentence, as far as its name tells.

    Args:
        name: „Kreis Soest“, „Märkischer Kreis“, „Region Hannover“, „Stadt Herne“.
        art: Kreis or Stadt.
    """
    if art is Regionsart.STADT:
        return f"in {town(name)}"
    if _FEMININE.match(name):
        return f"in der {name}"
    return f"im {_ADJECTIVE.sub('en', name)}"


def town(name: str) -> str:
    """Return the bare name of a town: „Stadt Herne“ → „Herne“."""
    return _TITLE.sub("", name)


def region_files(neu: NeueRegion, stichtag: date) -> dict[str, str]:
    """Return the texts of a region's files.

    Args:
        neu: what is known.
        stichtag: the day it is made.

    Returns:
        Text by path below the region's folder.
    """
    values = {
        "slug": neu.slug,
        "name": neu.name,
        "im_satz": neu.im_satz,
        "art": neu.art.value,
        "land": neu.land.value,
        "ags": neu.ags,
        "ort": town(neu.name),
        "amt": "verwaltung",
        "stichtag": stichtag.isoformat(),
    }
    templates = _templates()

    def text(name: str) -> str:
        return templates.get_template(f"{name}.yml.j2").render(values)

    return {"region.yml": text("region"), **{f"bestand/{n}.yml": text(n) for n in _BESTAND}}


def _templates() -> Environment:
    made = environment(TEMPLATES / "neu", markup=False)
    made.filters["yaml"] = _quoted
    return made


def _quoted(value: str) -> str:
    """Quote a text of one line; within single quotes a backslash means nothing else."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
