"""Compares lists that were decided with the wording: norms, year's plan, sections of a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.changes import Aenderung, Gegenstand, Stelle
from macros.compare.duties import duty_of_entry
from macros.compare.kinds import ENTFALLEN, GEAENDERT, NEU, REDAKTIONELL, joined
from macros.compare.words import alike
from macros.model.german import date_text
from macros.model.records import Konzeptabschnitt, Rechtsgrundlage, Schuljahresaufgabe
from macros.model.wordings import Eintrag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.compare.kinds import Art
    from macros.model.record import Record
    from macros.model.records.region import Land
    from macros.model.wordings import Wortlaut

LISTEN: Final[tuple[type[Record], ...]] = (Rechtsgrundlage, Schuljahresaufgabe, Konzeptabschnitt)


def entry(record: Record, land: Land | None) -> Eintrag | None:
    """Return what readers see of a record; None where it is none of theirs.

    Args:
        record: of one of the types in :data:`LISTEN`.
        land: whose norms are shown; None: those of all.
    """
    match record:
        case Rechtsgrundlage():
            if land is not None and record.land not in (None, land):
                return None
            end = date_text(record.gueltig_bis) if record.gueltig_bis else ""
            return Eintrag(
                f"{record.kurz}: {record.titel}",
                (
                    ("Inhalt", record.inhalt),
                    ("Bedeutung", record.bedeutung),
                    ("Gültig bis", end),
                    ("Hinweis", record.hinweis or ""),
                ),
            )
        case Schuljahresaufgabe():
            wer = ", ".join(rolle.label for rolle in record.wer)
            return Eintrag(
                record.was, (("Monat", record.monat.label), ("Wer", wer)), titel_ist_inhalt=True
            )
        case Konzeptabschnitt():
            standards = ", ".join(id.upper() for id in record.standards)
            return Eintrag(
                f"{record.nummer} {record.titel}",
                (
                    ("Verbindlichkeit", record.pflicht.label),
                    ("Umgang", record.umgang.label),
                    ("Hinweis", record.hinweis),
                    ("Standards", standards),
                ),
            )
        case _:
            return None


def compare_lists(alt: Wortlaut, neu: Wortlaut) -> Iterator[Aenderung]:
    """Yield the changes of all lists that both wordings have.

    A list that the older wording does not have came with chapters that are new as well.

    Args:
        alt: the older wording.
        neu: the newer one.
    """
    for name, after in neu.listen.items():
        before = alt.listen.get(name)
        if not before:
            continue
        for id, eintrag in after.items():
            old = before.get(id)
            if old is None:
                yield _change(NEU, name, id, eintrag, _sided(eintrag, NEU))
            elif old != eintrag:
                stellen = tuple(_differing(old, eintrag))
                art = joined({stelle.art for stelle in stellen})
                yield _change(art, name, id, eintrag, stellen)
        for id, eintrag in before.items():
            if id not in after:
                yield _change(ENTFALLEN, name, id, eintrag, _sided(eintrag, ENTFALLEN))


def _sided(eintrag: Eintrag, art: Art) -> tuple[Stelle, ...]:
    return tuple(
        Stelle("", text, art, feld=name) if art is NEU else Stelle(text, "", art, feld=name)
        for name, text in eintrag.felder
        if text
    )


def _differing(alt: Eintrag, neu: Eintrag) -> Iterator[Stelle]:
    if alt.titel != neu.titel:
        content = neu.titel_ist_inhalt and not alike(alt.titel, neu.titel)
        art = GEAENDERT if content else REDAKTIONELL
        said = "" if content else "Der Titel ist neu."
        yield Stelle(alt.titel, neu.titel, art, said, "Titel")
    before = dict(alt.felder)
    for name, text in neu.felder:
        old = before.get(name, "")
        if old != text:
            art = REDAKTIONELL if alike(old, text) else GEAENDERT
            yield Stelle(old, text, art, feld=name)


def _change(
    art: Art, name: str, id: str, eintrag: Eintrag, stellen: tuple[Stelle, ...]
) -> Aenderung:
    zu_tun, handeln = duty_of_entry(art, name)
    gruende = " ".join(dict.fromkeys(s.grund for s in stellen if s.grund))
    return Aenderung(
        Gegenstand.EINTRAG, id, eintrag.titel, art, zu_tun, handeln, name, gruende, stellen
    )
