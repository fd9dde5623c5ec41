"""Pages as HTML: tables, anchors, marks; what macros give stays out of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markupsafe import Markup

from macros.model.records import Gemeinde
from macros.pages.calls import take_apart
from macros.pages.check import check_site
from macros.pages.markdown_ext import SafeMarkdown
from macros.pages.placeholders import LEFT_OVER, insert, mark
from macros.pages.renderer import EXTENSION_CONFIGS, EXTENSIONS, render
from macros.pages.reuse import key_of
from macros.pages.run import Makrolauf, wurzel_for
from macros.pages.towns import escape_markdown, town_pages
from macros.views.registry import Fragment

from .fixtures_pages import page

if TYPE_CHECKING:
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.pages.reuse import Vorrat

BLOCK: Final = Fragment(Markup("<div><p>Block</p></div>"), inline=False)
INLINE: Final = Fragment(Markup("<b>*kein* _Markdown_</b>"), inline=True)

INSERTED: Final = [
    (mark(0), [BLOCK], "<div><p>Block</p></div>"),
    (f"{mark(0)}\n{mark(1)}", [BLOCK, BLOCK], "<div><p>Block</p></div>\n" * 2),
    (f"A {mark(0)} Z", [INLINE], "<p>A <b>*kein* _Markdown_</b> Z</p>"),
    (mark(0), [INLINE], "<p><b>*kein* _Markdown_</b></p>"),
    (f"*{mark(0)}*", [INLINE], "<p><em><b>*kein* _Markdown_</b></em></p>"),
    (f"- {mark(0)}", [BLOCK], "<ul>\n<li><div><p>Block</p></div></li>\n</ul>"),
    ("x" + "".join(mark(n) for n in range(12)), [INLINE] * 12, f"<p>x{INLINE.html * 12}</p>"),
]


@pytest.mark.parametrize(("markdown", "fragments", "expected"), INSERTED)
def test_fragments_take_the_place_of_their_marks(
    markdown: str, fragments: list[Fragment], expected: str
) -> None:
    assert insert(render(markdown).html, fragments).strip() == expected.strip()


def test_words_in_cells_and_lines_do_not_run_together() -> None:
    cells = Fragment(Markup("<dl><dt>Telefon</dt><dd>030<br>Mail</dd></dl>"), inline=False)
    html = insert(render(mark(0)).html, [cells])
    assert BeautifulSoup(html, "html.parser").get_text().split() == ["Telefon", "030", "Mail"]


IN_ATTRIBUTES: Final = [
    f"[x]({mark(0)})",
    f'[x](a.md "{mark(0)}")',
    f"![{mark(0)}](a.png)",
    f"![x]({mark(0)})",
    f"[x][a]\n\n[a]: {mark(0)}",
    f"Text\n{{ #{mark(0)} }}",
    f"Text\n{{ .{mark(0)} }}",
    f"# {mark(0)}\n\n| A |\n|---|\n| b |",
    f"<https://example.org/{mark(0)}>",
]


@pytest.mark.parametrize("markdown", IN_ATTRIBUTES)
def test_no_mark_gets_into_an_attribute(markdown: str) -> None:
    soup = BeautifulSoup(render(markdown).html, "html.parser")
    values = [str(value) for tag in soup.find_all(True) for value in tag.attrs.values()]
    assert not any(LEFT_OVER.search(value) for value in values), values


def test_a_table_is_a_named_region_with_header_cells() -> None:
    html = render("## Zeiten\n\n|   | Mo |\n| - | -: |\n| früh | 9 |\n\n| A |\n| - |\n| b |").html
    soup = BeautifulSoup(html, "html.parser")
    first, second = soup.select("div.tabelle[role=region][tabindex='0']")
    assert first["aria-label"] == "Tabelle: Zeiten"
    assert second["aria-label"] == "Tabelle: Zeiten (2)"
    heads = [(h.get_text(), h["scope"]) for h in first.find_all("th")]
    assert heads == [("Mo", "col"), ("früh", "row")]
    assert second.caption is not None and second.caption.get_text() == "Tabelle: Zeiten (2)"
    assert not soup.select("[style]")


def test_anchors_spell_umlauts_out() -> None:
    soup = BeautifulSoup(render("## Für Größe und § 8a { }\n\n## Ä").html, "html.parser")
    assert [h["id"] for h in soup.find_all("h2")] == ["fuer-groesse-und-8a", "ae"]


def test_no_heading_takes_an_id_of_the_frame() -> None:
    html = render("# Inhalt\n\n## Inhalt\n\n## Navigation").html
    assert re.findall(r'id="([^"]+)"', html) == ["inhalt-1", "inhalt-1_1", "navigation-1"]


def test_footnotes_speak_german() -> None:
    html = render("Text[^a]\n\n[^a]: Fußnote").html
    assert 'title="Zurück zu Fußnote 1 im Text"' in html


def test_an_anchor_written_like_a_jinja_comment_is_one() -> None:
    seite = page("## Titel {#anker}\n\nText {# kein Kommentar #}")
    zerlegt = take_apart(seite)
    assert zerlegt.befunde == []
    assert 'id="anker"' in render(zerlegt.markdown).html
    assert "kein Kommentar" in zerlegt.markdown


ROOTS: Final = [
    ("index.md", ""),
    ("glossar.md", "../"),
    ("standards/index.md", "../"),
    ("service/kontakte.md", "../../"),
    ("service/gemeinden/seehausen.md", "../../../"),
]


@pytest.mark.parametrize(("uri", "wurzel"), ROOTS)
def test_the_way_to_the_root_follows_the_page(uri: str, wurzel: str) -> None:
    assert wurzel_for(uri) == wurzel


def test_a_call_is_carried_out_once(bestand: Bestand) -> None:
    lauf = Makrolauf(bestand)
    first = lauf.seite("a.md").call("kontakt", ["koordination"], {})
    assert lauf.seite("b.md").call("kontakt", ["koordination"], {}) is first
    assert lauf.seite("a/b.md").call("kontakt", ["koordination"], {}) is not first


def test_the_second_fragment_of_a_page_gives_no_id_twice(bestand: Bestand) -> None:
    seite = Makrolauf(bestand).seite("a.md")
    first = seite.call("kontakte", [], {})
    second = seite.call("kontakte", [], {})
    assert "koordination" in first.anker
    assert "koordination" not in second.anker


def test_every_municipality_has_a_page(bestand: Bestand) -> None:
    pages = town_pages(bestand)
    towns = [gemeinde.id for gemeinde in bestand.alle(Gemeinde)]
    assert "suesswasserfelde" in towns
    assert [p.uri for p in pages] == [f"service/gemeinden/{town}.md" for town in towns]
    assert all(p.befunde == [] and p.kopf["art"] == "live" for p in pages)


NAMES: Final = [
    "Müller",
    "*a* _b_",
    "[x](y)",
    "a|b",
    "# a",
    "<b>",
    "&amp;",
    "{{ x }}",
    "`a`",
    "1. a",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_markdown_is_shown_letter_by_letter(name: str) -> None:
    html = render(f"# {escape_markdown(name)}").html
    assert BeautifulSoup(html, "html.parser").get_text().strip() == name


def test_a_page_that_was_checked_is_not_rendered_again_and_looks_the_same(
    root: Path, bestand: Bestand
) -> None:
    pages = check_site(root, bestand)
    texts = [take_apart(seite).markdown for seite in pages.seiten.values()]
    assert all(key_of(text) in pages.vorrat for text in texts)
    texts += ["Text[^1] und `Code`\n\n```\n<b>\n```\n\n[^1]: Fuß", '!!! note "A"\n    B\n\n\\*x\\*']
    for text in texts:  # without the links to terms, which only the check puts in
        halb = render(text).halbfertig
        assert halb is not None
        pages.vorrat[key_of(text)] = halb
    for text in texts:
        assert key_of(text) in pages.vorrat
        fresh, reused = reader(None), reader(pages.vorrat)
        expected = fresh.convert(text)
        assert reused.convert(f"\n{text}\n") == expected
        assert vars(reused)["toc_tokens"] == vars(fresh)["toc_tokens"]
        assert reader(pages.vorrat).convert(text) == expected, "ein zweites Mal"


def reader(vorrat: Vorrat | None) -> Markdown:
    return Markdown(
        extensions=[*EXTENSIONS, SafeMarkdown(vorrat)], extension_configs=EXTENSION_CONFIGS
    )


def test_a_text_that_was_not_checked_is_rendered_with_all_walls() -> None:
    halb = render("Text").halbfertig
    assert halb is not None
    html = reader({key_of("Text"): halb}).convert("Text <b>x</b> [x](javascript:y)")
    assert html == "<p>Text &lt;b&gt;x&lt;/b&gt; <span>x</span></p>"
