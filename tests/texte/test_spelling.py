"""Every word of pages and catalogue is in the German dictionary or in the project's own list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .spelling import own_words, unknown_words, words_by_file, words_of

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.pages.check import Geprueft


@pytest.fixture(scope="module")
def by_file(bestand: Bestand, geprueft: Geprueft) -> dict[str, set[str]]:
    return words_by_file(bestand, geprueft)


@pytest.fixture(scope="module")
def unknown(by_file: dict[str, set[str]]) -> set[str]:
    return unknown_words(set().union(*by_file.values()))


def test_every_word_is_known(by_file: dict[str, set[str]], unknown: set[str]) -> None:
    strange = unknown - set(own_words())
    places = {
        word: sorted(file for file, words in by_file.items() if any(word in w for w in words))[:3]
        for word in sorted(strange)
    }
    assert places == {}, "vertippt, oder ein Wort für tests/texte/woerter.txt"


def test_the_own_list_is_sorted_and_holds_nothing_in_vain(unknown: set[str]) -> None:
    words = own_words()
    assert words == sorted(set(words))
    assert [word for word in words if word not in unknown] == [], "braucht niemand mehr"


def test_a_typing_error_is_found() -> None:
    text = "Schulsozilarbeit, Kinderschutz-Fachkarft, Jugendämter und www.beispeil.de"
    assert unknown_words(words_of(text)) == {"Schulsozilarbeit", "Fachkarft"}


def test_words_come_from_pages_catalogue_and_texts(by_file: dict[str, set[str]]) -> None:
    assert {"docs/index.md", "standards.yml", "glossar.yml", "rechtsgrundlagen.yml"} <= set(by_file)
    assert any(file.startswith("data/katalog/texte/") for file in by_file)
    assert len(set().union(*by_file.values())) > 4000
