"""Key figures computed from the Bestand, so that nobody types a total by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from macros.model import figure_ids as ids
from macros.model.records import Gemeinde, Kennzahl, Schule, Stelle
from macros.model.records.stelle import Stellenstatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

COMPUTED_FROM = "berechnet aus den Daten dieser Seite"


def figures(bestand: Bestand) -> dict[str, Kennzahl]:
    """Return all computed figures by id, as of the Stichtag."""
    schools = bestand.alle(Schule)
    posts = bestand.alle(Stelle)
    with_post = [s for s in schools if bestand.stellen_an(s)]
    vacant = [p for p in posts if p.status is Stellenstatus.UNBESETZT]
    employers = {p.anstellungstraeger.id for p in posts}
    programmes = {p.programm.id for p in posts if p.programm}
    rows: list[tuple[str, str, int | Decimal, str | None]] = [
        (ids.ANZAHL_GEMEINDEN, "Gemeinden", len(bestand.alle(Gemeinde)), None),
        (ids.ANZAHL_SCHULEN, "Schulen", len(schools), None),
        (ids.ANZAHL_SCHULEN_MIT_STELLE, "Schulen mit Schulsozialarbeit", len(with_post), None),
        (ids.ANZAHL_STELLEN, "Stellen der Schulsozialarbeit", len(posts), None),
        (ids.ANZAHL_STELLEN_UNBESETZT, "unbesetzte Stellen", len(vacant), None),
        (ids.SUMME_VZAE, "Stellenumfang", _sum(posts), "VZÄ"),
        (ids.ANZAHL_ANSTELLUNGSTRAEGER, "Anstellungsträger", len(employers), None),
        (
            ids.ANZAHL_SCHULEN_OHNE_STELLE,
            "Schulen ohne gemeldete Stelle",
            len(schools) - len(with_post),
            None,
        ),
        (ids.ANZAHL_PROGRAMME, "Programme", len(programmes), None),
        (ids.SUMME_VZAE_UNBESETZT, "unbesetzter Umfang", _sum(vacant), "VZÄ"),
    ]
    return {
        id: Kennzahl.model_construct(
            id=id,
            name=name,
            wert=Decimal(value),
            einheit=unit,
            stand=bestand.stichtag,
            stand_text=None,
            quelle=COMPUTED_FROM,
            hinweis=None,
        )
        for id, name, value, unit in rows
    }


def _sum(posts: Iterable[Stelle]) -> Decimal:
    return sum((post.vzae for post in posts), Decimal(0))
