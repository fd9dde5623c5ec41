"""The reports for the office, word for word, and as tables that German Excel opens right.

After a wanted change write the golden files anew with ``GOLDEN_SCHREIBEN=1`` in the environment and
read the difference before you commit it.
"""

from __future__ import annotations

import csv
import io
import os
from functools import cache
from pathlib import Path

import pytest

from macros.exports.csv_files import closing_columns
from macros.exports.distribution_report import distribution_report
from macros.exports.funding_report import funding_report
from macros.exports.mailing_list import mailing_csv, mailing_text
from macros.exports.report_formats import Bericht, Tabelle, as_csv, as_markdown, as_text
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.mailing import Gruppe, Verteiler, mailing
from macros.model.records import Person
from tests.model.golden_region import REGION, SLUG, STICHTAG
from tests.stichtag import STICHTAG as HEUTE

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]


@cache
def load() -> Bestand:
    found = load_region(REGION, SLUG, STICHTAG).bestand
    assert found is not None
    return found


def outputs() -> dict[str, bytes]:
    bestand = load()
    funding, distribution = funding_report(bestand), distribution_report(bestand)
    found = mailing(bestand, Gruppe())
    end = closing_columns(bestand)
    return {
        "zuwendung.txt": as_text(funding).encode(),
        "zuwendung.md": as_markdown(funding).encode(),
        "zuwendung.csv": as_csv(funding.tabellen[0], end),
        "zuwendung-pruefungen.csv": as_csv(funding.tabellen[1], end),
        "verteilung.txt": as_text(distribution).encode(),
        "verteilung.csv": as_csv(distribution.tabellen[0], end),
        "verteiler.txt": mailing_text(found).encode(),
        "verteiler.csv": mailing_csv(found),
    }


@pytest.mark.parametrize("name", sorted(outputs()))
def test_report_reads(name: str) -> None:
    found = outputs()[name]
    path = GOLDEN / name
    if os.environ.get("GOLDEN_SCHREIBEN"):
        path.write_bytes(found)
    assert found == path.read_bytes()


def test_nobody_is_named() -> None:
    everything = b"".join(outputs().values()).decode()
    for person in load().alle(Person):
        assert person.name not in everything
        assert not person.mobil or str(person.mobil) not in everything


def test_a_table_is_safe_and_whole_in_a_spreadsheet() -> None:
    cells = ("=1+1", "+49", "-1", "@x", "\tx", "\rx", "a;b", 'a"b', "zwei\nZeilen", "09911")
    data = as_csv(Tabelle("t", "T", tuple("abcdefghij"), (cells,)), (("Stand", "=x"),))
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    assert head[-1] == "Stand"
    expected = ["'=1+1", "'+49", "'-1", "'@x", "'\tx", "'\rx", *cells[6:], "'=x"]
    assert row == expected


def test_markdown_shows_data_as_it_is() -> None:
    row = ("a|b", "[x](javascript:alert(1)) *fett* <b>")
    text = as_markdown(Bericht("# T_1", (), (Tabelle("t", "T", ("a", "b"), (row,)),)))
    assert "| a\\|b | \\[x\\](javascript:alert(1)) \\*fett\\* \\<b> |" in text
    assert text.startswith("# \\# T\\_1")


def test_sums_are_for_readers_only() -> None:
    table = Tabelle("t", "T", ("a", "b"), (("x", "1"),), frozenset({1}), ("Zusammen", "1"))
    assert "Zusammen" in as_text(Bericht("B", (), (table,)))
    assert b"Zusammen" not in as_csv(table)


def test_a_group_without_members_is_said() -> None:
    assert mailing_text(Verteiler(())) == "Zu dieser Gruppe gehört niemand."


@pytest.mark.parametrize("slug", ["musterkreis", "kreis-soest"])
def test_shipped_regions_report(slug: str) -> None:
    bestand = load_region(ROOT, slug, HEUTE).bestand
    assert bestand is not None
    funding, distribution = funding_report(bestand), distribution_report(bestand)
    assert "Vorführung" in as_text(funding)
    assert "zu prüfen" in as_text(funding).lower()
    names = [row[1] for row in distribution.tabellen[0].zeilen]
    towns = [row[2] for row in distribution.tabellen[0].zeilen]
    assert len(names) == {"musterkreis": 40, "kreis-soest": 107}[slug]
    assert towns == sorted(towns, key=lambda t: t.lower().replace("ü", "u").replace("ö", "o"))
