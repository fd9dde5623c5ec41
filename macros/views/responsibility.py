"""Macros that answer: who is responsible for which topic, where?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.records import Gemeinde, Thema
from macros.model.responsibility import responsible
from macros.views.contacts import erreichbar
from macros.views.lookup import record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.responsibility import Zustaendig
    from macros.views.ansicht import Ansicht


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
    """Zeigt für eine Gemeinde zu jedem Thema, wer zuständig ist und wie man sie erreicht.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml.
    """
    place = record(ansicht, Gemeinde, gemeinde)
    rows = themenzeilen(ansicht.bestand, place)
    return block("zustaendige", ansicht=ansicht, gemeinde=place, zeilen=rows)


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
    return block(
        "zustaendigkeiten",
        ansicht.frei(thema.id for thema, _ in topics),
        ansicht=ansicht,
        themen=topics,
        alle=len(bestand.alle(Gemeinde)),
        auskunft=erreichbar(bestand, bestand.region.koordinierungsstelle.ziel),
    )
