"""The macro that lists the Word files for the schuleigenes Konzept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.exports.concept_facts import decided
from macros.exports.concept_files import LEER, all_muster
from macros.exports.concept_word import MOST
from macros.model.records import Gemeinde, Konzeptabschnitt, Schule
from macros.views.filters import feld, filter_for
from macros.views.formats import sort_key
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.exports.concept_files import Muster
    from macros.views.ansicht import Ansicht


@dataclass(frozen=True)
class Ort:
    """A municipality with the files for its schools.

    Attributes:
        gemeinde: the municipality.
        muster: a file for each of its schools, in German order.
    """

    gemeinde: Gemeinde
    muster: tuple[Muster, ...]


@makro(inline=False, beispiel="muster()", seite="service/muster/", live=True, dateien=True)
def muster(ansicht: Ansicht) -> Fragment:
    """Listet die Word-Dateien für das schuleigene Konzept: für alle, je Schulform und je Schule.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    found = all_muster(bestand)
    forms = sorted(
        (m for m in found if m.schulform and not m.schule),
        key=lambda m: sort_key(m.schulform.name if m.schulform else ""),
    )
    schools = [m for m in found if m.schule]
    orte = _by_place(ansicht, schools)
    filter_above = filter_for(
        ansicht,
        len(schools),
        "muster",
        "Schulen",
        feld("ort", "Gemeinde", (ort.gemeinde.name for ort in orte)),
        feld("form", "Schulform", (m.schulform.name for m in schools if m.schulform)),
    )
    ids = ansicht.frei(
        (*(f"muster-{m.schule.id}" for m in schools if m.schule), "muster-leer")
    ) | ansicht.frei(f"muster-in-{ort.gemeinde.id}" for ort in orte)
    return block(
        "muster",
        ids | filter_above.anker if filter_above else ids,
        ansicht=ansicht,
        vorhanden=bool(bestand.alle(Konzeptabschnitt)),
        leer=next((m for m in found if m.name == LEER), None),
        formen=forms,
        orte=orte,
        filter=filter_above,
        fassung=decided(ansicht.fassung),
        groessen=ansicht.dateien,
        zu_viele=len(bestand.alle(Schule)) > MOST,
        koordination=bestand.region.koordinierungsstelle.ziel,
    )


def _by_place(ansicht: Ansicht, schools: list[Muster]) -> list[Ort]:
    places = sorted(ansicht.bestand.alle(Gemeinde), key=lambda g: sort_key(g.name))
    return [
        Ort(place, tuple(sorted(here, key=lambda m: sort_key(m.schule.name if m.schule else ""))))
        for place in places
        if (here := [m for m in schools if m.schule and m.schule.gemeinde.id == place.id])
    ]
