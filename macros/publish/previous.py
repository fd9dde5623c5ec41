"""What the public release tells the next one: addresses to keep, persons to look for, damage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.publish import publish_rules as r
from macros.publish.checksums import damaged, read_checksums
from macros.publish.switch import current
from macros.publish.tree_check.persons import Angaben, named_in

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN: Final = 3


@dataclass(frozen=True)
class Vorher:
    """The public release as it stands.

    Attributes:
        adressen: paths of all its files, also of those that have gone missing.
        personen: who is named in it.
        befunde: what is wrong with it; a new release replaces it in any case.
    """

    adressen: frozenset[str] = frozenset()
    personen: tuple[Angaben, ...] = ()
    befunde: list[Befund] = field(default_factory=list)


def look_back(ziel: Path) -> Vorher:
    """Return what the public release of a target folder tells."""
    public = current(ziel)
    if public is None:
        return Vorher()
    pages = sorted(public.ordner.rglob("*.html"))
    there = {
        path.relative_to(public.ordner).as_posix()
        for path in public.ordner.rglob("*")
        if path.is_file()
    }
    return Vorher(
        frozenset(read_checksums(public.ordner)) | there,
        tuple(named_in(p.read_text(encoding="utf-8", errors="replace") for p in pages)),
        [_damage(public.name, broken)] if (broken := damaged(public.ordner)) else [],
    )


def _damage(name: str, broken: list[str]) -> Befund:
    more = f" und {len(broken) - _SHOWN} weitere" if len(broken) > _SHOWN else ""
    return r.VORHER_BESCHAEDIGT.befund(
        Ort(f"{name}/{broken[0]}"),
        "Diese Dateien der bisherigen Veröffentlichung fehlen oder sind verändert: "
        f"{', '.join(broken[:_SHOWN])}{more}. Sie wird vollständig ersetzt.",
    )
