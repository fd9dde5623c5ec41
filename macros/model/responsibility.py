"""Who is responsible: for a topic in a municipality, the nearest office first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.bestand import einmal
from macros.model.records import Gemeinde, Kontakt, Organisation, Thema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.model.bestand import Bestand
    from macros.model.records import Schulform
    from macros.model.verweis import Verweis


@dataclass(frozen=True)
class Zustaendig:
    """An office that is responsible for a topic in a municipality.

    Attributes:
        stelle: the function, or the organisation where no function is on record.
        am_ort: whether it is named for this very municipality; otherwise for the whole region.
        schulformen: the Schulformen it is responsible for; none: for all.
        alter_von: age in years from which its offers on the topic hold; None: from birth.
        alter_bis: age up to which they hold; None: without limit.
    """

    stelle: Kontakt | Organisation
    am_ort: bool
    schulformen: tuple[Schulform, ...] = ()
    alter_von: int | None = None
    alter_bis: int | None = None

    @property
    def rund_um_die_uhr(self) -> bool:
        """Whether the office answers at any time."""
        return isinstance(self.stelle, Kontakt) and self.stelle.rund_um_die_uhr


def covers(orte: Sequence[Verweis[Gemeinde]], gemeinde: Gemeinde) -> bool:
    """Tell whether a list of places includes a municipality; an empty one means all."""
    return not orte or any(ort.id == gemeinde.id for ort in orte)


def responsible(bestand: Bestand, thema: Thema, gemeinde: Gemeinde) -> tuple[Zustaendig, ...]:
    """Return who is responsible, in the order in which to call.

    Those named for the municipality come before those for the whole region, and of both kinds
    functions before organisations: a function has a number of its own. Whoever answers at any time
    comes second at the latest: at night the office after the first does not answer either.

    Args:
        bestand: the records of a region.
        thema: the topic.
        gemeinde: the municipality, of the school or of the family.
    """
    return _everywhere(bestand)[thema.id, gemeinde.id]


@einmal
def _everywhere(bestand: Bestand) -> dict[tuple[str, str], tuple[Zustaendig, ...]]:
    """Return the answers to all questions: rules, tables, pages of towns and forms ask the same."""
    return {
        (thema.id, gemeinde.id): _in_order(bestand, thema, gemeinde)
        for thema in bestand.alle(Thema)
        for gemeinde in bestand.alle(Gemeinde)
    }


def _in_order(bestand: Bestand, thema: Thema, gemeinde: Gemeinde) -> tuple[Zustaendig, ...]:
    found = [*_functions(bestand, thema, gemeinde), *_bodies(bestand, thema, gemeinde)]
    near = sorted(found, key=lambda z: (not z.am_ort, isinstance(z.stelle, Organisation)))
    return (*near[:1], *sorted(near[1:], key=lambda z: not z.rund_um_die_uhr))


def _functions(bestand: Bestand, thema: Thema, gemeinde: Gemeinde) -> Iterator[Zustaendig]:
    for kontakt in bestand.kontakte_zu(thema):
        area = kontakt.zustaendig
        if (
            area is not None
            and not kontakt.aufgehoben(bestand.stichtag)
            and covers(area.orte, gemeinde)
        ):
            yield Zustaendig(kontakt, bool(area.orte))


def _bodies(bestand: Bestand, thema: Thema, gemeinde: Gemeinde) -> Iterator[Zustaendig]:
    for organisation in bestand.alle(Organisation):
        for area in organisation.zustaendigkeit:
            if area.thema.id == thema.id and covers(area.orte, gemeinde):
                von, bis = _ages(organisation, thema)
                formen = tuple(form.ziel for form in area.schulformen)
                yield Zustaendig(organisation, bool(area.orte), formen, von, bis)


def _ages(organisation: Organisation, thema: Thema) -> tuple[int | None, int | None]:
    """Return the widest range of ages of all offers on a topic; no offer means no limit."""
    offers = [o for o in organisation.angebote if any(t.id == thema.id for t in o.themen)]
    starts, ends = [o.alter_von for o in offers], [o.alter_bis for o in offers]
    return (
        None if None in starts or not starts else min(s for s in starts if s is not None),
        None if None in ends or not ends else max(e for e in ends if e is not None),
    )
