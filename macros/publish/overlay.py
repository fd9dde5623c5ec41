"""The file with persons and the list of tombstones, edited record by record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.importers.yaml_edit import Satzdatei, UnlesbarError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_HEAD: Final = (
    "# yaml-language-server: $schema=../../../schema/grabsteine.schema.json\n"
    "# Entfernte Personen: nur Kennung und Tag. Eine Kennung wird nie neu vergeben.\n"
)


def person_files(root: Path, slug: str, personen: Path | None) -> list[Path]:
    """Return the files that hold persons: the overlay, or the region's own ones."""
    if personen is not None:
        return [personen]
    return sorted((root / "data" / "regionen" / slug / "bestand").glob("personen*.yml"))


def without_person(path: Path, id: str) -> str | None:
    """Return a file's text without a person's record; None where the record is not there.

    Raises:
        UnlesbarError: the file is no list of records.
    """
    datei = Satzdatei(path.read_text(encoding="utf-8"))
    found = next((satz for satz in datei.saetze if satz.get("id") == id), None)
    if found is None:
        return None
    datei.remove(found)
    # A list without entries is still a list; a file without a list would be a mistake.
    return datei.result() + ("" if datei.saetze else "[]\n")


def with_tombstone(text: str, id: str, tag: date) -> str:
    """Return the list of tombstones with one more.

    Args:
        text: the file; empty where there is none yet.
        id: the removed person's id.
        tag: the day of the removal.
    """
    datei = Satzdatei(text or _HEAD)
    if any(satz.get("id") == id for satz in datei.saetze):
        return text
    last = datei.saetze[-1] if datei.saetze else None
    datei.insert(last, {"id": id, "entfernt_am": tag.isoformat()})
    return datei.result()


__all__ = ["UnlesbarError", "person_files", "with_tombstone", "without_person"]
