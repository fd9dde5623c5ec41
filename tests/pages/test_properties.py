"""Whatever a page holds: no traceback, no long wait, and what runs on it stays inert."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.pages.check import check_page
from macros.pages.run import Makrolauf
from macros.pages.source import parse_page

from .fixtures_pages import KOPF, page

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

PIECES: Final = [
    *(
        "# ",
        "## ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "    ",
        "  \n",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~\n",
    ),
    *("[", "]", "(", ")", "![", "](", "<", ">", "<a", "<![", "<!--", "-->", "&", "&#8238;", "&lt;"),
    *("{", "}", "{ #x }", "{: ", "onclick=x", "href", '"', "|", "\n| a |\n| - |\n", "{{ ", "}}"),
    *("{% raw %}", "{% endraw %}", "{% if x %}", 'kontakt("koordination")', "stand_heute()"),
    *("[^1]", "[^1]: ", '!!! note "x"\n', "Wort ", "javascript:", "https://", "a@example.org"),
    *("\\", "\t", "ä", "===\n", "---\n", ": ", "[TOC]", "[x]: javascript:a\n", "</script>", "\x0b"),
]
SLOW: Final = [
    *("[ ", "![ ", "[a](b\n", "* a\n", "` ", "`a` ", "<a ", "<!-- ", "> ", "|-|-|\n", "](", "("),
    *("{ x ", "&#8238; ", "[^a] ", "{{ x() }} ", "# a\n\n", "```\n", "Text { a=b }\n\n"),
]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_page_makes_a_traceback(bestand: Bestand, pieces: list[str]) -> None:
    seite = page("".join(pieces))
    befunde = [*seite.befunde, *check_page(seite, Makrolauf(bestand))]
    assert all(b.line >= 1 and b.column >= 1 and b.file == seite.file for b in befunde)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    assert parse_page(data, "a.md", "docs/a.md").befunde
    assert parse_page(KOPF.encode() + data, "a.md", "docs/a.md").kopf.keys() <= {
        "title",
        "description",
        "art",
    }


@pytest.mark.parametrize("piece", SLOW)
def test_no_page_keeps_the_check_busy(piece: str, bestand: Bestand) -> None:
    start = time.process_time()
    seite = page(piece * (150_000 // len(piece)))
    list(check_page(seite, Makrolauf(bestand)))
    assert time.process_time() - start < 2


def test_pages_are_checked_without_mkdocs() -> None:
    code = (
        "import macros.pages.check, sys; print([m for m in sys.modules if m.startswith('mkdocs')])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert result.stdout.strip() == "[]"
