"""What belongs to a Fassung's frozen part, and its archive: one plain tar, the same to the byte."""

from __future__ import annotations

import hashlib
import io
import tarfile
from typing import TYPE_CHECKING, Final

from macros.model.records import LIVE_LISTS
from macros.publish.git_tree import GitFault, read_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MODE: Final = 0o644
_KATALOG: Final = "data/katalog/"


class NoFrozenPartError(Exception):
    """The frozen part cannot be read; the text is a German sentence."""


def wording_folder(slug: str) -> str:
    """Return the folder of a region's own wording, relative to the project's root."""
    return f"data/regionen/{slug}/wortlaut"


def archive_name(slug: str, fassung: str) -> str:
    """Return the path of a Fassung's archive, relative to the project's root."""
    return f"{wording_folder(slug)}/archiv/{fassung}.tar"


def ledger_name(slug: str, fassung: str) -> str:
    """Return the path of a Fassung's ledger, relative to the project's root."""
    return f"{wording_folder(slug)}/pruefbuch/{fassung}.json"


def corrections_name(slug: str) -> str:
    """Return the path of a region's corrections, relative to the project's root."""
    return f"{wording_folder(slug)}/berichtigungen.yml"


def is_live_list(path: str) -> bool:
    """Tell whether a file of the catalogue, or the whole it is a part of, is of today everywhere.

    Args:
        path: relative to the project's root, with forward slashes.
    """
    name = path.removeprefix(_KATALOG)
    stem = name.removesuffix(".yml")
    inside = path != name and stem != name and "/" not in stem
    return inside and any(stem == live or stem.startswith(f"{live}-") for live in LIVE_LISTS)


def is_frozen(path: str, slug: str) -> bool:
    """Tell whether a file belongs to the frozen part.

    Live are the pages below ``docs/service``, the renamed addresses, the live lists, and what
    proves or corrects the wording: archives, ledgers, corrections.

    Args:
        path: relative to the project's root, with forward slashes.
        slug: the region.
    """
    own = wording_folder(slug)
    if path.startswith("docs/"):
        return not path.startswith("docs/service/") and path != "docs/umbenannt.yml"
    if path.startswith(f"{own}/"):
        live = (f"{own}/archiv/", f"{own}/pruefbuch/", corrections_name(slug))
        return not path.startswith(live)
    return path.startswith(_KATALOG) and not is_live_list(path)


def frozen_files(root: Path, slug: str, state: str) -> dict[str, bytes]:
    """Return the frozen part as it stands at a commit or tag.

    Args:
        root: the project's root.
        slug: the region.
        state: commit, tag or branch.

    Returns:
        Content by path relative to the root, sorted.

    Raises:
        NoFrozenPartError: git does not know the state, or it holds links instead of files.
    """
    try:
        files = read_tree(root, state, ("docs", "data/katalog", wording_folder(slug)))
    except GitFault as fault:
        raise NoFrozenPartError(str(fault)) from fault
    return {path: data for path, data in files.items() if is_frozen(path, slug)}


def build_archive(files: Mapping[str, bytes]) -> bytes:
    """Return the files as an archive: sorted, without owner, time or compression.

    Uncompressed, because git packs it better so, and because nothing but the files decides on
    its bytes.
    """
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT, encoding="utf-8") as tar:
        for path in sorted(files):
            info = tarfile.TarInfo(path)
            info.size, info.mode, info.mtime = len(files[path]), _MODE, 0
            tar.addfile(info, io.BytesIO(files[path]))
    return out.getvalue()


def read_archive(data: bytes, slug: str) -> dict[str, bytes]:
    """Return the files of an archive by path.

    Early archives hold the live lists of their day too; they are left out.

    Args:
        data: the archive's bytes.
        slug: the region it belongs to.

    Raises:
        NoFrozenPartError: it is no archive as :func:`build_archive` writes it.
    """
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:", encoding="utf-8") as tar:
            for info in tar:
                stream = tar.extractfile(info) if info.isreg() else None
                parts = info.name.split("/")
                sound = not any(p in ("", ".", "..") or "\\" in p for p in parts)
                live = is_live_list(info.name)
                if stream is None or not sound or not (live or is_frozen(info.name, slug)):
                    raise NoFrozenPartError(
                        "Das Archiv enthält etwas, das nicht zum Wortlaut der Fassung gehört."
                    )
                if not live:
                    files[info.name] = stream.read()
    except (tarfile.TarError, UnicodeError, EOFError, ValueError) as error:
        raise NoFrozenPartError("Das Archiv ist beschädigt.") from error
    return files


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes as 64 characters."""
    return hashlib.sha256(data).hexdigest()
