"""What a place in a chapter gives a document, and what is said when it leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.exports.concept_document import Absatz, Liste, Tabelle
from macros.exports.word.elements import plain
from macros.model.records import Konzeptabschnitt
from macros.pages.check import check_page
from macros.pages.concept_check import check_concept
from macros.pages.passages import Passagen
from macros.pages.run import Makrolauf
from macros.pages.source import parse_page

from .fixtures_pages import KOPF

if TYPE_CHECKING:
    from macros.exports.concept_document import Teil
    from macros.model.bestand import Bestand
    from macros.pages.source import Seite

KAPITEL = """# Kapitel

## Regeln

Der *erste* Satz mit **Nachdruck** und {{ recht("stgb-203") }}.

- Punkt [eins](index.md)
- Punkt zwei

Grenze
:   Hier endet es.

> **Beispiel:** Das gehört nicht dazu.

> **Wichtig:** Das gehört dazu.

| Wer | Was |
| --- | --- |
| Schule | lädt ein |

{{ standard("qs-s-01") }}

### Darunter

Das gehört nicht mehr dazu.

Ein Satz für sich.
{: #satz-fuer-sich }

## Fragen

1. Wer?
"""


def _page(bestand: Bestand, body: str = KAPITEL) -> tuple[dict[str, Seite], Makrolauf]:
    lauf = Makrolauf(bestand)
    seite = parse_page((KOPF + body).encode(), "kapitel.md", "docs/kapitel.md")
    assert not [b for b in check_page(seite, lauf) if b.stufe.value == "Fehler"]
    return {"kapitel.md": seite}, lauf


def _find(bestand: Bestand, stelle: str, body: str = KAPITEL) -> tuple[Teil, ...]:
    return Passagen(*_page(bestand, body)).finde(stelle)


def test_a_heading_means_all_up_to_the_next_one(bestand: Bestand) -> None:
    first, points, grenze, wichtig, table = _find(bestand, "kapitel#regeln")
    assert isinstance(first, Absatz)
    assert plain(first.text) == "Der erste Satz mit Nachdruck und §\u00a0203 StGB."
    assert [(r.kursiv, r.fett) for r in first.text if not isinstance(r, str)][1:4] == [  # type: ignore[union-attr]
        (True, False),
        (False, False),
        (False, True),
    ]
    assert isinstance(points, Liste)
    assert [plain(p) for p in points.punkte] == ["Punkt eins", "Punkt zwei"]
    assert isinstance(grenze, Absatz)
    assert plain(grenze.text) == "Grenze: Hier endet es."
    assert isinstance(wichtig, Absatz)
    assert plain(wichtig.text) == "Wichtig: Das gehört dazu."
    assert isinstance(table, Tabelle)
    assert table.kopf == ("Wer", "Was")


def test_a_marked_paragraph_means_itself(bestand: Bestand) -> None:
    (satz,) = _find(bestand, "kapitel#satz-fuer-sich")
    assert isinstance(satz, Absatz)
    assert plain(satz.text) == "Ein Satz für sich."


@pytest.mark.parametrize("stelle", ["kapitel#fehlt", "fehlt#regeln"])
def test_a_place_that_is_missing_gives_nothing(bestand: Bestand, stelle: str) -> None:
    assert _find(bestand, stelle) == ()


def test_numbers_stay_numbers_and_the_heading_is_known(bestand: Bestand) -> None:
    passagen = Passagen(*_page(bestand))
    (questions,) = passagen.finde("kapitel#fragen")
    assert isinstance(questions, Liste)
    assert questions.nummern
    assert passagen.ueberschrift("kapitel#fragen") == "Fragen"
    assert passagen.ueberschrift("kapitel#satz-fuer-sich") == ""
    assert set(passagen.hole(["kapitel#fragen", "kapitel#fehlt"])) == {"kapitel#fragen"}


def _section(bestand: Bestand, **changed: object) -> Bestand:
    own = {"kapitel": "kapitel", "bausteine": (), "leitfragen": None, "standards": ()}
    section = bestand.alle(Konzeptabschnitt)[0].model_copy(update=own | changed)
    return replace(bestand, tables={**bestand.tables, Konzeptabschnitt: {section.id: section}})


@pytest.mark.parametrize(
    ("changed", "rule", "message", "remedy"),
    [
        ({"bausteine": ("kapitel#regeln",)}, "", "", ""),
        ({"leitfragen": "kapitel#fragen", "standards": ("qs-s-01",)}, "", "", ""),
        (
            {"bausteine": ("kapitel#regel",)},
            "R-462",
            "Auf der Seite „kapitel“ gibt es den Anker „regel“ nicht.",
            "kapitel#regeln",
        ),
        (
            {"bausteine": ("kapitl#regeln",)},
            "R-462",
            "Die Seite „kapitl“ gibt es nicht.",
            "kapitel#regeln",
        ),
        ({"kapitel": "kapitl"}, "R-462", "Die Seite „kapitl“ gibt es nicht.", "kapitel"),
        (
            {"bausteine": ("kapitel#kapitel",)},
            "R-462",
            "An der Stelle „kapitel#kapitel“ steht kein Text, den eine Schule übernehmen kann.",
            "Den Anker einer Überschrift nennen oder unter den Absatz {: #satz-… } setzen",
        ),
        (
            {"leitfragen": "kapitel#satz-fuer-sich"},
            "R-463",
            "Unter „kapitel#satz-fuer-sich“ steht keine Liste mit Fragen.",
            "Die Überschrift nennen, unter der die Fragen als Liste stehen",
        ),
        ({"standards": ("qs-s-1",)}, "R-464", "Den Standard „qs-s-1“ gibt es nicht.", "qs-s-01"),
        (
            {"standards": ("qs-e-09",)},
            "R-464",
            "Der Standard „QS-E-09“ ist zurückgezogen.",
            "Die Kennung streichen",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_a_fehler(
    bestand: Bestand, changed: dict[str, object], rule: str, message: str, remedy: str
) -> None:
    data = _section(bestand, **changed)
    befunde = list(check_concept(*_page(data), data))
    expected = [("Fehler", rule, message, remedy)] if rule else []
    assert [(b.stufe.value, b.rule, b.message, b.remedy) for b in befunde] == expected
    for befund in befunde:
        assert befund.file == "data/katalog/konzeptabschnitte.yml"
        assert befund.line > 1
