"""When a list gets a filter, and what one may choose in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.records import Begriff, Schulform
from macros.views.feedback import VIELE
from macros.views.formats import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.views.ansicht import Ansicht

WORTH_FILTERING: Final = 8
"""A shorter list is read faster than a form."""


@dataclass(frozen=True)
class Feld:
    """A choice in a filter.

    Attributes:
        name: the entries carry their values in ``data-`` and this name.
        titel: label of the field.
        werte: what one may choose, in German order.
    """

    name: str
    titel: str
    werte: tuple[str, ...]


@dataclass(frozen=True)
class Filter:
    """The form above a long list.

    Attributes:
        kennung: what its ids and its part of the address begin with.
        mehrzahl: what the entries are called.
        felder: the choices, beside the field for a word.
        kurz: what people abbreviate, as ``gs=Grundschule|…``, for the field for a word.
        viele: whether the list is so long that the browser lays out only what is in view.
        zusatz: what tells the form from another one on the page that filters the same kind.
    """

    kennung: str
    mehrzahl: str
    felder: tuple[Feld, ...]
    kurz: str = ""
    viele: bool = False
    zusatz: str = ""

    @property
    def titel(self) -> str:
        """What a screen reader calls the form."""
        return f"{self.mehrzahl} filtern" + (f": {self.zusatz}" if self.zusatz else "")

    @property
    def anker(self) -> frozenset[str]:
        """The ids of its fields."""
        names = ("wort", *(feld.name for feld in self.felder))
        return frozenset(f"filter-{self.kennung}-{name}" for name in names)


def feld(name: str, titel: str, found: Iterable[str]) -> Feld:
    """Return a field that offers each value once, in German order."""
    return Feld(name, titel, tuple(sorted(set(found), key=sort_key)))


def filter_for(
    ansicht: Ansicht, anzahl: int, kennung: str, mehrzahl: str, *felder: Feld, zusatz: str = ""
) -> Filter | None:
    """Return the filter of a list; None for a short one and for the second of its kind on a page.

    Args:
        ansicht: the page.
        anzahl: how many entries the list has.
        kennung: what the ids begin with.
        mehrzahl: what the entries are called.
        felder: the choices; those with one value only are left out.
        zusatz: what tells the form from another one on the page that filters the same kind.
    """
    choices = tuple(f for f in felder if len(f.werte) > 1)
    found = Filter(kennung, mehrzahl, choices, _abbreviations(ansicht), anzahl >= VIELE, zusatz)
    free = ansicht.frei(found.anker) == found.anker
    return found if anzahl >= WORTH_FILTERING and free else None


def _abbreviations(ansicht: Ansicht) -> str:
    """Return what the abbreviations of the glossary and of Schulformen stand for."""
    terms = ((b.abkuerzung, b.begriff) for b in ansicht.bestand.alle(Begriff))
    forms = ((form.kuerzel, form.name) for form in ansicht.bestand.alle(Schulform))
    # The script compares small letters without marks.
    return "|".join(f"{sort_key(kurz)}={lang}" for kurz, lang in (*terms, *forms) if kurz)
