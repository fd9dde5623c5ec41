"""Compares standards: number by number, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.changes import Aenderung, Gegenstand, Stelle
from macros.compare.duties import duty_of_standard, duty_of_term
from macros.compare.kinds import (
    ENTFALLEN,
    GEAENDERT,
    GELOCKERT,
    NEU,
    REDAKTIONELL,
    VERSCHAERFT,
    VERSCHOBEN,
    joined,
)
from macros.compare.paragraphs import judged
from macros.compare.words import alike, paired
from macros.model.german import date_text, listed
from macros.model.records.katalog import Verbindlichkeit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.compare.kinds import Art
    from macros.compare.strictness import Wortschatz
    from macros.model.records.katalog import Begriff, Standard
    from macros.model.wordings import Wortlaut

_RANK: Final = {Verbindlichkeit.KANN: 1, Verbindlichkeit.SOLL: 2, Verbindlichkeit.MUSS: 3}


def compare_standards(alt: Wortlaut, neu: Wortlaut, wortschatz: Wortschatz) -> Iterator[Aenderung]:
    """Yield the changes of all standards in the order of the newer catalogue.

    Args:
        alt: the older wording.
        neu: the newer one.
        wortschatz: all words of both.
    """
    for id, standard in neu.standards.items():
        before = alt.standards.get(id)
        if before is None:
            if standard.zurueckgezogen is None:
                yield _new(standard)
        elif standard.zurueckgezogen and not before.zurueckgezogen:
            yield _retired(standard)
        elif before.zurueckgezogen and not standard.zurueckgezogen:
            yield _new(standard, "Der Standard war zurückgezogen und gilt wieder.")
        elif not standard.zurueckgezogen:
            yield from _changed(before, standard, wortschatz)
    for id, standard in alt.standards.items():
        if id not in neu.standards and standard.zurueckgezogen is None:
            yield _change(ENTFALLEN, standard, "Der Standard steht nicht mehr im Katalog.")


def _change(
    art: Art, standard: Standard, grund: str = "", stellen: tuple[Stelle, ...] = (), why: str = ""
) -> Aenderung:
    zu_tun, handeln = duty_of_standard(art, standard)
    return Aenderung(
        Gegenstand.STANDARD,
        standard.id,
        f"{standard.nummer} {standard.titel}",
        art,
        zu_tun,
        handeln,
        grund=grund,
        stellen=stellen,
        begruendung=why,
    )


def _new(standard: Standard, grund: str = "") -> Aenderung:
    stellen = (
        Stelle("", standard.anforderung, NEU, feld="Anforderung"),
        *(Stelle("", nachweis, NEU, feld="Nachweis") for nachweis in standard.nachweise),
    )
    label = f"Verbindlichkeit: {standard.verbindlichkeit.label}."
    return _change(NEU, standard, f"{grund} {label}".strip(), stellen, standard.begruendung or "")


def _retired(standard: Standard) -> Aenderung:
    assert standard.zurueckgezogen is not None
    day = date_text(standard.zurueckgezogen.am)
    return _change(
        ENTFALLEN,
        standard,
        f"Der Standard ist seit dem {day} zurückgezogen. Seine Nummer wird nicht neu vergeben.",
        (Stelle(standard.anforderung, "", ENTFALLEN, feld="Anforderung"),),
        standard.zurueckgezogen.grund,
    )


def _changed(alt: Standard, neu: Standard, wortschatz: Wortschatz) -> Iterator[Aenderung]:
    stellen = [*_binding(alt, neu, wortschatz), *_explaining(alt, neu)]
    added = _added(alt, neu)
    if not stellen and not added:
        return
    gruende = [s.grund for s in stellen if s.grund]
    if added:
        gruende.append(added)
    art = joined({stelle.art for stelle in stellen}) if stellen else REDAKTIONELL
    shown = tuple(s for s in stellen if s.feld)
    yield _change(art, neu, " ".join(dict.fromkeys(gruende)), shown)


def _binding(alt: Standard, neu: Standard, wortschatz: Wortschatz) -> Iterator[Stelle]:
    """Yield what has changed in the fields that bind."""
    if alt.verbindlichkeit is not neu.verbindlichkeit:
        tighter = _RANK[neu.verbindlichkeit] > _RANK[alt.verbindlichkeit]
        before, after = alt.verbindlichkeit.label, neu.verbindlichkeit.label
        art = VERSCHAERFT if tighter else GELOCKERT
        yield Stelle(before, after, art, f"Aus „{before}“ wird „{after}“.", "Verbindlichkeit")
    if set(alt.verantwortlich) != set(neu.verantwortlich):
        before, after = _roles(alt), _roles(neu)
        yield Stelle(
            before, after, GEAENDERT, "Andere sind verantwortlich als bisher.", "Verantwortlich"
        )
    if alt.anforderung != neu.anforderung:
        yield judged(alt.anforderung, neu.anforderung, wortschatz, "Anforderung")
    for before, after in paired(alt.nachweise, neu.nachweise):
        if not before:
            yield Stelle("", after, VERSCHAERFT, "Ein Nachweis ist dazugekommen.", "Nachweis")
        elif not after:
            yield Stelle(before, "", GELOCKERT, "Ein Nachweis ist gestrichen.", "Nachweis")
        elif before != after:
            yield judged(before, after, wortschatz, "Nachweis")


def _explaining(alt: Standard, neu: Standard) -> Iterator[Stelle]:
    """Yield what has changed in the fields that only explain or order."""
    if alt.titel != neu.titel:
        yield Stelle(alt.titel, neu.titel, REDAKTIONELL, "Der Titel ist neu.", "Titel")
    for feld, before, after in (
        ("Leitfrage", alt.leitfrage, neu.leitfrage),
        ("Begründung", alt.begruendung, neu.begruendung),
    ):
        if before and before != after:
            said = f"Die {feld} ist anders; sie erläutert nur."
            yield Stelle(before, after or "", REDAKTIONELL, said, feld)
    if alt.kapitel and alt.kapitel != neu.kapitel:
        yield Stelle("", "", VERSCHOBEN, "Der Standard gehört jetzt zu einem anderen Kapitel.")
    if alt.dimension is not neu.dimension:
        said = f"Der Standard steht jetzt unter „{neu.dimension.label}“."
        yield Stelle("", "", VERSCHOBEN, said)


def _added(alt: Standard, neu: Standard) -> str:
    """Return which explanations a standard has got that it did not have."""
    names = [
        name
        for name, before, after in (
            ("Begründung", alt.begruendung, neu.begruendung),
            ("Leitfrage", alt.leitfrage, neu.leitfrage),
            ("Kapitel", alt.kapitel, neu.kapitel),
        )
        if after and not before
    ]
    if not names:
        return ""
    if len(names) == 1:
        return f"Zur Erläuterung kam dazu: {names[0]}."
    return f"Zur Erläuterung kamen {listed(names)} dazu."


def _roles(standard: Standard) -> str:
    return ", ".join(rolle.label for rolle in standard.verantwortlich)


def compare_terms(alt: Wortlaut, neu: Wortlaut) -> Iterator[Aenderung]:
    """Yield the changes of all terms of the glossary."""
    for id, begriff in neu.begriffe.items():
        before = alt.begriffe.get(id)
        if before is None:
            yield _term(NEU, begriff, (Stelle("", begriff.definition, NEU),))
        elif stellen := tuple(_places_of_term(before, begriff)):
            yield _term(joined({stelle.art for stelle in stellen}), begriff, stellen)
    for id, begriff in alt.begriffe.items():
        if id not in neu.begriffe:
            yield _term(ENTFALLEN, begriff, (Stelle(begriff.definition, "", ENTFALLEN),))


def _places_of_term(alt: Begriff, neu: Begriff) -> Iterator[Stelle]:
    before, after = _called(alt), _called(neu)
    if before != after:
        yield Stelle(before, after, REDAKTIONELL, f"Der Begriff hieß bisher „{before}“.")
    if alt.definition != neu.definition:
        same = alike(alt.definition, neu.definition)
        art = REDAKTIONELL if same else GEAENDERT
        said = "Nur Zeichensetzung oder Schreibweise sind anders." if same else ""
        yield Stelle(alt.definition, neu.definition, art, said)


def _called(begriff: Begriff) -> str:
    kurz = f" ({begriff.abkuerzung})" if begriff.abkuerzung else ""
    return f"{begriff.begriff}{kurz}"


def _term(art: Art, begriff: Begriff, stellen: tuple[Stelle, ...]) -> Aenderung:
    zu_tun, handeln = duty_of_term(art)
    grund = stellen[0].grund
    return Aenderung(
        Gegenstand.BEGRIFF,
        begriff.id,
        begriff.begriff,
        art,
        zu_tun,
        handeln,
        grund=grund,
        stellen=stellen,
    )
