"""Checks that the pages which data names are there; nobody else knows both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.nearest import nearest
from macros.model.records import Aufgabe, Vorhaben
from macros.pages import rules as r

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund
    from macros.model.record import Record
    from macros.model.records.seitenverweis import Seitenverweis


def check_page_references(vorhanden: Collection[str], bestand: Bestand) -> Iterator[Befund]:
    """Find pages named in projects and tasks that do not exist.

    Args:
        vorhanden: paths of all pages of the site.
        bestand: the data.
    """
    for vorhaben in bestand.alle(Vorhaben):
        for number, pillar in enumerate(vorhaben.eckpfeiler):
            place = ("eckpfeiler", number, "kapitel")
            yield from _missing(vorhanden, bestand, vorhaben, pillar.kapitel, place)
    for aufgabe in bestand.alle(Aufgabe):
        yield from _missing(vorhanden, bestand, aufgabe, aufgabe.seiten, ("seiten",))


def _missing(
    vorhanden: Collection[str],
    bestand: Bestand,
    record: Record,
    verweise: tuple[Seitenverweis, ...],
    place: tuple[str | int, ...],
) -> Iterator[Befund]:
    for number, verweis in enumerate(verweise):
        if f"{verweis.seite}.md" in vorhanden:
            continue
        guess = nearest(f"{verweis.seite}.md", vorhanden)
        question = f" Meinten Sie „{guess.removesuffix('.md')}“?" if guess else ""
        path = (*place, number, "seite")
        yield r.OHNE_SEITE.befund(
            bestand.ort(record, *path),
            f"Die Seite „{verweis.seite}“ gibt es nicht.{question}",
            f"seite: {guess.removesuffix('.md')}" if guess else "Eine vorhandene Seite nennen",
            path=".".join(str(part) for part in (record.id, *path)),
        )
