"""The cases of the file checks: what lies in the project, by the name of its golden message."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from .builders import (
    BASE,
    BILLION,
    GPS,
    INKSCAPE,
    MB,
    NAME,
    PHOTO,
    XMP,
    aes256,
    both,
    described,
    endless,
    flipped,
    lies,
    link,
    listening,
    locked,
    pipe,
    sparse,
    unmarked,
    without,
)
from .makers import (
    animated,
    archive,
    embedded,
    exif,
    image,
    jpeg_with_iptc,
    noise,
    office,
    pdf,
    png_of_size,
    png_with_text,
    svg,
)

if TYPE_CHECKING:
    from .builders import Build

FAULTY: Final[dict[str, Build]] = {
    # Links, devices, locks
    "verknuepfung_aussen": link("docs/flyer.pdf", "/etc/hostname"),
    "verknuepfung_ordner": both(lies("data/a/b.yml"), link("docs/anlagen", "../data/a")),
    "verknuepfung_innen": both(lies("docs/a.md"), link("docs/b.md", "a.md")),
    "verknuepfung_leer": link("docs/c.md", "nirgends.md"),
    "verknuepfung_kreis": link("docs/d.md", "d.md"),
    "verknuepfung_wurzel": both(lies("wo-anders/a.md"), link("docs", "wo-anders")),
    "verknuepfung_gestaltung": both(lies("fremd/assets/x.css"), link("overrides", "fremd")),
    "fifo": pipe,
    "socket": listening,
    # Kinds
    "art_programm": lies("docs/setup.exe", b"MZ"),
    "art_archiv": lies("docs/material.zip", archive({"a.txt": "x"})),
    "art_webseite": lies("docs/seite.html", b"<script>alert(1)</script>"),
    "art_skript_in_docs": lies("docs/code.js", b"alert(1)"),
    "art_word_alt": lies("docs/brief.doc"),
    "art_ohne_endung": lies("docs/LIESMICH"),
    "art_in_gestaltung": lies("overrides/assets/x.php"),
    "endung_png_als_jpg": lies("docs/karte.jpg", image("PNG")),
    "endung_jpeg_als_png": lies("docs/karte.png", PHOTO),
    "endung_programm_als_png": lies("docs/karte.png", b"MZ\x90\x00\x03"),
    "endung_binaer_als_md": lies("docs/karte.md", b"abc\0def"),
    "endung_pdf_als_md": lies("docs/flyer.md", pdf()),
    "endung_docx_als_xlsx": lies("docs/muster.xlsx", office()),
    "endung_zip_als_docx": lies("docs/muster.docx", archive({"a.txt": "x"})),
    "rest_finder": lies("docs/.DS_Store", b"\0\0"),
    "rest_ordner": lies("docs/.obsidian/workspace.json"),
    "rest_word": lies("docs/~$konzept.docx"),
    "rest_sicherung": lies("docs/konzept.md.bak"),
    "rest_exiftool": lies("docs/foto.jpg_original", PHOTO),
    "text_riesig": sparse("data/liste.csv", 1 << 30),
    # Names
    "name_nfd": lies("docs/fu\u0308r-schulen.md"),
    "name_nfd_daten": lies("data/tra\u0308ger.yml"),
    "name_nfc_und_nfd": both(lies("docs/für.md"), lies("docs/fu\u0308r.md")),
    "name_umlaut_leer": lies("docs/Unser Konzept für Schulen.md"),
    "name_sonderzeichen": lies("docs/q&a_(neu).md"),
    "name_ordner": lies("docs/Über uns/index.md"),
    "name_verboten": lies("docs/was-ist-das?.md"),
    "name_raute": lies("data/nr#1%.yml"),
    "name_bidi": lies("docs/\u202efdp.md"),
    "name_zeilenumbruch": lies("docs/a\n::error::b.md"),
    "name_latin1": lies(os.fsdecode(b"docs/M\xfcller.md")),
    "name_grossklein": both(lies("docs/Karte.md"), lies("docs/karte.md")),
    "name_grossklein_umlaut": both(lies("data/Öl.yml"), lies("data/öl.yml"), lies("data/ÖL.yml")),
    "name_drei_gleiche": both(lies("docs/ä.md"), lies("docs/ä .md"), lies("docs/ae.md")),
    "name_reserviert": lies("docs/AUX.md"),
    "name_reserviert_doppelt": lies("data/com1.tar.yml"),
    "name_reserviert_ordner": lies("docs/nul/index.md"),
    "name_punkt": lies("docs/konzept.md."),
    "name_leerzeichen": lies("docs/ konzept .md "),
    "name_lang": lies(f"docs/{'sehr-' * 20}lang.md"),
    # Images
    "bild_schwer": lies("docs/foto.png", noise()),
    "bild_riesig": sparse("docs/foto.jpg", 1 << 30),
    "bild_gross": lies("docs/plan.png", image(size=(2001, 10))),
    "bild_heic": lies("docs/foto.heic", b"\0\0\0\x18ftypheic"),
    "bild_heic_als_jpg": lies("docs/foto.jpg", b"\0\0\0\x18ftypheic\0\0"),
    "bild_tiff": lies("docs/foto.TIF", image("TIFF")),
    "bild_tiff_als_png": lies("docs/foto.png", image("TIFF")),
    "bild_bmp_als_png": lies("docs/foto.png", image("BMP")),
    "bild_psd_als_jpg": lies("docs/foto.jpg", b"8BPS\0\x01"),
    "bild_icon": lies("docs/logo.ico"),
    "bild_animiert_gif": lies("docs/ablauf.gif", animated("GIF")),
    "bild_animiert_png": lies("docs/ablauf.png", animated("PNG")),
    "bild_animiert_webp": lies("docs/ablauf.webp", animated("WEBP")),
    "bild_mehrere": lies("docs/stereo.jpg", animated("MPO")),
    "bild_cmyk": lies("docs/logo.jpg", image("JPEG", mode="CMYK")),
    "bild_abgeschnitten_jpeg": lies("docs/foto.jpg", noise("JPEG", 64)[:-600]),
    "bild_abgeschnitten_png": lies("docs/foto.png", noise(side=64)[:-600]),
    "bild_leer": lies("docs/foto.png", b""),
    "bild_kein_bild": lies("docs/foto.gif", b"Hier steht Text"),
    "bild_bombe": lies("docs/plan.png", png_of_size(60_000, 60_000)),
    "bild_bombe_mittel": lies("docs/plan.png", png_of_size(9_000, 6_000)),
    "metadaten_ort": lies("docs/foto.jpg", PHOTO),
    "metadaten_alle": lies(
        "docs/foto.jpg",
        image(
            "JPEG",
            exif=exif(
                base={BASE.Artist: NAME, BASE.Copyright: NAME},
                details={BASE.BodySerialNumber: "123"},
                gps={GPS.GPSLatitude: (51.0, 34.0, 0.0)},
            ),
        ),
    ),
    "metadaten_xpauthor": lies(
        "docs/foto.jpg", image("JPEG", exif=exif(base={BASE.XPAuthor: NAME.encode("utf-16-le")}))
    ),
    "metadaten_besitz": lies(
        "docs/foto.webp", image("WEBP", exif=exif(details={BASE.CameraOwnerName: NAME}))
    ),
    "metadaten_objektiv": lies(
        "docs/foto.png", image("PNG", exif=exif(details={BASE.LensSerialNumber: "123"}))
    ),
    "metadaten_xmp": lies("docs/foto.jpg", image("JPEG", xmp=XMP)),
    "metadaten_xmp_png": lies("docs/foto.png", png_with_text("XML:com.adobe.xmp", XMP.decode())),
    "metadaten_iptc": lies("docs/foto.jpg", jpeg_with_iptc(80, NAME.encode())),
    "metadaten_png_text": lies("docs/bild.png", png_with_text("Author", NAME)),
    "metadaten_kaputt": lies("docs/foto.jpg", image("JPEG", exif=b"Exif\0\0kein TIFF")),
    "metadaten_abgeschnitten": lies(
        "docs/foto.jpg", image("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x05\0\x3b\x01")
    ),
    "metadaten_name_mit_zeichen": lies("data/$(id) foto.jpg", PHOTO),
    # SVG
    "svg_schwer": lies("docs/bild.svg", svg(f"<desc>{'x' * 600_000}</desc>")),
    "svg_riesig": sparse("docs/bild.svg", 1 << 30),
    "svg_kaputt": lies("docs/bild.svg", b"<svg>\n<g></svg>"),
    "svg_anderes": lies("docs/bild.svg", b"<html/>"),
    "svg_leer": lies("docs/bild.svg", b""),
    "svg_kodierung": lies("docs/bild.svg", b'<?xml version="1.0" encoding="x-none"?><svg/>'),
    "svg_doctype": lies("docs/bild.svg", b'<!DOCTYPE svg PUBLIC "a" "b">' + svg()),
    "svg_bombe": lies("docs/bild.svg", BILLION),
    "svg_doctype_utf16": lies(
        "docs/bild.svg", "<?xml version='1.0'?><!DOCTYPE svg><svg/>".encode("utf-16")
    ),
    "svg_aktiv": lies(
        "docs/bild.svg",
        svg(
            "<script>x</script><foreignObject/><a href=' java&#10;script:x'/>"
            "<g ONclick='x' onload='x'/><iframe/>"
        ),
    ),
    "svg_html_namensraum": lies(
        "docs/bild.svg", svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>')
    ),
    "svg_bewegt": lies("docs/bild.svg", svg("<set/><style>@keyframes a{}</style>")),
    "svg_fremd": lies(
        "docs/bild.svg",
        b"<?xml-stylesheet href='a.css'?>"
        + svg(
            "<image href='https://example.org/a.png'/><use xlink:href='b.svg#x'/>"
            "<style>@import 'x.css';</style><rect fill='url(//example.org/a)'/>"
        ),
    ),
    "svg_fremd_zweites_href": lies(
        "docs/bild.svg", svg("<use href='https://example.org/a.svg' xlink:href='#a'/>")
    ),
    "svg_fremd_maskiert": lies("docs/bild.svg", svg(r"<rect fill='u\72l(//example.org/a)'/>")),
    "svg_fremd_data": lies("docs/bild.svg", svg("<image href='data:image/svg+xml,x'/>")),
    "svg_ohne_titel": lies("docs/bild.svg", svg(title="")),
    "svg_titel_leer": lies("data/bild.svg", svg(title="<title> </title>")),
    "svg_metadaten": lies("docs/bild.svg", svg(INKSCAPE, r"export-filename='C:\Users\x\a.png'")),
    "svg_eingebettet": lies("docs/bild.svg", embedded(PHOTO)),
    "svg_eingebettet_kaputt": lies("docs/bild.svg", embedded(b"kein Bild")),
    # Documents
    "pdf_abgeschnitten": lies("docs/flyer.pdf", pdf()[:300]),
    "pdf_kein_pdf": lies("docs/flyer.pdf", b"Hier steht Text"),
    "pdf_leer": lies("docs/flyer.pdf", b""),
    "pdf_endlos": lies("docs/flyer.pdf", pdf(change=endless)),
    "pdf_ohne_seiten": lies("docs/flyer.pdf", pdf(())),
    "pdf_verschluesselt": lies("docs/flyer.pdf", pdf(change=locked)),
    "pdf_verschluesselt_neu": lies("docs/flyer.pdf", aes256(pdf(change=locked))),
    "pdf_riesig": sparse("docs/flyer.pdf", 1 << 30),
    "pdf_zu_gross": sparse("docs/flyer.pdf", 10 * MB + 1),
    "pdf_ohne_titel": lies("docs/flyer.pdf", pdf(titled=False)),
    "pdf_ohne_sprache": lies("docs/flyer.pdf", pdf(change=without("/Lang"))),
    "pdf_ohne_tags": lies("docs/flyer.pdf", pdf(change=without("/StructTreeRoot"))),
    "pdf_nicht_markiert": lies("docs/flyer.pdf", pdf(change=unmarked)),
    "pdf_gescannt": lies("docs/flyer.pdf", pdf(("scan", "scan", "text"))),
    "pdf_autor": lies("docs/flyer.pdf", pdf(author=NAME)),
    "pdf_autor_xmp_mit_titel": lies("docs/flyer.pdf", pdf(titled=False, change=described)),
    "pdf_ohne_inhalt": lies("docs/flyer.pdf", b"%PDF-1.4\n%%EOF"),
    "docx_autor": lies("docs/muster.docx", office(creator=NAME)),
    "docx_zuletzt": lies("docs/muster.docx", office(modified_by=NAME)),
    "docx_kommentare": lies(
        "docs/muster.docx", office(parts={"word/comments.xml": f'<w:c w:author="{NAME}"/>'})
    ),
    "xlsx_autor_und_kommentar": lies(
        "docs/muster.xlsx",
        office(
            "xl/workbook.xml",
            creator=NAME,
            parts={"xl/comments1.xml": f"<authors><author>{NAME}</author></authors>"},
        ),
    ),
    "docx_kaputt": lies("docs/muster.docx", office()[:-30]),
    "docx_teil_kaputt": lies("docs/muster.docx", flipped(office(), b"word/document.xml")),
    "docx_text": lies("docs/muster.docx", b"Hier steht Text"),
    "docx_eigenschaften_kaputt": lies("docs/muster.docx", office(parts={}, creator="&unbekannt;")),
    "docx_bombe": lies(
        "docs/muster.docx", office(parts={f"x{n}": b"\0" * (21 * MB) for n in range(5)})
    ),
    "docx_viele_teile": lies("docs/muster.docx", office(parts={f"x{n}": "" for n in range(5001)})),
    "docx_kennwort": lies("docs/muster.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
}
# For each rule something that comes near and breaks no rule at all.
CLEAN: Final[dict[str, Build]] = {
    "R-601": lies("docs/verknuepfung.md"),
    "R-602": lies("docs/leitung/fifo.md"),
    "R-603": lies("docs/leer.md", b""),
    "R-604": both(lies("overrides/assets/js/menu.js"), lies("overrides/assets/a.css")),
    "R-605": both(
        lies("docs/karte.JPEG", image("JPEG")),
        lies("docs/pdf.md", b"Eine Datei beginnt mit %PDF- oder MZ."),
        lies("docs/utf16.md", "Text".encode("utf-16")),
        lies("docs/muster.xlsx", office("xl/workbook.xml")),
    ),
    "R-606": both(lies("docs/.gitkeep", b""), lies("data/original.yml")),
    "R-607": lies("data/liste.csv", b"a;b\n" * (10 * MB // 4)),
    "R-610": lies("data/träger.yml"),
    "R-611": both(lies("data/Unser Konzept für Schulen.md"), lies("docs/QS-1_a.b.md")),
    "R-612": lies("data/a+b, c; d=e.yml"),
    "R-613": lies("data/Ærø–Łódź.yml"),
    "R-614": both(
        lies("docs/Karte.md"),
        lies("docs/a/karte.md"),
        lies("data/strasse.yml"),
        lies("data/straße.yml"),
    ),
    "R-615": both(lies("docs/console.md"), lies("docs/a.con.md"), lies("docs/com10.md")),
    "R-616": lies("docs/kon..zept.md"),
    "R-617": lies(f"docs/{'a' * 97}.md"),
    "R-620": lies("docs/foto.png", image(size=(2000, 2000))),
    "R-621": lies("docs/foto.png", image(size=(2000, 10))),
    "R-622": lies("docs/foto.webp", image("WEBP")),
    "R-623": both(lies("docs/a.gif", image("GIF")), lies("docs/b.webp", image("WEBP"))),
    "R-624": lies("docs/grau.jpg", image("JPEG", mode="L")),
    "R-625": lies("docs/foto.jpg", noise("JPEG", 64)),
    "R-626": lies("docs/foto.jpg", image("JPEG", size=(1900, 1900))),
    "R-627": both(
        lies("docs/leer.jpg", image("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0")),
        lies(
            "docs/foto.jpg",
            image(
                "JPEG",
                exif=exif(
                    base={BASE.Orientation: 6, BASE.Model: "Kamera", BASE.Artist: " "},
                    gps={GPS.GPSVersionID: b"\2\3\0\0"},
                ),
            ),
        ),
        lies("docs/bild.png", png_with_text("Software", "Bildprogramm")),
    ),
    "R-630": lies("docs/bild.svg", svg("<g><path d='M0 0'/></g>")),
    "R-631": lies("docs/bild.svg", b'<?xml version="1.0"?><!-- DOCTYPE -->' + svg("&lt;!ENTITY")),
    "R-632": lies("docs/bild.svg", svg("<g aria-label='javascript: so geht es'/>")),
    "R-633": lies(
        "docs/bild.svg",
        svg("<use href='#a'/><rect fill='url(#b)' style='filter:url( \"#c\" )' id='f(1)'/>"),
    ),
    "R-634": both(lies("docs/bild.svg", svg()), lies("overrides/assets/icon.svg", svg(title=""))),
    "R-640": lies("docs/flyer.pdf", pdf()),
    "R-641": lies("docs/muster.docx", office()),
    "R-642": lies("docs/flyer.pdf", pdf(("text",) * 30)),
    "R-643": lies("docs/titel.pdf", pdf()),
    "R-644": lies("docs/sprache.pdf", pdf()),
    "R-645": lies("docs/tags.pdf", pdf()),
    "R-646": lies("docs/flyer.pdf", pdf(("scan", "both", "form", "blank"))),
    "R-647": both(
        lies("docs/flyer.pdf", pdf(author=" ")),
        lies("docs/muster.docx", office(creator="python-docx")),
        lies("docs/m2.docx", office(parts={"word/comments.xml": '<w:c w:author=""/>'})),
    ),
    "R-650": lies("docs/muster.docx", office()),
    "R-651": lies("docs/muster.docx", office(parts={"x": b"\0" * (21 * MB)})),
}
