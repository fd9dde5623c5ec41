"""The book as PDF: tagged after PDF/UA-1, fonts inside, the same bytes from the same wording.

WeasyPrint needs the system library Pango. It is loaded when a book is made and not before, so that
everything else works without it.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from macros.model.german import date_text
from macros.model.records.region import Regionsstatus
from macros.publish.book.chapters import parts_of
from macros.publish.book.rewrite import Umbau
from macros.publish.book.templating import TEMPLATES, rendered
from macros.publish.faults import PublishFaultError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from macros.model.records import Region
    from macros.model.records.region import Fassung

_DOCS: Final = "docs/"
_DIRECTORY: Final = "service/verzeichnisse/"
_PICTURES: Final = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
                    ".webp": "image/webp"}  # fmt: skip
_BINDUNGEN: Final = {
    "verbindlich": "Verbindlich für alle Schulen und Träger",
    "anzupassen": "Anzupassen: füllt jede Schule selbst aus",
    "information": "Information ohne Verpflichtung",
}
_NO_PANGO: Final = (
    "Für das PDF fehlt die Schriftbibliothek Pango. Installieren Sie sie, unter Debian und Ubuntu "
    "mit: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
    "fonts-liberation. Veröffentlichen können Sie bis dahin mit --ohne-pdf."
)


@dataclass(frozen=True)
class Stand:
    """What a book says about its state.

    Attributes:
        kurz: „Fassung 2026.1“ or „Entwurf“.
        kopf: for the head of each page.
        zeilen: for the cover.
        tag: the day in the file's properties.
    """

    kurz: str
    kopf: str
    zeilen: tuple[str, ...]
    tag: date


def book_pdf(
    files: Mapping[str, bytes], region: Region, fassung: Fassung | None, stichtag: date
) -> bytes:
    """Return the whole Rahmenkonzept of a Fassung, or of the draft, as PDF.

    Args:
        files: the frozen part by path relative to the project's root.
        region: the region of today.
        fassung: the Fassung; None: the draft.
        stichtag: the day of the draft; for a Fassung nothing depends on it.

    Raises:
        PublishFaultError: Pango is missing.
        WordingError: the catalogue has a Fehler.
        MakroFehler: a chapter calls what its catalogue does not hold.
    """
    return write_book(book_html(files, region, fassung, stichtag), files)


def book_html(
    files: Mapping[str, bytes], region: Region, fassung: Fassung | None, stichtag: date
) -> str:
    """Return the book as one HTML document; see :func:`book_pdf`."""
    stand = _state(fassung, stichtag)
    adresse = region.adresse.rstrip("/")
    demo = region.status is Regionsstatus.VORFUEHRUNG
    marks = ["Entwurf"] * (fassung is None) + ["Vorführung, keine amtliche Ausgabe"] * demo
    document = rendered(
        "rahmenkonzept",
        titel=f"Rahmenkonzept Schulsozialarbeit {region.im_satz}",
        im_satz=region.im_satz,
        herausgeber=region.anbieter.name,
        stand=stand,
        tag=stand.tag.isoformat(),
        marke=" · ".join(marks),
        adresse=adresse,
        verzeichnis=_DIRECTORY,
        bindungen=_BINDUNGEN,
        teile=parts_of(files, region, fassung, stichtag),
    )
    pictures = frozenset(_pictures(files))
    return Umbau(adresse, pictures).rebuilt(str(document))


def _state(fassung: Fassung | None, stichtag: date) -> Stand:
    if fassung is None:
        state = f"Stand vom {_day(stichtag)}, noch nicht beschlossen"
        return Stand("Entwurf", f"Entwurf, Stand {_day(stichtag)}", (state,), stichtag)
    name = f"Fassung {fassung.name}"
    lines = (
        f"beschlossen am {_day(fassung.beschlossen_am)}: {fassung.beschlossen_von}",
        f"gültig ab {_day(fassung.gueltig_ab)}",
    )
    head = f"{name} · beschlossen am {_day(fassung.beschlossen_am)}"
    return Stand(name, head, lines, fassung.beschlossen_am)


def _day(day: date) -> str:
    return date_text(day).replace(" ", "\u00a0")


def _pictures(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        path.removeprefix(_DOCS): data
        for path, data in files.items()
        if path.startswith(_DOCS) and path.lower().endswith(tuple(_PICTURES))
    }


def identifier(html: str) -> bytes:
    """Return what a book's file is known by: the same for the same text, form and program."""
    known = hashlib.sha256(html.encode())
    known.update(_style().encode())
    known.update(version("weasyprint").encode())
    return known.hexdigest()[:32].encode()


def can_write() -> bool:
    """Tell whether this machine has what a book needs."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


def write_book(html: str, files: Mapping[str, bytes]) -> bytes:
    """Set a document as :func:`book_html` gives it.

    Args:
        html: the document.
        files: the frozen part; its pictures are taken from there and from nowhere else.

    Raises:
        PublishFaultError: Pango is missing.
    """
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except OSError as error:
        raise PublishFaultError(_NO_PANGO) from error
    pictures = _pictures(files)

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Gives pictures of the wording and what stands in the document; nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            name = url.removeprefix("rahmen:")
            if name == url or name not in pictures:
                raise ValueError("Das Buch holt nichts von fremden Adressen")
            kind = _PICTURES[f".{name.rpartition('.')[2].lower()}"]
            return URLFetcherResponse(url, pictures[name], {"Content-Type": kind})

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    written: bytes = weasyprint.HTML(string=html, url_fetcher=Fetcher()).write_pdf(
        stylesheets=[weasyprint.CSS(string=_style())],
        pdf_variant="pdf/ua-1",
        pdf_identifier=identifier(html),
    )
    return written


def _style() -> str:
    return (TEMPLATES / "rahmenkonzept.css").read_text(encoding="utf-8")
