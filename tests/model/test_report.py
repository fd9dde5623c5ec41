"""Findings as text, JSON and annotations."""

from __future__ import annotations

import json

from macros.model.findings import Befund, Ort, Regel, Stufe, has_fehler, sorted_befunde
from macros.model.report import format_befund, format_github, format_json, format_text, summary

REGEL = Regel("R-900", Stufe.FEHLER, "Titel", "Warum", "falsch", "a: 1\nb: 2")


def befund(line: int = 3, stufe: Stufe = Stufe.FEHLER, message: str = "Falsch.") -> Befund:
    return REGEL.befund(Ort("data/x.yml", line, 5), message, "So: richtig", stufe=stufe)


def test_text_of_a_finding() -> None:
    assert format_befund(befund()) == (
        "FEHLER R-900 · data/x.yml, Zeile 3, Spalte 5\n  Falsch.\n  So geht's: So: richtig"
    )


def test_a_remedy_of_several_lines_is_indented() -> None:
    shown = format_befund(REGEL.befund(Ort("x.yml"), "Falsch."))
    assert shown.endswith("  So geht's: a: 1\n              b: 2")


def test_summary_counts_in_german() -> None:
    some = [befund(n, stufe) for n, stufe in enumerate((Stufe.FEHLER, *[Stufe.WARNUNG] * 2))]
    assert summary(some) == "1 Fehler, 2 Warnungen."
    assert summary([befund(1), befund(2)]) == "2 Fehler."
    assert summary([befund(1, Stufe.HINWEIS)]) == "1 Hinweis."
    assert summary([]) == "Alles in Ordnung: keine Befunde."
    assert format_text([]) == "Alles in Ordnung: keine Befunde."
    assert format_text([befund()]).endswith("\n\n1 Fehler.")


def test_json_holds_every_field() -> None:
    (shown,) = json.loads(format_json([befund(message="Ümläut „x“")]))
    assert shown == {
        "stufe": "Fehler",
        "file": "data/x.yml",
        "line": 3,
        "column": 5,
        "path": "",
        "rule": "R-900",
        "message": "Ümläut „x“",
        "remedy": "So: richtig",
    }
    assert json.loads(format_json([])) == []


def test_annotations_cannot_be_broken_out_of() -> None:
    hostile = Befund(
        Stufe.WARNUNG, "a,b:c\n.yml", 1, 2, "", "R-1", "100 %\n::error::x\r", "zwei\nZeilen"
    )
    (line,) = format_github([hostile]).splitlines()
    assert line == (
        "::warning file=a%2Cb%3Ac%0A.yml,line=1,col=2,title=Warnung R-1::"
        "100 %25%0A::error::x%0D%0ASo geht’s: zwei%0AZeilen"
    )
    levels = [format_github([befund(1, stufe)]).split(" ")[0] for stufe in Stufe]
    assert levels == ["::error", "::warning", "::notice"]


def test_findings_are_sorted_by_place_and_told_once() -> None:
    first, second = befund(1), befund(2)
    hint = befund(1, Stufe.HINWEIS)
    assert sorted_befunde([second, hint, first, second]) == [first, hint, second]
    assert has_fehler([hint, first])
    assert not has_fehler([hint])
