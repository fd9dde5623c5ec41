"""Texts of a region: what they may hold, and how they stand on a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.model.region_texts import Regionaltext
from macros.pages.check import check_page
from macros.pages.placeholders import insert
from macros.pages.region_texts import check_text, text_html
from macros.pages.run import Makrolauf
from macros.pages.source import parse_page
from macros.pages.wording import wording
from macros.views.ansicht import Ansicht
from macros.views.errors import MakroFehler

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("Text\n\n{{ region() }}", "R-108", 3),
        ("Text <b>x</b>", "R-408", 1),
        ("# Titel", "R-419", 1),
        ("Text\n\n## Titel", "R-419", 3),
        ("#### Titel", "R-419", 1),
        ("[hier](glossar.md)", "R-415", 1),
        ("[x](javascript:a)", "R-409", 1),
    ],
)
def test_what_a_text_may_not_hold(text: str, rule: str, line: int) -> None:
    _, befunde = check_text(Regionaltext("a", "k/a.md", text))
    assert befunde
    assert {b.line for b in befunde} == {line}
    assert rule in {b.rule for b in befunde}


def test_a_sound_text_has_no_findings_and_its_links_are_known() -> None:
    text = "### Ziel\n\nEin [Wort](glossar.md#amt) und **mehr**."
    seite, befunde = check_text(Regionaltext("a", "k/a.md", text))
    assert befunde == []
    assert [href for href, _ in seite.links] == ["glossar.md#amt"]


def test_a_text_stands_on_a_page_with_the_page_s_own_ways(bestand: Bestand) -> None:
    text = "### Ziel\n\n[Amt](glossar.md#amt), [Netz](https://example.org), [Start](index.md)."
    texte = {"leitbild": Regionaltext("leitbild", "k/leitbild.md", text)}
    small = replace(bestand, texte=texte)
    head = "---\ntitle: T\ndescription: D.\nart: wortlaut\n---\n\n"
    call = '{{ regionaltext("leitbild") }}'
    seite = parse_page((head + call).encode(), "auftrag/x.md", "docs/auftrag/x.md")
    lauf = Makrolauf(small)
    assert list(check_page(seite, lauf)) == []
    assert "ziel" in seite.anker
    fragment = lauf.seite(seite.uri).call("regionaltext", ["leitbild"], {})
    html = insert("<p>\ue0000\ue001</p>", [fragment])
    assert '<h3 id="ziel">Ziel</h3>' in html
    assert 'href="../../glossar/#amt"' in html
    assert 'href="https://example.org"' in html
    assert 'href="../../"' in html
    assert "Amt, Netz, Start." in wording(seite, small), "der Text gehört zum Wortlaut"


def test_an_unknown_text_is_told_with_the_nearest(bestand: Bestand) -> None:
    small = replace(bestand, texte={"leitbild": Regionaltext("leitbild", "k/leitbild.md", "x")})
    with pytest.raises(MakroFehler) as told:
        Makrolauf(small).seite("a.md").call("regionaltext", ["leitbld"], {})
    assert "Meinten Sie „leitbild“?" in told.value.message


def test_a_text_cannot_bring_html(bestand: Bestand) -> None:
    html, _ = text_html("<script>x</script>\n\n[x](javascript:y)", Ansicht(bestand, ""))
    assert "<script" not in html
    assert "javascript" not in html
