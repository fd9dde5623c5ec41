"""Collects what the foot of a page shows: from its front matter and from the terms it uses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from macros.model.page_path import address_for
from macros.model.records import Begriff, Quelle
from macros.pages.terms import place_id
from macros.views.chapter_foot import Begriffseintrag, Nachbarseite, kapitelfuss
from macros.views.formats import sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.pages.source import Seite
    from macros.views.ansicht import Ansicht
    from macros.views.registry import Fragment


def foot_of(seite: Seite, ansicht: Ansicht, titel: Mapping[str, str]) -> Fragment | None:
    """Return the foot of a page, or None when there is nothing to say.

    Args:
        seite: the page, rendered.
        ansicht: its view, with the ids that stand on the page.
        titel: title of every page by path below ``docs``, of those in another tree, too.
    """
    bestand = ansicht.bestand
    quellen = [bestand.finde(Quelle, angabe.text) for angabe in seite.listen.get("quellen", ())]
    siehe = [
        Nachbarseite(titel[angabe.text], address_for(angabe.text))
        for angabe in seite.listen.get("siehe", ())
        if angabe.text in titel
    ]
    begriffe = []
    for id in seite.begriffe:
        begriff = bestand.finde(Begriff, id)
        if begriff is not None:
            stelle = place_id(id)
            begriffe.append(Begriffseintrag(begriff, stelle if stelle in seite.anker else ""))
    day = seite.kopf.get("stand")
    begriffe.sort(key=lambda eintrag: sort_key(eintrag.begriff.begriff))
    if not (any(quellen) or siehe or begriffe or day):
        return None
    return kapitelfuss(
        ansicht,
        quellen=[quelle for quelle in quellen if quelle is not None],
        stand=date.fromisoformat(day) if day else None,
        siehe=siehe,
        begriffe=begriffe,
    )
