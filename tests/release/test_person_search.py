"""A person is found in every spelling and every kind of file, and nobody else is."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfWriter

from macros.publish.person_search import Suche, kinds_in, search_bytes, search_tree, traces_of

PERSON = traces_of(
    ("Dr. Änne Müller-Beispiel",), ("030 23125-101", "0171 3920034"), ("Aenne.M@example.org",)
)
NAME, NUMBER, ADDRESS = ["Name"], ["Telefonnummer"], ["E-Mail-Adresse"]
FOUND = {
    "Frau Änne Müller-Beispiel berät": NAME,
    "ÄNNE MÜLLER-BEISPIEL": NAME,
    "änne müller-beispiel": NAME,
    "Dr. Änne Müller-Beispiel": NAME,
    "Müller-Beispiel, Änne": NAME,
    "Müller-Beispiel, Dr. Änne": NAME,
    "N:Müller-Beispiel;Änne;;;": NAME,
    "aenne-mueller-beispiel": NAME,
    "aenne_mueller_beispiel.jpg": NAME,
    "A\u0308nne Mu\u0308ller-Beispiel": NAME,
    "Änne\u00a0Müller\u2011Beispiel": NAME,
    "Änne\n   Müller-Beispiel": NAME,
    "Än\u00adne Mül\u00adler-Beispiel": NAME,
    "Änne\u200b Müller-Beispiel": NAME,
    "&Auml;nne M&uuml;ller-Beispiel": NAME,
    "&#196;nne M&#xfc;ller-Beispiel": NAME,
    "&amp;Auml;nne M&amp;uuml;ller-Beispiel": NAME,
    "<b>Änne</b> <i>Müller</i>-Beispiel": NAME,
    "Ä<wbr>nne Mül<!-- x -->ler-Beispiel": NAME,
    "<td>Änne</td><td>Müller-Beispiel</td>": NAME,
    r"\u00c4nne M\u00fcller-Beispiel": NAME,
    "%C3%84nne%20M%C3%BCller-Beispiel": NAME,
    "Änne Mül\r\n ler-Beispiel": NAME,
    "Änne Ｍüller-Ｂeispiel": NAME,
    "Änne Müller-Beispiel 030 23125-101": NAME + NUMBER,
    "030 23125-101": NUMBER,
    "03023125101": NUMBER,
    "030/23125 101": NUMBER,
    "(030) 23 12 51 01": NUMBER,
    "+49 30 23125-101": NUMBER,
    "+49 (0)30 23125101": NUMBER,
    "tel:+493023125101": NUMBER,
    "0049 30 23125101": NUMBER,
    "030&nbsp;23125&ndash;101": NUMBER,
    "030 <b>23125</b>-101": NUMBER,
    "0171 39200 34": NUMBER,
    "mailto:aenne.m@example.org": ADDRESS,
    "AENNE.M@EXAMPLE.ORG": ADDRESS,
    "&#97;enne.m&#64;example.org": ADDRESS,
    "aenne.m%40example.org": ADDRESS,
}
NOBODY = (
    "Müller und ein Beispiel",
    "Änne Müller",
    "Beispiel Müller",
    "ein Beispiel von Änne",
    "Jännek Müller-Beispielhaft",
    "030 23125-102",
    "030 23125-10",
    "aenne.n@example.org",
    "",
)


@pytest.mark.parametrize("text", FOUND)
def test_every_spelling_is_found(text: str) -> None:
    assert kinds_in(text, PERSON)[0] == FOUND[text]


@pytest.mark.parametrize("text", NOBODY)
def test_others_are_not_found(text: str) -> None:
    assert kinds_in(text, PERSON) == ([], False)


def test_a_family_name_alone_is_told_apart() -> None:
    assert kinds_in("Frau Müller-Beispiel", PERSON) == ([], True)
    suche = Suche()
    search_bytes(suche, "a.html", b"Frau Mueller-Beispiel", PERSON)
    assert (suche.treffer, [h.datei for h in suche.hinweise]) == (0, ["a.html"])


def test_a_middle_name_may_be_left_out() -> None:
    spuren = traces_of(("Erika Maria Musterfrau",))
    assert kinds_in("Erika Musterfrau", spuren) == (["Name"], False)
    assert kinds_in("Musterfrau Erika", spuren) == (["Name"], False)


def test_short_numbers_and_empty_values_are_no_terms() -> None:
    spuren = traces_of(("",), ("110", "030 1"), ("", " "))
    assert (spuren.namen, spuren.nummern, spuren.adressen) == ((), (), ())
    assert kinds_in("110 und 030 1", spuren) == ([], False)


def _zip(files: dict[str, bytes], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.comment = comment
    return out.getvalue()


SPELLED = "Änne Müller-Beispiel"
_WORD = f"<w:t>Änne </w:t></w:r><w:r><w:t>{SPELLED[5:]}</w:t>".encode()
PACKED = {
    "seite.html": SPELLED.encode(),
    "suche.json": json.dumps({"text": SPELLED}).encode(),
    "suche.json.gz": gzip.compress(SPELLED.encode()),
    "brief.docx": _zip({"word/document.xml": _WORD}),
    "eigenschaften.docx": _zip({"docProps/core.xml": f"<dc:creator>{SPELLED}".encode()}),
    "paket.zip": _zip({"innen/brief.docx": _zip({"word/document.xml": _WORD})}),
    "tief.zip": _zip({"a.gz": gzip.compress(_zip({"b.txt": SPELLED.encode()}))}),
    "name-im-archiv.zip": _zip({"aenne-mueller-beispiel.txt": b""}),
    "kommentar.zip": _zip({}, SPELLED.encode()),
    "utf16.csv": SPELLED.encode("utf-16"),
    "latin1.bin": b"\0\x01" + SPELLED.encode("latin-1"),
    "zwei-byte.doc": b"\xd0\xcf\x11\xe0\x01\0" + SPELLED.encode("utf-16-le"),
    "bild.png": b"\x89PNG\r\n\x1a\n\0\0tEXtAuthor\0" + SPELLED.encode("latin-1"),
    "aenne-mueller-beispiel.html": b"",
    "aenne.mueller-beispiel/index.html": b"",
}


@pytest.mark.parametrize("name", PACKED)
def test_every_kind_of_file_is_searched(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(PACKED[name])
    (tmp_path / "andere.html").write_text("Otto Normal", encoding="utf-8")
    suche = search_tree(tmp_path, PERSON)
    assert {fund.datei.split(" → ")[0] for fund in suche.funde} == {name}
    assert suche.unlesbar == []


def test_a_pdf_is_read(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": SPELLED})
    writer.write(tmp_path / "merkblatt.pdf")
    suche = search_tree(tmp_path, PERSON)
    assert [fund.datei.split(" → ")[0] for fund in suche.funde] == ["merkblatt.pdf"]


def test_links_are_searched_and_not_followed(tmp_path: Path) -> None:
    ziel = tmp_path / "ziel"
    ziel.mkdir()
    (tmp_path / "geheim.txt").write_text(SPELLED, encoding="utf-8")
    (ziel / "fort").symlink_to(tmp_path / "geheim.txt")
    (ziel / "ordner").symlink_to(tmp_path)
    assert search_tree(ziel, PERSON).treffer == 0
    (ziel / "verweis").symlink_to("aenne-mueller-beispiel")
    assert search_tree(ziel, PERSON).treffer == 1


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04kaputt", b"\x1f\x8bkaputt", b"%PDF-1.7 kaputt", PACKED["brief.docx"][:-30]]
)
def test_what_cannot_be_unpacked_is_named(data: bytes) -> None:
    suche = Suche()
    search_bytes(suche, "x.bin", data, PERSON)
    assert suche.unlesbar == ["x.bin"]


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.publish.person_search.MAX_UNPACKED", 1000)
    for data in (gzip.compress(b"0" * 5000), _zip({"a": b"0" * 900, "b": b"0" * 900})):
        suche = Suche()
        search_bytes(suche, "bombe", data, PERSON)
        assert suche.unlesbar == ["bombe"]


def test_the_same_bytes_under_another_name_count_again(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(SPELLED, encoding="utf-8")
    suche = search_tree(tmp_path, PERSON)
    assert (suche.treffer, suche.dateien, len(suche.bekannt)) == (2, 2, 1)
