"""Macros that show what was checked: the report of the full check, the assessment by people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.accessibility import accessibility, newest_report
from macros.model.records import Pruefbericht, Pruefschritt, Selbstbewertung
from macros.model.records.bitv import Schrittergebnis, Schrittgruppe, Seitentyp
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@dataclass(frozen=True)
class Schrittzeile:
    """A step with what people have found on each kind of page.

    Attributes:
        schritt: the step.
        ergebnisse: one per kind of page; without a record it is „nicht geprüft“.
        bewertungen: the records, for role, day and remark.
    """

    schritt: Pruefschritt
    ergebnisse: tuple[Schrittergebnis, ...]
    bewertungen: tuple[Selbstbewertung, ...]


@makro(inline=False, beispiel="pruefbericht()", seite="service/pruefbericht/", live=True)
def pruefbericht(ansicht: Ansicht) -> Fragment:
    """Zeigt den neuesten Bericht der vollständigen Prüfung und nennt die früheren.

    Der Bericht steht in pruefbericht.yml; make pruefung-voll schreibt ihn.

    Args:
        ansicht: die Seite.
    """
    newest = newest_report(ansicht.bestand)
    older = sorted(
        (b for b in ansicht.bestand.alle(Pruefbericht) if b is not newest),
        key=lambda bericht: bericht.datum,
        reverse=True,
    )
    return block("pruefbericht", ansicht=ansicht, bericht=newest, fruehere=older)


@makro(inline=False, beispiel="selbstbewertung()", seite="service/selbstbewertung/", live=True)
def selbstbewertung(ansicht: Ansicht) -> Fragment:
    """Zeigt den Bewertungsbogen: jeden Prüfschritt auf sechs Seitentypen, mit Zählung.

    Die Ergebnisse stehen in bitv.yml. Ohne Eintrag ist ein Schritt nicht geprüft.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    found: dict[str, dict[Seitentyp, Selbstbewertung]] = {}
    for record in bestand.alle(Selbstbewertung):
        found.setdefault(record.schritt.id, {})[record.seite] = record
    rows: dict[Schrittgruppe, list[Schrittzeile]] = {group: [] for group in Schrittgruppe}
    counts: Counter[Schrittergebnis] = Counter()
    for schritt in bestand.alle(Pruefschritt):
        own = found.get(schritt.id, {})
        results = tuple(
            own[seite].ergebnis if seite in own else Schrittergebnis.NICHT_GEPRUEFT
            for seite in Seitentyp
        )
        counts.update(results)
        rows[schritt.gruppe].append(Schrittzeile(schritt, results, tuple(own.values())))
    return block(
        "selbstbewertung",
        ansicht=ansicht,
        lage=accessibility(bestand),
        gruppen=[(group, zeilen) for group, zeilen in rows.items() if zeilen],
        zaehlung=[(ergebnis, counts[ergebnis]) for ergebnis in Schrittergebnis],
        seitentypen=tuple(Seitentyp),
    )
