"""The settings for web servers say what the code says, and so does every page."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import pytest

from macros.publish.root_pages import ENVIRONMENT
from macros.publish.server_headers import FILES, HEADERS, server_file
from macros.site import csp

ROOT: Final = Path(__file__).parents[2]
_META: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_the_written_one(name: str) -> None:
    path = ROOT / "setup/server" / name
    if os.environ.get("GOLDEN_SCHREIBEN"):
        path.write_text(server_file(name), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == server_file(name)


@pytest.mark.parametrize("name", FILES)
def test_each_server_sends_every_header(name: str) -> None:
    text = (ROOT / "setup/server" / name).read_text(encoding="utf-8")
    for header, value in HEADERS.items():
        assert re.search(
            rf'^\s*(add_header |Header always set )?{header} "{re.escape(value)}"', text, re.M
        ), header
    assert "noindex" in text


def test_a_page_allows_nothing_inline_and_nothing_foreign() -> None:
    assert csp.PAGE.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    for policy in (csp.PAGE, csp.START, csp.REDIRECT, csp.HEADER):
        assert not re.search(r"unsafe|\*|https?:", policy)
    assert f"{csp.PAGE}; frame-ancestors 'none'" == csp.HEADER


def test_theme_and_root_pages_take_the_policy_from_one_place() -> None:
    base = (ROOT / "overrides/base.html").read_text(encoding="utf-8")
    assert _META.findall(base) == ["{{ rahmen.policy }}"]
    folder = ROOT / "macros/publish/templates"
    assert _META.findall((folder / "start.html.j2").read_text(encoding="utf-8")) == [
        "{{ csp.START }}"
    ]
    # mike fills this one itself, it cannot ask.
    redirect = ENVIRONMENT.get_template("weiterleitung.html.j2").render(href="../")
    assert _META.findall(redirect) == [csp.REDIRECT]
