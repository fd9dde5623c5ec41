"""The check of the finished tree, fault by fault."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from macros.model.load_region import load_region
from macros.model.records import Person
from macros.publish.tree_check.addresses import check_addresses
from macros.publish.tree_check.check import Erwartung, check_tree, odd_entries
from macros.publish.tree_check.persons import (
    Angaben,
    check_persons,
    details_of,
    forbidden,
    named_in,
)
from macros.views.ansicht import Ansicht
from macros.views.registry import call

ADRESSE = "https://kleinkreis.example.org/konzept/"
DATA = Path(__file__).parents[1] / "views"


def page(body: str) -> bytes:
    return f'<!doctype html><html lang="de"><body>{body}</body></html>'.encode()


def versions(*names: str) -> bytes:
    return json.dumps([{"version": n, "title": n, "aliases": []} for n in names]).encode()


def check(files: dict[str, bytes]) -> list[tuple[str, str]]:
    files = {"versions.json": versions("entwurf"), **files}
    return [(b.rule, b.file) for b in check_tree(files, Erwartung(ADRESSE, ["entwurf"]))]


GOOD = {
    "index.html": page('<a href="2026.1/">x</a><a href="2026.1/konzept/#ziel">x</a>'),
    "2026.1/index.html": page('<a href="konzept/">x</a><a href="../entwurf/">x</a>'),
    "2026.1/konzept/index.html": page(
        '<h2 id="ziel">x</h2><a href="..">x</a><a href="#ziel">x</a><a href="#">x</a>'
        f'<a href="{ADRESSE}2026.1/#">x</a><a href="/konzept/entwurf/">x</a>'
        '<a href="tel:110">x</a><a href="https://anders.example.org/x">x</a>'
        '<img src="../../bild.png" alt="">'
    ),
    "entwurf/index.html": page('<a href="../alt/#ziel">x</a>'),
    "alt/index.html": page(
        '<meta http-equiv="refresh" content="0; url=../2026.1/konzept/">'
        '<a href="../2026.1/konzept/">x</a>'
    ),
    "bild.png": b"",
    "sitemap.xml": f"<loc>{ADRESSE}2026.1/konzept/</loc>".encode(),
    "2026.1/search/search_index.json": json.dumps(
        {"docs": [{"location": "konzept/#ziel"}, {"location": ""}]}
    ).encode(),
}


def test_a_sound_tree_has_no_findings() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="nirgends/">x</a>',
        '<a href="konzept/#kein-anker">x</a>',
        '<a href="../2025.1/">x</a>',
        '<a href="../../../">x</a>',
        '<a href="/andere/">x</a>',
        '<a href="/konzept/2025.1/">x</a>',
        f'<a href="{ADRESSE}2025.1/">x</a>',
        '<a href="&#110;irgends/">x</a>',
        "<a href='nirgends/'>x</a>",
        '<img src="fehlt.png" alt="">',
        '<img src="../bild.png" srcset="../bild.png 1x, ../gross.png 2x" alt="">',
        '<script src="fehlt.js"></script>',
        '<script src="konzept/" data-ziel="fehlt/"></script>',
        '<meta http-equiv="refresh" content="0; url=fehlt/">',
        '<a href="../alt/#kein-anker">x</a>',
        '<a href="../bild.png/">x</a>',
        "<a href=nirgends/>x</a>",
    ],
)
def test_a_link_into_the_void_is_found(body: str) -> None:
    files = {**GOOD, "2026.1/index.html": page(body)}
    assert ("R-805", "2026.1/index.html") in check(files)


def test_dead_entries_of_sitemap_and_search_are_found() -> None:
    files = {
        **GOOD,
        "sitemap.xml": f"<loc>{ADRESSE}2027.1/</loc>".encode(),
        "2026.1/search/search_index.json": json.dumps({"docs": [{"location": "weg/"}]}).encode(),
    }
    assert check(files) == [("R-805", "2026.1/index.html"), ("R-805", "sitemap.xml")]


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("x/index.html", page('{{ kontakt("a") }}'), "R-701"),
        ("x/index.html", page("Macro Rendering Error"), "R-702"),
        ("x/index.html", page('<img src="https://fremd.example.org/a.png" alt="">'), "R-705"),
        ("x/index.html", page('<script src="//fremd.example.org/a.js"></script>'), "R-707"),
        ("x/index.html", page("<script>alert(1)</script>"), "R-706"),
        ("x/a.css", b"@import 'https://fremd.example.org/a.css';", "R-705"),
        ("x/a.css", b"a { background: url(//fremd.example.org/a.png) }", "R-705"),
        ("x/a.json", b'{"text": "{{ kontakt(1) }}"}', "R-701"),
        ("x/a.atom", b"<title>{{ kontakt(1) }}</title>", "R-701"),
        ("versions.json", b"[", "R-810"),
        ("versions.json", versions("2026.1", "entwurf"), "R-810"),
    ],
)
def test_content_that_must_not_be_published_is_found(name: str, data: bytes, rule: str) -> None:
    assert (rule, name) in check({**GOOD, name: data})


def test_lost_addresses_are_told_once_per_page_with_the_line_to_add() -> None:
    before = ["konzept/index.html", "aktuell/konzept/index.html", "2026.1/konzept/index.html",
              "2024.1/index.html", "2024.1/a/index.html", "entwurf/merkblatt.pdf",
              "2026.1/assets/a.js", "start.css", "index.html"]  # fmt: skip
    found = list(check_addresses(before, ["2026.1/index.html", "index.html"]))
    assert [(b.rule, b.stufe, b.remedy) for b in found] == [
        ("R-808", "Warnung", found[0].remedy),
        ("R-807", "Fehler", "Den Eintrag unter fassungen in region.yml wiederherstellen"),
        ("R-807", "Fehler", "konzept.md: neue-seite.md"),
    ]
    assert "„2026.1/konzept/“, „aktuell/konzept/“, „konzept/“" in found[2].message
    relaxed = check_addresses(before, ["index.html"], streng=False)
    assert {b.stufe for b in relaxed} == {"Warnung"}


KIM = Angaben("der Person „p-9“", ("Kim Abgelaufen",), ("030 23125-777",), ("kim@example.org",))


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a/index.html", page("<p>Kim Abgelaufen</p>")),
        ("a/index.html", page("<p>Kim <em>Abgelaufen</em></p>")),
        ("a/index.html", page("<p>Abgelaufen, Kim</p>")),
        ("a/index.html", page("<p>KIM&nbsp;&#65;bgelaufen</p>")),
        ("a/index.html", page('<a href="tel:+493023125777">Anruf</a>')),
        ("a/index.html", page("<p>(0 30) 2 31 25 – 7 77</p>")),
        ("a/index.html", page("<p>&#107;im&#64;example.org</p>")),
        ("a/index.html", page('<a href="mailto:x@example.org?cc=kim%40example.org">x</a>')),
        ("a/search_index.json", json.dumps({"text": "Kim\u00a0Abgelaufen"}).encode()),
        ("a/daten.csv", "Stelle;Kim Abgelaufen\r\n".encode("utf-8-sig")),
        ("a/index.xml.gz", gzip.compress(b"<a>Kim Abgelaufen</a>", mtime=0)),
        ("a/muster.docx", zipped("word/document.xml", b"<t>Kim Ab</t><t>gelaufen</t>")),
        ("a/paket.zip", zipped("innen.docx", zipped("d.xml", b"<t>kim@example.org</t>"))),
        ("kim-abgelaufen/index.html", page("<p>x</p>")),
    ],
)
def test_a_person_who_may_not_be_named_is_found_in_any_spelling(name: str, data: bytes) -> None:
    found = list(check_persons({name: data, "b/index.html": page("nichts")}, [KIM]))
    assert [b.file.split(" → ")[0] for b in found] == [name]
    assert all("Kim" not in b.message and "777" not in b.message for b in found)


def test_only_persons_who_may_not_be_named_are_forbidden() -> None:
    bestand = load_region(DATA, "kleinkreis", date(2026, 9, 15)).bestand
    assert bestand is not None
    assert [a.namen for a in forbidden(bestand)] == [("Kim Abgelaufen",)]
    before = bestand.alle(Person)[0]
    gone = Angaben(
        "vorher", ("Nie Da",), ("030 23125-100",), ("koordination@kleinkreis.example.org",)
    )
    # The office's own number and mailbox go on being published; only the name goes.
    assert forbidden(bestand, [details_of(before), gone])[1:] == [
        Angaben("vorher", ("Nie Da",), (), ())
    ]


@pytest.mark.parametrize("source", ["kontakt", "stellen"])
def test_persons_on_pages_can_be_read_back(source: str) -> None:
    bestand = load_region(DATA, "kleinkreis", date(2026, 9, 15)).bestand
    assert bestand is not None
    args = ["koordination"] if source == "kontakt" else []
    html = str(call(Ansicht(bestand, ""), source, args, {}).html)
    found = named_in([html])
    expected = {
        "kontakt": (("Erika Musterfrau",), ("+493023125101",), ()),
        "stellen": (("Otto Normal",), ("+491713920034",), ()),
    }
    assert [(a.namen, a.nummern, a.adressen) for a in found] == [expected[source]]


def test_several_persons_behind_one_function_are_told_apart() -> None:
    html = (
        "<dt>Ansprechperson</dt><dd>A &amp; B, "
        '<a href="tel:+49301">030 1</a>, <a href="mailto:a@example.org">a@example.org</a>; '
        "C D</dd>"
    )
    assert [(a.namen, a.nummern, a.adressen) for a in named_in([html])] == [
        (("A & B",), ("+49301",), ("a@example.org",)),
        (("C D",), (), ()),
    ]


def test_links_of_the_file_system_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.html").write_text("x")
    (tmp_path / "c").symlink_to("a")
    assert [b.file for b in odd_entries(tmp_path)] == ["c"]


def test_a_name_on_a_line_of_its_own_is_read_back() -> None:
    html = "<td>besetzt<br>\nFachkraft: A B<br>\nFachkraft: C D</td>"
    assert [a.namen for a in named_in([html])] == [("A B",), ("C D",)]


def test_a_question_in_a_chapter_names_nobody() -> None:
    html = "<p>Einmal im Jahr fragt sich die Fachkraft: Mit wem hatte ich zu tun?</p><td>x</td>"
    assert named_in([html]) == []
