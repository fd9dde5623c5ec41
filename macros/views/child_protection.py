"""Macros for the pages one needs when a child may be in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.kinderschutz_file import DATEI, kinderschutz_file
from macros.model.kinderschutz import ERSTE_SCHRITTE, SEITE, kinderschutz_in
from macros.model.reachable import erreichbar
from macros.model.records import Hilfenummer
from macros.model.records.region import Regionsstatus
from macros.views.qr_code import qr_code
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel="kinderschutz()", live=True)
def kinderschutz(ansicht: Ansicht) -> Fragment:
    """Zeigt den Notruf und die Kinderschutz-Kontakte der Region.

    Welche Kontakte das sind, steht in region.yml unter kinderschutz.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    entries = [erreichbar(bestand, v.ziel) for v in bestand.region.kinderschutz]
    return block("kinderschutz", ansicht=ansicht, kontakte=entries)


@makro(inline=False, beispiel="hilfenummern()", live=True)
def hilfenummern(ansicht: Ansicht) -> Fragment:
    """Zeigt die Nummern, die in ganz Deutschland helfen, mit ihrer Quelle.

    Args:
        ansicht: die Seite.
    """
    return block("hilfenummern", ansicht=ansicht, nummern=ansicht.bestand.alle(Hilfenummer))


@makro(inline=False, beispiel="kinderschutz_mitnehmen()", live=True)
def kinderschutz_mitnehmen(ansicht: Ansicht) -> Fragment:
    """Bietet den Kinderschutz zum Mitnehmen an: als Blatt zum Drucken und als Datei fürs Telefon.

    Args:
        ansicht: die Seite.
    """
    return block(
        "kinderschutz_mitnehmen",
        ansicht=ansicht,
        datei=DATEI,
        groesse=len(kinderschutz_file(ansicht.bestand)),
    )


@makro(
    inline=False,
    beispiel="kinderschutz_blatt()",
    seite="service/kinderschutz-blatt/",
    live=True,
)
def kinderschutz_blatt(ansicht: Ansicht) -> Fragment:
    """Zeigt das Blatt zum Aushängen: erste Schritte, Nummern, Jugendämter, Code zur Seite.

    Gedruckt passt es auf eine Seite A4.

    Args:
        ansicht: die Seite.
    """
    region = ansicht.bestand.region
    return block(
        "kinderschutz_blatt",
        ansicht=ansicht,
        region=region,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        schritte=ERSTE_SCHRITTE,
        k=kinderschutz_in(ansicht.bestand),
        code=qr_code(f"{region.adresse.rstrip('/')}/{SEITE}"),
    )
