"""Small wordings for tests: from Markdown and standards, without files of a region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.compare.changes import Vergleich
from macros.compare.comparison import compare
from macros.compare.reading import read_wording
from macros.model.records.katalog import Begriff, Standard
from macros.model.wordings import Eintrag, Wortlaut, Wortlaute

STANDARD: dict[str, Any] = {
    "id": "qs-s-01",
    "titel": "Raum",
    "dimension": "struktur",
    "verbindlichkeit": "soll",
    "verantwortlich": ["schule"],
    "anforderung": "Die Schule stellt einen Raum.",
    "nachweise": ["Der Raum ist benannt."],
}


def standard(**fields: Any) -> Standard:
    """Return the sample standard with some fields changed."""
    return Standard.model_validate(STANDARD | fields, strict=False)


def page(body: str, **head: str) -> bytes:
    """Return a page as it stands in its file."""
    fields = {"title": "Beratung", "description": "Worum es geht.", "art": "wortlaut"} | head
    lines = ["---", *(f'{key}: "{value}"' for key, value in fields.items()), "---", "", body, ""]
    return "\n".join(lines).encode()


def wording(
    name: str,
    pages: Mapping[str, bytes] | None = None,
    standards: tuple[Standard, ...] = (),
    begriffe: tuple[Begriff, ...] = (),
    listen: Mapping[str, Mapping[str, Eintrag]] | None = None,
) -> Wortlaut:
    """Return a wording; pages by their path below ``docs``."""
    read = read_wording(name, {f"docs/{u}": d for u, d in (pages or {}).items()}, {})
    return Wortlaut(
        name, {s.id: s for s in standards}, {b.id: b for b in begriffe}, read.kapitel, listen or {}
    )


def compared(alt: Wortlaut, neu: Wortlaut, umbenannt: Mapping[str, str] | None = None) -> Vergleich:
    """Return what has changed between two wordings."""
    return compare(Wortlaute((alt, neu), umbenannt or {}), alt.name, neu.name)


def texts(alt: str, neu: str, **head: str) -> Vergleich:
    """Return what has changed on one page."""
    return compared(
        wording("1", {"beratung.md": page(alt, **head)}),
        wording("2", {"beratung.md": page(neu, **head)}),
    )
