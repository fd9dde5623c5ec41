"""Writes the files that the cases consist of: pictures with traces, broken PDFs, links, pipes."""

from __future__ import annotations

import os
import re
import socket
from typing import TYPE_CHECKING, Final

from PIL import ExifTags
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from .makers import (
    exif,
    image,
    svg,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pypdf import PdfWriter

    Build = Callable[[Path], None]

MB: Final = 1024 * 1024
NAME: Final = "Vorname Nachname"
BASE, GPS = ExifTags.Base, ExifTags.GPS
PHOTO: Final = image("JPEG", exif=exif(gps={GPS.GPSLatitude: (51.0, 34.0, 0.0)}))


def write(root: Path, file: str, data: bytes) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def lies(file: str, data: bytes = b"Text\n") -> Build:
    def build(root: Path) -> None:
        write(root, file, data)

    return build


def both(*builds: Build) -> Build:
    def build(root: Path) -> None:
        for one in builds:
            one(root)

    return build


def sparse(file: str, size: int) -> Build:
    """A file that claims a size without taking it."""

    def build(root: Path) -> None:
        write(root, file, b"")
        os.truncate(root / file, size)

    return build


def link(file: str, target: str) -> Build:
    def build(root: Path) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return build


def pipe(root: Path) -> None:
    (root / "docs").mkdir()
    os.mkfifo(root / "docs/leitung.md")


def listening(root: Path) -> None:
    folder = root / "docs"
    folder.mkdir()
    # The path of a socket may have 108 characters only: so it is bound from inside.
    before = os.open(".", os.O_RDONLY)
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as unix:
            unix.bind("s.md")
    finally:
        os.fchdir(before)
        os.close(before)


def without(key: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        del writer.root_object[NameObject(key)]

    return change


def locked(writer: PdfWriter) -> None:
    writer.encrypt("geheim", algorithm="RC4-128")


def aes256(data: bytes) -> bytes:
    """Name the newer way of encryption, for which pypdf needs another package."""
    return re.sub(rb"/R \d", b"/R 6", re.sub(rb"/V \d", b"/V 5", data))


def described(writer: PdfWriter) -> None:
    """Title and author in XMP, as PDF/UA wants it."""
    writer.xmp_metadata = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li '
        b'xml:lang="x-default">Rahmenkonzept</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq>'
        b"<rdf:li>Vorname Nachname</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"
        b"</x:xmpmeta>"
    )


def unmarked(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/MarkInfo")] = DictionaryObject()


def endless(writer: PdfWriter) -> None:
    """The list of pages names itself."""
    pages = writer.root_object["/Pages"]
    assert isinstance(pages, DictionaryObject)
    pages[NameObject("/Kids")] = ArrayObject([pages.indirect_reference])
    pages[NameObject("/Count")] = NumberObject(1)


def flipped(data: bytes, marker: bytes) -> bytes:
    at = data.index(marker) + len(marker)
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


XMP: Final = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="51,34N" '
    b'aux:SerialNumber="1"><dc:creator>x</dc:creator></rdf:Description></x:xmpmeta>'
)
INKSCAPE: Final = (
    "<metadata><RDF><Work><creator><Agent><title>Vorname Nachname</title></Agent></creator>"
    "</Work></RDF></metadata>"
)
BILLION: Final = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("&b;")
