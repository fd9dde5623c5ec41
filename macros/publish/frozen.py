"""The frozen part of a Fassung: from its tag or its archive, and both have to agree."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.model.findings import Befund, Ort
from macros.publish import publish_rules as r
from macros.publish import release_rules
from macros.publish.archive import (
    NoFrozenPartError,
    archive_name,
    frozen_files,
    ledger_name,
    read_archive,
    sha256,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.model.records.region import Fassung


@dataclass(frozen=True)
class Gefroren:
    """The frozen part of a Fassung.

    Attributes:
        fassung: its name.
        dateien: content by path relative to the root; empty when there is a Fehler.
        befunde: what is wrong with it.
    """

    fassung: str
    dateien: Mapping[str, bytes]
    befunde: list[Befund] = field(default_factory=list)


def frozen_part(root: Path, slug: str, fassung: Fassung) -> Gefroren:
    """Return the wording of a Fassung as it was decided, without corrections.

    Args:
        root: the project's root.
        slug: the region.
        fassung: the Fassung.
    """
    name = archive_name(slug, fassung.name)
    archive = _archive(root, slug, fassung.name)
    if isinstance(archive, Befund):
        return Gefroren(fassung.name, {}, [archive])
    tagged = _tagged(root, slug, fassung.markierung)
    if tagged is None and archive is None:
        befund = r.WORTLAUT_FEHLT.befund(
            Ort(f"data/regionen/{slug}/region.yml"),
            f"Zu Fassung {fassung.name} gibt es hier weder den Tag „{fassung.markierung}“ noch "
            f"das Archiv {name}.",
            "git fetch --tags",
            path=f"{slug}.fassungen",
        )
        return Gefroren(fassung.name, {}, [befund])
    if tagged is not None and archive is not None and tagged != archive:
        other = sorted(p for p in {*tagged, *archive} if tagged.get(p) != archive.get(p))
        befund = release_rules.ARCHIV.befund(
            Ort(name),
            f"Der Tag „{fassung.markierung}“ und das Archiv enthalten nicht dasselbe: "
            f"{', '.join(other[:5])}{' …' if len(other) > 5 else ''}",
        )
        return Gefroren(fassung.name, {}, [befund])
    return Gefroren(fassung.name, (tagged if tagged is not None else archive) or {})


def _tagged(root: Path, slug: str, tag: str) -> dict[str, bytes] | None:
    try:
        return frozen_files(root, slug, f"refs/tags/{tag}^{{commit}}")
    except NoFrozenPartError:
        return None


def _archive(root: Path, slug: str, fassung: str) -> dict[str, bytes] | Befund | None:
    name = archive_name(slug, fassung)
    try:
        data = (root / name).read_bytes()
    except OSError:
        return None
    known = _known_checksum(root, slug, fassung)
    if known and sha256(data) != known:
        return release_rules.ARCHIV.befund(
            Ort(name),
            f"Die Prüfsumme des Archivs steht anders in {ledger_name(slug, fassung)}.",
            f"git checkout -- {name}",
        )
    try:
        return read_archive(data, slug)
    except NoFrozenPartError as fault:
        return release_rules.ARCHIV.befund(Ort(name), str(fault), f"git checkout -- {name}")


def _known_checksum(root: Path, slug: str, fassung: str) -> str:
    try:
        ledger = json.loads((root / ledger_name(slug, fassung)).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    known = ledger.get("archiv", "") if isinstance(ledger, dict) else ""
    return known if isinstance(known, str) else ""
