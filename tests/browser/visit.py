"""Opens a page in a fresh context and keeps what happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Final, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from .built_site import Site

AXE: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
AXE_TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_RUN_AXE: Final = """async ([tags, more]) => {
  const result = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(more.map((id) => [id, { enabled: true }])),
    resultTypes: ['violations', 'incomplete'],
  });
  return [...result.violations, ...result.incomplete].flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`));
}"""

_STORED: Final = """async () => [
  ...document.cookie.split(';').map((part) => part.trim()).filter(Boolean),
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
]"""

Scheme = Literal["light", "dark"]


@dataclass
class Visit:
    """A page that is open, with its context and what it did."""

    site: Site
    context: BrowserContext
    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the site and wait until its modules have run."""
        self.messages.clear()
        self.requests.clear()
        self.page.goto(self.site.url(path))

    def foreign_requests(self) -> list[str]:
        """Return the addresses of other hosts that were asked for."""
        own = urlsplit(self.site.origin).netloc
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != own
        ]

    def stored(self) -> list[str]:
        """Return all that the page keeps on the reader's device."""
        cookies = [cookie.get("name", "") for cookie in self.context.cookies()]
        return [*cookies, *self.page.evaluate(_STORED)]

    def axe(self, *more_rules: str) -> list[str]:
        """Return what axe finds, that which it cannot decide included.

        Args:
            more_rules: ids of rules beyond those of :data:`AXE_TAGS`.
        """
        self.page.evaluate(AXE)
        found: list[str] = self.page.evaluate(_RUN_AXE, [list(AXE_TAGS), list(more_rules)])
        return found

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its window."""
        wider: int = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return max(0, wider)


@contextmanager
def visiting(
    browser: Browser,
    site: Site,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Scheme = "light",
    scripts: bool = True,
    calm: bool = False,
) -> Iterator[Visit]:
    """Open an empty page in a context of its own.

    Args:
        browser: the browser of this process.
        site: the site to visit.
        width: of the window, in CSS pixels.
        height: of the window.
        scheme: what the system prefers.
        scripts: whether JavaScript is on.
        calm: whether the system asks for reduced motion; scrolling then takes no time.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=scripts,
        locale="de-DE",
        reduced_motion="reduce" if calm else "no-preference",
    )
    page = context.new_page()
    visit = Visit(site, context, page)
    page.on("console", lambda message: visit.messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.messages.append(f"error: {error}"))
    page.on("request", lambda request: visit.requests.append(request.url))
    try:
        yield visit
    finally:
        context.close()
