"""Macros for money: every grant with its years and sum, and what there is in each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.grants import Foerderstand, grants, per_year, stand_of
from macros.model.series import Reihe
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel="foerderungen()", seite="service/foerderung/", live=True)
def foerderungen(ansicht: Ansicht) -> Fragment:
    """Zeigt jede Förderung mit Zeitraum, Beträgen je Jahr, Eigenanteil und berechneter Summe.

    Was binnen eines Jahres endet, trägt „läuft aus“ mit dem Datum.

    Args:
        ansicht: die Seite.
    """
    rows = [(f, stand_of(f, ansicht.stichtag)) for f in grants(ansicht.bestand)]
    anker = ansicht.frei(f.id for f, _ in rows)
    return block("foerderungen", anker, ansicht=ansicht, foerderungen=rows, stand=Foerderstand)


@makro(inline=False, beispiel="foerderjahre()", live=True)
def foerderjahre(ansicht: Ansicht) -> Fragment:
    """Zeigt als Balken und Tabelle, wie viel Geld alle Förderungen je Jahr zusammen bringen.

    Args:
        ansicht: die Seite.
    """
    years = tuple((str(year), amount) for year, amount in per_year(ansicht.bestand))
    reihe = Reihe("Fördermittel je Jahr", "Jahr", "Euro", years)
    return block(
        "diagramm",
        ansicht=ansicht,
        reihe=reihe,
        unterschrift="Zusammengezählt aus den Förderungen mit bekanntem Betrag.",
    )
