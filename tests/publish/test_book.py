"""The whole Rahmenkonzept as PDF: complete, tagged, without contacts, the same on any day."""

from __future__ import annotations

import builtins
import io
import itertools
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
from click.testing import CliRunner

from macros.cli import book as command
from macros.cli.book import pdf
from macros.publish.book import pdf as book
from macros.publish.book import publication
from macros.publish.book.chapters import parts_of
from macros.publish.faults import PublishFaultError
from macros.publish.frozen import frozen_part
from macros.publish.order_files import fassung_plan
from macros.publish.switch import PUBLIC
from macros.site.context import rahmen_for
from macros.site.order import Art, Bauauftrag, Fassungslink, book_name
from tests.stichtag import STICHTAG

from ..musterkreis import ROOT, musterkreis
from .pdf_structure import Aufbau
from .project import publish_to

SAMPLE = ("docs/index.md", "docs/konzept/weg.md", "docs/standards/ergebnis.md",
          "docs/kinderschutz/vorgehen.md", "docs/glossar.md")  # fmt: skip


@cache
def wording(name: str) -> dict[str, bytes]:
    fassung = next(f for f in musterkreis().region.fassungen if f.name == name)
    found = frozen_part(ROOT, "musterkreis", fassung)
    assert not found.befunde
    return dict(found.dateien)


def html(name: str, files: dict[str, bytes] | None = None, **region: Any) -> str:
    bestand = musterkreis()
    fassung = next(f for f in bestand.region.fassungen if f.name == name)
    of = bestand.region.model_copy(update=region)
    return book.book_html(wording(name) if files is None else files, of, fassung, STICHTAG)


def sample() -> dict[str, bytes]:
    """A few chapters of the newest Fassung: with a drawing, tables, standards, terms."""
    return {
        path: data
        for path, data in wording("2026.2").items()
        if not path.endswith(".md") or path in SAMPLE or "/texte/" in path
    }


@pytest.fixture(scope="module")
def written() -> bytes:
    return book.write_book(html("2026.2", sample()), sample())


@pytest.fixture(scope="module")
def aufbau(written: bytes) -> Aufbau:
    return Aufbau(written)


def test_the_file_says_what_it_is(aufbau: Aufbau) -> None:
    assert aufbau.titel == "Rahmenkonzept Schulsozialarbeit im Musterkreis – Fassung 2026.2"
    assert aufbau.sprache == "de"
    assert aufbau.markiert
    assert aufbau.zeigt_titel
    assert aufbau.pdfua == "1"


def test_headings_never_skip_a_level(aufbau: Aufbau) -> None:
    levels = [level for level, _ in aufbau.ueberschriften]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    assert len(levels) > 30


def test_bookmarks_and_contents_lead_to_each_chapter(aufbau: Aufbau) -> None:
    titles = ["Vorgehen bei Verdacht auf Kindeswohlgefährdung", "Ergebnisqualität", "Glossar"]
    for title in titles:
        assert any(title in text for text in aufbau.lesezeichen), title
        assert title in aufbau.seiten[1]
    assert re.search(r"Ergebnisqualität[ .]+\d+", aufbau.seiten[1])


def test_each_picture_has_a_text_and_each_table_headers(aufbau: Aufbau) -> None:
    assert len(aufbau.bilder) >= 2
    assert all(text and len(text) > 20 for text in aufbau.bilder)
    assert aufbau.tabellen
    assert all(heads > 0 for heads in aufbau.tabellen)
    assert aufbau.zellen_ohne_kopf == 0


def test_links_say_where_they_lead_and_stand_in_the_structure(aufbau: Aufbau) -> None:
    assert aufbau.links
    assert all(link.beschreibung and link.in_struktur for link in aufbau.links)
    assert all(page.get("/Tabs") == "/S" and "/StructParents" in page for page in aufbau.blaetter)


def test_fonts_are_inside_and_pages_are_counted(aufbau: Aufbau) -> None:
    assert aufbau.schriften_ohne_datei == []
    count = len(aufbau.seiten)
    assert f"Seite {count} von {count}" in aufbau.seiten[-1]
    assert "Fassung 2026.2 · beschlossen am 19.\xa0November\xa02026" in aufbau.seiten[-1]
    assert "Vorführung, keine amtliche Ausgabe" in aufbau.seiten[-1]


def test_the_cover_names_decision_and_directory(aufbau: Aufbau) -> None:
    cover = " ".join(aufbau.seiten[0].split())
    assert "Jugendhilfeausschuss des Musterkreises" in cover
    assert "gültig ab 20. November 2026" in cover
    assert "https://musterkreis.example.org/service/verzeichnisse/" in cover


def test_the_same_wording_gives_the_same_bytes(written: bytes) -> None:
    assert book.write_book(html("2026.2", sample()), sample()) == written
    later = next(f for f in musterkreis().region.fassungen if f.name == "2026.2")
    other = book.book_html(sample(), musterkreis().region, later, date(2031, 1, 1))
    assert other == html("2026.2", sample())


@pytest.mark.parametrize("name", ["2025.1", "2025.2", "2026.1", "2026.2"])
def test_contacts_give_way_to_their_address(name: str) -> None:
    text = html(name)
    assert set(re.findall(r"tel:([^\"]*)", text)) <= {"110", "112"}
    assert "@" not in re.sub(r"@(?:page|top|bottom)", "", re.sub(r"base64,[^\"]*", "", text))
    assert 'href="service/' not in text
    assert "{{" not in text
    if name in ("2025.1", "2025.2"):
        assert "https://musterkreis.example.org/service/kontakte/" in text


def test_all_chapters_are_in_the_book_once() -> None:
    fassung = next(f for f in musterkreis().region.fassungen if f.name == "2026.2")
    files = wording("2026.2")
    parts = parts_of(files, musterkreis().region, fassung, STICHTAG)
    found = [chapter.uri for part in parts for chapter in part.kapitel]
    pages = [p.removeprefix("docs/") for p in files if p.startswith("docs/") and p.endswith(".md")]
    assert sorted(found) == sorted(pages)
    assert [part.titel for part in parts][1:4] == ["Zum Einstieg", "Auftrag", "Recht"]


def test_every_anchor_is_unique_and_every_link_inside_finds_one() -> None:
    text = html("2026.2")
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_the_draft_says_so() -> None:
    region = musterkreis().region
    text = book.book_html(sample(), region, None, date(2026, 12, 3))
    assert "Entwurf, Stand 3.\xa0Dezember\xa02026" in text
    assert "Entwurf · Vorführung, keine amtliche Ausgabe" in text


def test_a_sentence_changed_in_a_chapter_changes_the_book() -> None:
    files = sample()
    path = "docs/konzept/weg.md"
    changed = {**files, path: files[path].replace(b"acht bis zw", b"neun bis zw")}
    before, after = html("2026.2", files), html("2026.2", changed)
    assert before != after
    assert after.replace("neun bis zwölf", "acht bis zwölf") == before


def test_a_foreign_picture_is_not_fetched() -> None:
    page = '<!DOCTYPE html><html lang="de"><title>T</title><img src="https://x.example.org/a.png">'
    assert book.write_book(page, {}).startswith(b"%PDF")


def test_without_pango_a_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def no_pango(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", no_pango)
    assert not book.can_write()
    with pytest.raises(PublishFaultError, match="sudo apt-get install libpango-1"):
        book.write_book("<p>", {})


def test_a_book_that_is_public_already_is_not_set_again(
    written: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = musterkreis()
    fassung = next(f for f in bestand.region.fassungen if f.name == "2026.2")
    plan = replace(
        fassung_plan("2026.2", Art.AKTUELL, fassung.beschlossen_am, sample(), _empty(), "x"),
        dateien=sample(),
    )
    monkeypatch.setattr(publication, "write_book", lambda html, files: b"neu gesetzt")
    before = tmp_path / "alt.pdf"
    before.write_bytes(written)
    assert publication._book(plan, bestand, before) == written
    assert publication._book(plan, bestand, None) == b"neu gesetzt"
    before.write_bytes(b"kein PDF")
    assert publication._book(plan, bestand, before) == b"neu gesetzt"


def _empty() -> Any:
    from macros.publish.main_state import Stand

    return Stand({}, "", 0)


def test_a_publication_links_its_books_with_their_size(project: Path, ziel: Path) -> None:
    done = publish_to(project, ziel, buecher=True)
    assert done.neu, done.befunde
    public = ziel / PUBLIC
    books = sorted(public.rglob("rahmenkonzept-*.pdf"))
    assert books
    for path in books:
        reader = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
        assert path.parent.name in str(reader.metadata.title if reader.metadata else "")
    start = (public / "index.html").read_text(encoding="utf-8")
    assert re.search(r'href="2025.1/rahmenkonzept-2025.1.pdf"[^>]*>[^<]*\(PDF, \d+\xa0KB\)', start)


def test_the_theme_knows_where_the_book_is_and_how_large() -> None:
    orders = [
        Fassungslink(
            "2026.2", Art.AKTUELL, date(2026, 11, 19), "", frozenset({"index.md"}), 1_300_000
        ),
        Fassungslink("entwurf", Art.ENTWURF, None, "../entwurf/", frozenset({"index.md"})),
    ]
    auftrag = Bauauftrag("2026.2", Art.AKTUELL, "https://example.org/2026.2/", tuple(orders))
    rahmen = rahmen_for(
        musterkreis(), vorschau=False, auftrag=Bauauftrag.from_json(auftrag.to_json())
    )
    assert rahmen.buch is not None
    assert (rahmen.buch.buch, rahmen.buch.buch_groesse) == ("rahmenkonzept-2026.2.pdf", "1,3\xa0MB")
    assert [entry.buch for entry in rahmen.liste(None)] == ["rahmenkonzept-2026.2.pdf", ""]
    assert rahmen_for(musterkreis(), vorschau=False).buch is None


def test_the_command_writes_a_file_and_knows_its_fassungen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    taken: list[object] = []

    def fake(files: dict[str, bytes], region: object, fassung: Any, day: date) -> bytes:
        taken.append((fassung and fassung.name, "docs/index.md" in files))
        return b"%PDF"

    monkeypatch.setattr(command, "book_pdf", fake)
    target = tmp_path / "buch.pdf"
    run = CliRunner().invoke(pdf, ["2026.1", "--ziel", str(target)])
    assert run.exit_code == 0, run.output
    assert "buch.pdf ist geschrieben (PDF, 1\xa0KB)." in run.output
    assert target.read_bytes() == b"%PDF"
    run = CliRunner().invoke(pdf, ["entwurf", "--ziel", str(target)])
    assert run.exit_code == 0, run.output
    assert taken == [("2026.1", True), (None, True)]
    run = CliRunner().invoke(pdf, ["2031.1"])
    assert run.exit_code == 2
    assert "Die Fassung „2031.1“ gibt es nicht." in run.output


def test_the_name_of_the_file() -> None:
    assert book_name("2026.1") == "rahmenkonzept-2026.1.pdf"
