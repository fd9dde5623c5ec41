"""Contrast by WCAG, the tones that are proposed, and the rule that refuses what cannot be read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.model.bestand import Bestand
from macros.model.colours import (
    ACCENT_CONTRAST,
    DUNKEL,
    HELL,
    Farbschema,
    band,
    contrast,
    dark_accent,
    dark_band,
    nearest_readable,
    tint,
    worst,
)
from macros.model.records import Region
from macros.model.records.gestaltung import Gestaltung
from macros.model.rules.design import accent_can_be_read
from tests.views.kleinkreis import load

ROOT: Final = Path(__file__).parents[2]
TOKENS: Final = (ROOT / "overrides/assets/css/tokens.css").read_text(encoding="utf-8")
COLOURS: Final = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
    # The grey that everybody knows: the darkest that just fails, the lightest that passes.
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(("schema", "part"), [(HELL, 0), (DUNKEL, 1)])
def test_the_grounds_are_those_of_the_style_sheet(schema: Farbschema, part: int) -> None:
    css = TOKENS.split("prefers-color-scheme: dark")[part]
    for name in ("papier", "flaeche", "tinte"):
        found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", css)
        assert found is not None
        assert found.group(1) == getattr(schema, name)


@pytest.mark.parametrize("part", [0, 1])
def test_the_own_colours_can_be_read_on_every_ground(part: int) -> None:
    css = TOKENS.split("prefers-color-scheme: dark")[part]
    colour = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))
    for name in ("tinte", "akzent", "tinte-leise"):
        for ground in ("papier", "flaeche"):
            assert contrast(colour[name], colour[ground]) >= 7, (name, ground)
    for name in ("gefahr", "achtung", "gut", "akzent"):
        assert contrast(colour[name], colour[f"{name}-flaeche"]) >= 7, name
        assert contrast(colour["tinte"], colour[f"{name}-flaeche"]) >= 7, name
    assert contrast(colour["auf-akzent"], colour["akzent"]) >= 7
    assert contrast(colour["auf-band"], colour["band"]) >= 7
    for ground in ("papier", "flaeche"):
        assert contrast(colour["linie-stark"], colour[ground]) >= 3, ground


@settings(deadline=None, max_examples=30)
@given(COLOURS)
def test_the_proposed_tone_can_always_be_read(colour: str) -> None:
    for schema in (HELL, DUNKEL):
        found = nearest_readable(colour, schema)
        assert worst(found, schema)[0] >= ACCENT_CONTRAST
        assert nearest_readable(found, schema) == found
    assert worst(dark_accent(colour), DUNKEL)[0] >= 7


@settings(deadline=None, max_examples=30)
@given(COLOURS)
def test_white_text_reads_well_on_wide_grounds(colour: str) -> None:
    for ground in (band(colour), dark_band(colour)):
        assert contrast("#ffffff", ground) >= 7


def test_what_can_be_read_stays_as_it_is() -> None:
    assert nearest_readable("#005A7A", HELL) == "#005a7a"
    assert tint("#000000", HELL) != HELL.papier


def _with_design(design: Gestaltung) -> Bestand:
    bestand = load()
    region = bestand.region.model_copy(update={"gestaltung": design})
    return replace(bestand, tables={**bestand.tables, Region: {region.id: region}})


def test_an_accent_that_cannot_be_read_names_the_ratio_and_the_nearest_tone() -> None:
    bestand = _with_design(Gestaltung(akzent="#3ca0d0", akzent_dunkel="#0b4a63"))
    light, dark = accent_can_be_read(bestand.region, bestand)
    assert light.rule == dark.rule == "R-395"
    assert light.message == (
        "Die Farbe „#3ca0d0“ hat auf hellem Grund (#f3f1ec) nur ein Kontrastverhältnis von "
        "2,6 : 1; nötig sind 4,5 : 1."
    )
    assert light.remedy == f'akzent: "{nearest_readable("#3ca0d0", HELL)}"'
    assert "auf dunklem Grund" in dark.message
    assert dark.remedy.startswith('akzent_dunkel: "#')


def test_an_accent_that_can_be_read_is_no_finding() -> None:
    for design in (Gestaltung(), Gestaltung(akzent="#005a7a"), Gestaltung(akzent_dunkel="#93cde6")):
        bestand = _with_design(design)
        assert list(accent_can_be_read(bestand.region, bestand)) == []
