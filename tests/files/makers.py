"""Small files of every kind, made anew for each test: no binary files in the repository."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from PIL import ExifTags, Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
TITLE = "<title>Wege der Beratung</title>"


def image(
    kind: str = "PNG",
    size: tuple[int, int] = (40, 30),
    mode: str = "RGB",
    **options: Any,
) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, kind, **options)
    return buffer.getvalue()


def noise(kind: str = "PNG", side: int = 900) -> bytes:
    """An image that can hardly be compressed."""
    buffer = io.BytesIO()
    Image.merge("RGB", [Image.effect_noise((side, side), 200)] * 3).save(buffer, kind)
    return buffer.getvalue()


def animated(kind: str) -> bytes:
    buffer = io.BytesIO()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "white")]
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def exif(
    base: Mapping[int, Any] | None = None,
    details: Mapping[int, Any] | None = None,
    gps: Mapping[int, Any] | None = None,
) -> bytes:
    block = Image.Exif()
    block.update(base or {})
    block.get_ifd(ExifTags.IFD.Exif).update(details or {})
    block.get_ifd(ExifTags.IFD.GPSInfo).update(gps or {})
    return block.tobytes()


def png_with_text(key: str, value: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, value)
    return image(pnginfo=info)


def jpeg_with_iptc(record: int, value: bytes) -> bytes:
    """A JPEG with one IPTC entry in a Photoshop block, as picture agencies write it."""
    entry = b"\x1c\x02" + bytes([record]) + struct.pack(">H", len(value)) + value
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(entry)) + entry
    block += b"\0" * (len(block) % 2)
    body = b"Photoshop 3.0\0" + block
    segment = b"\xff\xed" + struct.pack(">H", len(body) + 2) + body
    plain = image("JPEG")
    return plain[:2] + segment + plain[2:]


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that claims a size it need not have."""

    def chunk(name: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def svg(inner: str = "", attributes: str = "", title: str = TITLE) -> bytes:
    return f"{SVG} {attributes}>{title}{inner}</svg>".encode()


def embedded(photo: bytes) -> bytes:
    text = base64.b64encode(photo).decode()
    return svg(f'<image href="data:image/jpeg;base64,{text}"/>')


def pdf(
    pages: tuple[str, ...] = ("text",),
    *,
    change: Callable[[PdfWriter], None] | None = None,
    titled: bool = True,
    author: str = "",
) -> bytes:
    """A PDF that breaks no rule, unless told otherwise.

    Args:
        pages: ``text``, ``scan``, ``both``, ``form`` (image, and text inside a form), ``blank``.
        change: called before writing.
        titled: whether it has a title.
        author: the author in the metadata.
    """
    writer = PdfWriter()
    for page in pages:
        _add_page(writer, page)
    metadata = {"/Title": "Rahmenkonzept"} if titled else {}
    writer.add_metadata(metadata | ({"/Author": author} if author else {}))
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("de-DE")
    root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    root[NameObject("/StructTreeRoot")] = DictionaryObject(
        {NameObject("/Type"): NameObject("/StructTreeRoot")}
    )
    if change is not None:
        change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _add_page(writer: PdfWriter, kind: str) -> None:
    page = writer.add_blank_page(200, 200)
    text, drawing = b"BT /F1 12 Tf (Konzept) Tj ET", b"q 200 0 0 200 0 0 cm /Im0 Do Q"
    contents = {"text": text, "scan": drawing, "both": drawing + b" " + text}.get(kind, b"/Fm0 Do")
    if kind == "blank":
        return
    stream = DecodedStreamObject()
    stream.set_data(contents)
    page[NameObject("/Contents")] = writer._add_object(stream)
    objects = DictionaryObject()
    if kind != "text":
        picture = DecodedStreamObject()
        picture.set_data(b"\0" * 12)
        picture.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Image"),
                NameObject("/Width"): NumberObject(2),
                NameObject("/Height"): NumberObject(2),
            }
        )
        objects[NameObject("/Im0")] = writer._add_object(picture)
    if kind == "form":
        form = DecodedStreamObject()
        form.set_data(text)
        form.update({NameObject("/Subtype"): NameObject("/Form")})
        objects[NameObject("/Fm0")] = writer._add_object(form)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})


def office(
    main: str = "word/document.xml",
    *,
    creator: str = "",
    modified_by: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word file, or an Excel file with ``xl/workbook.xml``, as far as the checks look."""
    core = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{modified_by}</cp:lastModifiedBy></cp:coreProperties>"
    )
    all_parts = {"[Content_Types].xml": "<Types/>", main: "<d/>", "docProps/core.xml": core}
    return archive(all_parts | dict(parts or {}))


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()
