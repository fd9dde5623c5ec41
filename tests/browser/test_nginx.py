"""The site on a real nginx with the shipped settings: headers arrive, and nothing is blocked."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from macros.publish.server_headers import HEADERS

from .built_site import ROOT, Site
from .checks.registry import PRUEFUNGEN, Umfang, of
from .checks.views import MODULES
from .visit import visiting

CONFIG: Final = ROOT / "setup/server/nginx.conf"
NGINX: Final = "/usr/sbin/nginx"
SILENT: Final = ("S1", "S2", "S3", "S4")
_FRAME: Final = """worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
include /etc/nginx/mime.types;
client_body_temp_path {folder}/a;
proxy_temp_path {folder}/b;
fastcgi_temp_path {folder}/c;
uwsgi_temp_path {folder}/d;
scgi_temp_path {folder}/e;
{settings}
}}
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _settings(root: Path, folder: Path, port: int) -> str:
    """Return the shipped settings with the places of this machine, and without TLS."""
    text = CONFIG.read_text(encoding="utf-8")
    first = text.index("server {")
    text = text[:first] + text[text.index("server {", first + 1) :]
    text = re.sub(r"\n\s*ssl_\w+ [^;]+;", "", text)
    for old, new in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port}"),
        ("/srv/rahmenkonzept/oeffentlich", str(root)),
        ("/var/log/nginx/rahmenkonzept.log", f"{folder}/access.log"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def on_nginx(built_site: Callable[[str], Site], place: Path) -> Iterator[Site]:
    musterkreis, folder = built_site("musterkreis"), place
    port = _free_port()
    config = folder / "nginx.conf"
    settings = _settings(musterkreis.root, folder, port)
    config.write_text(_FRAME.format(folder=folder, settings=settings), encoding="utf-8")
    # Started by root, nginx would serve as a user who may not read the folder of this test.
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    with subprocess.Popen([NGINX, "-c", str(config), *user]) as server:
        try:
            _wait_for(port, server)
            yield Site("musterkreis", musterkreis.root, f"http://127.0.0.1:{port}")
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert server.poll() is None, "nginx läuft nicht."
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("nginx antwortet nicht.")


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
        draft = visit.page.request.get(on_nginx.url("/entwurf/"))
        assert draft.headers["x-robots-tag"] == "noindex"
        assert "Diese Seite gibt es nicht" in draft.text()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_message_no_trace_with_menu_and_search_in_use(
    browser: Browser, on_nginx: Site, width: int
) -> None:
    assert MODULES
    faults: dict[str, list[str]] = {}
    with visiting(browser, on_nginx, width=width) as visit:
        for path in on_nginx.page_types():
            visit.open(path)
            checks = [*of(Umfang.SEITENART), *(PRUEFUNGEN[id] for id in SILENT)]
            found = [fault for check in checks for fault in check.finde(visit)]
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
