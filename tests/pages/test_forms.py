"""Plain Markdown gets its form: introduction, role boxes, notices, steps; its words stay."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from macros.pages.placeholders import MARK, mark
from macros.pages.renderer import render

CHAPTER = """# Titel

Erster Absatz.

Zweiter Absatz.

> **Wichtig:** Ein Hinweis.

Dazwischen.

> **Anderes:** Kein Hinweis.

Dazwischen.

> Ein Zitat.

1. **Auftrag klären.** Text
2. **Ziel finden.** Text

## Was das für Sie heißt

Vorweg.

### Für Schulen

- Eins

### Für Fachkräfte

Zwei

### Für Träger

- Drei

### Für die Koordinierungsstelle

- Vier

## Danach

Ende.
"""


def soup(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(render(markdown).html, "html.parser")


def test_the_paragraph_below_the_title_introduces() -> None:
    (introduction,) = soup(CHAPTER).select("p.einleitung")
    assert introduction.get_text() == "Erster Absatz."
    assert not soup("# Titel\n\n## Ziel\n\nText").select(".einleitung")
    assert not soup("Text ohne Titel").select(".einleitung")
    assert not soup(f"# Titel\n\n{mark(0)}\n{mark(1)}\n\nText").select(".einleitung")


def test_each_role_has_its_box() -> None:
    (boxes,) = soup(CHAPTER).select("div.rollen")
    sections = boxes.find_all("section", recursive=False)
    assert [section["class"] for section in sections] == [
        ["rolle", "rolle--schulen"],
        ["rolle", "rolle--fachkraefte"],
        ["rolle", "rolle--traeger"],
        ["rolle"],
    ]
    assert [h.get_text() for h in boxes.find_all("h3")][3] == "Für die Koordinierungsstelle"
    assert "Ende." not in boxes.get_text()
    assert "Vorweg." not in boxes.get_text()
    assert soup(CHAPTER).select("#fuer-schulen")


def test_what_a_macro_shows_below_the_boxes_is_in_none() -> None:
    chapter = CHAPTER.split("## Danach", maxsplit=1)[0]
    page = soup(f"{chapter}{mark(0)}\n\n{mark(1)}\n")
    assert MARK.search(page.get_text())
    (boxes,) = page.select("div.rollen")
    assert "Vier" in boxes.get_text()
    assert not MARK.search(boxes.get_text())


def test_the_contents_list_keeps_the_headings_in_boxes() -> None:
    assert "rollen" not in soup("## Was das für Sie heißt\n\nText").decode()
    assert "fuer-traeger" in render(CHAPTER).html


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Wichtig", "wichtig"),
        ("Achtung", "achtung"),
        ("Beispiel", "beispiel"),
        ("Gut zu wissen", "wissen"),
        ("Vorschlag", "vorschlag"),
    ],
)
def test_a_quote_with_a_label_is_a_notice(label: str, kind: str) -> None:
    (notice,) = soup(f"> **{label}:** Text").select("div.hinweis")
    assert notice["class"] == ["hinweis", f"hinweis--{kind}"]
    assert notice["role"] == "note"


def test_two_notices_in_a_row_stay_two() -> None:
    page = soup("> **Wichtig:** A\n\n> weiter\n\n> **Achtung:** B")
    assert [n.get_text().split() for n in page.select(".hinweis")] == [
        ["Wichtig:", "A", "weiter"],
        ["Achtung:", "B"],
    ]


def test_other_quotes_stay_quotes() -> None:
    assert len(soup(CHAPTER).select("blockquote")) == 2
    assert soup("> **Wichtig** ohne Doppelpunkt").select("blockquote")


def test_a_list_of_bold_beginnings_is_steps() -> None:
    assert len(soup(CHAPTER).select("ol.schritte > li")) == 2
    assert soup("1. **A.** x\n\n2. **B.** y\n").select("ol.schritte")
    assert not soup("1. **A.** x\n2. B y\n").select(".schritte")
    assert not soup("1. Erst **A**\n2. **B**\n").select(".schritte")


def test_the_words_stay_the_same() -> None:
    words = re.sub(r"[#>*-]|^\d\.", "", CHAPTER, flags=re.MULTILINE).split()
    assert soup(CHAPTER).get_text().split() == words


def test_an_author_cannot_write_a_role_attribute() -> None:
    assert "role=" not in render("Text\n{ role=alert }").html
