"""The site on a real nginx with the shipped settings: headers arrive, and nothing is blocked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from macros.publish.server_headers import HEADERS

from .built_site import Site
from .checks.registry import PRUEFUNGEN, Umfang, of
from .checks.views import MODULES
from .nginx import nginx, shipped
from .visit import visiting

SILENT: Final = ("S1", "S2", "S3", "S4")
# A chapter with terms, a list with a filter, a page in a place of its own.
OPERATED: Final = ("/auftrag/was-schulsozialarbeit-ist/", "/service/schulen/", "/404.html")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def on_nginx(built_site: Callable[[str], Site], place: Path) -> Iterator[Site]:
    root = built_site("musterkreis").root
    with nginx("musterkreis", root, place, shipped) as site:
        yield site


def test_every_answer_carries_the_headers(browser: Browser, on_nginx: Site) -> None:
    with visiting(browser, on_nginx) as visit:
        for path, status in (
            ("/", 200),
            ("/glossar/", 200),
            ("/assets/favicon.svg", 200),
            ("/search/search_index.json", 200),
            ("/gibt/es/nicht/", 404),
            ("/.git/config", 404),
        ):
            answer = visit.page.request.get(on_nginx.url(path))
            assert answer.status == status, path
            for name, value in HEADERS.items():
                assert answer.headers.get(name.lower()) == value, f"{path}: {name}"
            assert answer.headers["server"] == "nginx"
            assert "x-robots-tag" not in answer.headers
            assert "content-disposition" not in answer.headers
        # It has a style of its own, which this policy forbids; saved, it has its own policy.
        phone = visit.page.request.get(on_nginx.url("/service/daten/kinderschutz.html"))
        assert (phone.status, phone.headers["content-disposition"]) == (200, "attachment")
        draft = visit.page.request.get(on_nginx.url("/entwurf/"))
        assert draft.headers["x-robots-tag"] == "noindex"
        assert "Diese Seite gibt es nicht" in draft.text()


def test_no_message_no_trace_with_menu_search_and_filter_in_use(
    browser: Browser, on_nginx: Site
) -> None:
    assert MODULES
    faults: dict[str, list[str]] = {}
    operated = [*of(Umfang.SEITENART), *(PRUEFUNGEN[id] for id in SILENT)]
    with visiting(browser, on_nginx, width=320) as visit:
        for path in OPERATED:
            visit.open(path)
            found = [fault for check in operated for fault in check.finde(visit)]
            if found:
                faults[path] = found
        for path in {*on_nginx.page_types()} - {*OPERATED}:
            visit.open(path)
            found = [fault for id in SILENT for fault in PRUEFUNGEN[id].finde(visit)]
            if found:
                faults[path] = found
    assert faults == {}


def test_the_log_knows_no_whole_address(browser: Browser, on_nginx: Site, place: Path) -> None:
    with visiting(browser, on_nginx) as visit:
        visit.open("/glossar/")
    lines = (place / "access.log").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(line.startswith("127.0.0.0 [") for line in lines)


def test_a_policy_that_is_broken_is_told(browser: Browser, on_nginx: Site) -> None:
    with visiting(browser, on_nginx) as visit:
        visit.open("/glossar/")
        visit.page.evaluate(
            "document.body.insertAdjacentHTML('beforeend',"
            ' \'<img alt="" src="https://fremd.example.org/a.png">\')'
        )
        assert any("Content Security Policy" in fault for fault in PRUEFUNGEN["S4"].finde(visit))
