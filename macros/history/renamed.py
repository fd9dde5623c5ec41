"""Ids that stood in an earlier state and are gone: earlier Fassungen still call them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from macros.history.git import files_at
from macros.model import reference_rules as r
from macros.model.findings import Befund, Ort
from macros.model.record import Ordner
from macros.model.records import Begriff, Kontakt, Standard
from macros.model.validate import read_records
from macros.model.yaml_load import load_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from macros.model.record import Record

PERMANENT: Final[tuple[type[Record], ...]] = (Kontakt, Standard, Begriff)


def renamed_ids(root: Path, slug: str, state: str, stichtag: date) -> list[Befund]:
    """Return a finding for each permanent id that has vanished since an earlier state.

    Args:
        root: the project's root.
        slug: the region.
        state: commit, tag or branch to compare with.
        stichtag: the day the proposed tombstone names.

    Raises:
        UnknownStateError: git does not know the state.
    """
    befunde: list[Befund] = []
    for typ in PERMANENT:
        folder = _folder(typ, slug)
        before = _ids(files_at(root, state, folder), typ)
        now = _ids(_present(root, folder), typ)
        file = f"{folder}/{typ.datei.name}"
        befunde.extend(
            r.UMBENANNT.befund(
                Ort(file),
                f"Die Kennung „{id}“ ({typ.datei.einzahl}) stand am Stand „{state}“ noch da. "
                "Frühere Fassungen rufen sie auf.",
                _TOMBSTONES[typ](id, stichtag),
                path=id,
            )
            for id in before
            if id not in now
        )
    return befunde


def _tombstone_of_contact(id: str, day: date) -> str:
    return (
        f'- id: {id}\n  funktion: …\n  organisation: …\n  aufgehoben_am: "{day.isoformat()}"\n'
        "  nachfolge: …"
    )


def _tombstone_of_standard(id: str, day: date) -> str:
    return f'- id: {id}\n  …\n  zurueckgezogen:\n    am: "{day.isoformat()}"\n    grund: …'


def _tombstone_of_term(id: str, day: date) -> str:
    return f"- id: {id}\n  begriff: …\n  definition: …"


_TOMBSTONES: Final[dict[type[Record], Callable[[str, date], str]]] = {
    Kontakt: _tombstone_of_contact,
    Standard: _tombstone_of_standard,
    Begriff: _tombstone_of_term,
}


def _folder(typ: type[Record], slug: str) -> str:
    if typ.datei.ordner is Ordner.KATALOG:
        return "data/katalog"
    return f"data/regionen/{slug}/{typ.datei.ordner.value}"


def _present(root: Path, folder: str) -> dict[str, bytes]:
    path = root / folder
    return {
        f"{folder}/{file.name}": file.read_bytes()
        for file in (sorted(path.iterdir()) if path.is_dir() else ())
        if file.is_file()
    }


def _ids(files: dict[str, bytes], typ: type[Record]) -> list[str]:
    stem = PurePosixPath(typ.datei.name).stem
    ids: list[str] = []
    for name, data in files.items():
        path = PurePosixPath(name)
        if path.suffix == ".yml" and (path.stem == stem or path.stem.startswith(f"{stem}-")):
            node, _ = load_yaml(data, name)
            if node is not None:
                ids.extend(id for id, _ in read_records(node, typ, name).ids)
    return ids
