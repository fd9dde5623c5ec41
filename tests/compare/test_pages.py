"""The pages that compare: made from data, as many as there are pairs, hostile text stays text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.history.wordings import read_wordings
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.wordings import ENTWURF, Wortlaute
from macros.pages.check import check_page
from macros.pages.comparisons import comparison_pages, comparison_uris
from macros.pages.run import Makrolauf
from macros.site.search_file import without_comparisons
from macros.views.ansicht import Ansicht
from macros.views.errors import MakroFehler
from macros.views.registry import call
from tests.stichtag import STICHTAG

from .states import page, wording

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    found = load_region(ROOT, "musterkreis", STICHTAG).bestand
    assert found is not None
    return replace(found, wortlaute=read_wordings(ROOT, found))


def test_there_is_a_page_for_each_pair(bestand: Bestand) -> None:
    pages = comparison_pages(bestand)
    assert {p.uri for p in pages} == comparison_uris(bestand)
    assert "service/fassungen/2025.1-2026.1.md" in comparison_uris(bestand)
    assert f"service/fassungen/2026.2-{ENTWURF}.md" in comparison_uris(bestand)
    lauf = Makrolauf(bestand)
    for seite in pages:
        assert seite.befunde == []
        assert list(check_page(seite, lauf)) == []


def test_without_wordings_there_are_no_pages(bestand: Bestand) -> None:
    bare = replace(bestand, wortlaute=Wortlaute())
    assert comparison_pages(bare) == []
    view = Ansicht(bare, "../")
    assert "gibt es nur die Fassung 2026.2" in call(view, "vergleiche", (), {}).html
    assert "nicht mit der Fassung 2026.2 vergleichen" in call(view, "beratung", (), {}).html


def test_a_region_without_fassungen_is_told_kindly(bestand: Bestand) -> None:
    region = bestand.region.model_copy(update={"fassungen": ()})
    tables = {**bestand.tables, type(region): {region.id: region}}
    view = Ansicht(replace(bestand, tables=tables, wortlaute=Wortlaute()), "../")
    assert "noch nicht beschlossen" in call(view, "vergleiche", (), {}).html
    assert "noch nicht beschlossen" in call(view, "beratung", (), {}).html


def test_a_draft_like_the_fassung_in_force_says_so(bestand: Bestand) -> None:
    staende = bestand.wortlaute.fassungen
    same = replace(staende[-1], name=ENTWURF)
    view = Ansicht(replace(bestand, wortlaute=Wortlaute((*staende, same))), "../")
    assert "Zurzeit wird nichts beraten" in call(view, "beratung", (), {}).html


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("2025.1", "2031.1", "standards"), "Zu „2031.1“ liegt kein Wortlaut vor."),
        (("2025.1", "2025.2", "alles"), "„alles“ ist kein Teil eines Vergleichs."),
    ],
)
def test_a_wrong_call_says_what_to_mend(
    bestand: Bestand, args: tuple[str, ...], message: str
) -> None:
    with pytest.raises(MakroFehler) as caught:
        call(Ansicht(bestand, ""), "vergleich", args, {})
    assert caught.value.message == message


def test_hostile_text_of_a_chapter_stays_text(bestand: Bestand) -> None:
    attack = "&lt;script&gt;alert(1)&lt;/script&gt; \\[x](javascript:y) muss sein."
    alt = wording("2025.1", {"a.md": page("## Teil\n\nDas soll sein.")})
    neu = wording("2025.2", {"a.md": page(f"## Teil\n\n{attack}", title="<b>Fett</b>")})
    view = Ansicht(replace(bestand, wortlaute=Wortlaute((alt, neu))), "")
    html = call(view, "vergleich", ("2025.1", "2025.2", "kapitel"), {}).html
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<b>" not in html


def test_a_link_leads_only_to_chapters_of_this_tree(bestand: Bestand) -> None:
    view = Ansicht(bestand, "../")
    new = call(view, "vergleich", ("2026.1", "2026.2", "kapitel"), {}).html
    assert 'href="../aufgaben/beratung/"' in new
    old = call(view, "vergleich", ("2025.1", "2025.2", "kapitel"), {}).html
    assert "href=" not in old


def test_the_search_finds_what_holds_and_no_old_texts() -> None:
    docs = [
        {"location": "standards/#qs-s-04"},
        {"location": "service/fassungen/2025.1-2026.1/#qs-s-04"},
        {"location": "service/neu-im-rahmen/"},
    ]
    kept = without_comparisons({"config": {}, "docs": docs})
    assert kept == {"config": {}, "docs": [docs[0], docs[2]]}
