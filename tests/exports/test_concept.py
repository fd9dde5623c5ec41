"""The files for the schuleigenes Konzept, read back by another library and compared with the data.

LibreOffice converts all of them in ``tests/exports/libreoffice.py``; here only what is cheap.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from docx2python import docx2python
from lxml import etree

from macros.exports.concept_facts import Blick, child_protection
from macros.exports.concept_files import ORDNER, all_muster, concept_files, school_name
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

from ..konzeptmuster import files, texts
from ..musterkreis import musterkreis

if TYPE_CHECKING:
    from macros.exports.concept_files import Muster

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = all_muster(musterkreis())
SCHOOLS = [m for m in ALL if m.schule]


@cache
def _text(path: str) -> str:
    """Return all words of a file, a paragraph in each line."""
    return "\n".join(_lines(path))


@cache
def _part(path: str, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(files()[path])) as archive:
        return etree.fromstring(archive.read(name))


@cache
def _lines(path: str) -> tuple[str, ...]:
    """Return the words of each paragraph, from top to bottom."""
    return tuple(
        "".join(t.text or "" for t in p.iter(f"{W}t")) for p in _document(path).iter(f"{W}p")
    )


def _document(path: str) -> etree._Element:
    return _part(path, "word/document.xml")


def _style_names(path: str) -> dict[str, str]:
    return {
        str(style.get(f"{W}styleId")): str(name.get(f"{W}val"))
        for style in _part(path, "word/styles.xml").iter(f"{W}style")
        for name in style.iterfind(f"{W}name")
    }


def _headings(path: str) -> list[tuple[int, str]]:
    names = _style_names(path)
    found = []
    for paragraph in _document(path).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = names[str(style.get(f"{W}val"))] if style is not None else ""
        if name.startswith("heading"):
            words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            found.append((int(name.removeprefix("heading ")), words))
    return found


def _rows(path: str, titel: str) -> list[list[str]]:
    """Return the rows of all tables with this caption, header rows left out."""
    found = []
    for table in _document(path).iter(f"{W}tbl"):
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        if caption is not None and caption.get(f"{W}val") == titel:
            found += [
                ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
                for row in list(table.iter(f"{W}tr"))[1:]
            ]
    return found


def test_there_is_a_file_for_each_school_each_schulform_and_one_for_all() -> None:
    schools = musterkreis().alle(Schule)
    forms = {s.schulform.id for s in schools}
    expected = {"leer", *forms, *(school_name(s) for s in schools)}
    assert {m.name for m in ALL} == expected
    assert set(files()) == {f"{ORDNER}/{n}.{end}" for n in expected for end in ("docx", "md")}


def test_the_same_data_gives_the_same_bytes() -> None:
    bestand = musterkreis()
    some = [ALL[0], SCHOOLS[0]]
    again = concept_files(bestand, bestand.fassung(), texts(), some)
    assert again == {path: files()[path] for path in again}


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_headings_are_real_and_skip_no_level(muster: Muster) -> None:
    levels = [level for level, _ in _headings(muster.pfad("docx"))]
    assert levels[0] == 1 and set(levels) <= {1, 2, 3}
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_sections_stand_in_the_order_of_the_catalogue(muster: Muster) -> None:
    sections = musterkreis().alle(Konzeptabschnitt)
    found = [words for level, words in _headings(muster.pfad("docx")) if level == 1]
    assert found == [section.ueberschrift for section in sections]


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_no_cell_and_no_table_is_mute(muster: Muster) -> None:
    tables = list(_document(muster.pfad("docx")).iter(f"{W}tbl"))
    assert len(tables) > 25
    for table in tables:
        properties = table.find(f"{W}tblPr")
        assert properties is not None
        for name in ("tblCaption", "tblDescription"):
            said = properties.find(f"{W}{name}")
            assert said is not None and said.get(f"{W}val")
        rows = list(table.iter(f"{W}tr"))
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        widths = {len(list(row.iter(f"{W}tc"))) for row in rows}
        assert len(widths) == 1
        for cell in table.iter(f"{W}tc"):
            assert "".join(cell.itertext()).strip()


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_pictures_have_a_text_and_the_language_is_german(muster: Muster) -> None:
    path = muster.pfad("docx")
    for drawing in _document(path).iter("{*}docPr"):
        assert drawing.get("descr")
    languages = {e.get(f"{W}val") for e in _part(path, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"de-DE"}
    assert _part(path, "docProps/core.xml").findtext("{*}language") == "de-DE"


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_properties_and_header_name_the_fassung(muster: Muster) -> None:
    path = muster.pfad("docx")
    fassung = musterkreis().fassung()
    assert fassung is not None
    core = _part(path, "docProps/core.xml")
    assert "Schuleigenes Konzept" in str(core.findtext("{*}title"))
    assert f"Fassung {fassung.name}" in str(core.findtext("{*}subject"))
    with zipfile.ZipFile(io.BytesIO(files()[path])) as archive:
        heads = "".join(
            archive.read(n).decode() for n in archive.namelist() if n.startswith("word/header")
        )
    assert f"Fassung {fassung.name}" in heads
    assert " PAGE " in heads and " NUMPAGES " in heads
    derived = f"Fassung {fassung.name}, beschlossen am {date_text(fassung.beschlossen_am)}"
    assert derived in _text(path)


def test_no_person_is_named() -> None:
    names = [p.name for p in musterkreis().alle(Person)]
    assert names
    for path, data in files().items():
        said = _text(path) if path.endswith("docx") else data.decode()
        assert not [name for name in names if name in said], path


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_cover_says_what_the_register_says(muster: Muster) -> None:
    schule = muster.schule
    assert schule is not None
    town = "\u00a0".join(part for part in (schule.plz, schule.ort) if part)
    bodies = dict.fromkeys(s.anstellungstraeger.ziel.name for s in musterkreis().stellen_an(schule))
    assert _rows(muster.pfad("docx"), "Die Schule") == [
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
    assert schule.name in _text(muster.pfad("docx")).partition("Inhalt")[0]


@pytest.mark.parametrize("muster", SCHOOLS, ids=lambda m: str(m.name))
def test_the_index_and_the_agreements_are_those_of_the_register(muster: Muster) -> None:
    schule = muster.schule
    assert schule is not None
    index = schule.sozialindex
    told = f"Stufe {index.stufe}, Schuljahr {index.schuljahr}" if index else "bitte ergänzen: "
    (row,) = (
        r for r in _rows(muster.pfad("docx"), "Die Schule in Zahlen") if r[0] == "Sozialindex"
    )
    assert row[1].startswith(told)
    rows = _rows(muster.pfad("docx"), "Kooperationsvereinbarungen")
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
    rows = _rows(muster.pfad("docx"), "Stellen der Schulsozialarbeit an der Schule")
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
        assert "noch nicht gemeldet, ob es eine Stelle gibt" in _text(muster.pfad("docx"))
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
    rows = _rows(muster.pfad("docx"), f"Zuständige Stellen in {place.name}")
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
    rows = _rows(muster.pfad("docx"), "Wer im Kinderschutz hilft")
    numbers = [row[1] for row in rows]
    assert numbers[:2] == ["110", "112"]
    assert [k.telefon.text for k in found if k.telefon] == numbers[2 : 2 + len(found)]


@pytest.mark.parametrize("muster", ALL, ids=lambda m: str(m.name))
def test_texts_are_those_of_the_chapters(muster: Muster) -> None:
    lines = set(_lines(muster.pfad("docx")))
    found = texts().teile
    for section in musterkreis().alle(Konzeptabschnitt):
        for place in section.bausteine:
            for part in found[place]:
                for text in getattr(part, "punkte", None) or (getattr(part, "text", None),):
                    assert text is None or plain(text) in lines, place


def test_questions_and_standards_are_those_of_the_catalogue() -> None:
    path = ALL[0].pfad("docx")
    lines = _lines(path)
    for section in musterkreis().alle(Konzeptabschnitt):
        assert section.hinweis in lines
        for part in texts().teile.get(section.leitfragen or "", ()):
            for question in getattr(part, "punkte", ()):
                assert plain(question) in lines
        rows = _rows(path, f"Standards zu „{section.titel}“")
        expected = [musterkreis().finde(Standard, id) for id in section.standards]
        assert [row[0] for row in rows] == [
            f"{s.nummer} {s.titel} ({s.verbindlichkeit.label})" for s in expected if s
        ]
    plan = _rows(path, "Jahresplan")
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
    for level, words in _headings(path):
        assert f"\n{'#' * (level + 1)} {words}\n" in re.sub(r"\\", "", text)
    contents = {f"{section.ueberschrift}·" for section in musterkreis().alle(Konzeptabschnitt)}
    for line in _lines(path):
        if line not in contents | {"", "Inhalt"}:
            assert line.replace("*", "") in plain_text, line


def test_another_library_reads_the_same_words() -> None:
    for muster in (ALL[0], ALL[1], SCHOOLS[3]):
        path = muster.pfad("docx")
        read = re.sub(r"<a href[^>]*>|</a>", "", docx2python(io.BytesIO(files()[path])).text)
        for line in _lines(path):
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
