"""Macros for the law: a norm named in a sentence, and the list of norms of Bund or Land."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from macros.model.records import Rechtsgrundlage
from macros.model.records.rechtsgrundlage import Ebene
from macros.views.lookup import choice, record
from macros.views.registry import makro
from macros.views.templating import Fragment, block, inline

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

SEITEN: Final = {Ebene.BUND: "recht/bundesrecht/", Ebene.LAND: "recht/landesrecht/"}


@makro(inline=True, beispiel='recht("sgb8-13a")')
def recht(ansicht: Ansicht, id: str) -> Fragment:
    """Nennt eine Rechtsgrundlage im Satz und verlinkt, was dort steht.

    Args:
        ansicht: die Seite.
        id: Kennung der Vorschrift aus rechtsgrundlagen.yml, etwa sgb8-13a.
    """
    norm = record(ansicht, Rechtsgrundlage, id)
    # Only the norms of the region's own Land have an entry that a link could lead to.
    hier = ansicht.wortlaut or norm.land in (None, ansicht.bestand.region.land)
    return inline("recht", ansicht=ansicht, r=norm, hier=hier, seite=SEITEN[norm.ebene])


@makro(inline=False, beispiel='rechtsgrundlagen("bund")', seite="recht/bundesrecht/")
def rechtsgrundlagen(ansicht: Ansicht, ebene: str) -> Fragment:
    """Zeigt alle Rechtsgrundlagen des Bundes oder des eigenen Landes.

    Jede hat ihre Kennung als Sprungmarke, etwa #sgb8-13a. Was nicht am Gesetzestext geprüft ist,
    trägt die Marke „zu prüfen“; was nicht mehr gilt, sagt es.

    Args:
        ansicht: die Seite.
        ebene: Entweder bund oder land; welches Land, steht in region.yml.
    """
    wanted = choice(Ebene, ebene) or Ebene.BUND
    bund, land = wanted is Ebene.BUND, None if ansicht.wortlaut else ansicht.bestand.region.land
    norms = [
        norm
        for norm in ansicht.bestand.alle(Rechtsgrundlage)
        if norm.ebene is wanted and (bund or ansicht.wortlaut or norm.land is land)
    ]
    # A law may come back further down; its norms stand together all the same.
    order = {gesetz: n for n, gesetz in enumerate(dict.fromkeys(norm.gesetz for norm in norms))}
    norms.sort(key=lambda norm: order[norm.gesetz])
    gruppen = [(gesetz, list(group)) for gesetz, group in groupby(norms, lambda n: n.gesetz)]
    return block(
        "rechtsgrundlagen",
        ansicht.frei(norm.id for norm in norms),
        ansicht=ansicht,
        gruppen=gruppen,
        land=None if bund else land,
        seiten=SEITEN,
    )
