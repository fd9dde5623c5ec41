"""Raster images: light, small, still, whole, and silent about people."""

from __future__ import annotations

import io
import shlex
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import PIL.ImageFile
from PIL import Image

from macros.files import file_rules as r
from macros.files.image_metadata import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageFile import ImageFile

    from macros.model.findings import Befund, Ort

MAX_SIDE: Final = 2000
MAX_PIXELS: Final = 50_000_000
_FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP")
_TARGET: Final = f"Als RGB-Bild mit höchstens {MAX_SIDE} Pixeln je Seite und 500 KB neu speichern"


def judge_image(data: bytes, ort: Ort) -> Iterator[Befund]:
    """Yield the findings about a PNG, JPEG, GIF or WebP image.

    Args:
        data: the file's bytes.
        ort: the file.
    """
    with _listening() as warned:
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            yield _bomb(ort, "mehr als 50 Millionen")
            return
        except Exception:  # Pillow's decoders raise many types on damaged bytes.
            yield _damaged(ort)
            return
        befunde: list[Befund] = []
        try:
            with image:
                # What was found before Pillow stumbled stays.
                befunde.extend(_judge_opened(image, ort, warned))
        except Exception:  # As above: GIF looks for its second frame only when asked.
            befunde.append(_damaged(ort))
    yield from befunde


def _judge_opened(
    image: ImageFile, ort: Ort, warned: list[warnings.WarningMessage]
) -> Iterator[Befund]:
    width, height = image.size
    if width * height > MAX_PIXELS:
        yield _bomb(ort, f"{width} × {height}")
        return
    if max(width, height) > MAX_SIDE:
        yield r.BILDMASSE.befund(
            ort,
            f"Das Bild hat {width} × {height} Pixel; höchstens {MAX_SIDE} je Seite sind erlaubt.",
            f"Verkleinern auf {_fitting(width, height)} Pixel",
        )
    if image.format == "MPO":
        yield r.ANIMIERT.befund(
            ort,
            "Die Datei enthält mehrere Bilder (MPO), wie manche Kameras sie speichern.",
            "Das Bild in einem Bildprogramm öffnen und neu als JPEG speichern",
        )
    elif getattr(image, "is_animated", False):
        yield r.ANIMIERT.befund(
            ort,
            "Das Bild ist animiert.",
            "Ein Standbild speichern; Abläufe als mehrere Bilder zeigen",
        )
    if image.mode == "CMYK":
        yield r.CMYK.befund(ort, "Das Bild ist in Druckfarben (CMYK) gespeichert.", _TARGET)
    # A larger one is judged when it has been made smaller: decoding takes time and memory.
    whole = max(width, height) > MAX_SIDE or _decodes(image)
    if not whole:
        yield _damaged(ort)
    # Where the image itself is broken, damaged metadata are no news.
    found = _telling(image, warned)
    if found is not None or whole:
        yield from _judge_metadata(found, ort)


def _telling(image: ImageFile, warned: list[warnings.WarningMessage]) -> list[str] | None:
    """Return the kinds of personal data, or None when the metadata cannot be read."""
    try:
        found = telling(image)
    except Exception:  # As above.
        return None
    # Pillow only warns, and only once: perhaps it already did when it opened the image.
    if any(str(warning.message).startswith("Corrupt EXIF") for warning in warned):
        return None
    return found


def _judge_metadata(found: list[str] | None, ort: Ort) -> Iterator[Befund]:
    # The orientation stays, else photos from phones would lie on their side.
    remedy = (
        "Metadaten entfernen: exiftool -overwrite_original -all= -tagsfromfile @ -orientation "
        f"{shlex.quote(ort.file)}"
    )
    if found is None:
        yield r.METADATEN.befund(
            ort, "Die Metadaten des Bildes sind beschädigt und lassen sich nicht prüfen.", remedy
        )
    elif found:
        yield r.METADATEN.befund(
            ort,
            f"Im Bild stecken Angaben, die nicht veröffentlicht werden sollen: {', '.join(found)}.",
            remedy,
        )


def _decodes(image: ImageFile) -> bool:
    # Who makes a PDF in the same process lets Pillow fill up what is missing.
    filled_up = PIL.ImageFile.LOAD_TRUNCATED_IMAGES
    PIL.ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        image.load()
    except Exception:  # As above.
        return False
    finally:
        PIL.ImageFile.LOAD_TRUNCATED_IMAGES = filled_up
    return True


def _bomb(ort: Ort, pixels: str) -> Befund:
    return r.BILDBOMBE.befund(
        ort,
        f"Das Bild hat {pixels} Pixel und wird nicht geöffnet.",
        f"Verkleinern auf höchstens {MAX_SIDE} Pixel je Seite",
    )


def _damaged(ort: Ort) -> Befund:
    return r.BILD_BESCHAEDIGT.befund(
        ort,
        "Das Bild ist beschädigt oder unvollständig.",
        "Das Original neu kopieren oder in einem Bildprogramm neu speichern",
    )


def _fitting(width: int, height: int) -> str:
    longest = max(width, height)
    return " × ".join(str(max(1, side * MAX_SIDE // longest)) for side in (width, height))


@contextmanager
def _listening() -> Iterator[list[warnings.WarningMessage]]:
    """Collect Pillow's English warnings; only the one about bombs becomes an exception."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield warned
