"""Compounds come apart where the site's own words meet, and nowhere else."""

from __future__ import annotations

import pytest

from macros.search.compounds import Wortschatz, stem

WORDS = frozenset(
    """
    Schule Schulen Sozialarbeit sozial Arbeit Kind Wohl Gefährdung Jugend Hilfe Hilfen Amt
    Erziehung Beratung Stelle Stellen Vertrag Verträge Gremium Gremien vor Haben haben Weg weg
    Schulleitung Leitung Schulhof Hof Schulbuch Buch Schulweg Schulfest Fest Schulrat Rat
    Schulamt Schulkind Schulplatz Platz Schulpsychologie und der Ausschuss
    """.split()  # noqa: SIM905 - a list of forty words reads better so
)


@pytest.fixture(scope="module")
def schatz() -> Wortschatz:
    return Wortschatz(WORDS)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("schulsozialarbeit", ("sozialarbeit", "arbeit")),
        ("kindeswohlgefährdung", ("wohlgefährdung", "gefährdung")),
        ("jugendhilfeausschuss", ("hilfeausschuss", "ausschuss")),
        ("jugendamt", ("amt",)),
        ("erziehungsberatungsstellen", ("beratungsstellen", "stellen")),
        ("schulpsychologie", ("psychologie",)),
        ("beratung", ()),
        ("vorhaben", ()),
        ("schulisches", ()),
        ("amt", ()),
        ("", ()),
    ],
)
def test_tails(schatz: Wortschatz, word: str, expected: tuple[str, ...]) -> None:
    assert schatz.tails(word) == expected
    assert schatz.tails(word) == expected, "the second answer is the first"


@pytest.mark.parametrize(
    ("word", "form"),
    [("vertrag", "verträge"), ("gremien", "gremium"), ("beratung", "beratungen")],
)
def test_relatives(schatz: Wortschatz, word: str, form: str) -> None:
    assert form in schatz.relatives(word)


def test_relatives_that_the_search_completes_anyway_are_left_out(schatz: Wortschatz) -> None:
    assert "schule" not in schatz.relatives("schulen")
    assert schatz.relatives("hof") == []


def test_forms_of_a_noun_share_their_stem() -> None:
    assert stem("verträge") == stem("vertrags") == stem("vertrag")
    assert stem("gremium") == stem("gremien")
    assert stem("rat") == "rat"


def test_without_words_nothing_comes_apart() -> None:
    assert Wortschatz(()).tails("kindeswohlgefährdung") == ()
