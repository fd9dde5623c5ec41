"""What an image tells about people, places and devices; only the kinds, never the values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PIL import ExifTags, IptcImagePlugin

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

PLACE: Final = "Aufnahmeort (GPS)"
NAME: Final = "Name"
RIGHTS: Final = "Urhebervermerk"
DEVICE: Final = "Seriennummer oder Kennung des Geräts"

_BASE: Final = {
    ExifTags.Base.Artist: NAME,
    ExifTags.Base.XPAuthor: NAME,
    ExifTags.Base.HostComputer: DEVICE,
    ExifTags.Base.Copyright: RIGHTS,
}
_EXIF: Final = {
    ExifTags.Base.CameraOwnerName: NAME,
    ExifTags.Base.BodySerialNumber: DEVICE,
    ExifTags.Base.LensSerialNumber: DEVICE,
    # What makers write there is undocumented; serial numbers and owners are common.
    ExifTags.Base.MakerNote: DEVICE,
}
_IPTC: Final = {
    (2, 80): NAME,
    (2, 85): NAME,
    (2, 110): NAME,
    (2, 118): NAME,
    (2, 122): NAME,
    (2, 116): RIGHTS,
    (2, 90): PLACE,
    (2, 92): PLACE,
}
_EXIF_START: Final = re.compile(rb"(?:Exif\0\0)*(?:II\*\0|MM\0\*|\Z)")
_XMP: Final = (
    (re.compile(r"exif:GPS(?:Latitude|Longitude)|photoshop:City|\w+:Location\b"), PLACE),
    (
        re.compile(
            r"dc:creator|photoshop:(?:Credit|CaptionWriter)|xmpRights:Owner|\w+:OwnerName"
            r"|\w+:CameraOwnerName|PersonDisplayName|PersonInImage|mwg-rs:Name|tiff:Artist"
            r"|CreatorContactInfo"
        ),
        NAME,
    ),
    (re.compile(r"dc:rights|tiff:Copyright|xmpRights:WebStatement"), RIGHTS),
    (re.compile(r"\w+:\w*SerialNumber"), DEVICE),
)
_TEXTS: Final = {
    "author": NAME,
    "artist": NAME,
    "creator": NAME,
    "copyright": RIGHTS,
    "location": PLACE,
}


def telling(image: ImageFile) -> list[str]:
    """Return the kinds of personal data in an opened image, in stable order.

    Raises:
        Exception: the metadata are damaged; Pillow's parsers raise many types.
    """
    found = _exif(image) | _iptc(image) | _xmp(image) | _texts(image)
    return [kind for kind in (PLACE, NAME, RIGHTS, DEVICE) if kind in found]


def _exif(image: ImageFile) -> set[str]:
    exif = image.getexif()
    block = image.info.get("exif", b"")
    # Pillow passes over what it cannot read; other programs may read more.
    if isinstance(block, bytes) and not _EXIF_START.match(block):
        raise ValueError("damaged EXIF")
    found = {kind for tag, kind in _BASE.items() if _filled(exif.get(tag))}
    details = exif.get_ifd(ExifTags.IFD.Exif)
    found |= {kind for tag, kind in _EXIF.items() if _filled(details.get(tag))}
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if any(tag != ExifTags.GPS.GPSVersionID and _filled(v) for tag, v in place.items()):
        found.add(PLACE)
    return found


def _iptc(image: ImageFile) -> set[str]:
    entries = IptcImagePlugin.getiptcinfo(image) or {}
    return {kind for tag, kind in _IPTC.items() if _filled(entries.get(tag))}


def _xmp(image: ImageFile) -> set[str]:
    found = set()
    for key in ("xmp", "XML:com.adobe.xmp"):
        packet = image.info.get(key, b"")
        text = packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet)
        found |= {kind for pattern, kind in _XMP if pattern.search(text)}
    return found


def _texts(image: ImageFile) -> set[str]:
    return {
        kind
        for key, value in image.info.items()
        if (kind := _TEXTS.get(str(key).lower())) and _filled(value)
    }


def _filled(value: object) -> bool:
    if isinstance(value, bytes):
        return bool(value.strip(b"\0 "))
    if isinstance(value, str):
        return bool(value.strip("\0 "))
    return value is not None
