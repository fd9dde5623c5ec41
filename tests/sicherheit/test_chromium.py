"""All attacks on real pages of a real build, unchecked, in a real browser: nothing runs.

The check is switched off here, so that the page is built although it is full of attacks; what
protects the reader is the rendering alone. The Content-Security-Policy is left out too, as in the
preview.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from playwright.sync_api import Browser, Dialog, Error, Page

from macros.model.bestand import Bestand
from macros.model.records import Kontakt, Organisation, Schule
from macros.site import plugin as plugin_module
from macros.site.code_state import code_state
from macros.site.finished import check_finished
from macros.site.load import Stoff, load

from .conftest import configured
from .harmless import faults
from .payloads import CHARACTERS, HTML, LINKS, MARKDOWN, URLS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.model.findings import Befund

TRIPWIRE: Final = """
window.__getroffen = [];
for (const name of ['alert', 'confirm', 'prompt', 'msgbox'])
  window[name] = (...values) => { window.__getroffen.push(name + values.join()); };
"""
# Every event an attack waits for, on every element; then the addresses as the browser reads them.
PROVOKE: Final = """
() => {
  // Nothing may lead away from the page: the capture phase comes before every handler's default.
  for (const type of ['click', 'submit'])
    window.addEventListener(type, (event) => event.preventDefault(), true);
  const types = ['click', 'mouseover', 'mouseenter', 'pointerenter', 'focus', 'error', 'load',
                 'toggle', 'begin', 'start'];
  for (const element of document.querySelectorAll('*'))
    for (const type of types)
      element.dispatchEvent(new Event(type, {bubbles: false, cancelable: true}));
  return [...document.querySelectorAll('a[href], area[href]')].map(link => link.protocol);
}
"""
# So many attacks have to work without the walls before the test believes its own tripwire.
WANTED: Final = 40
HEAD: Final = "---\ntitle: Angriffe\ndescription: Alle Angriffe\nart: live\n---\n\n# Angriffe\n\n"


def attack_pages() -> dict[str, str]:
    """Return pages full of attacks."""
    characters = [f"Text{char}Text &#{ord(char)};" for char, _ in CHARACTERS]
    groups = {
        "html": HTML,
        "urls": URLS,
        "markdown": MARKDOWN,
        "links": LINKS,
        "zeichen": characters,
    }
    return {
        f"angriff-{name}.md": HEAD + "\n\n".join(f"{attack}\n\nabc" for attack in attacks)
        for name, attacks in groups.items()
    }


def bend(bestand: Bestand) -> Bestand:
    """Return the data with an attack in every name and address the model would have refused."""
    tables: dict[Any, Any] = dict(bestand.tables)
    attacks = [*HTML, *URLS, *MARKDOWN]
    for typ, fields in (
        (Schule, ("name", "strasse", "website")),
        (Organisation, ("name", "strasse", "website")),
        (Kontakt, ("funktion", "sprechzeiten")),
    ):
        tables[typ] = {
            key: record.model_copy(
                update={f: attacks[(7 * n + 31 * m) % len(attacks)] for m, f in enumerate(fields)}
            )
            for n, (key, record) in enumerate(bestand.tables[typ].items())
        }
    return replace(bestand, tables=tables)


@pytest.fixture
def built(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, list[Befund]]:
    """Build a site full of attacks with all checks switched off; return what the last look said."""
    entries = ""
    for name, text in attack_pages().items():
        (project / "docs" / name).write_text(text, encoding="utf-8")
        entries += f"- {name}: {name}\n"
    nav = project / "docs/nav.yml"
    nav.write_text(nav.read_text(encoding="utf-8") + entries, encoding="utf-8")

    told: list[Befund] = []

    def unchecked(root: Path, region: str = "") -> Stoff:
        stoff = load(root, region)
        assert stoff.bestand is not None
        assert stoff.pages is not None
        stoff.pages.lauf.bestand = bend(stoff.bestand)
        stoff.pages.lauf.forget()
        # The characters are refused when a file is read; here they come through all the same.
        return Stoff(stoff.bestand, stoff.pages, stoff.exports, [])

    def look(site: Path) -> list[Befund]:
        told.extend(check_finished(site))
        return []

    monkeypatch.setattr(plugin_module, "load", unchecked)
    monkeypatch.setattr(plugin_module, "check_finished", look)
    site = tmp_path / "site"
    config = configured(project, site, strict=False)
    config.plugins["rahmenkonzept"].vorschau = True  # leaves the Content-Security-Policy out
    config.plugins["rahmenkonzept"].code = code_state()
    build(config)
    return site, told


@pytest.fixture
def served(built: tuple[Path, list[Befund]]) -> Iterator[str]:
    """Serve the site on this machine."""
    handler = partial(_Quiet, directory=str(built[0]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def visit(page: Page) -> tuple[list[str], set[str]]:
    """Provoke everything on the open page; return what ran and which schemes are linked."""
    schemes = set(page.evaluate(PROVOKE))
    page.wait_for_timeout(50)
    ran: list[str] = page.evaluate("window.__getroffen")
    return ran, schemes


def listen(page: Page) -> tuple[list[str], list[str]]:
    """Return two lists that fill with dialogs and with requested addresses."""
    dialogs: list[str] = []
    urls: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("request", lambda request: urls.append(request.url))
    return dialogs, urls


def test_nothing_runs(built: tuple[Path, list[Befund]], served: str, browser: Browser) -> None:
    site, told = built
    pages = [f"/{name.removesuffix('.md')}/" for name in attack_pages()]
    pages += ["/service/schulen/", "/service/kontakte/", "/service/netzwerk/"]
    pages += ["/service/gemeinden/seehausen/", "/"]
    for path in pages:
        html = (site / path.strip("/") / "index.html").read_text(encoding="utf-8")
        assert 'meta http-equiv="Content-Security-Policy"' not in html, (
            "die Content-Security-Policy soll hier fehlen"
        )
        main = BeautifulSoup(html, "html.parser").select_one(".text__koerper, main")
        assert main is not None
        for own in main.select(".auftakt svg, .auftakt button"):
            own.decompose()  # the theme's own
        assert faults(main.decode_contents(), filter="service" in path) == [], path
        page = browser.new_page()
        dialogs, urls = listen(page)
        page.add_init_script(TRIPWIRE)
        page.goto(served + path)
        ran, schemes = visit(page)
        page.close()
        assert (ran, dialogs) == ([], []), path
        assert schemes <= {"https:", "http:", "mailto:", "tel:"}, path
        assert all(url.startswith(served) for url in urls), path
    # The last look finds dead links (the attacks name pages that do not exist), the characters that
    # pass for marks of a macro, and nothing worse.
    assert {b.rule for b in told} <= {"R-703", "R-704", "R-708"}, told
    assert {b.file for b in told if b.rule == "R-703"} == {"site/angriff-zeichen/index.html"}


def test_the_tripwire_works(browser: Browser) -> None:
    """The same attacks as raw HTML do run: the test above can fail."""
    hit = 0
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    for attack in HTML:
        try:
            page.goto("about:blank")
            page.evaluate(TRIPWIRE)
            page.evaluate("html => { document.write(html); document.close(); }", f"<main>{attack}")
            ran, schemes = visit(page)
        except Error:
            continue  # the attack led the browser away
        hit += bool(ran) or "javascript:" in schemes
        if hit == WANTED:
            return
    pytest.fail(f"nur {hit} Angriffe wirken")
