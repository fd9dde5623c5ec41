"""Macros for the pages the law asks for; region.yml says for whom, the Land decides which law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.records.region import Land, Regionsstatus
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@dataclass(frozen=True)
class Landesrecht:
    """The names of a Land's laws, as the legal pages quote them.

    Attributes:
        barrierefreiheit: law and ordinance on accessible websites.
        verfahren: what the body is called that helps when a complaint is not answered.
        datenschutz: the Land's data protection law.
    """

    barrierefreiheit: str
    verfahren: str
    datenschutz: str


LANDESRECHT: Final = {
    Land.NW: Landesrecht(
        "Behindertengleichstellungsgesetz Nordrhein-Westfalen (BGG NRW) und "
        "Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITVNRW)",
        "Ombudsverfahren",
        "Datenschutzgesetz Nordrhein-Westfalen (DSG NRW)",
    ),
    Land.NI: Landesrecht(
        "Niedersächsisches Behindertengleichstellungsgesetz (NBGG)",
        "Schlichtungsverfahren",
        "Niedersächsisches Datenschutzgesetz (NDSG)",
    ),
}


def _page(template: str, ansicht: Ansicht) -> Fragment:
    region = ansicht.bestand.region
    return block(
        template,
        ansicht=ansicht,
        region=region,
        recht=LANDESRECHT[region.land],
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
    )


@makro(inline=False, beispiel="impressum()", seite="service/impressum/", live=True)
def impressum(ansicht: Ansicht) -> Fragment:
    """Zeigt das Impressum mit den Angaben aus region.yml unter anbieter.

    Args:
        ansicht: die Seite.
    """
    return _page("impressum", ansicht)


@makro(inline=False, beispiel="datenschutz()", seite="service/datenschutz/", live=True)
def datenschutz(ansicht: Ansicht) -> Fragment:
    """Zeigt die Datenschutzerklärung mit den Angaben aus region.yml unter datenschutz.

    Args:
        ansicht: die Seite.
    """
    return _page("datenschutz", ansicht)


@makro(inline=False, beispiel="barrierefreiheit()", seite="service/barrierefreiheit/", live=True)
def barrierefreiheit(ansicht: Ansicht) -> Fragment:
    """Zeigt die Erklärung zur Barrierefreiheit mit den Angaben aus region.yml.

    Args:
        ansicht: die Seite.
    """
    return _page("barrierefreiheit", ansicht)
