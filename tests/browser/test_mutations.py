"""Each check was seen red: it reports the faults that are made on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from .built_site import Site, serve
from .checks.registry import PRUEFUNGEN, Umfang
from .checks.views import MODULES
from .mutations import MUTATIONS, Mutation
from .visit import visiting

PARTS: Final = 4
_RUN: Final = "(source) => new Function('main', source)(document.querySelector('main'))"


def test_every_check_has_a_mutation() -> None:
    assert MODULES
    mutated = {mutation.check for mutation in MUTATIONS} | {check for check, _ in FILES}
    assert mutated == set(PRUEFUNGEN)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_check_reports_the_fault(browser: Browser, musterkreis: Site, part: int) -> None:
    silent: list[Mutation] = []
    chosen = sorted(MUTATIONS[part::PARTS], key=lambda mutation: (mutation.width, mutation.check))
    assert chosen
    for width in sorted({mutation.width for mutation in chosen}):
        with visiting(browser, musterkreis, width=width, height=800) as visit:
            for mutation in (m for m in chosen if m.width == width):
                visit.open(mutation.page)
                visit.page.evaluate(_RUN, mutation.change)
                if not PRUEFUNGEN[mutation.check].finde(visit):
                    silent.append(mutation)
                visit.context.clear_cookies()
                visit.page.evaluate("localStorage.clear(), sessionStorage.clear()")
    assert silent == []


def _edit(old: str, new: str, page: str = "glossar/index.html") -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / page
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def _age(root: Path) -> None:
    file = root / "service/barrierefreiheit/index.html"
    text = file.read_text(encoding="utf-8")
    for year in ("2025", "2026"):
        text = text.replace(f" {year}", " 2019").replace(f"\u00a0{year}", "\u00a02019")
    file.write_text(text, encoding="utf-8")


def _redirect(root: Path) -> None:
    (root / "alt").mkdir()
    (root / "alt/index.html").write_text(
        '<!doctype html><html><head><title>Redirecting</title><meta http-equiv="refresh"'
        ' content="1; url=../"></head><body>Redirecting</body></html>',
        encoding="utf-8",
    )


def _without_statement(root: Path) -> None:
    shutil.rmtree(root / "service/barrierefreiheit")


FILES: Final[tuple[tuple[str, Callable[[Path], None]], ...]] = (
    ("T17", _edit("</h1>", "</h1><p><div>falsch</div></p>")),
    ("T43", _age),
    ("T43", _without_statement),
    ("W1", _edit("<title>", "<title>Doppelt</title><title>", "standards/index.html")),
    ("W2", _redirect),
)


@pytest.mark.parametrize("number", range(len(FILES)))
def test_the_check_of_files_reports_the_fault(
    browser: Browser, musterkreis: Site, tmp_path: Path, number: int
) -> None:
    id, change = FILES[number]
    root = tmp_path / "site"
    names = ("glossar", "standards", "service/barrierefreiheit")
    for name in names:
        shutil.copytree(musterkreis.root / name, root / name)
    change(root)
    if id == "W1":
        _edit("<title>", "<title>Doppelt</title><title>")(root)
    check = PRUEFUNGEN[id]
    assert check.umfang is Umfang.WEBSITE
    with serve("verändert", root) as site, visiting(browser, site) as visit:
        assert check.finde(visit)
