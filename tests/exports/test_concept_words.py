"""What stands in a Muster is what the register, the chapters and the catalogue say."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx2python import docx2python

from macros.exports.concept_facts import Blick, child_protection
from macros.exports.concept_files import all_muster, concept_files
from macros.exports.concept_word import MOST
from macros.exports.word.elements import plain
from macros.model.german import date_text, number_text
from macros.model.records import (
    Konzeptabschnitt,
    Person,
    Schule,
    Schuljahresaufgabe,
    Standard,
    Thema,
    Vereinbarung,
)
from macros.model.responsibility import responsible
from tests.exports.concept_parts import (
    ALL,
    SCHOOLS,
    headings,
    lines_of,
    rows_of,
    text_of,
)

from ..konzeptmuster import files, texts
from ..musterkreis import musterkreis

if TYPE_CHECKING:
    from macros.exports.concept_files import Muster


def test_no_person_is_named() -> None:
    names = [p.name for p in musterkreis().alle(Person)]
    assert names
    for path, data in files().items():
        said = text_of(path) if path.endswith("docx") else data.decode()
        assert not [name for name in names if name in said], path


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_cover_says_what_the_register_says(muster: Muster) -> None:
    schule = muster.schule
    assert schule is not None
    town = "\u00a0".join(part for part in (schule.plz, schule.ort) if part)
    bodies = dict.fromkeys(s.anstellungstraeger.ziel.name for s in musterkreis().stellen_an(schule))
    assert rows_of(muster.pfad("docx"), "Die Schule") == [
        ["Schule", schule.name],
        ["Schulnummer", schule.schulnummer or "bitte ergänzen: Schulnummer"],
        ["Schulform", schule.schulform.ziel.name],
        ["Anschrift", ", ".join(part for part in (schule.strasse, town) if part)],
        [
            "Schulträger",
            schule.schultraeger.ziel.name if schule.schultraeger else "bitte ergänzen: Schulträger",
        ],
        ["Anstellungsträger", ", ".join(bodies) or "noch nicht gemeldet"],
    ]
    assert schule.name in text_of(muster.pfad("docx")).partition("Inhalt")[0]


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_index_and_the_agreements_are_those_of_the_register(muster: Muster) -> None:
    schule = muster.schule
    assert schule is not None
    index = schule.sozialindex
    told = f"Stufe {index.stufe}, Schuljahr {index.schuljahr}" if index else "bitte ergänzen: "
    (row,) = (
        r for r in rows_of(muster.pfad("docx"), "Die Schule in Zahlen") if r[0] == "Sozialindex"
    )
    assert row[1].startswith(told)
    rows = rows_of(muster.pfad("docx"), "Kooperationsvereinbarungen")
    signed = {
        date_text(v.unterzeichnet_am).replace("\u00a0", " ")
        for v in musterkreis().alle(Vereinbarung)
        if v.unterzeichnet_am and any(s.id == schule.id for s in v.schulen)
    }
    found = {row[1].replace("\u00a0", " ") for row in rows} - {"bitte ergänzen"}
    assert found <= signed
    assert schule.id != "gs-am-see" or found


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_posts_are_those_of_the_register(muster: Muster) -> None:
    schule = muster.schule
    assert schule is not None
    rows = rows_of(muster.pfad("docx"), "Stellen der Schulsozialarbeit an der Schule")
    by_name: dict[str, list[str]] = {}
    for name, *cells in rows:
        by_name.setdefault(name, []).extend(cells)
    posts = [
        (s, e)
        for s in musterkreis().stellen_an(schule)
        for e in s.einsatz
        if e.schule.id == schule.id
    ]
    if not posts:
        assert "noch nicht gemeldet, ob es eine Stelle gibt" in text_of(muster.pfad("docx"))
        assert by_name["Anstellungsträger"] == ["bitte ergänzen: Anstellungsträger"]
        return
    assert by_name["Anstellungsträger"] == [s.anstellungstraeger.ziel.name for s, _ in posts]
    assert by_name["Umfang an unserer Schule"] == [f"{number_text(e.vzae)} VZÄ" for _, e in posts]
    for (stelle, einsatz), shown in zip(posts, by_name["Besetzung"], strict=True):
        assert shown.startswith(stelle.status.label)
        if stelle.unbesetzt_seit:
            assert date_text(stelle.unbesetzt_seit) in shown
        assert (einsatz.praesenz or "bitte ergänzen: Präsenzzeiten") in by_name["Präsenz"]
    for (stelle, _), ends in zip(posts, by_name["Befristung"], strict=True):
        until = stelle.befristet_bis
        assert ends == (f"bis {date_text(until)}" if until else "keine gemeldet")
    for (stelle, _), deputy in zip(posts, by_name["Vertretung"], strict=True):
        expected = stelle.vertretung.ziel.funktion if stelle.vertretung else "bitte ergänzen"
        assert deputy.startswith(expected)


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_offices_are_those_responsible_here(muster: Muster) -> None:
    schule = muster.schule
    assert schule is not None
    bestand, place = musterkreis(), schule.gemeinde.ziel
    rows = rows_of(muster.pfad("docx"), f"Zuständige Stellen in {place.name}")
    expected = set()
    for thema in bestand.alle(Thema):
        for found in responsible(bestand, thema, place):
            forms = {f.id for f in found.schulformen}
            if not forms or schule.schulform.id in forms:
                name = getattr(found.stelle, "funktion", "") or found.stelle.name  # type: ignore[union-attr]
                expected.add((thema.name, name))
    shown = {
        (topic, name)
        for name, _, topics in rows
        for topic in (t.name for t in bestand.alle(Thema))
        if topic in topics
    }
    assert {(topic, name.split(" (")[0]) for topic, name in shown} >= {
        (topic, name.split(" (")[0]) for topic, name in expected
    }
    assert len(rows) == len({tuple(row[:2]) for row in rows})


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_sheet_on_child_protection_has_the_numbers_of_the_place(muster: Muster) -> None:
    bestand = musterkreis()
    blick = Blick(bestand, None, muster.schule, muster.schulform)
    found = child_protection(blick)
    assert found
    rows = rows_of(muster.pfad("docx"), "Wer im Kinderschutz hilft")
    numbers = [row[1] for row in rows]
    assert numbers[:2] == ["110", "112"]
    assert [k.telefon.text for k in found if k.telefon] == numbers[2 : 2 + len(found)]


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_texts_are_those_of_the_chapters(muster: Muster) -> None:
    lines = set(lines_of(muster.pfad("docx")))
    found = texts().teile
    for section in musterkreis().alle(Konzeptabschnitt):
        for place in section.bausteine:
            for part in found[place]:
                for text in getattr(part, "punkte", None) or (getattr(part, "text", None),):
                    assert text is None or plain(text) in lines, place


def test_questions_and_standards_are_those_of_the_catalogue() -> None:
    path = ALL[0].pfad("docx")
    lines = lines_of(path)
    for section in musterkreis().alle(Konzeptabschnitt):
        assert section.hinweis in lines
        for part in texts().teile.get(section.leitfragen or "", ()):
            for question in getattr(part, "punkte", ()):
                assert plain(question) in lines
        rows = rows_of(path, f"Standards zu „{section.titel}“")
        expected = [musterkreis().finde(Standard, id) for id in section.standards]
        assert [row[0] for row in rows] == [
            f"{s.nummer} {s.titel} ({s.verbindlichkeit.label})" for s in expected if s
        ]
    plan = rows_of(path, "Jahresplan")
    assert [row[1] for row in plan] == [t.was for t in musterkreis().alle(Schuljahresaufgabe)]


def test_sections_answer_the_standards_that_the_chapter_names() -> None:
    questions = texts().teile
    for section in musterkreis().alle(Konzeptabschnitt):
        said = " ".join(
            plain(part.text)
            for part in questions.get(section.leitfragen or "", ())
            if hasattr(part, "text")
        )
        if "Standard" not in said or "Einen eigenen Standard gibt es" in said:
            continue
        named = re.findall(r"QS-([SPE])-(\d\d)( bis QS-[SPE]-(\d\d))?", said)
        wanted = [
            f"qs-{kind.lower()}-{number:02}"
            for kind, first, _, last in named
            for number in range(int(first), int(last or first) + 1)
        ]
        assert sorted(section.standards) == sorted(wanted), section.id


def test_markdown_says_the_same_as_word() -> None:
    path = SCHOOLS[0].pfad("docx")
    text = files()[SCHOOLS[0].pfad("md")].decode()
    plain_text = re.sub(r"[\\*]", "", text)
    for level, words in headings(path):
        assert f"\n{'#' * (level + 1)} {words}\n" in re.sub(r"\\", "", text)
    contents = {f"{section.ueberschrift}·" for section in musterkreis().alle(Konzeptabschnitt)}
    for line in lines_of(path):
        if line not in contents | {"", "Inhalt"}:
            assert line.replace("*", "") in plain_text, line


def test_another_library_reads_the_same_words() -> None:
    for muster in (ALL[0], ALL[1], SCHOOLS[3]):
        path = muster.pfad("docx")
        read = re.sub(r"<a href[^>]*>|</a>", "", docx2python(io.BytesIO(files()[path])).text)
        for line in lines_of(path):
            assert line.rstrip("·") in read, line


def test_one_sentence_of_a_chapter_changes_the_file_and_nothing_else() -> None:
    place = "auftrag/grundsaetze#freiwilligkeit"
    before = texts()
    first = before.teile[place][0]
    changed = replace(first, text="Ein geänderter Satz.")  # type: ignore[arg-type]
    teile = {**before.teile, place: (changed, *before.teile[place][1:])}
    bestand = musterkreis()
    made = concept_files(bestand, bestand.fassung(), replace(before, teile=teile), ALL[:1])
    new = docx2python(io.BytesIO(made[ALL[0].pfad("docx")])).text
    assert "Ein geänderter Satz." in new
    assert plain(first.text) not in new  # type: ignore[union-attr]


def test_a_draft_says_that_nothing_is_decided() -> None:
    made = concept_files(musterkreis(), None, texts(), ALL[:1])
    text = docx2python(io.BytesIO(made[ALL[0].pfad("docx")])).text
    assert "Entwurf der nächsten Fassung, noch nicht beschlossen" in text


def test_a_wording_without_the_places_points_to_the_chapters() -> None:
    made = concept_files(musterkreis(), None, replace(texts(), teile={}), ALL[:1])
    text = docx2python(io.BytesIO(made[ALL[0].pfad("docx")])).text
    assert "Hier steht Text aus dem Kapitel „Grundsätze des Handelns“ des Rahmenkonzepts." in text


def test_a_catalogue_without_sections_gives_no_files() -> None:
    bestand = musterkreis()
    tables = {t: r for t, r in bestand.tables.items() if t is not Konzeptabschnitt}
    assert concept_files(replace(bestand, tables=tables), None, texts()) == {}


def test_a_region_with_very_many_schools_makes_only_the_general_files() -> None:
    bestand = musterkreis()
    one = bestand.alle(Schule)[0]
    many = {f"s-{n}": one.model_copy(update={"id": f"s-{n}"}) for n in range(MOST + 1)}
    found = all_muster(replace(bestand, tables={**bestand.tables, Schule: many}))
    assert [m.name for m in found] == ["leer", one.schulform.id]
