"""The Word layer: styles by name, a region's own template, the same bytes on any day."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import RGBColor
from docx2python import docx2python
from lxml import etree
from PIL import Image

from macros.exports.word import Lauf, WordDokument, Zelle, base_for
from macros.exports.word.package import plain_package
from macros.exports.word.region import judge_template, region_base
from macros.exports.word.styles import FORMATVORLAGEN, HINWEIS, heading_style
from macros.exports.word.template import missing_styles, sample_template
from macros.files.kinds import DOCX
from macros.files.office import judge_office
from macros.model.findings import Ort

from ..musterkreis import musterkreis

if TYPE_CHECKING:
    from docx.document import Document as WordFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _sample(muster: bytes | None = None) -> WordDokument:
    word = WordDokument(base_for(muster), "Titel & mehr", kopf="Kopf <1>", fuss="Fuß", betreff="B")
    word.heading("Eins", 1, "eins")
    word.hint("Zu löschen")
    word.bullets(["Punkt", ("Mit ", Lauf("Link", ziel="https://example.org/?a=1&b=2"))])
    word.numbered(["Erstens", "Zweitens"])
    word.numbered(["Wieder erstens"])
    word.table(["Kopf", "Mehr"], [["a", Zelle(("b", "c"))]], titel="Tabelle", anteile=[1, 2])
    word.page_break()
    word.heading("Zwei", 2)
    word.contents([("Eins", "eins")])
    return word


def _open(data: bytes) -> WordFile:
    return docx.Document(io.BytesIO(data))


def _save(word: WordFile) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def test_the_library_opens_what_the_layer_writes() -> None:
    word = _open(_sample().to_bytes())
    assert [p.text for p in word.paragraphs][:7] == [
        "Eins", "Zu löschen", "Punkt", "Mit Link", "Erstens", "Zweitens", "Wieder erstens",
    ]  # fmt: skip
    styles = [p.style.name for p in word.paragraphs if p.style is not None]
    assert styles[:3] == ["Heading 1", HINWEIS, "List Bullet"]
    assert [cell.text for cell in word.tables[0].rows[1].cells] == ["a", "b\nc"]
    assert word.core_properties.title == "Titel & mehr"
    assert word.core_properties.author == ""
    assert "Kopf <1>" in word.sections[0].header.paragraphs[0].text


def test_another_library_reads_the_same_words() -> None:
    text = docx2python(io.BytesIO(_sample().to_bytes())).text
    for words in ("Eins", "Zu löschen", "Punkt", "Link", "Zweitens", "Kopf", "Zwei"):
        assert words in text


def test_the_same_content_gives_the_same_bytes() -> None:
    assert _sample().to_bytes() == _sample().to_bytes()
    with zipfile.ZipFile(io.BytesIO(_sample().to_bytes())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_each_numbered_list_begins_with_one() -> None:
    data = _sample().to_bytes()
    numbers = [e.get(f"{W}val") for e in _part(data, "word/document.xml").iter(f"{W}numId")]
    assert numbers == ["9101", "9101", "9102"]
    overrides = _part(data, "word/numbering.xml").iter(f"{W}startOverride")
    assert [e.get(f"{W}val") for e in overrides] == ["1", "1"]


def test_a_link_outside_leads_where_it_says() -> None:
    data = _sample().to_bytes()
    link = next(
        e
        for e in _part(data, "word/_rels/document.xml.rels")
        if e.get("Target") == "https://example.org/?a=1&b=2"
    )
    held = next(_part(data, "word/document.xml").iter(f"{W}hyperlink"))
    assert link.get("Id") in held.attrib.values()
    assert link.get("TargetMode") == "External"


def test_landscape_turns_the_paper() -> None:
    word = WordDokument(base_for(), "Quer", quer=True)
    word.table(["a"], [["b"]], titel="Breit")
    section = _open(word.to_bytes()).sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    assert word.breite > 14000


def test_an_empty_cell_and_a_fourth_level_are_refused() -> None:
    word = WordDokument(base_for(), "Titel")
    with pytest.raises(ValueError, match="Zelle"):
        word.table(["a"], [[" "]], titel="Leer")
    with pytest.raises(ValueError, match="1 bis 3"):
        heading_style(4)


def test_the_shipped_template_has_every_style_and_names_nobody() -> None:
    data = plain_package(sample_template())
    assert missing_styles(data) == ()
    assert data == plain_package(sample_template())
    text = docx2python(io.BytesIO(data)).text
    for vorlage in FORMATVORLAGEN:
        assert f"{vorlage.anzeige}: {vorlage.wofuer}" in text
    assert _open(data).core_properties.author == ""
    assert list(judge_office(data, Ort("muster.docx"), DOCX)) == []


def test_a_regions_own_template_decides_on_the_look_and_not_on_the_text() -> None:
    own = _open(sample_template())
    own.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0, 0x11)
    own.sections[0].first_page_header.paragraphs[0].text = "Logo des Kreises"
    made = _sample(_save(own)).to_bytes()
    style = _open(made).styles["Heading 1"]
    assert style.font.color.rgb == RGBColor(0xAA, 0, 0x11)
    text = docx2python(io.BytesIO(made)).text
    assert "Logo des Kreises" in text
    assert "Ändern Sie hier Schriften" not in text


def _without(name: str) -> bytes:
    own = _open(sample_template())
    for style in list(own.styles.element.iterfind(f"{W}style")):
        named = style.find(f"{W}name")
        if named is not None and named.get(f"{W}val") == name:
            own.styles.element.remove(style)
    return _save(own)


def test_a_missing_style_is_told_and_comes_from_the_shipped_template() -> None:
    data = _without(HINWEIS)
    bestand = replace(musterkreis(), muster=data)
    (befund,) = judge_template(bestand)
    assert (befund.rule, befund.stufe.value) == ("R-461", "Warnung")
    assert befund.file == "data/regionen/musterkreis/gestaltung/muster.docx"
    assert befund.message == (
        "In der Vorlage fehlt die Formatvorlage „Hinweis zum Löschen“; die Dateien nehmen dafür "
        "das mitgelieferte Aussehen."
    )
    word = WordDokument(region_base(bestand), "Titel")
    word.hint("Zu löschen")
    (paragraph, *_) = _open(word.to_bytes()).paragraphs
    assert paragraph.style is not None
    assert paragraph.style.name == HINWEIS


def test_a_logo_says_what_it_is() -> None:
    logo = io.BytesIO()
    Image.new("RGB", (20, 20), "#0b5345").save(logo, "PNG")
    own = _open(sample_template())
    run = own.sections[0].first_page_header.paragraphs[0].add_run()
    picture = run.add_picture(logo)._inline.docPr
    (befund,) = judge_template(replace(musterkreis(), muster=_save(own)))
    assert (befund.rule, befund.stufe.value) == ("R-465", "Warnung")
    picture.set("descr", "Zeichen des Musterkreises")
    assert judge_template(replace(musterkreis(), muster=_save(own))) == []
    made = _open(_sample(_save(own)).to_bytes())
    assert "Zeichen des Musterkreises" in made.sections[0].first_page_header._element.xml


@pytest.mark.parametrize("data", [b"", b"kein Word", b"PK\x03\x04kaputt"])
def test_a_broken_template_is_a_fehler_and_the_shipped_look_stays(data: bytes) -> None:
    bestand = replace(musterkreis(), muster=data)
    (befund,) = judge_template(bestand)
    assert (befund.rule, befund.stufe.value) == ("R-460", "Fehler")
    assert "rahmen muster vorlage --ziel" in befund.remedy
    assert region_base(bestand) is region_base(musterkreis())


def test_a_region_without_a_template_has_no_findings() -> None:
    assert musterkreis().muster is None
    assert judge_template(musterkreis()) == []
