"""Pages that projects and tasks name: each is there, or its author learns which one was meant."""

from __future__ import annotations

from macros.model.records import Aufgabe, Vorhaben
from macros.pages.page_references import check_page_references
from tests.musterkreis import musterkreis


def _pages() -> set[str]:
    """Return all pages that the Musterkreis names."""
    bestand = musterkreis()
    pillars = (e for v in bestand.alle(Vorhaben) for e in v.eckpfeiler)
    named = [s.seite for e in pillars for s in e.kapitel]
    named += [s.seite for a in bestand.alle(Aufgabe) for s in a.seiten]
    return {f"{seite}.md" for seite in named}


def test_pages_that_are_there_are_fine() -> None:
    assert list(check_page_references(_pages(), musterkreis())) == []


def test_a_missing_chapter_is_a_fehler_with_the_nearest_one() -> None:
    pages = (_pages() - {"kooperation/jugendamt.md"}) | {"kooperation/jugendaemter.md"}
    (befund,) = check_page_references(pages, musterkreis())
    assert (befund.rule, befund.stufe.value) == ("R-595", "Fehler")
    assert befund.file == "data/regionen/musterkreis/bestand/vorhaben.yml"
    assert befund.path == "rahmenkonzept.eckpfeiler.2.kapitel.0.seite"
    assert "„kooperation/jugendamt“ gibt es nicht" in befund.message
    assert befund.remedy == "seite: kooperation/jugendaemter"


def test_a_missing_page_of_a_task_is_told_at_its_line() -> None:
    (befund,) = check_page_references(_pages() - {"service/termine.md"}, musterkreis())
    assert befund.path == "vernetzen.seiten.0.seite"
    assert befund.line > 1
