"""Every row of the five sources can be read on a page, and only because its record is there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import yaml

from .seiten import Satzname, bestand_of, text_of, without

# How many rows each source has.
QUELLEN: Final = {"SO": 25, "WO": 19, "GE": 15, "HE": 19, "BK": 23}


@dataclass(frozen=True)
class Zeile:
    """A row: where it is to be read, in which words, and from which record it comes."""

    id: str
    region: str
    seite: str
    text: str
    satz: Satzname


def _rows() -> list[Zeile]:
    text = (Path(__file__).parent / "zeilen.yml").read_text(encoding="utf-8")
    return [
        Zeile(
            row["zeile"], row["region"], row["seite"], row["text"], Satzname(*row["satz"].split())
        )
        for row in yaml.safe_load(text)
    ]


ZEILEN: Final = _rows()
every_row = pytest.mark.parametrize("zeile", ZEILEN, ids=[zeile.id for zeile in ZEILEN])


@cache
def _shown(region: str, seite: str) -> str:
    return text_of(bestand_of(region), seite)


@every_row
def test_the_row_can_be_read(zeile: Zeile) -> None:
    assert zeile.text in _shown(zeile.region, zeile.seite)


@every_row
def test_without_its_record_the_row_is_gone(zeile: Zeile) -> None:
    poorer = without(bestand_of(zeile.region), zeile.satz)
    assert zeile.text not in text_of(poorer, zeile.seite)


@every_row
def test_the_record_says_where_it_comes_from(zeile: Zeile) -> None:
    record = zeile.satz.of(bestand_of(zeile.region))
    assert record.quelle


def test_no_row_is_missing() -> None:
    wanted = {f"{source}-{n:02d}" for source, count in QUELLEN.items() for n in range(1, count + 1)}
    assert Counter(zeile.id for zeile in ZEILEN) == Counter(wanted)
