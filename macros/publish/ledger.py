"""The ledger (Prüfbuch): proves that a Fassung still reads as it was decided."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.publish import release_rules as r
from macros.publish.archive import corrections_name, ledger_name, wording_folder
from macros.publish.corrections import Berichtigungen
from macros.publish.frozen import frozen_part
from macros.publish.wording_of import WordingError, wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from macros.model.records.region import Fassung

SCHEMA: Final = "1"
_SUM: Final = re.compile(r"[0-9a-f]{64}")
_SHOWN: Final = 5


class LedgerError(ValueError):
    """The file is no ledger as :func:`ledger_text` writes it; the text is a German sentence."""


@dataclass(frozen=True)
class Pruefbuch:
    """What was written down at the release.

    Attributes:
        fassung: name of the Fassung.
        archiv: SHA-256 of its archive.
        seiten: SHA-256 of each page's wording by path below ``docs``.
    """

    fassung: str
    archiv: str
    seiten: Mapping[str, str]


def ledger_text(pruefbuch: Pruefbuch) -> bytes:
    """Return the ledger as it stands in its file."""
    data = {
        "schema": SCHEMA,
        "fassung": pruefbuch.fassung,
        "archiv": pruefbuch.archiv,
        "seiten": dict(sorted(pruefbuch.seiten.items())),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def read_ledger(root: Path, slug: str, fassung: str) -> Pruefbuch:
    """Return a Fassung's ledger.

    Raises:
        LedgerError: it is missing or damaged.
    """
    try:
        data = json.loads((root / ledger_name(slug, fassung)).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LedgerError(f"Zu Fassung {fassung} fehlt das Prüfbuch.") from None
    except (OSError, ValueError, RecursionError):
        raise LedgerError(f"Das Prüfbuch der Fassung {fassung} lässt sich nicht lesen.") from None
    keys = {"schema", "fassung", "archiv", "seiten"}
    if not isinstance(data, dict) or data.keys() != keys or not isinstance(data["seiten"], dict):
        raise LedgerError(f"Das Prüfbuch der Fassung {fassung} hat nicht die erwartete Form.")
    sums = [data["archiv"], *data["seiten"].values()]
    if data["schema"] != SCHEMA or not all(isinstance(s, str) and _SUM.fullmatch(s) for s in sums):
        raise LedgerError(f"Das Prüfbuch der Fassung {fassung} hat nicht die erwartete Form.")
    if data["fassung"] != fassung:
        raise LedgerError(f"In diesem Prüfbuch steht die Fassung „{data['fassung']}“.")
    return Pruefbuch(fassung, data["archiv"], data["seiten"])


def check_ledgers(
    root: Path, slug: str, fassungen: Sequence[Fassung], stichtag: date
) -> list[Befund]:
    """Recompute the wording of every Fassung and compare it with its ledger.

    Args:
        root: the project's root.
        slug: the region.
        fassungen: the region's Fassungen.
        stichtag: the day for which pages are made; the wording does not depend on it.

    Returns:
        Findings; empty when every Fassung reads as it was decided.
    """
    berichtigungen = Berichtigungen(root, slug)
    befunde = [*berichtigungen.befunde, *berichtigungen.unbekannte(f.name for f in fassungen)]
    befunde.extend(_strays(root, slug, {f.name for f in fassungen}))
    for fassung in fassungen:
        befunde.extend(_check(root, slug, fassung, berichtigungen, stichtag))
    return befunde


def _check(
    root: Path, slug: str, fassung: Fassung, berichtigungen: Berichtigungen, stichtag: date
) -> Iterator[Befund]:
    ort = Ort(ledger_name(slug, fassung.name))
    from_tag = f"git checkout {fassung.markierung} -- {wording_folder(slug)}"
    try:
        pruefbuch = read_ledger(root, slug, fassung.name)
    except LedgerError as fault:
        yield r.PRUEFBUCH.befund(ort, str(fault), from_tag)
        return
    gefroren = frozen_part(root, slug, fassung)
    if gefroren.befunde:
        yield from gefroren.befunde
        return
    try:
        found = wording_of(gefroren.dateien, stichtag)
        yield from _compare(fassung.name, ort, pruefbuch.seiten, found)
        corrected, befunde = berichtigungen.anwenden(fassung.name, gefroren.dateien)
        yield from befunde
        if berichtigungen.fuer(fassung.name):
            after = wording_of(corrected, stichtag)
            yield from _compare_corrected(fassung.name, berichtigungen, found, after, slug)
    except WordingError as fault:
        yield from fault.befunde


def _strays(root: Path, slug: str, known: set[str]) -> Iterator[Befund]:
    for folder, ending in (("pruefbuch", ".json"), ("archiv", ".tar")):
        place = f"{wording_folder(slug)}/{folder}"
        for path in sorted((root / place).glob(f"*{ending}")):
            if path.stem not in known:
                yield r.PRUEFBUCH.befund(
                    Ort(f"{place}/{path.name}"),
                    f"Die Fassung {path.stem} steht nicht in region.yml.",
                    f"Den Eintrag in data/regionen/{slug}/region.yml wiederherstellen",
                )


def _compare(
    fassung: str, ort: Ort, expected: Mapping[str, str], found: Mapping[str, str]
) -> Iterator[Befund]:
    groups = (
        ("liest sich anders als beschlossen", "lesen sich anders als beschlossen",
         [p for p in expected if p in found and expected[p] != found[p]]),
        ("fehlt", "fehlen", [p for p in expected if p not in found]),
        ("ist dazugekommen", "sind dazugekommen", [p for p in found if p not in expected]),
    )  # fmt: skip
    for one, many, pages in groups:
        if not pages:
            continue
        shown = ", ".join(f"„{page}“" for page in sorted(pages)[:_SHOWN])
        more = f" und {len(pages) - _SHOWN} weitere" if len(pages) > _SHOWN else ""
        yield r.WORTLAUT.befund(
            ort, f"Fassung {fassung}: {shown}{more} {one if len(pages) == 1 else many}."
        )


def _compare_corrected(
    fassung: str,
    berichtigungen: Berichtigungen,
    before: Mapping[str, str],
    after: Mapping[str, str],
    slug: str,
) -> Iterator[Befund]:
    noted = berichtigungen.pruefsummen(fassung)
    last = berichtigungen.fuer(fassung)[-1]
    changed = {page for page in after if after[page] != before.get(page)}
    for page in sorted(changed | noted.keys()):
        if page in changed and noted.get(page) == after[page]:
            continue
        if page not in changed:
            yield r.BERICHTIGUNG.befund(
                Ort(corrections_name(slug)),
                f"Fassung {fassung}: „{page}“ ist als berichtigt genannt, liest sich aber wie "
                "beschlossen.",
                "Den Eintrag unter seiten löschen",
            )
            continue
        what = "noch keine Prüfsumme" if page not in noted else "eine andere Prüfsumme"
        yield r.BERICHTIGUNG.befund(
            berichtigungen.ort(last),
            f"Fassung {fassung}: „{page}“ liest sich durch die Berichtigung anders; dafür steht "
            f"hier {what}.",
            f"seiten:\n  - seite: {page}\n    pruefsumme: {after[page]}",
            path=last.id,
        )
