"""Macros that answer: who is responsible for which topic, where?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.reachable import erreichbar
from macros.model.records import Gemeinde, Kontakt, Thema
from macros.model.responsibility import responsible
from macros.views.filters import Feld, feld, filter_for
from macros.views.lookup import record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.responsibility import Zustaendig
    from macros.views.ansicht import Ansicht


# Young people in the sense of § 7 SGB VIII are those below 27.
AGES: Final = range(3, 27)


@dataclass(frozen=True)
class Themenzeile:
    """Who is responsible for one topic in some municipalities, in the order in which to call.

    Attributes:
        thema: the topic.
        gemeinden: the municipalities for which the same offices are responsible.
        zustaendig: the offices; none: nobody is on record.
    """

    thema: Thema
    gemeinden: tuple[Gemeinde, ...]
    zustaendig: tuple[Zustaendig, ...]


def themenzeilen(bestand: Bestand, gemeinde: Gemeinde) -> list[Themenzeile]:
    """Return who is responsible in a municipality, topic by topic in the catalogue's order."""
    rows = (
        Themenzeile(thema, (gemeinde,), responsible(bestand, thema, gemeinde))
        for thema in bestand.alle(Thema)
    )
    return [row for row in rows if row.zustaendig]


def ortszeilen(bestand: Bestand, thema: Thema) -> list[Themenzeile]:
    """Return who is responsible for a topic; municipalities with the same offices share a row."""
    rows: dict[tuple[Zustaendig, ...], list[Gemeinde]] = {}
    for gemeinde in bestand.alle(Gemeinde):
        rows.setdefault(responsible(bestand, thema, gemeinde), []).append(gemeinde)
    return [Themenzeile(thema, tuple(places), offices) for offices, places in rows.items()]


@makro(inline=False, beispiel='zustaendige(gemeinde="seehausen")', live=True)
def zustaendige(ansicht: Ansicht, gemeinde: str) -> Fragment:
    """Zeigt für eine Gemeinde zu jedem Thema, wer zuständig ist, warum, und wer als Nächstes hilft.

    Am Ende steht die Stelle, die immer weiterhilft.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    place = record(ansicht, Gemeinde, gemeinde)
    rows = themenzeilen(ansicht.bestand, place)
    return block(
        "zustaendige",
        ansicht=ansicht,
        gemeinde=place,
        zeilen=rows,
        auskunft=erreichbar(ansicht.bestand, ansicht.bestand.region.koordinierungsstelle.ziel),
    )


@makro(inline=False, beispiel="zustaendigkeiten()", seite="service/wer-ist-zustaendig/", live=True)
def zustaendigkeiten(ansicht: Ansicht) -> Fragment:
    """Zeigt zu jedem Thema, wer in welcher Gemeinde zuständig ist, mit Grund und nächster Stelle.

    Über jedem Thema steht die Frage, mit der jemand kommt. Gemeinden mit denselben Stellen stehen
    in einer Zeile. Jedes Thema hat seine Kennung als Sprungmarke, etwa #schulabsentismus.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    topics = [(thema, ortszeilen(bestand, thema)) for thema in bestand.alle(Thema)]
    last = erreichbar(bestand, bestand.region.koordinierungsstelle.ziel).kontakt
    offices = [z for _, rows in topics for row in rows for z in row.zustaendig]
    form_above = filter_for(
        ansicht,
        len(offices),
        "zustaendig",
        "Zuständige Stellen",
        Feld("thema", "Thema", tuple(thema.name for thema, rows in topics if rows)),
        Feld("ort", "Ort", tuple(town.name for town in bestand.alle(Gemeinde))),
        feld("schulform", "Schulform", (form.name for z in offices for form in z.schulformen)),
        Feld("alter", "Alter des Kindes", tuple(map(str, AGES)) if _any_age(offices) else ()),
    )
    return block(
        "zustaendigkeiten",
        ansicht.frei(thema.id for thema, _ in topics)
        | (form_above.anker if form_above else frozenset()),
        ansicht=ansicht,
        filter=form_above,
        themen=[(thema, rows, _last_way(rows, last)) for thema, rows in topics],
        alle=len(bestand.alle(Gemeinde)),
        alter=ages,
    )


def _last_way(rows: list[Themenzeile], office: Kontakt) -> Kontakt | None:
    """Return whom to call on a topic where nobody answers; None where they are all named already.

    Whoever answers at any time comes before the office that knows on.

    Args:
        rows: the places with those responsible there.
        office: who helps where nobody else is known.
    """
    offices = {z.stelle.id: z for row in rows for z in row.zustaendig}
    everywhere = set(offices).intersection(
        *({z.stelle.id for z in row.zustaendig} for row in rows if row.zustaendig)
    )
    for id, z in offices.items():
        if z.rund_um_die_uhr and isinstance(z.stelle, Kontakt) and id in everywhere:
            return z.stelle
    return None if office.id in everywhere else office


def _any_age(offices: list[Zustaendig]) -> bool:
    """Tell whether an age decides anywhere who is responsible."""
    return any(z.alter_von is not None or z.alter_bis is not None for z in offices)


def ages(zustaendig: Zustaendig) -> str:
    """Return the ages an office is there for, as the filter reads them: ``6|7``, ``*`` for all."""
    von, bis = zustaendig.alter_von, zustaendig.alter_bis
    if von is None and bis is None:
        return "*"
    return "|".join(map(str, ages_between(von, bis)))


def ages_between(von: int | None, bis: int | None) -> list[int]:
    """Return the ages the filters know that lie within limits; a missing one is none."""
    return [age for age in AGES if (von or 0) <= age <= (AGES[-1] if bis is None else bis)]
