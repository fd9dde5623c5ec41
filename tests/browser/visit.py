"""Opens a page in a fresh context and keeps what happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from .built_site import Site

AXE: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
AXE_TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_RUN_AXE: Final = """async ([tags, more, checks]) => {
  const result = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(more.map((id) => [id, { enabled: true }])),
    checks,
    resultTypes: ['violations', 'incomplete'],
  });
  const list = (rules, decided) => rules.flatMap(({ id, tags, nodes }) => nodes.map((node) => ({
    id, tags, decided, text: `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)} ${
      decided ? '' : node.any.concat(node.all, node.none).map((part) => part.message).join(' ')}`,
  })));
  return [...list(result.violations, true), ...list(result.incomplete, false)];
}"""

# 7:1, and 4.5:1 for large text: the numbers of color-contrast-enhanced.
_OWN_TARGET: Final = {
    "color-contrast": {
        "options": {"contrastRatio": {"normal": {"expected": 7}, "large": {"expected": 4.5}}}
    }
}

_STORED: Final = """async () => [
  ...document.cookie.split(';').map((part) => part.trim()).filter(Boolean),
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
]"""

# A filter is loaded by those pages only that have one, and may come after all else.
_FILTER_IS_THERE: Final = """async () => {
  const end = performance.now() + 5000;
  while (document.querySelector('form[data-filter][hidden]') && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 10));
  }
}"""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class AxeFault:
    """One place that breaks one rule of axe, or of which axe cannot say whether it does.

    Attributes:
        rule: id of the rule.
        decided: False if a person has to look.
        text: rule, place and source.
        best_practice: whether it is good practice rather than a criterion.
        enhanced: whether it is our own target of 7:1.
    """

    rule: str
    decided: bool
    text: str
    best_practice: bool
    enhanced: bool


@dataclass
class Visit:
    """A page that is open, with its context and what it did.

    Attributes:
        site: the site that is visited.
        context: the browser's context, with its cookies.
        page: the open page.
        width: of the window, in CSS pixels.
        scheme: what the system prefers.
        scripts: whether JavaScript is on.
        path: of the open page.
        messages: what the page has written to the console.
        requests: the addresses it has asked for.
        kept: results that several checks of this page share.
    """

    site: Site
    context: BrowserContext
    page: Page
    width: int = 1280
    scheme: Scheme = "light"
    scripts: bool = True
    path: str = ""
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    _plain: Page | None = None

    def plain(self) -> Page:
        """Return the same page without scripts, opened in a second context of this visit."""
        if self._plain is None:
            browser = self.context.browser
            assert browser is not None
            size = self.page.viewport_size
            context = browser.new_context(
                viewport=size, color_scheme=self.scheme, java_script_enabled=False, locale="de-DE"
            )
            self._plain = context.new_page()
        self._plain.goto(self.site.url(self.path))
        return self._plain

    def close(self) -> None:
        """Close what belongs to this visit."""
        if self._plain is not None:
            self._plain.context.close()
        self.context.close()

    def open(self, path: str) -> None:
        """Go to a page of the site and wait until its modules have run."""
        self.messages.clear()
        self.requests.clear()
        self.kept.clear()
        self.path = path
        self.page.goto(self.site.url(path))
        if self.scripts:
            self.page.evaluate(_FILTER_IS_THERE)

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
        """Return what axe finds now, that which it cannot decide included.

        Args:
            more_rules: rules to apply beside those of WCAG 2.2 AA.
        """
        return [fault.text for fault in self._run_axe(*more_rules)]

    def axe_all(self) -> list[AxeFault]:
        """Return what axe finds now, with rule and verdict, our own target left out."""
        return self._run_axe()

    def axe_faults(self, wanted: Callable[[AxeFault], bool]) -> list[str]:
        """Return the decided faults of one kind; axe runs once for each opened page."""
        return [f.text for f in self._axe_once() if f.decided and wanted(f)]

    def axe_undecided(self) -> list[str]:
        """Return the places where axe asks for a person."""
        return [fault.text for fault in self._axe_once() if not fault.decided]

    def _axe_once(self) -> list[AxeFault]:
        if "axe" not in self.kept:
            # What reaches 7:1 passes both rules; only what does not has to be measured twice.
            found = self._run_axe(checks=_OWN_TARGET)
            if any(fault.rule == "color-contrast" for fault in found):
                found = self._run_axe("color-contrast-enhanced")
            self.kept["axe"] = found
        kept: list[AxeFault] = self.kept["axe"]
        return kept

    def _run_axe(
        self, *more_rules: str, checks: Mapping[str, Any] = MappingProxyType({})
    ) -> list[AxeFault]:
        if not self.page.evaluate("'axe' in globalThis"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(_RUN_AXE, [list(AXE_TAGS), list(more_rules), dict(checks)])
        return [
            AxeFault(
                rule=fault["id"],
                decided=fault["decided"],
                text=fault["text"],
                best_practice="best-practice" in fault["tags"],
                enhanced=fault["id"] == "color-contrast-enhanced",
            )
            for fault in found
        ]

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
    visit = Visit(site, context, page, width, scheme, scripts)
    page.on("console", lambda message: visit.messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.messages.append(f"error: {error}"))
    page.on("request", lambda request: visit.requests.append(request.url))
    try:
        yield visit
    finally:
        visit.close()
