"""The wording of a page: what proves a Fassung, and what must not touch the proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.model.bestand import Bestand
from macros.model.record import Record
from macros.model.records import Begriff, Gemeinde, Kontakt, Region, Standard
from macros.pages.source import Seite, parse_page
from macros.pages.wording import wording, wording_hashes
from macros.views.errors import MakroFehler
from macros.views.registry import REGISTRY
from macros.views.templating import ENVIRONMENT

HERE = Path(__file__).parent
KOPF = "---\ntitle: Konzept\ndescription: Worum es geht.\nart: wortlaut\n---\n\n"


def page(text: str, uri: str = "konzept.md", kopf: str = KOPF) -> Seite:
    seite = parse_page((kopf + text).encode(), uri, f"docs/{uri}")
    assert not seite.befunde
    return seite


def fingerprint(text: str, bestand: Bestand, kopf: str = KOPF) -> str:
    return wording_hashes({"konzept.md": page(text, kopf=kopf)}, bestand)["konzept.md"]


def without(bestand: Bestand, typ: type[Record], id: str) -> Bestand:
    tables = dict(bestand.tables)
    tables[typ] = {key: record for key, record in tables[typ].items() if key != id}
    return replace(bestand, tables=tables)


def test_golden(bestand: Bestand) -> None:
    source = (HERE / "golden" / "wortlaut.md").read_text(encoding="utf-8")
    found = wording(page(source), bestand)
    assert found == (HERE / "golden" / "wortlaut.txt").read_text(encoding="utf-8")


TEXT = """# Konzept

Die *Schul*sozialarbeit {{ region("im_satz") }} hilft. [Kontakte](service/kontakte.md) nennt Wege.

{{ kontakt("koordination") }}

{{ standard("qs-s-01") }}

Ein {{ begriff("schultraeger") }}.
"""

SAME = {
    "Leerraum": TEXT.replace("hilft.", "hilft.  \n"),
    "Zeilen": TEXT.replace("hilft.", "\nhilft.").replace(" nennt", "\nnennt"),
    "Auszeichnung": TEXT.replace("*Schul*", "Schul").replace("hilft", "**hilft**"),
    "Sprungmarke": TEXT.replace("# Konzept", "# Konzept { #anfang }"),
    "Klasse": TEXT.replace("nennt Wege.", "nennt Wege.\n{ .vorspann }"),
}
OTHER = {
    "Wort": TEXT.replace("hilft", "half"),
    "Linkziel": TEXT.replace("kontakte.md", "netzwerk.md"),
    "anderer Kontakt": TEXT.replace('"koordination"', '"bereitschaft"'),
    "anderes Makro": TEXT.replace('kontakt("koordination")', "kontakte()"),
    "Makro weg": TEXT.replace('{{ kontakt("koordination") }}', ""),
    "anderer Standard": TEXT.replace("qs-s-01", "qs-p-01"),
    "getrennt": TEXT.replace("*Schul*", "Schul "),
    "Absatz weg": TEXT.replace("Ein {{", "{{"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_looks_do_not_count(text: str, bestand: Bestand) -> None:
    assert text != TEXT
    assert fingerprint(text, bestand) == fingerprint(TEXT, bestand)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER.keys())
def test_wording_counts(text: str, bestand: Bestand) -> None:
    assert text != TEXT
    assert fingerprint(text, bestand) != fingerprint(TEXT, bestand)


@pytest.mark.parametrize(("old", "new"), [("Konzept", "Plan"), ("geht.", "ging.")])
def test_title_and_description_count(old: str, new: str, bestand: Bestand) -> None:
    assert fingerprint("Text", bestand) != fingerprint("Text", bestand, KOPF.replace(old, new))


def test_data_of_today_does_not_count(bestand: Bestand) -> None:
    before = fingerprint(TEXT, bestand)
    changed = without(bestand, Kontakt, "koordination")
    changed = without(changed, Region, bestand.region.id)
    changed = without(changed, Gemeinde, "kleinstadt")
    assert fingerprint(TEXT, replace(changed, stichtag=date(2031, 1, 1))) == before


def test_the_catalogue_counts(bestand: Bestand) -> None:
    before = fingerprint(TEXT, bestand)
    standard = bestand.alle(Standard)[0]
    other = standard.model_copy(update={"anforderung": "Etwas anderes."})
    tables = dict(bestand.tables)
    tables[Standard] = {**tables[Standard], standard.id: other}
    assert fingerprint(TEXT, replace(bestand, tables=tables)) != before


def test_the_theme_does_not_count(bestand: Bestand, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(TEXT, bestand)
    assert ENVIRONMENT.loader is not None
    get_source = ENVIRONMENT.loader.get_source

    def other_markup(environment: object, name: str) -> object:
        source, path, uptodate = get_source(ENVIRONMENT, name)
        return (
            source.replace("<div", '<section id="x"').replace("</div", "</section"),
            path,
            uptodate,
        )

    monkeypatch.setattr(ENVIRONMENT.loader, "get_source", other_markup)
    monkeypatch.setattr(ENVIRONMENT, "cache", None)
    assert fingerprint(TEXT, bestand) == before


def test_an_unknown_standard_is_told(bestand: Bestand) -> None:
    with pytest.raises(MakroFehler, match="qs-s-99"):
        fingerprint('{{ standard("qs-s-99") }}', bestand)
    with pytest.raises(MakroFehler, match="gibt es"):
        fingerprint('{{ begriff("weg") }}', without(bestand, Begriff, "weg"))


def test_live_pages_have_no_hash(bestand: Bestand) -> None:
    seiten = {
        "service/kontakte.md": page("x", "service/kontakte.md"),
        "b.md": page("b", "b.md"),
        "a.md": page("a", "a.md"),
    }
    assert list(wording_hashes(seiten, bestand)) == ["a.md", "b.md"]


def test_what_is_frozen() -> None:
    frozen = {name for name, makro in REGISTRY.items() if not makro.live}
    assert frozen == {
        *("standard", "standards", "standardkatalog", "begriff", "glossar"),
        *("recht", "rechtsgrundlagen", "regionaltext", "bild", "klauseln"),
    }
