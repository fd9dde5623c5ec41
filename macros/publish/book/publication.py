"""Gives each Fassung of a publication its book; spares what the last publication has already."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pypdf
from pypdf.errors import PyPdfError

from macros.model.findings import Ort
from macros.publish import publish_rules as r
from macros.publish.archive import is_frozen
from macros.publish.book.pdf import book_html, identifier, write_book
from macros.publish.checksums import damaged
from macros.publish.switch import current
from macros.publish.wording_of import WordingError
from macros.site.order import book_name
from macros.views.errors import MakroFehler

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund
    from macros.publish.order_files import Baumplan

_DOCS: Final = "docs/"


def with_books(
    plans: Sequence[Baumplan], bestand: Bestand, ziel: Path
) -> tuple[list[Baumplan], list[Befund]]:
    """Return the plans of all Fassungen, each with its book among its files.

    A book takes half a minute to set; one that the public tree holds already is taken from there.

    Args:
        plans: the Fassungen to be published.
        bestand: the region's data of today.
        ziel: the target folder, with the last publication.

    Raises:
        PublishFaultError: Pango is missing.
    """
    done: list[Baumplan] = []
    befunde: list[Befund] = []
    public = current(ziel)
    folder = public.ordner if public and not damaged(public.ordner) else None
    for plan in plans:
        name = book_name(plan.name)
        try:
            book = _book(plan, bestand, folder / plan.name / name if folder else None)
        except (MakroFehler, WordingError) as error:
            message = error.message if isinstance(error, MakroFehler) else "Der Katalog ist falsch."
            befunde.append(
                r.BAU.befund(
                    Ort(f"Fassung {plan.name}"), f"Das PDF ließ sich nicht erstellen: {message}"
                )
            )
            continue
        done.append(replace(plan, dateien={**plan.dateien, f"{_DOCS}{name}": book}))
    return (done if not befunde else list(plans)), befunde


def _book(plan: Baumplan, bestand: Bestand, before: Path | None) -> bytes:
    region = bestand.region
    fassung = next(f for f in region.fassungen if f.name == plan.name)
    files = {path: data for path, data in plan.dateien.items() if is_frozen(path, region.id)}
    html = book_html(files, region, fassung, bestand.stichtag)
    if before is not None and before.is_file():
        data = before.read_bytes()
        if _identifier_in(data) == identifier(html):
            return data
    return write_book(html, files)


def _identifier_in(data: bytes) -> bytes:
    try:
        ids: Any = pypdf.PdfReader(io.BytesIO(data)).trailer["/ID"]
        found = ids[0]
        return bytes(found.original_bytes)
    except (PyPdfError, KeyError, IndexError, AttributeError):
        return b""
