"""The first use of a term on a page leads to its explanation: forms, places, exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from bs4 import BeautifulSoup

from macros.model.bestand import Bestand
from macros.model.records import Begriff
from macros.pages.check import check_page
from macros.pages.foot import foot_of
from macros.pages.renderer import render
from macros.pages.run import Makrolauf
from macros.pages.source import parse_page
from macros.pages.terms import Begriffe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TERMS: Final = (
    Begriff(id="amt", begriff="Amt", definition="Ein Amt.", formen=("Amts", "Ämter")),
    Begriff(id="jugendamt", begriff="Jugendamt", abkuerzung="JA", definition="Das Jugendamt."),
    Begriff(id="amt-fuer-jugend", begriff="Amt für Jugend", definition="Ein Amt für Jugend."),
)


@pytest.fixture(scope="module")
def begriffe(bestand: Bestand) -> Begriffe:
    return Begriffe(small(bestand.stichtag))


def small(stichtag: date) -> Bestand:
    return Bestand(stichtag, {Begriff: {term.id: term for term in TERMS}})


def linked(markdown: str, begriffe: Begriffe, used: Sequence[str] = ()) -> list[tuple[str, str]]:
    html = render(markdown, verlinkt=lambda root: begriffe.link(root, used)).html
    soup = BeautifulSoup(html, "html.parser")
    return [
        (str(a["href"]).removeprefix("#begriff-"), a.get_text()) for a in soup.select("a.begriff")
    ]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Das Jugendamt hilft. Das Jugendamt berät.", [("jugendamt", "Jugendamt")]),
        ("Die Ämter helfen.", [("amt", "Ämter")]),
        ("Das JA hilft dem Amt.", [("jugendamt", "JA"), ("amt", "Amt")]),
        ("Das Amt für Jugend hilft.", [("amt-fuer-jugend", "Amt für Jugend")]),
        ("Das Amt\u00a0für\nJugend hilft.", [("amt-fuer-jugend", "Amt\u00a0für\nJugend")]),
        ("Amtlich, Amt-Leitung, Landes-Amt, amt, Amtsleitung", []),
        ("## Das Amt\n\nText.", []),
        ("[Das Amt](glossar.md) und `Amt`", []),
        ("```\nAmt\n```", []),
        ("- [Karte](a.md) Amt\n- [Karte](b.md) Amt\n{ .wege }\n\nAmt", [("amt", "Amt")]),
        ("- [Karte](a.md) Amt\n- [Karte](b.md) Amt\n{ .wege }", []),
        ("## Amt\n\nDas **Amt** hilft.", [("amt", "Amt")]),
        ("- Amt\n- Jugendamt", [("amt", "Amt"), ("jugendamt", "Jugendamt")]),
        ("Amt\n:   Das Amt.", [("amt", "Amt")]),
        ("| Amt | Wer |\n| --- | --- |\n| Amt | Das Amt |", [("amt", "Amt")]),
        ("> **Wichtig:** Das Amt.", [("amt", "Amt")]),
        ("Amt, Jugendamt, Amts; Ende.", [("amt", "Amt"), ("jugendamt", "Jugendamt")]),
    ],
)
def test_the_first_use_is_linked(
    markdown: str, expected: list[tuple[str, str]], begriffe: Begriffe
) -> None:
    assert linked(markdown, begriffe) == expected


def test_a_term_the_page_links_itself_is_left_alone(begriffe: Begriffe) -> None:
    assert linked("Das Amt und das Jugendamt.", begriffe, ["amt"]) == [("jugendamt", "Jugendamt")]


def test_the_text_stays_the_same(begriffe: Begriffe) -> None:
    text = "# Titel\n\nDas Amt & das *Jugendamt*: Amt. Ein `Amt` <b> [Amt](x.md)."
    plain = BeautifulSoup(render(text).html, "html.parser").get_text()
    html = render(text, verlinkt=begriffe.link).html
    assert BeautifulSoup(html, "html.parser").get_text() == plain


def kopf(more: str = "") -> str:
    return f"---\ntitle: T\ndescription: D.\nart: wortlaut\n{more}---\n\n"


@pytest.mark.parametrize(
    ("uri", "more", "expected"),
    [
        ("aufgaben/x.md", "", ("jugendamt", "amt")),
        ("glossar.md", "", ()),
        ("index.md", "", ("amt",)),
        ("service/x.md", "sprache: leicht\n", ("amt",)),
    ],
)
def test_what_a_page_explains(
    uri: str, more: str, expected: tuple[str, ...], bestand: Bestand
) -> None:
    body = 'Das Jugendamt und {{ begriff("amt", "des Amts") }} und das Amt.'
    seite = parse_page((kopf(more) + body).encode(), uri, f"docs/{uri}")
    assert list(check_page(seite, Makrolauf(small(bestand.stichtag)))) == []
    assert seite.begriffe == expected


def test_the_foot_explains_the_terms_and_leads_back(bestand: Bestand) -> None:
    body = 'Das Jugendamt und {{ begriff("amt") }}.'
    head = kopf('stand: "2026-11-22"\nsiehe: [b.md, weg.md]\n')
    seite = parse_page((head + body).encode(), "a.md", "docs/a.md")
    lauf = Makrolauf(small(bestand.stichtag))
    list(check_page(seite, lauf))
    foot = foot_of(seite, lauf.seite("a.md").ansicht, {"b.md": "Seite B"})
    assert foot is not None
    soup = BeautifulSoup(str(foot.html), "html.parser")
    assert [dt.get_text() for dt in soup.select("dl.begriffe dt")] == ["Amt", "Jugendamt (JA)"]
    assert foot.anker == {"begriff-amt", "begriff-jugendamt"}
    links = [(a["href"], a.get_text()) for a in soup.select("a")]
    assert ("../b/", "Seite B") in links
    assert ("../glossar/#jugendamt", "Jugendamt im Glossar") in links
    assert ("#wort-jugendamt", "Zurück zu „Jugendamt“ im Text") in links
    assert "#wort-amt" not in dict(links), "das Makro führt ins Glossar"
    assert "22.\u00a0November 2026" in soup.get_text()


def test_a_page_without_anything_to_say_has_no_foot(bestand: Bestand) -> None:
    seite = parse_page((kopf() + "Text.").encode(), "a.md", "docs/a.md")
    lauf = Makrolauf(small(bestand.stichtag))
    list(check_page(seite, lauf))
    assert foot_of(seite, lauf.seite("a.md").ansicht, {}) is None


def test_the_glossary_is_large_enough_and_hangs_together(bestand: Bestand) -> None:
    terms = bestand.alle(Begriff)
    assert len(terms) >= 76
    assert sum(bool(term.siehe) for term in terms) > len(terms) / 2
