"""What readers search for is found: with our index, and for comparison without its additions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from playwright.sync_api import Browser, Locator, expect

from .built_site import Site
from .visit import Visit, visiting

QUERIES: Final = Path(__file__).with_name("anfragen.yml")
FIRST: Final = 0.85
AMONG_THREE: Final = 0.97

# One page asks everything: our search as readers have it, then the same worker with an index that
# has neither our fields nor our entries, and the words as they were typed.
_ASK: Final = """async (queries) => {
  const dialog = document.querySelector('[data-suche]');
  const { startFinder } = await import(new URL(document.querySelector(
    'script[type=module]').src).href.replace('page.js', 'finder.js'));
  const file = new URL(dialog.dataset.verzeichnisDatei, document.baseURI).href;
  const workerFile = new URL(dialog.dataset.worker, document.baseURI).href;
  const find = await startFinder(file, workerFile);
  const ours = [];
  for (const query of queries) {
    const { hits } = await find(query);
    ours.push(hits.slice(0, 3).map(({ head, page, sections }) => [
      head.location, page.location, ...sections.slice(0, 3).map(({ location }) => location),
    ]));
  }
  const index = await (await fetch(file)).json();
  const { titelworte, textworte, ...fields } = index.config.fields;
  index.config.fields = fields;
  index.docs = index.docs.filter((doc) => !doc.eintrag)
    .map(({ location, title, text }) => ({ location, title, text }));
  const worker = new Worker(workerFile);
  const answer = () => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data.data);
  });
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await answer();
  const stock = [];
  for (const query of queries) {
    worker.postMessage({ type: 2, data: query });
    stock.push((await answer()).items.slice(0, 3).map((group) => group.map((e) => e.location)));
  }
  worker.terminate();
  return { ours, stock };
}"""


@dataclass(frozen=True)
class Anfrage:
    """What somebody types, and the addresses of which one is to be found."""

    suche: str
    treffer: tuple[str, ...]

    def rank(self, hits: list[list[str]], *, anchors: bool) -> int | None:
        """Return the place of the first hit that is right, or None.

        Args:
            hits: for each hit the addresses it shows.
            anchors: whether an entry must be shown itself; else its page is enough.
        """
        for place, shown in enumerate(hits, start=1):
            pages = {location.partition("#")[0] for location in shown}
            for wanted in self.treffer:
                if wanted in shown or (not anchors and wanted.partition("#")[0] in pages):
                    return place
        return None


def queries() -> Iterator[Anfrage]:
    """Yield the queries of all groups of readers."""
    groups = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    for entries in groups.values():
        for entry in entries:
            yield Anfrage(entry["suche"], tuple(entry["treffer"]))


def _share(ranks: list[int | None], within: int) -> float:
    return sum(rank is not None and rank <= within for rank in ranks) / len(ranks)


@pytest.fixture(scope="module")
def answers(browser: Browser, built_site: Any) -> dict[str, list[list[list[str]]]]:
    with visiting(browser, built_site("musterkreis")) as visit:
        visit.open("/service/impressum/")
        found: dict[str, list[list[list[str]]]] = visit.page.evaluate(
            _ASK, [anfrage.suche for anfrage in queries()]
        )
        assert visit.messages == []
        return found


def test_there_are_enough_queries_and_none_twice() -> None:
    asked = [anfrage.suche for anfrage in queries()]
    assert len(asked) >= 60
    assert len(set(asked)) == len(asked)


def test_readers_find_what_they_look_for(answers: dict[str, list[list[list[str]]]]) -> None:
    asked = list(queries())
    ours = [q.rank(hits, anchors=True) for q, hits in zip(asked, answers["ours"], strict=True)]
    stock = [q.rank(hits, anchors=False) for q, hits in zip(asked, answers["stock"], strict=True)]
    figures = {
        name: (_share(ranks, 1), _share(ranks, 3))
        for name, ranks in (("ours", ours), ("stock", stock))
    }
    for name, (first, three) in figures.items():
        print(f"{name}: hit@1 {first:.3f}, hit@3 {three:.3f} of {len(asked)} queries")
    missed = [
        f"{q.suche}: place {rank}, {hits}"
        for q, rank, hits in zip(asked, ours, answers["ours"], strict=True)
        if rank != 1
    ]
    print("\n".join(missed))
    assert figures["ours"][0] >= FIRST, missed
    assert figures["ours"][1] >= AMONG_THREE, missed
    assert figures["ours"][0] > figures["stock"][0]


def _search(visit: Visit, query: str) -> Locator:
    visit.open("/service/impressum/")
    visit.page.get_by_role("button", name="Suche").click()
    visit.page.keyboard.type(query)
    return visit.page.get_by_role("dialog", name="Suche")


def test_a_result_says_what_it_is_and_shows_the_number(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        first = _search(visit, "Rufbereitschaft").get_by_role("listitem").first
        expect(first).to_contain_text("Kontakt")
        expect(first).to_contain_text("030 23125-111")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/service/kontakte/#kinderschutz-bereitschaft")
        expect(visit.page.locator("#kinderschutz-bereitschaft")).to_be_in_viewport()


def test_an_empty_result_suggests_a_word_and_leads_on(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis, width=320, height=640) as visit:
        dialog = _search(visit, "Kinderschuz")
        expect(dialog.get_by_role("status")).to_contain_text("So geschrieben kommt es nicht vor")
        help_link = dialog.get_by_role("link", name="Nummern für den Kinderschutz")
        expect(help_link).to_be_attached()
        assert visit.axe() == []
        dialog.get_by_role("button", name="Kinderschutz", exact=True).click()
        expect(dialog.get_by_role("status")).to_contain_text("gefunden")
        expect(dialog.locator(".suche__treffer a").first).to_have_attribute(
            "href", re.compile(r"/service/kinderschutz/$")
        )
        expect(help_link).to_be_hidden()


def test_where_nothing_is_like_it_the_ways_on_remain(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        dialog = _search(visit, "xqzvwkj")
        expect(dialog.get_by_role("status")).to_contain_text("Nichts gefunden")
        dialog.get_by_role("link", name="Wer ist zuständig?").click()
        visit.page.wait_for_url("**/service/wer-ist-zustaendig/")
        expect(dialog).to_be_hidden()
