"""All checks of a finished publication, in one go."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.findings import Befund, Ort
from macros.publish import publish_rules as r
from macros.publish.tree_check.addresses import check_addresses
from macros.publish.tree_check.content import check_content
from macros.publish.tree_check.links import Verweisnetz
from macros.publish.tree_check.persons import check_persons

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.publish.tree_check.persons import Angaben


@dataclass(frozen=True)
class Erwartung:
    """What a publication is measured by.

    Attributes:
        adresse: address of its root, with a slash at its end.
        fassungen: folders in the order of versions.json.
        verboten: what must not be published.
        vorher: paths of the previous publication; empty when there is none.
        streng: whether a lost address is a Fehler.
    """

    adresse: str
    fassungen: Sequence[str]
    verboten: Sequence[Angaben] = ()
    vorher: Collection[str] = ()
    streng: bool = True


def check_tree(files: Mapping[str, bytes], erwartung: Erwartung) -> list[Befund]:
    """Return all findings about a finished publication.

    Args:
        files: content by path below the root.
        erwartung: what it is measured by.
    """
    return [
        *check_content(files),
        *Verweisnetz(files, erwartung.adresse).check(),
        *check_persons(files, erwartung.verboten),
        *check_addresses(erwartung.vorher, files, streng=erwartung.streng),
        *_check_versions(files.get("versions.json", b""), erwartung.fassungen),
    ]


def _check_versions(data: bytes, expected: Sequence[str]) -> Iterator[Befund]:
    try:
        found = [entry["version"] for entry in json.loads(data)]
    except (ValueError, TypeError, KeyError):
        found = []
    if found != list(expected):
        yield r.FASSUNGSLISTE.befund(
            Ort("versions.json"),
            f"Erwartet wird: {', '.join(expected)}; hier steht: {', '.join(found) or 'nichts'}.",
        )


def odd_entries(tree: Path) -> Iterator[Befund]:
    """Yield a finding for each entry of a written tree that is neither file nor folder."""
    for path in sorted(tree.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            yield r.KEINE_DATEI.befund(
                Ort(path.relative_to(tree).as_posix()), "Das ist keine einfache Datei."
            )
