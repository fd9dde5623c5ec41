"""No text becomes markup: hostile values in data, hostile Markdown in pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest
from bs4 import BeautifulSoup

from macros.model.bestand import Bestand
from macros.model.findings import Stufe, has_fehler
from macros.model.records import Begriff, Kontakt, Organisation, Schule, Standard
from macros.model.validate import read_records
from macros.model.yaml_load import load_yaml
from macros.pages.check import check_page
from macros.pages.renderer import render
from macros.pages.run import Makrolauf
from macros.pages.source import parse_page
from macros.views.ansicht import Ansicht
from macros.views.registry import call

from .harmless import faults
from .payloads import CHARACTERS, HTML, LINKS, MARKDOWN, URLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.model.findings import Befund
    from macros.model.record import Record

KOPF: Final = "---\ntitle: Titel\ndescription: Satz\nart: live\n---\n\n"


def test_there_are_enough_attacks() -> None:
    assert len({*HTML, *URLS, *MARKDOWN, *CHARACTERS}) >= 100


def as_yaml(value: str) -> str:
    """Return a text as a YAML value that says exactly this text."""
    return json.dumps(value)


def judge_organisation(**fields: str) -> list[Befund]:
    lines = ["- id: probe", "  art: sonstige", *(f"  {k}: {v}" for k, v in fields.items())]
    node, befunde = load_yaml(("\n".join(lines) + "\n").encode(), "organisationen.yml")
    return befunde if node is None else befunde + read_records(node, Organisation, "x.yml").befunde


@pytest.mark.parametrize("attack", HTML)
def test_the_model_refuses_html(attack: str) -> None:
    assert has_fehler(judge_organisation(name=as_yaml(attack)))


@pytest.mark.parametrize("attack", URLS)
def test_the_model_refuses_addresses(attack: str) -> None:
    assert has_fehler(judge_organisation(name="Probe", website=as_yaml(attack)))


@pytest.mark.parametrize(("char", "name"), CHARACTERS)
def test_the_model_refuses_characters(char: str, name: str) -> None:
    befunde = judge_organisation(name=f"Beratungs{char}stelle")
    assert has_fehler(befunde), name
    assert befunde[0].line == 3


def test_the_model_takes_what_is_sound() -> None:
    assert judge_organisation(name="Probe", website="https://www.example.org/a") == []


# macro call, record type, its text fields, its address field
SHOWN: Final[list[tuple[str, type[Record], tuple[str, ...], str]]] = [
    ("schulen", Schule, ("name", "strasse", "ort"), "website"),
    ("kontakte", Kontakt, ("funktion", "sprechzeiten"), ""),
    ("organisationen", Organisation, ("name", "strasse", "ort", "oeffnungszeiten"), "website"),
    ("glossar", Begriff, ("begriff", "definition", "abkuerzung"), ""),
    ("standards", Standard, ("titel", "anforderung"), ""),
]


def hostile(
    bestand: Bestand, typ: type[Record], fields: tuple[str, ...], texts: Sequence[str]
) -> Bestand:
    """Return the data with texts in all records of a type that the model would have refused."""
    changed = {
        key: record.model_copy(update=dict.fromkeys(fields, texts[number % len(texts)]))
        for number, (key, record) in enumerate(bestand.tables[typ].items())
    }
    return Bestand(bestand.stichtag, {**bestand.tables, typ: changed}, bestand.herkunft)


def rounds(bestand: Bestand, typ: type[Record], attacks: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the attacks in portions so small that each meets two records: some are not shown."""
    size = len(bestand.tables[typ]) // 2
    for start in range(0, len(attacks), size):
        yield attacks[start : start + size]


def tags_of(html: str) -> set[str]:
    return {tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)}


@pytest.mark.parametrize(("macro", "typ", "fields", "address"), SHOWN)
def test_views_escape_every_text(
    macro: str, typ: type[Record], fields: tuple[str, ...], address: str, bestand: Bestand
) -> None:
    harmless = tags_of(str(call(Ansicht(bestand, "../"), macro, [], {}).html)) | {"br", "p"}
    for attacks in rounds(bestand, typ, [*HTML, *URLS, *MARKDOWN]):
        bent = hostile(bestand, typ, fields, attacks)
        html = str(call(Ansicht(bent, "../"), macro, [], {}).html)
        assert faults(html, filter=True) == [], attacks
        assert tags_of(html) <= harmless, attacks
        assert "{{" not in html
        shown = BeautifulSoup(html, "html.parser").get_text()
        for attack in attacks:
            assert attack.split("\n")[0].strip() in shown, attack


@pytest.mark.parametrize(("macro", "typ", "fields", "address"), [s for s in SHOWN if s[3]])
def test_views_link_no_bad_address(
    macro: str, typ: type[Record], fields: tuple[str, ...], address: str, bestand: Bestand
) -> None:
    for attacks in rounds(bestand, typ, [*URLS, *HTML]):
        bent = hostile(bestand, typ, (address,), attacks)
        html = str(call(Ansicht(bent, "../"), macro, [], {}).html)
        assert faults(html, filter=True) == [], attacks


def check(body: str, bestand: Bestand) -> list[Befund]:
    seite = parse_page((KOPF + body).encode(), "a.md", "docs/a.md")
    return [*seite.befunde, *check_page(seite, Makrolauf(bestand))]


@pytest.mark.parametrize("attack", [*HTML, *MARKDOWN])
def test_markdown_makes_no_markup_of_it(attack: str) -> None:
    assert faults(render(attack).html) == []
    assert faults(render(f"Text {attack} Text").html) == []


def test_markdown_makes_no_bad_link_of_it() -> None:
    for attack in LINKS:
        assert faults(render(attack).html) == [], attack


@pytest.mark.parametrize("attack", HTML)
def test_the_check_refuses_html_in_pages(attack: str, bestand: Bestand) -> None:
    befunde = [b for b in check(attack, bestand) if b.rule == "R-408"]
    assert befunde
    assert all(b.stufe is Stufe.FEHLER and b.line >= 7 for b in befunde)


@pytest.mark.parametrize("attack", URLS)
def test_the_check_refuses_addresses_in_pages(attack: str, bestand: Bestand) -> None:
    for form in (f"[Text]({attack})", f"[Text](<{attack}>)", f"[Text][z]\n\n[z]: {attack}"):
        is_link = bool(BeautifulSoup(render(form).html, "html.parser").find(["a", "img"]))
        was_link = "R-409" in {b.rule for b in check(form, bestand)}
        # Some addresses are none for Markdown; then they stand on the page as text.
        assert was_link or not is_link, form


def test_almost_every_address_is_a_link_for_markdown(bestand: Bestand) -> None:
    """The test above is worth something: Markdown took nearly all of them for links."""
    told = [u for u in URLS if "R-409" in {b.rule for b in check(f"[Text](<{u}>)", bestand)}]
    assert len(told) >= len(URLS) - 6


@pytest.mark.parametrize(("char", "name"), CHARACTERS)
def test_pages_hold_no_such_character(char: str, name: str, bestand: Bestand) -> None:
    befunde = check(f"Text{char}Text", bestand)
    assert has_fehler(befunde), name
    assert (befunde[0].line, befunde[0].column) == (7, 5)


@pytest.mark.parametrize(("char", "name"), CHARACTERS)
def test_no_entity_becomes_such_a_character(char: str, name: str) -> None:
    for entity in (f"&#{ord(char)};", f"&#x{ord(char):x};", f"&#X{ord(char):06X};"):
        shown = BeautifulSoup(render(f"Text{entity}Text").html, "html.parser").get_text()
        assert char not in shown, name
