"""The last look at the finished HTML: each fault is seen, sound pages pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from macros.exports.kinderschutz_file import policy
from macros.model.findings import REGISTER
from macros.site.finished import check_finished, check_html

if TYPE_CHECKING:
    from pathlib import Path

META: Final = '<meta http-equiv="Content-Security-Policy" content="'
FAULTS: Final = [
    ("<p>{{ kontakt() }}</p>", "R-701"),
    ("<p>{% for %}</p>", "R-701"),
    ("<pre>Traceback (most recent call last):</pre>", "R-702"),
    ("<h1><em>Macro Rendering Error</em></h1>", "R-702"),
    ("<h1><em>Macro Syntax Error</em></h1>", "R-702"),
    ("<p>\ue0000\ue001</p>", "R-703"),
    ('<p>!!! note "x"</p>', "R-704"),
    ('<img src="https://boese.example.org/x.png" alt="x">', "R-705"),
    ("<img src=//boese.example.org/x.png alt=x>", "R-707"),
    ('<script src="https://boese.example.org/x.js"></script>', "R-705"),
    ('<link rel="stylesheet" href="https://boese.example.org/x.css">', "R-705"),
    ('<link rel="preconnect" href="https://boese.example.org">', "R-705"),
    ('<img srcset="https://boese.example.org/x.png 2x" alt="x">', "R-705"),
    ('<video poster="https://boese.example.org/x.png"></video>', "R-705"),
    ("<script>alert(1)</script>", "R-706"),
    ("<SCRIPT TYPE=module>alert(1)</SCRIPT>", "R-706"),
    ('<p onclick="alert(1)">', "R-706"),
    ("<p\nONCLICK=alert(1)>", "R-706"),
    ('<p class="a"onclick=alert(1)>', "R-706"),
    ('<iframe src="x.html"></iframe>', "R-706"),
    ('<object data="x.html"></object>', "R-706"),
    ('<base href="/">', "R-706"),
    ('<iframe srcdoc="x"></iframe>', "R-706"),
    ('<a href="javascript:alert(1)">', "R-707"),
    ("<a href='java&#115;cript:alert(1)'>", "R-707"),
    ("<a href=javascript:alert(1)>", "R-707"),
    ('<a href="data:text/html,x">', "R-707"),
    ('<form action="javascript:alert(1)">', "R-707"),
    ("<style>p{}</style>", "R-713"),
    ("<STYLE media=print>p{}</STYLE>", "R-713"),
    (
        f'{META}{policy("p{}")}"><style>q{{}}</style>',
        "R-713",
    ),
    (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'; '
        f'{policy("p{}").partition("; ")[2]}"><style>p{{}}</style>',
        "R-713",
    ),
]


@pytest.mark.parametrize(("html", "rule"), FAULTS)
def test_a_fault_is_seen(html: str, rule: str) -> None:
    befunde = list(check_html(f"<html>\n{html}\n</html>", "a/index.html"))
    assert rule in {b.rule for b in befunde}, befunde
    assert all(b.file == "site/a/index.html" and b.line in (2, 3) for b in befunde)


SOUND: Final = [
    '<a href="https://www.example.org/">Seite</a>',
    '<a href="tel:+493023125100">Anruf</a> <a href="mailto:a@example.org">Mail</a>',
    '<a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;a@example.org">Mail</a>',
    '<link rel="canonical" href="https://www.example.org/">',
    '<script type="application/json" id="x">{"a": 1}</script>',
    '<script type="module" src="../assets/js/page.js"></script>',
    "<code>&#123;{ kontakt() }}</code> <code>onclick=</code>",
    "<p>Ein Text, der onclick=x sagt, &lt;script&gt; auch. Achtung!!! Ja</p>",
    '<img src="data:image/png;base64,x" alt="x">',
    '<p title="a > b" lang="de">x</p>',
    f'<meta http-equiv="Content-Security-Policy" content="{policy("p{}")}"><style>p{{}}</style>',
]


@pytest.mark.parametrize("html", SOUND)
def test_sound_pages_pass(html: str) -> None:
    assert list(check_html(html, "index.html")) == []


def write(site: Path, **pages: str) -> Path:
    for name, text in pages.items():
        path = site / name.replace("__", "/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


TARGETS: Final = [
    ('<a href="../b/">', True),
    ('<a href="../b/#anker">', True),
    ('<a href="../b/index.html">', True),
    ('<a href="#hier"><p id="hier">', True),
    ('<a href="../">', True),
    ('<a href="./">', True),
    ('<a href="..">', True),
    ('<a href=".">', True),
    ('<a href="../a">', True),
    ('<a href="../x/../b/">', True),
    ('<a href="../../">', False),
    ('<a href="b/">', False),
    ('<a href="../b/?x=1#anker">', True),
    ('<a href="../c/">', False),
    ('<a href="../b/#fehlt">', False),
    ('<a href="#fehlt">', False),
    ('<img src="fehlt.png" alt="x">', False),
    ('<script src="fehlt.js"></script>', False),
    ('<link rel="stylesheet" href="fehlt.css">', False),
]


@pytest.mark.parametrize(("html", "sound"), TARGETS)
def test_links_lead_to_files(html: str, sound: bool, tmp_path: Path) -> None:
    site = write(tmp_path, a=html, b='<h2 id="anker">x</h2>')
    (site / "index.html").write_text("Start", encoding="utf-8")
    assert [b.rule for b in check_finished(site)] == ([] if sound else ["R-708"])


def test_links_of_the_first_page_lead_to_files(tmp_path: Path) -> None:
    site = write(tmp_path, a="Seite")
    links = '<a href="."></a><a href="./"></a><a href="a/"></a><a href="#x" id="x"></a>'
    (site / "index.html").write_text(links, encoding="utf-8")
    assert check_finished(site) == []
    (site / "index.html").write_text('<a href="x/">', encoding="utf-8")
    assert [b.rule for b in check_finished(site)] == ["R-708"]


def test_every_rule_of_the_last_look_is_tried() -> None:
    tried = {rule for _, rule in FAULTS} | {"R-708"}
    # test_site_build, test_site_events, test_frozen_checks, test_design
    elsewhere = {"R-709", "R-710", "R-711", "R-712", "R-741"}
    assert {n for n in REGISTER.regeln if n.startswith("R-7")} <= tried | elsewhere
