"""What of main goes into a publication: the files as git keeps them, persons from the folder."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.findings import Ort
from macros.publish import publish_rules as r
from macros.publish.archive import is_live_list
from macros.publish.faults import PublishFaultError
from macros.publish.git_tree import GitRefusedError, NotAFileError, read_tree, run_git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.model.findings import Befund

_WATCHED: Final = ("docs", "data", "macros", "overrides", "mkdocs.yml")
_PERSONS: Final = re.compile(r"data/regionen/[^/]+/bestand/personen(-[^/]*)?\.yml")


@dataclass(frozen=True)
class Stand:
    """The state of main from which a publication is made.

    Attributes:
        dateien: pages, data of the region, theme and settings by path relative to the root.
        commit: id of the commit; of the last one where unsaved work is included.
        zeit: when it was made, in seconds since 1970.
    """

    dateien: Mapping[str, bytes]
    commit: str
    zeit: int

    def unter(self, *folders: str) -> dict[str, bytes]:
        """Return the files in some folders."""
        return {p: data for p, data in self.dateien.items() if p.startswith(folders)}


def main_state(root: Path, slug: str, *, unfertig: bool = False, texte: str = "") -> Stand:
    """Return the state to publish.

    Args:
        root: the project's root.
        slug: the region.
        unfertig: take files as they lie in the folder instead of as they were saved.
        texte: commit whose texts are published instead of those of today: pages, catalogue and
            the region's record. Contacts, persons, live lists and theme are always today's.

    Raises:
        PublishFaultError: the root is no work folder of git, or git does not know ``texte``.
    """
    region = f"data/regionen/{slug}"
    paths = ("docs", "data/katalog", region, "overrides", "mkdocs.yml")
    commit, zeit = _head(root)
    if unfertig:
        listing = run_git(root, "ls-files", "-z", "-co", "--exclude-standard", "--", *paths)
        names = sorted({name for name in os.fsdecode(listing).split("\0") if name})
        files = {name: _read(root, name) for name in names if os.path.lexists(root / name)}
    else:
        files = read_tree(root, commit, paths)
    if texte:
        frozen = ("docs/", "data/katalog/", f"{region}/wortlaut/", f"{region}/region.yml")
        then = read_tree(root, f"{texte}^{{commit}}", paths)
        files = {p: d for p, d in files.items() if not p.startswith(frozen) or is_live_list(p)}
        files |= {p: d for p, d in then.items() if p.startswith(frozen) and not is_live_list(p)}
    files = {path: data for path, data in files.items() if not _PERSONS.fullmatch(path)}
    files |= _persons(root, region)
    return Stand(dict(sorted(files.items())), commit, zeit)


def unsaved(root: Path) -> list[Befund]:
    """Return a finding for each file whose state git does not know; persons are exempt.

    Raises:
        PublishFaultError: the root is no work folder of git.
    """
    _head(root)
    prefix = os.fsdecode(run_git(root, "rev-parse", "--show-prefix")).strip("\n")
    listing = run_git(
        root,
        "status",
        "--porcelain",
        "-z",
        "--no-renames",
        "--untracked-files=all",
        "--",
        *_WATCHED,
    )
    names = [line[3:].removeprefix(prefix) for line in os.fsdecode(listing).split("\0") if line]
    return [
        r.UNFERTIG.befund(
            Ort(name),
            "Diese Änderung ist noch nicht in Git gespeichert.",
            f'git add {name} && git commit -m "…", oder mit --auch-unfertiges veröffentlichen',
        )
        for name in sorted(names)
        if not _PERSONS.fullmatch(name)
    ]


def _head(root: Path) -> tuple[str, int]:
    try:
        said = run_git(root, "log", "-1", "--format=%H %ct", "HEAD").decode().split()
    except GitRefusedError as fault:
        raise PublishFaultError(
            "Dieser Ordner wird nicht von Git verwaltet, oder es ist noch nichts gespeichert. "
            "Veröffentlichen Sie aus einem Klon des Repositorys (git clone …)."
        ) from fault
    return said[0], int(said[1])


def _read(root: Path, name: str) -> bytes:
    path = root / name
    if path.is_symlink() or not path.is_file():
        raise NotAFileError(
            f"„{name}“ ist keine Datei. Ersetzen Sie die Verknüpfung durch die Datei."
        )
    return path.read_bytes()


def _persons(root: Path, region: str) -> dict[str, bytes]:
    folder = root / region / "bestand"
    return {
        name: _read(root, name)
        for path in sorted(folder.glob("personen*.yml"))
        if _PERSONS.fullmatch(name := path.relative_to(root).as_posix())
    }
