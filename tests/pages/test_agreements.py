"""The pages of agreements: from the text or from the record, checked like any chapter, frozen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from macros.model.agreement_texts import Vereinbarungstext
from macros.model.records import Vereinbarung
from macros.pages.agreements import agreement_pages, check_agreement
from macros.pages.check import check_page, check_site
from macros.pages.renderer import render
from macros.pages.run import Makrolauf
from macros.pages.tree import Zielbaum
from macros.publish.order_files import Baumplan
from macros.publish.wording_of import wording_of
from macros.site.order import Art
from tests.musterkreis import ROOT
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

HEAD = "---\ntitle: Steuerung\ndescription: Wer steuert.\nart: wortlaut\n---\n\n# Steuerung\n\n"
ID = "steuerung-land-und-kreis"
CALL = f'{{{{ vereinbarung("{ID}") }}}}'


def judged(bestand: Bestand, body: str) -> list[Befund]:
    text = Vereinbarungstext(ID, f"w/{ID}.md", (HEAD + body).encode())
    pages = agreement_pages(replace(bestand, vereinbarungstexte={ID: text}))
    seite = next(s for s in pages if s.uri == f"vereinbarungen/{ID}.md")
    found = [*seite.befunde, *check_page(seite, Makrolauf(bestand)), *check_agreement(seite)]
    return sorted(found, key=lambda b: b.sort_key())


def test_each_agreement_has_a_page_from_its_text_or_its_record(bestand: Bestand) -> None:
    pages = {seite.uri: seite for seite in agreement_pages(bestand)}
    assert list(pages) == [f"vereinbarungen/{v.id}.md" for v in bestand.alle(Vereinbarung)]
    text = pages[f"vereinbarungen/{ID}.md"]
    assert text.file.startswith("data/regionen/musterkreis/wortlaut/vereinbarungen/")
    assert "## Wortlaut" in text.text
    plain = pages["vereinbarungen/verbund-sued.md"]
    assert plain.kopf == {
        "title": "Gemeinsame Schulsozialarbeit im Süden des Kreises",
        "description": "Vereinbarung: Gemeinsame Schulsozialarbeit im Süden des Kreises",
        "art": "wortlaut",
    }
    for seite in pages.values():
        assert [*seite.befunde, *check_page(seite, Makrolauf(bestand))] == []
        assert list(check_agreement(seite)) == []


@pytest.mark.parametrize(
    "title", ["# a *b* [c](d)", 'Er: "x"', "Das ist's: 100 % & mehr", "x" * 400]
)
def test_a_title_stays_text(bestand: Bestand, title: str) -> None:
    v = bestand.finde(Vereinbarung, "verbund-sued")
    assert v is not None
    table: dict[str, Any] = {v.id: v.model_copy(update={"titel": title})}
    bent = replace(bestand, tables={**bestand.tables, Vereinbarung: table})
    (seite,) = agreement_pages(bent)
    assert [*seite.befunde, *check_page(seite, Makrolauf(bent))] == []
    html = render(seite.text.partition("{{")[0]).html
    assert BeautifulSoup(html, "html.parser").get_text().strip() == title
    assert seite.kopf["title"] == (title if len(title) < 100 else "x" * 119 + "…")


def test_a_text_is_checked_like_any_chapter(bestand: Bestand) -> None:
    assert judged(bestand, f"Kreis und Land.\n\n{CALL}\n\n## Wortlaut\n\nAlles gilt.") == []
    found = judged(bestand, f"Kreis <b>und</b> Land.\n\n{CALL}\n\n#### Zu tief\n\n[hier](x.md)")
    assert {"R-408", "R-419", "R-415"} <= {b.rule for b in found}
    assert {b.file for b in found} == {f"w/{ID}.md"}
    found = judged(bestand, f"{CALL}\n\n{{% for x in y %}}")
    assert "R-405" in {b.rule for b in found}


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        ("Nur Text.", 7, f"Das Makro „vereinbarung“ mit der Kennung „{ID}“ fehlt."),
        (
            '{{ vereinbarung("verbund-sued") }}',
            9,
            f"Das Makro „vereinbarung“ mit der Kennung „{ID}“ fehlt.",
        ),
        (
            f"{CALL}\n\n{CALL}",
            11,
            f"Das Makro „vereinbarung“ mit der Kennung „{ID}“ steht mehrmals oder mit fremder "
            "Kennung.",
        ),
    ],
)
def test_a_text_shows_its_own_record_once(
    bestand: Bestand, body: str, line: int, message: str
) -> None:
    found = [b for b in judged(bestand, body) if b.rule == "R-521"]
    assert [(b.line, b.message, b.remedy) for b in found] == [(line, message, CALL)]


def test_in_a_superseded_fassung_it_leads_to_the_live_pages(bestand: Bestand) -> None:
    fassung = bestand.region.fassungen[-1]
    live = frozenset({"service/vereinbarungen.md", "service/gemeinden/seehausen.md"})
    baum = Zielbaum(fassung, abgeloest=True, live="../2027.1/", live_seiten=live)
    geprueft = check_site(ROOT, bestand, baum)
    uri = f"vereinbarungen/{ID}.md"
    assert [b for b in geprueft.befunde if b.file == geprueft.seiten[uri].file] == []
    fragment = geprueft.lauf.seite(uri).call("vereinbarung", [ID], {})
    soup = BeautifulSoup(str(fragment.html), "html.parser")
    ways = {str(a["href"]) for a in soup.select("a[href*='../2027.1/']")}
    assert "../../../2027.1/service/vereinbarungen/" in ways
    assert "../../../2027.1/service/gemeinden/seehausen/" in ways
    assert not any("#" in way for way in ways)
    assert not soup.select("a[download]"), "ein Muster ist von heute, der Text von damals"
    assert "Stand heute" in soup.get_text()


def _frozen() -> dict[str, bytes]:
    region = "data/regionen/musterkreis/wortlaut"
    paths = [
        *(ROOT / "data/katalog").glob("*.yml"),
        *(ROOT / region / "vereinbarungen").glob("*.md"),
        ROOT / region / "vereinbarungen.yml",
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


def test_the_ledger_holds_the_text_and_not_what_changes() -> None:
    files = _frozen()
    page = f"vereinbarungen/{ID}.md"
    path = f"data/regionen/musterkreis/wortlaut/{page}"
    before = wording_of(files, STICHTAG)
    assert set(before) == {page, "vereinbarungen/standort-grundschule-am-see.md"}
    records = "data/regionen/musterkreis/wortlaut/vereinbarungen.yml"
    other = files | {records: files[records].replace(b"2029-07-31", b"2031-07-31")}
    assert wording_of(other, STICHTAG) == before
    old = b"gleichberechtigt zusammen"
    assert old in files[path]
    changed = wording_of(files | {path: files[path].replace(old, b"zusammen")}, STICHTAG)
    assert changed[page] != before[page]
    assert {uri for uri in before if changed[uri] != before[uri]} == {page}


def test_a_tree_knows_its_agreements() -> None:
    plan = Baumplan("2026.2", Art.ABGELOEST, STICHTAG, _frozen())
    assert plan.seiten == {
        f"vereinbarungen/{ID}.md",
        "vereinbarungen/standort-grundschule-am-see.md",
    }
