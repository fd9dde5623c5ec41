"""Builds a region's site as a reader would get it, and serves it on this machine."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from macros.exports.kinderschutz_file import DATEI
from tests.stichtag import STICHTAG

ROOT: Final = Path(__file__).parents[2]
ERROR_PAGE: Final = "/404.html"
# One page for each make of page; pages made of the same components are looked at once, as all are.
PAGE_TYPES: Final = (
    "/",
    "/auftrag/was-schulsozialarbeit-ist/",
    "/konzept/weg/",
    "/standards/",
    "/glossar/",
    "/service/schulen/",
    "/service/vereinbarungen/",
    "/service/kontakte/",
    "/service/zahlen/",
    "/service/termine/",
    "/service/gremien/",
    "/service/neu/",
    "/service/kinderschutz/",
    "/service/kinderschutz-blatt/",
    "/service/daten/",
    "/service/muster/",
    "/service/selbstevaluation/",
    "/service/konzept-beschliessen/",
    "/service/handzettel/",
    "/service/vorhaben/",
    "/service/barrierefreiheit/",
    "/service/hilfe/gestaltung/",
    ERROR_PAGE,
)
# Of pages that come from data one each; a region without such data has none.
_FROM_DATA: Final = ("/service/gemeinden/", "/vereinbarungen/", "/service/fassungen/")
_FASSUNG: Final = re.compile(r"/20\d\d\.\d+/")
REGIONS: Final = ("musterkreis", "kreis-soest")


@dataclass(frozen=True)
class Site:
    """A built site that can be visited."""

    region: str
    root: Path
    origin: str
    stichtag: date = STICHTAG

    def pages(self) -> list[str]:
        """Return the paths of all pages, the error page included.

        Redirects are left out, and so is the file for the phone: it has no head and no foot by
        intention, and ``test_child_protection`` looks at it.
        """
        return sorted(
            "/" + file.relative_to(self.root).as_posix().removesuffix("index.html")
            for file in self.root.rglob("*.html")
            if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
            and not file.as_posix().endswith(f"/{DATEI}")
        )

    def page_types(self) -> list[str]:
        """Return one page of each type; in a publication those of the Fassung in force.

        Raises:
            AssertionError: a page that stands for its type is not there.
        """
        pages = self.pages()
        trees = sorted((p for p in pages if _FASSUNG.fullmatch(p)), reverse=True)
        prefix = next(iter([*trees, *(p for p in pages if p == "/entwurf/")]), "/").rstrip("/")
        # The error page is one for all trees.
        types = [page if page == ERROR_PAGE else f"{prefix}{page}" for page in PAGE_TYPES]
        missing = sorted({*types} - {*pages})
        assert not missing, f"{self.region} hat keine Seite {', '.join(missing)}"
        made = [next((p for p in pages if p.startswith(prefix + at)), "") for at in _FROM_DATA]
        return [*types, *filter(None, made)]

    def url(self, page: str) -> str:
        return f"{self.origin}{page}"


def build(region: str, shared: Path) -> Path:
    """Build a region once for all test processes and return the folder.

    Raises:
        AssertionError: the build did not end with 0 or warned; the message holds all it said.
    """
    target = shared / f"site-{region}"
    fault = shared / f"site-{region}.txt"
    with (shared / f"site-{region}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not fault.exists():
            result = mkdocs(ROOT, target, REGION=region)
            said = result.stdout + result.stderr
            good = result.returncode == 0 and "WARNING" not in result.stderr
            fault.write_text("" if good else said or "ohne ein Wort", encoding="utf-8")
    message = fault.read_text(encoding="utf-8")
    assert not message, message
    return target


def mkdocs(root: Path, site: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the build as the make command does, on a fixed day and with a fixed time of the build."""
    defaults = {
        "REGION": "musterkreis",
        "RAHMEN_STICHTAG": STICHTAG.isoformat(),
        "SOURCE_DATE_EPOCH": "1795000000",
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=root,
        env=os.environ | defaults | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


class _Handler(SimpleHTTPRequestHandler):
    """Answers like a web host: the site's own error page, and no log."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        error_page = Path(self.directory) / "404.html"
        if code != 404 or not error_page.exists():
            super().send_error(code, message, explain)
            return
        body = error_page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextmanager
def serve(region: str, root: Path, stichtag: date = STICHTAG) -> Iterator[Site]:
    """Serve a folder on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(region, root, f"http://127.0.0.1:{server.server_port}", stichtag)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
