"""Macros for facts about the region: its name, its Fassung, the Stichtag, key figures, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from macros.model.figures import figures
from macros.model.records import Kennzahl
from macros.model.verweis import Verweis
from macros.views import formats
from macros.views.lookup import unknown
from macros.views.registry import makro
from macros.views.templating import Fragment, block, inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.views.ansicht import Ansicht


# These say which region it is; a day beside them would only disturb the sentence.
_ZEITLOS: Final = frozenset({"name", "im_satz", "art", "land"})


@makro(inline=True, beispiel='region("name")', live=True)
def region(ansicht: Ansicht, feld: str) -> Fragment:
    """Setzt eine Angabe über die Region in den Satz ein, etwa ihren Namen.

    Die Angaben stehen in region.yml. So bleibt der Text gleich, wenn eine andere Kommune ihn
    übernimmt: „Die Schulsozialarbeit im Kreis …“ schreibt sich mit region("im_satz").

    Args:
        ansicht: die Seite.
        feld: Name der Angabe in region.yml, zum Beispiel name, im_satz oder land. Angaben in
            einem Block haben einen Punkt, etwa anbieter.name.
    """
    facts = dict(_facts(ansicht.bestand.region))
    if feld not in facts:
        raise unknown(f"Eine Angabe „{feld}“ gibt es in region.yml nicht.", feld, facts)
    return inline("region", text=formats.wert(facts[feld]), zeitlos=feld in _ZEITLOS)


def _facts(record: BaseModel, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every single value of a record by its name; lists and references are not for text."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from _facts(value, f"{prefix}{name}.")
        elif not isinstance(value, tuple | Verweis) and name != "id":
            yield f"{prefix}{name}", value


@makro(inline=True, beispiel="fassung()", live=True)
def fassung(ansicht: Ansicht) -> Fragment:
    """Nennt die gültige Fassung des Rahmenkonzepts und ihren Beschluss.

    Solange keine Fassung beschlossen ist, steht dort „Entwurf, noch nicht beschlossen“.

    Args:
        ansicht: die Seite.
    """
    return inline("fassung", fassung=ansicht.fassung, zeitlos=True)


@makro(inline=True, beispiel="stand_heute()", live=True)
def stand_heute(ansicht: Ansicht) -> Fragment:
    """Kennzeichnet Angaben, die bei jeder Veröffentlichung neu aus den Daten kommen.

    Der Wortlaut einer Fassung bleibt, wie er beschlossen wurde. Kontakte und Zahlen darin sind
    dagegen aktuell. Dieses Zeichen sagt, von welchem Tag sie sind.

    Args:
        ansicht: die Seite.
    """
    return inline("stand_heute", stichtag=ansicht.stichtag)


@makro(inline=True, beispiel='kennzahl("anzahl-schulen")', live=True)
def kennzahl(ansicht: Ansicht, id: str) -> Fragment:
    """Setzt eine Kennzahl mit Einheit, Stand und Quelle in den Satz ein.

    Zahlen wie die Anzahl der Schulen werden aus den Daten berechnet. Alle anderen stehen mit
    ihrer Quelle in kennzahlen.yml.

    Args:
        ansicht: die Seite.
        id: Kennung der Kennzahl, etwa anzahl-schulen, anzahl-stellen oder summe-vzae.
    """
    known = figures(ansicht.bestand) | {k.id: k for k in ansicht.bestand.alle(Kennzahl)}
    if id not in known:
        raise unknown(f"Eine Kennzahl „{id}“ gibt es nicht.", id, known)
    return inline("kennzahl", ansicht=ansicht, kennzahl=known[id])


@makro(inline=False, beispiel="quellen()", live=True)
def quellen(ansicht: Ansicht) -> Fragment:
    """Nennt alle fremden Datenquellen mit Stand und Lizenz.

    Die Lizenzen verlangen diese Angaben. Sie stehen in region.yml unter quellen.

    Args:
        ansicht: die Seite.
    """
    return block("quellen", quellen=ansicht.bestand.region.quellen)
