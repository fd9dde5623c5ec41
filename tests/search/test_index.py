"""The search index is completed: fields, records, kinds, and no name that is not published."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from macros.model.bestand import Bestand
from macros.model.record import Record
from macros.model.records import (
    Begriff,
    Beschlussvorlage,
    Foerderung,
    Kontakt,
    Organisation,
    Person,
    Schule,
    Standard,
    Umfrage,
    Vorhaben,
)
from macros.search.entries import entries
from macros.search.index import TEXT_WORDS, TITLE_WORDS, enrich
from macros.search.kinds import Treffer, kind_of
from macros.search.synonyms import abbreviations
from tests.musterkreis import musterkreis

FIELDS: Final[dict[str, Any]] = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}}


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    return musterkreis()


def _index(*docs: tuple[str, str, str]) -> dict[str, Any]:
    return {
        "config": {"lang": ["de"], "fields": FIELDS},
        "docs": [dict(zip(("location", "title", "text"), doc, strict=True)) for doc in docs],
    }


def _seiten(bestand: Bestand) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for eintrag in entries(bestand):
        found.setdefault(eintrag.seite, set()).add(eintrag.anker)
    return found


def _words(doc: dict[str, Any]) -> set[str]:
    return {*doc.get(TITLE_WORDS, "").split(), *doc.get(TEXT_WORDS, "").split()}


def test_parts_of_a_title_weigh_more_than_those_of_a_text(bestand: Bestand) -> None:
    doc = ("kinderschutz/vorgehen/", "Bei Kindeswohlgefährdung", "<p>Das Jugendamt hilft.</p>")
    index = enrich(_index(doc, ("", "Gefährdung Amt Jugend", "Wohl Kind")), bestand, {})
    fields = index["config"]["fields"]
    assert fields[TITLE_WORDS]["boost"] > fields["text"]["boost"] > fields[TEXT_WORDS]["boost"]
    page = index["docs"][0]
    assert {"gefährdung", "gefaehrdung", "gefahrdung"} <= set(page[TITLE_WORDS].split())
    assert "amt" in page[TEXT_WORDS].split()
    assert (page["location"], page["title"], page["text"]) == doc
    assert page["art"] == "Kapitel"


def test_the_given_index_stays_as_it_is(bestand: Bestand) -> None:
    given = _index(("", "Start", "Text"))
    enrich(given, bestand, {})
    assert given == _index(("", "Start", "Text"))


def test_each_record_has_an_entry_with_what_people_ask_for(bestand: Bestand) -> None:
    docs = {d["location"]: d for d in enrich(_index(), bestand, _seiten(bestand))["docs"]}
    school = docs["service/gemeinden/seehausen/#gs-am-see"]
    assert (school["title"], school["art"]) == ("Grundschule am See", "Schule")
    assert {"190012", "03023125210", "493023125210"} <= _words(school)
    assert "qss01" in _words(docs["standards/struktur/#qs-s-01"])
    assert "asd" in _words(docs["service/kontakte/#jugendamt-kreis"])
    assert "but" in _words(docs["service/kontakte/#bildung-und-teilhabe"])
    assert "vzae" in _words(docs["glossar/#vollzeitaequivalent"])
    kinds = (Schule, Organisation, Standard, Begriff)
    active = [k for k in bestand.alle(Kontakt) if not k.aufgehoben(bestand.stichtag)]
    dated = {"Gremium", "Termin", "Fortbildung", "Meldung"}
    dated |= {"Beschluss", "Förderung", "Vorhaben", "Umfrage"}
    others = [doc for doc in docs.values() if doc["art"] not in dated]
    assert len(others) == len(active) + sum(len(bestand.alle(kind)) for kind in kinds)
    money = docs["service/foerderung/#landesmittel-2025"]
    assert (money["title"], money["art"]) == ("Landesmittel für Schulsozialarbeit", "Förderung")
    assert docs["service/beschluesse/#vorlage-2026-141"]["art"] == "Beschluss"
    assert "patenschaft" in docs["service/vorhaben/#gut-ankommen"]["text"].lower()
    assert docs["service/umfragen/#fachkraefte-2026"]["art"] == "Umfrage"


def test_a_record_whose_page_does_not_show_it_has_no_entry(bestand: Bestand) -> None:
    docs = enrich(_index(), bestand, {"service/kontakte.md": {"koordination"}})["docs"]
    assert [d["location"] for d in docs] == ["service/kontakte/#koordination"]


def test_no_entry_names_a_person(bestand: Bestand) -> None:
    docs = enrich(_index(), bestand, _seiten(bestand))["docs"]
    said = "\n".join(str(doc) for doc in docs).lower()
    persons = bestand.alle(Person)
    assert persons
    for person in persons:
        assert person.name.lower() not in said
        assert person.email is None or str(person.email) not in said


def test_a_secret_address_is_in_no_entry(bestand: Bestand) -> None:
    secret = [o for o in bestand.alle(Organisation) if o.adresse_geheim]
    hidden = secret[0].model_copy(update={"ort": "Verborgenhausen", "strasse": "Geheimweg 1"})
    tables: dict[type[Record], Mapping[str, Record]] = dict(bestand.tables)
    tables[Organisation] = {hidden.id: hidden}
    changed = replace(bestand, tables=tables)
    said = str(enrich(_index(), changed, _seiten(changed))).lower()
    assert "verborgenhausen" not in said
    assert "geheimweg" not in said


def test_a_title_is_text_and_no_markup(bestand: Bestand) -> None:
    first = bestand.alle(Schule)[0]
    odd = first.model_copy(update={"name": "Schule <b>A & B</b>"})
    tables: dict[type[Record], Mapping[str, Record]] = dict(bestand.tables)
    tables[Schule] = {odd.id: odd}
    docs = enrich(_index(), replace(bestand, tables=tables), _seiten(bestand))["docs"]
    titles = [d["title"] for d in docs if d["art"] == "Schule"]
    assert titles == ["Schule &lt;b&gt;A &amp; B&lt;/b&gt;"]


def test_an_old_tree_leads_to_the_pages_of_today(bestand: Bestand) -> None:
    live = {"service/kontakte.md": "Kontakte", "service/gemeinden/seehausen.md": "Seehausen"}
    docs = enrich(_index(("", "Start", "")), bestand, {}, live, "../2026.1/")["docs"]
    found = {d["location"]: d for d in docs}
    assert set(found) == {
        "",
        "../2026.1/service/kontakte/",
        "../2026.1/service/gemeinden/seehausen/",
    }
    town = found["../2026.1/service/gemeinden/seehausen/"]
    assert town["art"] == "Verzeichnis, Stand heute"
    assert "Grundschule am See" in town["text"]
    assert {"190012", "03023125210"} <= _words(town)


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("", Treffer.START),
        ("#was-gilt", Treffer.START),
        ("aufgaben/beratung/#ablauf", Treffer.KAPITEL),
        ("standards/", Treffer.STANDARD),
        ("glossar/#amt", Treffer.GLOSSAR),
        ("service/kinderschutz/", Treffer.KINDERSCHUTZ),
        ("service/gemeinden/seehausen/#schulen", Treffer.VERZEICHNIS),
        ("service/hilfe/fassungen/", Treffer.HILFE),
        ("service/hilfe/regeln/#regeln-1", Treffer.REGELN),
        ("service/impressum/", Treffer.WEBSITE),
    ],
)
def test_kinds(location: str, kind: Treffer) -> None:
    assert kind_of(location) is kind


def test_kinds_weigh_in_their_order() -> None:
    order = (Treffer.STANDARD, Treffer.KAPITEL, Treffer.VERZEICHNIS, Treffer.GLOSSAR)
    weights = [kind.gewicht for kind in order]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


def test_an_abbreviation_means_all_its_words(bestand: Bestand) -> None:
    known = {a.kurz: a for a in abbreviations(bestand.alle(Begriff))}
    assert known["but"].meant_by({"beratung", "bildung", "teilhabe"})
    assert not known["but"].meant_by({"bildung", "schule"})
    assert known["jha"].meant_by({"jugendhilfeausschuss"})
    assert not known["jha"].meant_by({"jugendhilfe"})


def test_a_site_is_completed_in_half_a_second(bestand: Bestand) -> None:
    """As many texts as the site has: about a thousand entries of six hundred letters."""
    words = [w for b in bestand.alle(Begriff) for w in f"{b.begriff} {b.definition}".split()]
    docs = [
        (f"kapitel-{n}/", " ".join(words[n : n + 4]), " ".join(words[n % 400 : n % 400 + 80]))
        for n in range(1000)
    ]
    index, seiten = _index(*docs), _seiten(bestand)

    def seconds() -> float:
        started = time.process_time()
        enrich(index, bestand, seiten)
        return time.process_time() - started

    assert min(seconds() for _ in range(3)) < 0.5


def test_dates_bodies_and_trainings_are_found_as_long_as_they_are_to_come(bestand: Bestand) -> None:
    docs = {d["location"]: d for d in enrich(_index(), bestand, _seiten(bestand))["docs"]}
    meeting = docs["service/termine/#arbeitskreis-2026-12"]
    assert (meeting["title"], meeting["art"]) == ("Arbeitskreis im Dezember", "Termin")
    assert "Dienstag, 1.\u00a0Dezember 2026" in meeting["text"]
    assert "service/termine/#arbeitskreis-2026-09" not in docs
    body = docs["service/gremien/#ag-rahmenkonzept"]
    assert body["art"] == "Gremium"
    assert "Obere Schulaufsicht" in body["text"]
    training = docs["service/fortbildungen/#kinderschutz-in-der-schule"]
    assert training["art"] == "Fortbildung"
    assert "service/fortbildungen/#einarbeitung-2026" not in docs
    assert docs["service/meldungen/#fassung-2026-2"]["art"] == "Meldung"
    assert "service/meldungen/#neue-nummer-jugendamt-luettenmoor" not in docs


def test_decisions_money_projects_and_surveys_are_found(bestand: Bestand) -> None:
    docs = {d["location"]: d for d in enrich(_index(), bestand, _seiten(bestand))["docs"]}
    pages: tuple[tuple[str, type[Record], str], ...] = (
        ("beschluesse", Beschlussvorlage, "Beschluss"),
        ("foerderung", Foerderung, "Förderung"),
        ("vorhaben", Vorhaben, "Vorhaben"),
        ("umfragen", Umfrage, "Umfrage"),
    )
    for page, kind, art in pages:
        records = bestand.alle(kind)
        assert records
        for record in records:
            assert docs[f"service/{page}/#{record.id}"]["art"] == art


# What these pages hold is about the site itself, or leads elsewhere.
_PAGES: Final = Path(__file__).parents[2] / "docs/service"
_ABOUT_THE_SITE: Final = {
    "aenderung-vorschlagen", "barriere-melden", "barrierefreiheit", "daten", "datenschutz",
    "fassungen", "impressum", "lizenzen", "pruefbericht", "rechtliches",
}  # fmt: skip


def test_every_live_page_says_what_it_is() -> None:
    pages = {path.stem for path in _PAGES.glob("*.md")}
    found = {page for page in pages if kind_of(f"service/{page}/") is Treffer.WEBSITE}
    assert found == _ABOUT_THE_SITE & pages
