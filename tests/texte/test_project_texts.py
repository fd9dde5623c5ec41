"""The shipped chapters keep every rule for texts; the outline is complete and within reach."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from bs4 import BeautifulSoup

from macros.model.records import Begriff, Rechtsgrundlage, Standard
from macros.pages.language import MEDIAN_MAX, SENTENCE_MAX
from macros.pages.neighbours import is_live_page
from macros.pages.placeholders import MARK
from macros.pages.sentences import blocks, count_words, sentences, text_of

from .clicks import clicks_to_pages

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.pages.check import Geprueft

OUTLINE: Final = {
    *("0.2", "0.3"),
    *(f"1.{n}" for n in range(1, 5)),
    *(f"2.{n}" for n in range(1, 4)),
    *(f"3.{n}" for n in range(1, 8)),
    *(f"4.{n}" for n in range(1, 6)),
    *(f"5.{n}" for n in range(1, 5)),
    *("6.1", "6.2"),
    *(f"7.{n}" for n in range(1, 5)),
    *(f"8.{n}" for n in range(1, 5)),
    *(f"9.{n}" for n in range(1, 6)),
}


def test_the_pages_have_no_findings(geprueft: Geprueft) -> None:
    told = [f"{b.file}:{b.line} {b.rule} {b.message}" for b in geprueft.befunde]
    assert told == []


def test_the_outline_is_complete_and_in_order(geprueft: Geprueft) -> None:
    numbers = [
        geprueft.seiten[uri].kopf["kapitel"]
        for uri in geprueft.menue.seiten
        if "kapitel" in geprueft.seiten[uri].kopf
    ]
    assert set(numbers) >= OUTLINE
    order = [tuple(int(part) for part in number.split(".")) for number in numbers]
    assert order == sorted(order)


def test_sentences_are_short(geprueft: Geprueft) -> None:
    """The rules count the same; here the figures of all chapters stand side by side."""
    figures = {}
    for seite in geprueft.seiten.values():
        if seite.ist_kapitel and seite.root is not None:
            texts = (MARK.sub("x", text_of(element)) for element in blocks(seite.root))
            counts = [count_words(sentence) for text in texts for sentence in sentences(text)]
            figures[seite.uri] = (median(counts), max(counts))
    assert len(figures) > 35
    assert {uri: f for uri, f in figures.items() if f[0] > MEDIAN_MAX or f[1] > SENTENCE_MAX} == {}


def test_each_standard_in_force_is_complete(bestand: Bestand) -> None:
    in_force = [s for s in bestand.alle(Standard) if s.zurueckgezogen is None]
    assert len(in_force) >= 36
    for standard in in_force:
        assert standard.begruendung
        assert standard.leitfrage
        assert standard.kapitel
        assert standard.quellen
        assert standard.nachweise


def test_known_traps_of_the_law_are_right(bestand: Bestand) -> None:
    norms = {norm.id: norm for norm in bestand.alle(Rechtsgrundlage)}
    assert "Nr.\u00a06" in f"{norms['stgb-203'].kurz} {norms['stgb-203'].inhalt}"
    erlass = norms["erlass-ni-soziale-arbeit"]
    assert erlass.ausgelaufen(bestand.stichtag)
    assert not norms["foerderrichtlinie-nrw"].ausgelaufen(bestand.stichtag)


def test_every_page_is_within_three_clicks(gebaut: Path) -> None:
    far = {page: n for page, n in clicks_to_pages(gebaut).items() if n is None or n > 3}
    assert far == {}


def test_far_and_lonely_pages_are_seen(tmp_path: Path) -> None:
    def page(name: str, body: str) -> None:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(body, encoding="utf-8")

    page("", '<a href="a/">A</a><details><a href="b/">B</a></details><a href="x.pdf">X</a>')
    page("a", '<details open><a href="../c/#x">C</a></details>')
    page("b", '<a href="../c/">C</a>')
    page("c", '<details><details><a href="../d/">D</a></details></details>')
    page("d", "")
    page("e", "")
    assert clicks_to_pages(tmp_path) == {
        "index.html": 0,
        "a/index.html": 1,
        "b/index.html": 2,
        "c/index.html": 2,
        "d/index.html": 5,
        "e/index.html": None,
    }


def test_the_built_chapters_have_their_form(gebaut: Path, geprueft: Geprueft) -> None:
    terms = 0
    for seite in geprueft.seiten.values():
        if not seite.ist_kapitel:
            continue
        file = gebaut / seite.uri.removesuffix("index.md").removesuffix(".md") / "index.html"
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        assert len(soup.select("p.einleitung")) == 1, seite.uri
        assert len(soup.select("div.rollen > section.rolle")) >= 3, seite.uri
        assert soup.select(".kapitelfuss__quellen li"), seite.uri
        assert soup.select(".kapitelfuss__siehe li"), seite.uri
        assert soup.select(".kapitelfuss__stand time"), seite.uri
        for link in soup.select("a.begriff[href^='#begriff-']"):
            terms += 1
            assert soup.find(id=str(link["href"])[1:]) is not None, seite.uri
    assert terms > 150


def test_no_live_page_is_a_chapter(geprueft: Geprueft) -> None:
    assert [s.uri for s in geprueft.seiten.values() if s.ist_kapitel and is_live_page(s.uri)] == []


def test_the_glossary_is_used(bestand: Bestand, geprueft: Geprueft) -> None:
    used = {id for seite in geprueft.seiten.values() for id in seite.begriffe}
    assert len(used) > len(bestand.alle(Begriff)) / 2
