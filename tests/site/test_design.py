"""The region's colours become a style sheet, its logo a checked file."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from macros.model.colours import BODY_CONTRAST, DUNKEL, HELL, contrast, nearest_readable, worst
from macros.model.records import Region
from macros.model.records.gestaltung import Gestaltung, Logo
from macros.site.design import colours_css, read_logo
from tests.views.kleinkreis import load

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 112"><title>Z</title>{}</svg>'


def _region(design: Gestaltung | None) -> Region:
    return load().region.model_copy(update={"gestaltung": design})


def _logo(folder: Path, name: str, content: bytes) -> Region:
    region = _region(Gestaltung(logo=Logo(datei=name, text="Wappen")))
    place = folder / "data/regionen" / region.id / "gestaltung"
    place.mkdir(parents=True)
    (place / name).write_bytes(content)
    return region


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4)
        return len(data).to_bytes(4) + kind + data + check

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 2, 0, 0, 0])
    rows = zlib.compress((b"\0" + b"\x10\x20\x30" * width) * height)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_no_accent_no_style_sheet() -> None:
    assert colours_css(_region(None)) == ""
    assert colours_css(_region(Gestaltung())) == ""


@pytest.mark.parametrize("accent", ["#005a7a", "#8a1538", "#0b5345", "#0066b3", "#000000"])
def test_an_accent_gives_readable_colours_for_both_schemes(accent: str) -> None:
    css = colours_css(_region(Gestaltung(akzent=accent)))
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
        for part in css.split("prefers-color-scheme: dark")
    )
    assert light["akzent"] == nearest_readable(accent, HELL, BODY_CONTRAST)
    for colours, schema in ((light, HELL), (dark, DUNKEL)):
        assert worst(colours["akzent"], schema)[0] >= 7
        assert contrast(colours["akzent"], colours["akzent-flaeche"]) >= 7
        assert contrast(colours["auf-akzent"], colours["akzent"]) >= 7
        assert contrast("#ffffff", colours["band"]) >= 7
        assert contrast(schema.tinte, colours["akzent-flaeche"]) >= 7


def test_an_accent_that_text_can_bear_stays_as_it_is() -> None:
    assert "--akzent: #0b5345;" in colours_css(_region(Gestaltung(akzent="#0b5345")))


def test_the_named_dark_accent_is_used() -> None:
    css = colours_css(_region(Gestaltung(akzent="#005a7a", akzent_dunkel="#FFCC00")))
    assert "--akzent: #ffcc00;" in css


def test_a_logo_keeps_its_proportions(tmp_path: Path) -> None:
    logo, befunde = read_logo(tmp_path, _logo(tmp_path, "wappen.svg", SVG.format("").encode()))
    assert befunde == []
    assert logo is not None
    assert (logo.pfad, logo.breite, logo.hoehe) == ("assets/region/wappen.svg", 48, 56)


def test_a_png_logo_keeps_its_proportions(tmp_path: Path) -> None:
    logo, befunde = read_logo(tmp_path, _logo(tmp_path, "logo.png", _png(200, 100)))
    assert befunde == []
    assert logo is not None
    assert (logo.breite, logo.hoehe) == (112, 56)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wappen.svg", SVG.format("<script>alert(1)</script>").encode()),
        ("wappen.svg", SVG.format('<image href="https://fremd.example.org/x.png"/>').encode()),
        ("wappen.svg", b"kein Bild"),
        ("logo.png", b"kein Bild"),
    ],
)
def test_an_unsafe_logo_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    logo, befunde = read_logo(tmp_path, _logo(tmp_path, name, content))
    assert logo is None
    assert befunde
    assert befunde[0].file == f"data/regionen/kleinkreis/gestaltung/{name}"


def test_a_missing_logo_says_where_to_put_it(tmp_path: Path) -> None:
    region = _region(Gestaltung(logo=Logo(datei="wappen.svg", text="Wappen")))
    logo, befunde = read_logo(tmp_path, region)
    assert logo is None
    assert [(b.rule, b.message, b.remedy) for b in befunde] == [
        (
            "R-741",
            "Die Datei „wappen.svg“ fehlt.",
            "data/regionen/kleinkreis/gestaltung/wappen.svg ablegen",
        )
    ]
