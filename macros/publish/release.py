"""Releases a Fassung: every check first, then files, commit and tag together."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from macros.files.check import check_files
from macros.model.findings import Befund, Ort, Stufe, has_fehler, sorted_befunde
from macros.model.german import date_text
from macros.model.load_region import load_region
from macros.pages.check import check_pages
from macros.publish import release_rules as r
from macros.publish.archive import (
    NoFrozenPartError,
    archive_name,
    build_archive,
    frozen_files,
    ledger_name,
    sha256,
)
from macros.publish.ledger import Pruefbuch, check_ledgers, ledger_text
from macros.publish.region_edit import UneditableError, add_fassung
from macros.publish.release_checks import (
    Antrag,
    check_dates,
    check_name,
    check_repository,
    check_taken,
    is_released,
)
from macros.publish.release_write import recover, write_commit
from macros.publish.repository import GitError, NoRepositoryError, Repository
from macros.publish.wording_of import WordingError, wording_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from macros.model.records import Region
    from macros.model.records.region import Fassung

_DAY_BEFORE = 1


@dataclass(frozen=True)
class Freigabe:
    """What came of a release.

    Attributes:
        befunde: findings; with a Fehler nothing has been written.
        commit: the release's commit; empty when nothing had to be written.
        tag: the tag.
        seiten: number of pages in the ledger.
        war_schon: the Fassung was released already, with exactly this wording.
    """

    befunde: list[Befund] = field(default_factory=list)
    commit: str = ""
    tag: str = ""
    seiten: int = 0
    war_schon: bool = False


def release(
    root: Path, slug: str, antrag: Antrag, stichtag: date, personen: Path | None = None
) -> Freigabe:
    """Release a Fassung, or say everything that stands against it.

    Args:
        root: the project's root.
        slug: the region.
        antrag: what is to be released.
        stichtag: the day of the release.
        personen: file with persons outside the repository.
    """
    repo = Repository(root)
    if repo.is_one():
        recover(repo)
    befunde = list(check_repository(repo))
    geladen = load_region(root, slug, stichtag, personen)
    befunde += [b for b in geladen.befunde if b.stufe is Stufe.FEHLER]
    if befunde or geladen.bestand is None:
        return Freigabe(sorted_befunde(befunde))
    region = geladen.bestand.region
    known = next((f for f in region.fassungen if f.name == antrag.name), None)
    if known is not None and is_released(root, slug, antrag.name):
        return Freigabe(tag=known.markierung, war_schon=True)
    befunde = [
        *check_taken(repo, slug, antrag, region, stichtag),
        *([] if known else check_name(antrag.name, region.fassungen, stichtag)),
        *check_dates(antrag, stichtag),
    ]
    if not befunde:
        befunde = [
            *check_files(root),
            *check_pages(root, geladen.bestand),
            *check_ledgers(root, slug, region.fassungen, stichtag),
        ]
    if has_fehler(befunde):
        return Freigabe(sorted_befunde([b for b in befunde if b.stufe is Stufe.FEHLER]))
    return _release(repo, slug, antrag, region, stichtag, personen)


def _release(
    repo: Repository,
    slug: str,
    antrag: Antrag,
    region: Region,
    stichtag: date,
    personen: Path | None,
) -> Freigabe:
    frozen = frozen_files(repo.root, slug, "HEAD")
    archive = build_archive(frozen)
    try:
        hashes = wording_of(frozen, stichtag)
        entry = _region_text(repo, slug, antrag, region)
    except WordingError as fault:
        return Freigabe(fault.befunde)
    except UneditableError as fault:
        return Freigabe([r.REGION_FORM.befund(Ort(_region_name(slug)), str(fault))])
    files = {
        archive_name(slug, antrag.name): archive,
        ledger_name(slug, antrag.name): ledger_text(
            Pruefbuch(antrag.name, sha256(archive), hashes)
        ),
        _region_name(slug): entry,
    }
    befunde = _check_candidate(repo.root, slug, files, stichtag, personen)
    if has_fehler(befunde):
        return Freigabe([b for b in befunde if b.stufe is Stufe.FEHLER])
    text = (
        f"Beschlossen von: {antrag.beschlossen_von}\n"
        f"Beschlossen am: {date_text(antrag.beschlossen_am)}\n"
        f"Gültig ab: {date_text(antrag.gueltig_ab)}\n"
        f"Archiv (SHA-256): {sha256(archive)}"
    )
    title = f"Fassung {antrag.name} freigeben"
    try:
        commit = write_commit(repo, files, title, text, antrag.markierung)
    except (GitError, NoRepositoryError, OSError):
        befund = r.ABGEBROCHEN.befund(
            Ort("."), "Die Freigabe ließ sich nicht schreiben. Alles ist, wie es vorher war."
        )
        return Freigabe([befund])
    return Freigabe([], commit, antrag.markierung, len(hashes))


def _region_name(slug: str) -> str:
    return f"data/regionen/{slug}/region.yml"


def _region_text(repo: Repository, slug: str, antrag: Antrag, region: Region) -> bytes:
    """Return region.yml with the new entry.

    Raises:
        UneditableError: the list cannot be edited.
    """
    text = repo.run("cat-file", "blob", f"HEAD:./{_region_name(slug)}").decode("utf-8")
    before = antrag.gueltig_ab.fromordinal(antrag.gueltig_ab.toordinal() - _DAY_BEFORE)
    last = region.fassungen[-1] if region.fassungen else None
    # Where the order of days is wrong, the check of the whole says so; no end is made up then.
    ende = before if last is not None and last.gueltig_ab <= before else None
    return add_fassung(text, antrag.felder(), ende).encode()


def _check_candidate(
    root: Path, slug: str, files: Mapping[str, bytes], stichtag: date, personen: Path | None
) -> list[Befund]:
    """Check the data as they will stand after the release, in a copy."""
    with tempfile.TemporaryDirectory(prefix="rahmen-") as folder:
        copy = Path(folder)
        for part in ("data/katalog", f"data/regionen/{slug}"):
            shutil.copytree(root / part, copy / part)
        for name, data in files.items():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(data)
        return load_region(copy, slug, stichtag, personen).befunde


def restore(root: Path, slug: str, fassung: Fassung, stichtag: date) -> list[Befund]:
    """Write a Fassung's archive and ledger anew from its tag, where both are missing.

    That is the case after a name has been taken out of git's history: the tag has changed, and
    archive and ledger of the old wording are gone.

    Args:
        root: the project's root.
        slug: the region.
        fassung: the Fassung.
        stichtag: a day; the wording does not depend on it.

    Returns:
        Findings; empty when both files have been written.
    """
    names = (archive_name(slug, fassung.name), ledger_name(slug, fassung.name))
    there = [name for name in names if (root / name).exists()]
    if there:
        return [
            r.VERGEBEN.befund(
                Ort(there[0]),
                f"„{there[0]}“ ist noch da. Wiederhergestellt wird nur, was fehlt.",
                "rahmen fassung pruefen sagt, ob alles in Ordnung ist",
            )
        ]
    try:
        frozen = frozen_files(root, slug, f"refs/tags/{fassung.markierung}^{{commit}}")
        hashes = wording_of(frozen, stichtag)
    except NoFrozenPartError:
        befund = r.ARCHIV.befund(
            Ort(names[0]), f"Den Tag {fassung.markierung} gibt es hier nicht.", "git fetch --tags"
        )
        return [befund]
    except WordingError as fault:
        return fault.befunde
    archive = build_archive(frozen)
    ledger = ledger_text(Pruefbuch(fassung.name, sha256(archive), hashes))
    for name, data in zip(names, (archive, ledger), strict=True):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return []
