"""The wall behind „text is not code“: even markup that got through does not run or call anybody."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Browser, Route

from .built_site import Site
from .visit import Visit, visiting

SMUGGLED: Final = """
<script>window.gelaufen = 'script';</script>
<img src="x" onerror="window.gelaufen = 'onerror'">
<svg onload="window.gelaufen = 'onload'"></svg>
<a id="falle" href="javascript:window.gelaufen='href'">Klick</a>
<iframe src="https://fremd.example.org/rahmen"></iframe>
<img src="https://fremd.example.org/bild.png">
<link rel="stylesheet" href="https://fremd.example.org/stil.css">
<form action="https://fremd.example.org/"><button id="senden">Senden</button></form>
<p id="stil" style="position: fixed">Text</p>
"""

# In one step: a navigation that the policy has stopped keeps the driver waiting for its end.
_USE: Final = """async () => {
  document.querySelector('#falle').click();
  document.querySelector('#senden').click();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return [window.gelaufen ?? null, getComputedStyle(document.querySelector('#stil')).position];
}"""


def _smuggle(visit: Visit) -> None:
    """Put markup into the page on its way to the browser."""

    def change(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{SMUGGLED}", 1))

    visit.page.route("**/glossar/", change)
    visit.page.route("https://fremd.example.org/**", lambda route: route.fulfill(body="erreicht"))
    visit.open("/glossar/")


def test_smuggled_markup_neither_runs_nor_calls(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        answers: list[str] = []
        visit.page.on("response", lambda response: answers.append(response.url))
        _smuggle(visit)
        ran, position = visit.page.evaluate(_USE)
        assert ran is None
        assert position == "static"
        assert [url for url in answers if not url.startswith(musterkreis.origin)] == []
        assert visit.page.url == musterkreis.url("/glossar/")
        assert any("Content Security Policy" in message for message in visit.messages)
