"""What the search leaves out is cut before its plugin reads a page, and nothing else is."""

from __future__ import annotations

import pytest
from material.plugins.search.plugin import Parser

from macros.search.readable import without_excluded

CUT = "<p>Vorher</p>{}<p>Danach</p>"


@pytest.mark.parametrize(
    "excluded",
    [
        "<div data-search-exclude><p>Liste</p></div>",
        '<section class="a" data-search-exclude data-filter-gruppe>Liste</section>',
        "<div data-search-exclude>außen<div>innen</div>außen</div>",
        "<div data-search-exclude><div data-search-exclude>innen</div></div>",
        "<ol data-search-exclude>\n<li>Liste<br></li>\n</ol>",
        '<svg viewBox="0 0 1 1" data-search-exclude aria-label="a"><text>Bild</text></svg>',
        "<div data-search-exclude><divers>Liste</divers></div>",
    ],
)
def test_the_whole_element_is_cut(excluded: str) -> None:
    assert without_excluded(CUT.format(excluded)) == CUT.format("")


@pytest.mark.parametrize(
    "kept",
    [
        "<div>Text</div>",
        "<p>data-search-exclude</p>",
        "<code>&lt;p data-search-exclude&gt;</code>",
        '<h2 id="a" data-search-exclude>Mit allem, was folgt</h2>',
        "<div data-search-exclude>ohne Ende",
        '<p data-search-excluded="">Text</p>',
    ],
)
def test_everything_else_stays(kept: str) -> None:
    assert without_excluded(CUT.format(kept)) == CUT.format(kept)


def test_the_plugin_finds_the_same_without_it() -> None:
    html = (
        '<h1 id="a">Seite</h1><p>Text</p><div data-search-exclude><p>Liste</p></div>'
        '<h2 id="b">Teil</h2><ul><li>Punkt <code data-search-exclude>{{ x }}</code></li></ul>'
        '<nav data-search-exclude><a href="#a">A</a></nav><p>Ende</p>'
    )
    assert _found(without_excluded(html)) == _found(html)


def _found(html: str) -> list[tuple[str | None, str, str]]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [(s.id, "".join(s.title), "".join(s.text)) for s in parser.data]
