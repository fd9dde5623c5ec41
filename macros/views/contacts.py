"""Macros for contacts: the function, how to reach it, and who has taken over if it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.reachable import Erreichbar, erreichbar
from macros.model.records import Kontakt, Thema
from macros.views.feedback import VIELE
from macros.views.filters import feld, filter_for
from macros.views.lookup import optional_record, record
from macros.views.registry import makro
from macros.views.templating import Fragment, block, inline

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht


def active_kontakte(bestand: Bestand) -> tuple[Kontakt, ...]:
    """Return the functions that exist on the Stichtag."""
    return tuple(k for k in bestand.alle(Kontakt) if not k.aufgehoben(bestand.stichtag))


@makro(inline=False, beispiel='kontakt("koordination")', live=True, gegenstand="Kontakt")
def kontakt(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt einen Kontakt mit allen Wegen, ihn zu erreichen.

    Genannt wird die Funktion. Ein Name erscheint nur, wenn er veröffentlicht werden darf. Gibt es
    die Funktion nicht mehr, steht dort, wer jetzt zuständig ist.

    Args:
        ansicht: die Seite.
        id: Kennung des Kontakts aus kontakte.yml.
    """
    found = erreichbar(ansicht.bestand, record(ansicht, Kontakt, id))
    return block("kontakt", ansicht=ansicht, e=found)


@makro(inline=True, beispiel='kontakt_zeile("koordination")', live=True, gegenstand="Kontakt")
def kontakt_zeile(ansicht: Ansicht, id: str) -> Fragment:
    """Setzt einen Kontakt in den Satz ein: die Funktion und eine Nummer zum Antippen.

    Ohne Telefonnummer steht dort die E-Mail-Adresse.

    Args:
        ansicht: die Seite.
        id: Kennung des Kontakts aus kontakte.yml.
    """
    found = erreichbar(ansicht.bestand, record(ansicht, Kontakt, id))
    return inline("kontakt_zeile", ansicht=ansicht, e=found)


@makro(inline=False, beispiel='kontakte(thema="fachberatung")', live=True, gegenstand="Kontakt")
def kontakte(ansicht: Ansicht, thema: str = "") -> Fragment:
    """Zeigt alle Kontakte oder die zu einem Thema.

    Args:
        ansicht: die Seite.
        thema: Kennung des Themas aus themen.yml. Ohne Angabe erscheinen alle Kontakte.
    """
    wanted = optional_record(ansicht, Thema, thema)
    shown = [
        k
        for k in active_kontakte(ansicht.bestand)
        if wanted is None or (k.zustaendig and any(t.id == wanted.id for t in k.zustaendig.themen))
    ]
    # The full list is the permanent address of every contact; filtered ones carry no anchors.
    anker = ansicht.frei(k.id for k in shown) if wanted is None else frozenset()
    entries = [Erreichbar(k, ansicht.bestand.personen_fuer(k)) for k in shown]
    duties = [k.zustaendig for k in shown if k.zustaendig]
    form_above = filter_for(
        ansicht,
        len(entries),
        "kontakte",
        "Kontakte",
        feld("thema", "Thema", (t.ziel.name for z in duties for t in z.themen)),
        feld("ort", "Ort", (o.ziel.name for z in duties for o in z.orte)),
    )
    return block(
        "kontakte",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        kontakte=entries,
        thema=wanted,
        filter=form_above,
        knapp=len(entries) >= VIELE,
    )
