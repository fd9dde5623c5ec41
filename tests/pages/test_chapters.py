"""Chapters: what each must have, and what holds among them; each rule is seen broken and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from macros.model.records import Quelle, Standard
from macros.pages.chapters import check_chapter, check_neighbours, check_numbers, check_standards
from macros.pages.check import check_page
from macros.pages.run import Makrolauf
from macros.pages.source import Seite, parse_page

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

HEAD: Final = """---
title: Eltern
description: Ein Satz.
art: wortlaut
kapitel: "3.4"
bindung: verbindlich
stand: "2026-11-22"
quellen: [projekt]
siehe: [aufgaben/beratung.md]
---

"""
BODY: Final = """# Eltern

Eltern sind Partner. Schulen laden sie ein.

## Ablauf

Ein Satz.

## Was das für Sie heißt

### Für Schulen

- Eins

### Für Fachkräfte

- Zwei

### Für Träger

- Drei
"""


def chapter(text: str, bestand: Bestand, uri: str = "aufgaben/eltern.md") -> Seite:
    """Return a chapter as the check leaves it."""
    seite = parse_page(text.encode(), uri, f"docs/{uri}")
    assert seite.befunde == []
    list(check_page(seite, Makrolauf(bestand)))
    return seite


def rules(seite: Seite, bestand: Bestand) -> list[tuple[str, int]]:
    return [(b.rule, b.line) for b in check_chapter(seite, bestand)]


def test_a_sound_chapter_has_no_findings(bestand: Bestand) -> None:
    assert rules(chapter(HEAD + BODY, bestand), bestand) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("bindung: verbindlich\n", "", ("R-432", 2)),
        ('stand: "2026-11-22"\n', "", ("R-432", 2)),
        ("quellen: [projekt]\n", "", ("R-432", 2)),
        ("siehe: [aufgaben/beratung.md]\n", "", ("R-432", 2)),
        ("siehe: [aufgaben/beratung.md]", "siehe: []", ("R-432", 2)),
        ("Eltern sind Partner. Schulen", "Schulen", ("R-433", 14)),
        ("laden sie ein.", "laden sie ein. Das ist alles.", ("R-433", 14)),
        ("Eltern sind Partner. Schulen laden sie ein.\n\n", "", ("R-433", 1)),
        ("### Für Träger\n\n- Drei\n", "", ("R-434", 20)),
        ("### Für Schulen", "### Für alle", ("R-434", 20)),
        ("quellen: [projekt]", "quellen: [projket]", ("R-435", 8)),
    ],
)
def test_a_broken_chapter_is_told(
    old: str, new: str, expected: tuple[str, int], bestand: Bestand
) -> None:
    text = HEAD + BODY
    assert old in text
    found = rules(chapter(text.replace(old, new, 1), bestand), bestand)
    assert [rule for rule, _ in found] == [expected[0]]
    if expected[0] != "R-433" or new:
        assert found == [expected]


def test_an_abbreviation_does_not_end_the_first_sentence(bestand: Bestand) -> None:
    text = HEAD + BODY.replace("sind Partner", "sind z.\u00a0B. Partner, Nr. 6, „Chefs.“")
    assert rules(chapter(text, bestand), bestand) == []


def test_a_page_without_a_number_is_no_chapter(bestand: Bestand) -> None:
    head = HEAD.replace('kapitel: "3.4"\nbindung: verbindlich\n', "")
    assert rules(chapter(head + "# Eltern\n", bestand), bestand) == []


def test_a_source_of_a_page_that_is_no_chapter_exists_too(bestand: Bestand) -> None:
    head = HEAD.replace('kapitel: "3.4"\n', "").replace("[projekt]", "[nirgends-genannt]")
    assert rules(chapter(head + "# Eltern\n", bestand), bestand) == [("R-435", 7)]


def test_neighbours_are_pages(bestand: Bestand) -> None:
    seite = chapter(HEAD + BODY, bestand)
    assert list(check_neighbours({seite.uri: seite}, ["aufgaben/beratung.md"])) == []
    (befund,) = check_neighbours({seite.uri: seite}, ["aufgaben/beratungen.md"])
    assert (befund.rule, befund.line, befund.column) == ("R-436", 9, 9)
    assert befund.remedy == "aufgaben/beratungen.md"
    itself = chapter(HEAD.replace("beratung.md", "eltern.md") + BODY, bestand)
    (befund,) = check_neighbours({itself.uri: itself}, [itself.uri])
    assert "sich selbst" in befund.message


def test_numbers_are_given_once(bestand: Bestand) -> None:
    one = chapter(HEAD + BODY, bestand)
    two = chapter(HEAD + BODY, bestand, "aufgaben/zweite.md")
    (befund,) = check_numbers({one.uri: one, two.uri: two})
    assert (befund.rule, befund.file) == ("R-438", "docs/aufgaben/zweite.md")
    assert "aufgaben/eltern.md" in befund.message
    assert list(check_numbers({one.uri: one})) == []


def with_one_standard(bestand: Bestand, kapitel: str) -> Bestand:
    standard = bestand.alle(Standard)[0].model_copy(update={"kapitel": kapitel})
    return replace(bestand, tables={**bestand.tables, Standard: {standard.id: standard}})


CALL: Final = '\n\n{{ standard("qs-s-01") }}\n'


@pytest.mark.parametrize(
    ("kapitel", "here", "elsewhere", "expected"),
    [
        ("aufgaben/eltern", 1, 0, []),
        ("aufgaben/eltern", 0, 0, ["fehlt im Kapitel"]),
        ("aufgaben/eltern", 2, 0, ["steht schon im Kapitel"]),
        ("aufgaben/eltern", 1, 1, ["steht schon im Kapitel"]),
        ("aufgaben/elten", 0, 0, ["die Seite gibt es nicht"]),
    ],
)
def test_a_standard_stands_in_its_chapter(
    kapitel: str, here: int, elsewhere: int, expected: list[str], bestand: Bestand
) -> None:
    small = with_one_standard(bestand, kapitel)
    one = chapter(HEAD + BODY + CALL * here, small)
    two = chapter(HEAD + BODY + CALL * elsewhere, small, "aufgaben/zweite.md")
    found = list(check_standards({one.uri: one, two.uri: two}, small))
    assert [b.rule for b in found] == ["R-437"] * len(expected)
    assert all(part in b.message for part, b in zip(expected, found, strict=True))
    if elsewhere:
        assert found[0].file == "docs/aufgaben/zweite.md"


def test_a_retired_standard_needs_no_chapter(bestand: Bestand) -> None:
    retired = [s for s in bestand.alle(Standard) if s.zurueckgezogen is not None]
    assert retired
    small = replace(bestand, tables={**bestand.tables, Standard: {s.id: s for s in retired}})
    assert list(check_standards({}, small)) == []


@pytest.mark.parametrize(
    ("line", "rule", "part"),
    [
        ('kapitel: "drei"', "R-402", "keine Nummer"),
        ("bindung: verbindlic", "R-402", "verbindlich, anzupassen und information"),
        ('stand: "2026-02-30"', "R-114", "kein Datum"),
        ("sprache: schwer", "R-402", "leicht"),
        ("quellen: projekt", "R-402", "Liste"),
        ("quellen: [Projekt A]", "R-402", "keine Kennung"),
        ("siehe: [../x.md]", "R-402", "kein Pfad"),
        ("siehe: [a.md, a.md]", "R-402", "zweimal"),
        ("siehe: [[a.md]]", "R-402", "Liste"),
    ],
)
def test_fields_of_the_head_are_read_strictly(line: str, rule: str, part: str) -> None:
    head = f"---\ntitle: T\ndescription: D.\nart: wortlaut\n{line}\n---\n\nText\n"
    befunde = parse_page(head.encode(), "a.md", "docs/a.md").befunde
    assert [b.line for b in befunde] == [5]
    assert part in befunde[0].message
    assert befunde[0].rule == rule
    assert befunde[0].remedy


def test_the_sources_of_the_project_are_complete(bestand: Bestand) -> None:
    assert {"projekt", "sgb8-gesetzestext"} <= {quelle.id for quelle in bestand.alle(Quelle)}
