"""Who may attend a training: those it addresses, and those to whom an agreement grants it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.records import Vereinbarung
from macros.model.records.vereinbarung import Zusageart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records import Fortbildung, Organisation
    from macros.model.records.vereinbarung import Partei, Zusage


@dataclass(frozen=True)
class Berechtigung:
    """Some people who may attend, and why.

    Attributes:
        wer: the group.
        grund: one German sentence that says why.
        vereinbarung: the agreement behind it; None where the training addresses them itself.
    """

    wer: str
    grund: str
    vereinbarung: Vereinbarung | None = None


def may_attend(bestand: Bestand, fortbildung: Fortbildung) -> tuple[Berechtigung, ...]:
    """Return who may attend a training, each group once.

    A grant counts if its agreement is signed and in force on the first day of the training. As
    long as there is no day, the agreement must be in force on the Stichtag; a grant that begins
    later counts, too.

    Args:
        bestand: the region's records.
        fortbildung: the training.
    """
    found = {
        gruppe: Berechtigung(gruppe, "Das Angebot richtet sich ausdrücklich an diese Gruppe.")
        for gruppe in fortbildung.zielgruppen
    }
    day = fortbildung.datum or bestand.stichtag
    for vereinbarung in bestand.alle(Vereinbarung):
        if in_force(vereinbarung, day):
            for granted in _granted(vereinbarung, fortbildung, day):
                found.setdefault(granted.wer, granted)
    return tuple(found.values())


def in_force(vereinbarung: Vereinbarung, day: date) -> bool:
    """Tell whether an agreement is signed and holds on a day; an unknown end counts as none."""
    begins, ends = vereinbarung.gueltig_ab, vereinbarung.gueltig_bis
    ended = vereinbarung.gekuendigt_zum
    return (
        vereinbarung.unterzeichnet
        and (begins is None or begins <= day)
        and (ends is None or ends >= day)
        and (ended is None or ended >= day)
    )


def _granted(
    vereinbarung: Vereinbarung, fortbildung: Fortbildung, day: date
) -> Iterator[Berechtigung]:
    for zusage in vereinbarung.zusagen:
        von, an = vereinbarung.partei(zusage.von), vereinbarung.partei(zusage.an)
        late = zusage.ab is not None and fortbildung.datum is not None and zusage.ab > day
        if zusage.art is not Zusageart.FORTBILDUNG or von is None or an is None or late:
            continue
        if _covers(vereinbarung, zusage, von, fortbildung):
            yield Berechtigung(
                zusage.fuer or f"Fachkräfte von: {an.name}",
                f"Zugesagt von: {von.name}. Inhalt: {zusage.was}.",
                vereinbarung,
            )


def _covers(
    vereinbarung: Vereinbarung, zusage: Zusage, von: Partei, fortbildung: Fortbildung
) -> bool:
    """Tell whether a grant is about this training: its provider is the party, or it is named."""
    named = any(
        zugang.vereinbarung == vereinbarung.id and zugang.von in (None, zusage.von)
        for zugang in fortbildung.zugang
    )
    if named or von.organisation is None or fortbildung.anbieter is None:
        return named
    return von.organisation.id in {body.id for body in with_parents(fortbildung.anbieter.ziel)}


def with_parents(organisation: Organisation) -> tuple[Organisation, ...]:
    """Return an organisation and those it belongs to, the innermost first."""
    found = [organisation]
    while found[-1].teil_von is not None and found[-1].teil_von.ziel not in found:
        found.append(found[-1].teil_von.ziel)
    return tuple(found)
