"""SVG images: drawings only, no programs, nothing from elsewhere."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final

from macros.files import file_rules as r
from macros.files.safe_xml import XmlBrokenError, XmlRefusedError, parse_xml
from macros.files.walk import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.files.safe_xml import Element, XmlText
    from macros.model.findings import Befund, Ort

_ACTIVE: Final = frozenset(
    [
        "script",
        "foreignobject",
        "iframe",
        "embed",
        "object",
        "handler",
        "listener",
        "audio",
        "video",
    ]
)
_MOVING: Final = frozenset(
    ["animate", "animatetransform", "animatemotion", "animatecolor", "set", "discard"]
)
_LINKS: Final = frozenset({"href", "src", "base", "data", "action"})
_BLANKS: Final = re.compile(r"[\x00-\x20\x7f-\xa0]")
_PROGRAM: Final = re.compile(r"(?:javascript|vbscript|livescript|data:(?!image/)).*", re.IGNORECASE)
_OWN: Final = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp)[^,]*;base64,(.*)", re.IGNORECASE)
_CSS_URL: Final = re.compile(r"(?:url|src)\(['\"]?([^)'\"]*)", re.IGNORECASE)
_CSS_LOADS: Final = re.compile(r"@import|image-set\(|image\(|\\", re.IGNORECASE)
_CSS_MOVES: Final = re.compile(r"@keyframes|animation[\w-]*:", re.IGNORECASE)
_NAMES: Final = frozenset({"creator", "publisher", "contributor", "rights", "author"})
_PATHS: Final = frozenset({"export-filename", "docname", "docbase", "absref"})
_INKSCAPE: Final = (
    "Metadaten entfernen: in Inkscape „Speichern unter“ → „Optimiertes SVG“ mit "
    "„Metadaten entfernen“"
)


def judge_svg(data: bytes, ort: Ort, *, titled: bool) -> Iterator[Befund]:
    """Yield the findings about an SVG image.

    Args:
        data: the file's bytes.
        ort: the file.
        titled: whether a title is recommended.
    """
    try:
        xml = parse_xml(data)
    except XmlRefusedError:
        yield r.SVG_DTD.befund(
            ort,
            "Das SVG-Bild enthält <!DOCTYPE …> oder <!ENTITY …>.",
            "Diese Zeilen löschen; das Bild sieht danach gleich aus",
        )
        return
    except XmlBrokenError as broken:
        yield r.SVG_XML.befund(
            ort,
            f"Das SVG-Bild ist ab Zeile {broken.line} kein gültiges XML.",
            "Das Bild im Zeichenprogramm öffnen und neu als SVG speichern",
        )
        return
    if xml.elements[0].name != "svg":
        yield r.SVG_XML.befund(
            ort,
            f"Die Datei ist kein SVG-Bild; sie beginnt mit <{xml.elements[0].name[:40]}>.",
            "Das Bild im Zeichenprogramm öffnen und neu als SVG speichern",
        )
        return
    yield from _judge_active(xml, ort)
    yield from _judge_foreign(xml, ort)
    yield from _judge_metadata(xml, ort)
    yield from _judge_embedded(xml, ort)
    if titled and not any(e.name == "title" and e.text.strip() for e in xml.elements):
        yield r.SVG_TITEL.befund(
            ort,
            "Das SVG-Bild hat keinen Titel.",
            "Als erste Zeile im Bild: <title>Was das Bild zeigt</title>",
        )


def _judge_active(xml: XmlText, ort: Ort) -> Iterator[Befund]:
    active: list[str] = []
    moving: list[str] = []
    for element in xml.elements:
        name = element.name.lower()
        if name in _ACTIVE:
            active.append(f"<{element.name}>")
        if name in _MOVING:
            moving.append(f"<{element.name}>")
        active.extend(key for key, _ in element.attributes if key.lower().startswith("on"))
        active.extend(f"{key}=…" for key, link in _links(element) if _PROGRAM.match(link))
        moving.extend("animation" for css in _css(element) if _CSS_MOVES.search(css))
    if active:
        yield r.SVG_AKTIV.befund(
            ort,
            f"Das SVG-Bild enthält Programme oder fremde Inhalte: {_short(active)}.",
            "Diese Teile löschen oder das Bild ohne Skripte neu speichern",
        )
    if moving:
        yield r.ANIMIERT.befund(
            ort,
            f"Das SVG-Bild bewegt sich: {_short(moving)}.",
            "Die Animation löschen; Abläufe als mehrere Bilder zeigen",
        )


def _judge_foreign(xml: XmlText, ort: Ort) -> Iterator[Befund]:
    foreign: list[str] = []
    if any(target.lower() == "xml-stylesheet" for target in xml.instructions):
        foreign.append("<?xml-stylesheet?>")
    for element in xml.elements:
        for key, link in _links(element):
            if not _OWN.match(link) and not _PROGRAM.match(link):
                foreign.append(f"{key} in <{element.name}>")
        for css in _css(element):
            targets = _CSS_URL.findall(_BLANKS.sub("", css))
            if _CSS_LOADS.search(css) or not all(_OWN.match(target) for target in targets):
                foreign.append(f"Formatierung in <{element.name}>")
    if foreign:
        yield r.SVG_FREMD.befund(
            ort,
            f"Das SVG-Bild verweist nach außen: {_short(foreign)}.",
            "Bilder und Schriften einbetten, Links löschen",
        )


def _judge_metadata(xml: XmlText, ort: Ort) -> Iterator[Befund]:
    found = set()
    naming: int | None = None
    for element in xml.elements:
        # The name stands in the element itself or, as Inkscape writes it, two levels further in.
        if naming is not None and element.depth <= naming:
            naming = None
        if naming is None and element.name.lower() in _NAMES:
            naming = element.depth
        if naming is not None and element.text.strip():
            found.add("Name")
        if any(k.lower() in _PATHS and re.search(r"[/\\]", v) for k, v in element.attributes):
            found.add("Dateipfad auf dem Rechner")
    if found:
        yield r.METADATEN.befund(
            ort,
            "Im Bild stecken Angaben, die nicht veröffentlicht werden sollen: "
            f"{', '.join(sorted(found))}.",
            _INKSCAPE,
        )


def _judge_embedded(xml: XmlText, ort: Ort) -> Iterator[Befund]:
    """Look at photos inside the drawing: they carry the same metadata as those beside it."""
    links = [link for element in xml.elements for _, link in _links(element)]
    photos = [match.group(1) for link in links if (match := _EMBEDDED.match(link))]
    if not photos:
        return
    # Pillow takes longer to load than all other checks of drawings.
    from macros.files.images import judge_image

    faults = set()
    for photo in photos:
        try:
            data = base64.b64decode(photo)
        except ValueError:
            data = b""
        faults |= {befund.rule for befund in judge_image(data, ort)}
    for regel, what in (
        (r.BILD_BESCHAEDIGT, "ist beschädigt"),
        (r.BILDBOMBE, "hat zu viele Pixel"),
        (r.METADATEN, "enthält Ort, Namen oder Gerät in den Metadaten"),
    ):
        if regel.nummer in faults:
            yield regel.befund(
                ort,
                f"Ein Bild, das in das SVG-Bild eingebettet ist, {what}.",
                "Das eingebettete Bild einzeln bereinigen und neu einbetten",
            )


def _links(element: Element) -> list[tuple[str, str]]:
    """Return the attributes that browsers load or follow, without the blanks browsers ignore."""
    plain = [(key, _BLANKS.sub("", v)) for key, v in element.attributes if key.lower() in _LINKS]
    return [(key, link) for key, link in plain if link]


def _css(element: Element) -> list[str]:
    """Return all texts of an element that browsers read as CSS."""
    texts = [element.text] if element.name.lower() == "style" else []
    for key, value in element.attributes:
        plain = key.lower()
        if plain == "style" or (
            "(" in value and plain not in _PATHS and not plain.startswith(("aria-", "data-"))
        ):
            texts.append(value)
    return texts


def _short(found: list[str]) -> str:
    names = list(dict.fromkeys(quoted(name) for name in found))
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
