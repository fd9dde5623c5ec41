"""Which rules still count for a page whose text was decided: it renders, it links, it is safe.

Whatever else has become a rule since then is a matter for the next Fassung. A rule that is in
neither list would be an oversight; a test compares both with all rules for pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model import value_rules
from macros.model.rules import spelling
from macros.pages import chapter_rules as c
from macros.pages import concept_rules as k
from macros.pages import rules as r

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.findings import Befund

BLEIBEN: Final = frozenset(
    regel.nummer
    for regel in (
        r.KOPF_FEHLT, r.KOPF_UNBEKANNT, r.MAKRO_FORM, r.MAKRO_SYNTAX, r.MAKRO_AUFRUF, r.MAKRO_ORT,
        r.HTML, r.LINKSCHEMA, r.MERKMAL, r.TOTER_LINK, r.TOTER_ANKER, r.ABSOLUTER_LINK, r.BILDORT,
        r.MENUE_OHNE_SEITE, r.MENUE_FORM, r.FREMDE_DATEI, r.ZEICHENKODE, r.HANDLICH,
    )
)  # fmt: skip
ENTFALLEN: Final = frozenset(
    regel.nummer
    for regel in (
        r.KOPF_FELD, r.LEERER_LINK, r.LINKTEXT, r.BILDTEXT, r.ZWEI_TITEL, r.EBENENSPRUNG,
        r.FETT_STATT_TITEL, r.GLEICHE_UEBERSCHRIFT, r.TABELLE, r.NICHT_IM_MENUE, r.LANGE_SEITE,
        r.LANGER_SATZ, r.DOPPELTER_ANKER, value_rules.LAENGE, spelling.AUFGEHOBENES_GESETZ,
        c.KAPITEL_KOPF, c.KAPITEL_ANFANG, c.KAPITEL_ROLLEN, c.QUELLE_UNBEKANNT, c.SIEHE_UNBEKANNT,
        c.STANDARD_ORT, c.KAPITEL_DOPPELT, c.SATZLAENGE, c.KAPITELSATZ, c.WORTWAHL, c.ANFUEHRUNG,
        c.ZUSAMMENHALTEN, c.WIEDERHOLUNG, c.LEICHTE_SPRACHE, r.OHNE_EIGENES_MAKRO,
        k.TEXTSTELLE, k.FRAGEN, k.STANDARD,
    )
)  # fmt: skip


def still_counts(befunde: Iterable[Befund]) -> list[Befund]:
    """Return those findings about a frozen page that hold all the same."""
    return [befund for befund in befunde if befund.rule not in ENTFALLEN]
