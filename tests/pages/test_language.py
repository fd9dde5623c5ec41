"""The language of pages: each rule is seen broken at its line, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from macros.model.records import Wortwahl
from macros.pages.check import check_page
from macros.pages.easy import check_easy
from macros.pages.language import Wortliste, check_language
from macros.pages.repetition import check_repetition
from macros.pages.run import Makrolauf
from macros.pages.sentences import sentences
from macros.pages.source import Seite, parse_page

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

HEAD: Final = '---\ntitle: T\ndescription: D.\nart: wortlaut\nkapitel: "1.1"\n---\n\n'
EASY: Final = HEAD.replace('kapitel: "1.1"', "sprache: leicht")
WORDS: Final = (
    Wortwahl(
        id="fassung",
        vermeiden=("Version", "im Rahmen von"),
        besser="Fassung",
        grund="Versionen hat Software.",
        ausser=("Version der Software",),
    ),
)


def page(body: str, bestand: Bestand, head: str = HEAD, uri: str = "a.md") -> Seite:
    """Return a rendered page; its body begins on line 8."""
    seite = parse_page((head + body).encode(), uri, f"docs/{uri}")
    list(check_page(seite, Makrolauf(bestand)))
    return seite


@pytest.fixture(scope="module")
def woerter(bestand: Bestand) -> Wortliste:
    return Wortliste(replace(bestand, tables={Wortwahl: {w.id: w for w in WORDS}}))


LONG: Final = " ".join(["wort"] * 30)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Die Version gilt.", [("R-441", 8, 5)]),
        ("Die\u00a0Versionen und die Versions-Nummer.", []),
        ("Die Version der Software und die Version.", [("R-441", 8, 34)]),
        ("Text\nim Rahmen\u00a0von allem.", [("R-441", 9, 1)]),
        ("Text im Rahmen von allem.", [("R-441", 8, 6)]),
        ("`Version`", []),
        ("## Version\n\nText", [("R-441", 8, 4)]),
        ('Das heißt "frei" hier.', [("R-442", 8, 11)]),
        ("Das heißt „frei“ hier.", []),
        ("Das geht’s an, O'Neill.", []),
        ("Das heißt “frei” hier.", [("R-442", 8, 11)]),
        ("Nach § 8a SGB\u00a0VIII.", [("R-443", 8, 6)]),
        ("Nach §\u00a08a SGB\u00a0VIII.", []),
        ("Etwa z. B. so.", [("R-443", 8, 6)]),
        ("Etwa z.\u00a0B. so.", []),
        ("Nach dem SGB VIII.", [("R-443", 8, 10)]),
        ("Nach Abs. 1.", [("R-443", 8, 6)]),
        (f"{LONG} Ende.", [("R-440", 8, 1)]),
        (f"{LONG}.", []),
    ],
)
def test_words_and_signs(
    body: str, expected: list[tuple[str, int, int]], bestand: Bestand, woerter: Wortliste
) -> None:
    found = list(check_language(page(f"Kurz.\n\n{body}", bestand), woerter))
    found = [b for b in found if b.rule != "R-439"]
    assert [(b.rule, b.line - 2, b.column) for b in found] == expected
    assert all(b.remedy for b in found)


def test_the_median_counts(bestand: Bestand, woerter: Wortliste) -> None:
    def judged(*lengths: int) -> list[str]:
        body = "\n\n".join(" ".join(["Wort"] * n) + "." for n in lengths)
        return [b.rule for b in check_language(page(body, bestand), woerter)]

    assert judged(18, 18, 30) == []
    assert judged(18, 19, 30) == ["R-439"]
    assert judged(2, 19, 20) == ["R-439"]
    assert judged(17, 20) == ["R-439"]


def test_pages_that_are_no_chapters_have_no_median(bestand: Bestand, woerter: Wortliste) -> None:
    head = HEAD.replace('kapitel: "1.1"\n', "")
    body = " ".join(["Wort"] * 35) + "."
    assert list(check_language(page(body, bestand, head), woerter)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eins. Zwei! Drei? Vier", 4),
        ("Das gilt z.\u00a0B. Eltern. Ende.", 2),
        ("Er sagt: „Komm.“ Dann geht er.", 3),
        ("Nach Art. 6 gilt das. Ja.", 2),
        ("(Ja.) Nein.", 2),
        ("1. 2. 3.", 0),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


SAME: Final = "Die Schule und die Fachkraft sprechen einmal im Monat über alle offenen Fragen dort."


def test_the_same_words_in_two_chapters_are_told(bestand: Bestand) -> None:
    one = page(f"Anfang.\n\n{SAME}", bestand, uri="a.md")
    two = page(f"Anderes.\n\n**Neu:** {SAME}", bestand, uri="b.md")
    (befund,) = check_repetition({"a.md": one, "b.md": two})
    assert (befund.rule, befund.file, befund.line) == ("R-444", "docs/b.md", 10)
    assert "a.md" in befund.message
    shorter = page(" ".join(SAME.split()[:11]), bestand, uri="b.md")
    assert list(check_repetition({"a.md": one, "b.md": shorter})) == []
    live = page(SAME, bestand, HEAD.replace('kapitel: "1.1"\n', ""), "b.md")
    assert list(check_repetition({"a.md": one, "b.md": live})) == []


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Wir helfen dir bei allen Fragen zu deiner Schule und deiner Familie heute.", "13 Wörter"),
        ("Das Büro des Amtes ist offen.", "Genitiv"),
        ("Wegen der Ferien haben wir zu.", "Genitiv"),
        ("Das könnte dir helfen.", "Konjunktiv"),
        ("Du wirst gefragt. Das wird gemacht.", "Passiv"),
        ("Du kannst z.\u00a0B. anrufen.", "Abkürzung"),
        ("Wir machen Schulsozialarbeit.", "lang"),
    ],
)
def test_easy_language_is_judged(sentence: str, part: str, bestand: Bestand) -> None:
    befunde = list(check_easy(page(sentence, bestand, EASY)))
    assert [b.rule for b in befunde] == ["R-445"]
    assert part in befunde[0].message
    assert befunde[0].line == 8
    assert list(check_easy(page(sentence, bestand))) == [], "nur auf Seiten in Leichter Sprache"


def test_easy_sentences_have_no_findings(bestand: Bestand) -> None:
    body = (
        "Wir helfen dir.\n\nDu hast ein Problem? Dann komm zu uns.\n\n- Schul-Sozialarbeit hilft."
    )
    assert list(check_easy(page(body, bestand, EASY))) == []
