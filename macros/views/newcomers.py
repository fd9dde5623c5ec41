"""Macros for those who are new, and the tasks of the office that welcomes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.agenda import calendar, trainings
from macros.model.records import Aufgabe, Fortbildung, Gremium, Termin
from macros.model.records.fortbildung import Fortbildungsart
from macros.model.records.gremium import Gremienart
from macros.model.records.region import Regionsstatus
from macros.views.qr_code import qr_code
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Kontakt
    from macros.views.ansicht import Ansicht

PAGE: Final = "service/neu/"
_FEW: Final = 3


@dataclass(frozen=True)
class Einstieg:
    """What somebody new needs to know of this region.

    Attributes:
        koordination: the office to call first.
        kinderschutz: the contacts for child protection, as the region names them.
        runden: bodies in which workers meet.
        termine: the next dates of those, or of any event where they have none.
        fortbildungen: trainings for newcomers first, then the next ones.
    """

    koordination: Kontakt
    kinderschutz: tuple[Kontakt, ...]
    runden: tuple[Gremium, ...]
    termine: tuple[Termin, ...]
    fortbildungen: tuple[Fortbildung, ...]


def einstieg_in(bestand: Bestand) -> Einstieg:
    """Return what somebody new needs to know.

    Args:
        bestand: the region's data.
    """
    open_to_all = {Gremienart.ARBEITSKREIS, Gremienart.NETZWERK}
    rounds = tuple(
        g
        for g in bestand.alle(Gremium)
        if g.art in open_to_all and not g.aufgeloest(bestand.stichtag)
    )
    coming = tuple(t for t in calendar(bestand).naechste if t.findet_statt)
    ids = {g.id for g in rounds}
    own = tuple(t for t in coming if t.im_gremium is not None and t.im_gremium.id in ids)
    first = Fortbildungsart.EINARBEITUNG
    planned = (f for f in trainings(bestand)[0] if f.findet_statt)
    courses = sorted(planned, key=lambda f: f.art is not first)
    return Einstieg(
        bestand.region.koordinierungsstelle.ziel,
        tuple(k.ziel for k in bestand.region.kinderschutz),
        rounds,
        (own or coming)[:_FEW],
        tuple(courses)[:_FEW],
    )


@makro(inline=False, beispiel="neu_termine()", live=True)
def neu_termine(ansicht: Ansicht) -> Fragment:
    """Zeigt neuen Fachkräften die nächsten Treffen und die ersten Fortbildungen.

    Args:
        ansicht: die Seite.
    """
    return block("neu_termine", ansicht=ansicht, e=einstieg_in(ansicht.bestand))


@makro(inline=False, beispiel="neu_anmeldung()", live=True)
def neu_anmeldung(ansicht: Ansicht) -> Fragment:
    """Zeigt, wie neue Fachkräfte sich anmelden: vorbereitete E-Mail mit Hinweis zum Datenschutz.

    Args:
        ansicht: die Seite.
    """
    return block(
        "neu_anmeldung",
        ansicht=ansicht,
        region=ansicht.bestand.region,
        koordination=ansicht.bestand.region.koordinierungsstelle.ziel,
    )


@makro(inline=False, beispiel="neu_blatt()", seite="service/neu-blatt/", live=True)
def neu_blatt(ansicht: Ansicht) -> Fragment:
    """Zeigt das Blatt für den Anfang: Kontakte, Schritte und Treffen auf einer Seite A4.

    Args:
        ansicht: die Seite.
    """
    region = ansicht.bestand.region
    return block(
        "neu_blatt",
        ansicht=ansicht,
        region=region,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        e=einstieg_in(ansicht.bestand),
        code=qr_code(f"{region.adresse.rstrip('/')}/{PAGE}"),
    )


@makro(inline=False, beispiel="aufgaben()", live=True)
def aufgaben(ansicht: Ansicht) -> Fragment:
    """Zeigt die Aufgaben der Koordinierungsstelle und wo man sieht, was daraus wird.

    Args:
        ansicht: die Seite.
    """
    return block("aufgaben", ansicht=ansicht, aufgaben=ansicht.bestand.alle(Aufgabe))
