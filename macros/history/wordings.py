"""Reads the wording of every Fassung for comparisons: from its archive, its tag, and the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.reading import read_wording
from macros.model.wordings import ENTWURF, Wortlaut, Wortlaute
from macros.publish.archive import (
    NoFrozenPartError,
    archive_name,
    frozen_files,
    is_frozen,
    read_archive,
)
from macros.publish.corrections import Berichtigungen
from macros.publish.renames import FILE as RENAMES
from macros.publish.renames import read_renames

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung

_FOLDERS: Final = ("docs", "data/katalog")


def read_wordings(
    root: Path, bestand: Bestand, umbenannt: Mapping[str, str] | None = None, *, alle: bool = False
) -> Wortlaute:
    """Return the wording of all Fassungen in force or superseded, and of the draft.

    Corrections are applied, as everywhere: a name that was taken out must not come back. A
    Fassung that can be read neither from its archive nor from its tag is left out;
    ``rahmen fassung pruefen`` says so.

    Args:
        root: the project's root, or the work folder of a publication.
        bestand: the region's data.
        umbenannt: new page for each renamed one; None: as the project's file says.
        alle: take Fassungen, too, that do not hold yet.
    """
    region = bestand.region
    berichtigungen = Berichtigungen(root, region.id)
    words = {"name": region.name, "im_satz": region.im_satz, "art": region.art.label}
    found: list[Wortlaut] = []
    for fassung in sorted(region.fassungen, key=lambda f: f.gueltig_ab):
        if fassung.gueltig_ab > bestand.stichtag and not alle:
            continue
        files = _frozen(root, region.id, fassung)
        if files:
            corrected, _ = berichtigungen.anwenden(fassung.name, files)
            found.append(read_wording(fassung.name, corrected, words, region.land))
    draft = _archived(root, region.id, ENTWURF) or dict(_working(root, region.id))
    found.append(read_wording(ENTWURF, draft, words, region.land))
    if umbenannt is None:
        file = root / RENAMES
        umbenannt, _ = read_renames(file.read_bytes() if file.is_file() else None)
    return Wortlaute(tuple(found), umbenannt)


def _frozen(root: Path, slug: str, fassung: Fassung) -> dict[str, bytes]:
    archived = _archived(root, slug, fassung.name)
    if archived:
        return archived
    try:
        return frozen_files(root, slug, f"refs/tags/{fassung.markierung}^{{commit}}")
    except NoFrozenPartError:
        return {}


def _archived(root: Path, slug: str, name: str) -> dict[str, bytes]:
    try:
        return read_archive((root / archive_name(slug, name)).read_bytes(), slug)
    except (OSError, NoFrozenPartError):
        return {}


def _working(root: Path, slug: str) -> Iterator[tuple[str, bytes]]:
    for folder in (*_FOLDERS, f"data/regionen/{slug}/wortlaut"):
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix in (".md", ".yml") and is_frozen(name, slug) and path.is_file():
                yield name, path.read_bytes()
