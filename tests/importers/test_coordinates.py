"""UTM values become degrees, and impossible ones are refused with a reason."""

from __future__ import annotations

import pytest

from macros.importers.coordinates import Lage, LageError, position


@pytest.mark.parametrize(
    ("epsg", "east", "north", "assumed"),
    [
        ("EPSG:25832", "453720", "5712329", False),
        ("25832", "453720.0", "5712329,0", False),
        ("EPSG:32632", "453720", "5712329", False),
        ("EPSG:25832", "32453720", "5712329", False),
        ("null", "453720", "5712329", True),
        ("", "453720", "5712329", True),
    ],
)
def test_position_in_zone_32(epsg: str, east: str, north: str, assumed: bool) -> None:
    # the degrees come from another program (PROJ)
    assert position(epsg, east, north) == Lage("51.560142", "8.332381", assumed)


def test_position_in_zone_33_is_the_same_place() -> None:
    in_33 = position("EPSG:25833", "111002.089", "5714756.731")
    in_32 = position("EPSG:25832", "527795.417", "5699944.404")
    assert in_33 is not None
    assert in_32 is not None
    assert (in_33.breite, in_33.laenge) == ("51.450000", "9.400000")
    assert float(in_32.breite) == pytest.approx(51.45, abs=1e-5)
    assert float(in_32.laenge) == pytest.approx(9.4, abs=1e-5)


@pytest.mark.parametrize("value", ["", "null", "0"])
def test_no_values_are_no_position(value: str) -> None:
    assert position("EPSG:25832", value, value) is None


@pytest.mark.parametrize(
    ("epsg", "east", "north", "words"),
    [
        ("EPSG:25832", "5712329", "453720", "vertauscht"),
        ("EPSG:25832", "853720", "5712329", "außerhalb"),
        ("EPSG:25832", "453720", "5312329", "außerhalb"),
        ("null", "453720", "6912329", "können nicht stimmen"),
        ("EPSG:25832", "33453720", "5712329", "können nicht stimmen"),
        ("EPSG:25832", "53720", "5712329", "können nicht stimmen"),
        ("EPSG:25832", "Weg 1", "5712329", "keine Koordinaten"),
        ("EPSG:25832", "", "5712329", "keine Koordinaten"),
        ("EPSG:4326", "8.33", "51.56", "nicht bekannt"),
        ("EPSG:31467", "3453720", "5712329", "nicht bekannt"),
    ],
)
def test_impossible_values_are_refused(epsg: str, east: str, north: str, words: str) -> None:
    with pytest.raises(LageError, match=words):
        position(epsg, east, north)
