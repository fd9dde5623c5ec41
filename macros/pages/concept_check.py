"""Checks that the sections of the schuleigenes Konzept find their text and their standards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.concept_document import Liste
from macros.model.nearest import nearest
from macros.model.records import Konzeptabschnitt, Standard
from macros.pages import concept_rules as r
from macros.pages.passages import Passagen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund
    from macros.pages.run import Makrolauf
    from macros.pages.source import Seite


def check_concept(
    seiten: Mapping[str, Seite], lauf: Makrolauf, bestand: Bestand
) -> Iterator[Befund]:
    """Find references that lead nowhere.

    Args:
        seiten: all pages, rendered.
        lauf: knows what the macro calls on them say.
        bestand: the data with the sections.
    """
    passagen = Passagen(seiten, lauf)
    for section in bestand.alle(Konzeptabschnitt):
        if f"{section.kapitel}.md" not in seiten:
            yield _missing(bestand, section, section.kapitel, seiten, "kapitel")
        for number, place in enumerate(section.bausteine):
            if not passagen.finde(place):
                yield _missing(bestand, section, place, seiten, "bausteine", number)
        questions = section.leitfragen
        if questions and not passagen.finde(questions):
            yield _missing(bestand, section, questions, seiten, "leitfragen")
        elif questions and not any(isinstance(p, Liste) for p in passagen.finde(questions)):
            yield r.FRAGEN.befund(
                bestand.ort(section, "leitfragen"),
                f"Unter „{questions}“ steht keine Liste mit Fragen.",
                "Die Überschrift nennen, unter der die Fragen als Liste stehen",
                path=f"{section.id}.leitfragen",
            )
        yield from _check_standards(bestand, section)


def _missing(
    bestand: Bestand,
    section: Konzeptabschnitt,
    place: str,
    seiten: Mapping[str, Seite],
    *path: str | int,
) -> Befund:
    page, _, anker = place.partition("#")
    guess: str | None
    seite = seiten.get(f"{page}.md")
    if seite is None:
        guess = (nearest(f"{page}.md", seiten) or "").removesuffix(".md")
        message = f"Die Seite „{page}“ gibt es nicht."
        right = f"{guess}#{anker}" if guess and anker else guess
    else:
        guess = nearest(anker, seite.anker)
        message = (
            f"Auf der Seite „{page}“ gibt es den Anker „{anker}“ nicht."
            if anker not in seite.anker
            else f"An der Stelle „{place}“ steht kein Text, den eine Schule übernehmen kann."
        )
        right = f"{page}#{guess}" if guess and guess != anker else ""
    return r.TEXTSTELLE.befund(
        bestand.ort(section, *path),
        message,
        right or "Den Anker einer Überschrift nennen oder unter den Absatz {: #satz-… } setzen",
        path=f"{section.id}.{path[0]}",
    )


def _check_standards(bestand: Bestand, section: Konzeptabschnitt) -> Iterator[Befund]:
    known = {s.id: s for s in bestand.alle(Standard)}
    for number, id in enumerate(section.standards):
        standard = known.get(id)
        if standard is not None and standard.zurueckgezogen is None:
            continue
        alive = [k for k, s in known.items() if s.zurueckgezogen is None]
        guess = nearest(id, alive) if standard is None else ""
        yield r.STANDARD.befund(
            bestand.ort(section, "standards", number),
            f"Den Standard „{id}“ gibt es nicht."
            if standard is None
            else f"Der Standard „{standard.nummer}“ ist zurückgezogen.",
            guess or "Die Kennung streichen",
            path=f"{section.id}.standards",
        )
