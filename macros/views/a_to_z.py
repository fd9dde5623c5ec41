"""The macro for A to Z: everything of the directories under the letter where people look for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from macros.model.records import Begriff, Gemeinde, Organisation, Schule, Thema
from macros.views.contacts import active_kontakte
from macros.views.feedback import page_of
from macros.views.filters import feld, filter_for
from macros.views.formats import initial, sort_key
from macros.views.glossary import letter_id
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht

# Nobody looks for „Die Brücke“ under D.
_ARTICLE: Final = re.compile(r"^(?:der|die|das|ein|eine)\s+(?=\S)", re.IGNORECASE)
_NOT_FILED: Final = re.compile(r"^[^\w]+")


@dataclass(frozen=True)
class Stichwort:
    """An entry of the list.

    Attributes:
        name: as it is shown, with its article.
        art: what it is.
        ziel: its address below the site's root.
        zusatz: what tells it from others of the same name, such as the municipality.
    """

    name: str
    art: str
    ziel: str
    zusatz: str = ""

    @property
    def ablage(self) -> str:
        """The name as it is filed: without article and leading quotes."""
        return filed(self.name)


def filed(name: str) -> str:
    """Return a name without what nobody looks for: quotes and an article at its beginning."""
    bare = _NOT_FILED.sub("", name)
    return _ARTICLE.sub("", bare) or bare or name


def stichwoerter(bestand: Bestand) -> list[Stichwort]:
    """Return all entries in the order of DIN 5007-1, where ä is filed like a."""
    return sorted(_entries(bestand), key=lambda s: (sort_key(s.ablage), sort_key(s.zusatz), s.ziel))


def _entries(bestand: Bestand) -> Iterator[Stichwort]:
    for schule in bestand.alle(Schule):
        name = bestand.schulname(schule)
        yield Stichwort(name, "Schule", page_of(schule), schule.gemeinde.ziel.name)
    for organisation in bestand.alle(Organisation):
        yield Stichwort(organisation.name, "Einrichtung", page_of(organisation))
    for kontakt in active_kontakte(bestand):
        office = kontakt.organisation.ziel.name
        yield Stichwort(kontakt.funktion, "Kontakt", page_of(kontakt), office)
    for gemeinde in bestand.alle(Gemeinde):
        yield Stichwort(gemeinde.name, "Gemeinde", f"service/gemeinden/{gemeinde.id}/")
    for thema in bestand.alle(Thema):
        yield Stichwort(thema.name, "Thema", f"service/wer-ist-zustaendig/#{thema.id}")
    for begriff in bestand.alle(Begriff):
        place = f"glossar/#{begriff.id}"
        yield Stichwort(begriff.begriff, "Begriff", place, begriff.abkuerzung or "")
        if begriff.abkuerzung:
            yield Stichwort(begriff.abkuerzung, "Begriff", place, begriff.begriff)


@makro(inline=False, beispiel="a_bis_z()", seite="service/a-z/", live=True)
def a_bis_z(ansicht: Ansicht) -> Fragment:
    """Listet alles aus den Verzeichnissen von A bis Z: Schulen, Einrichtungen, Kontakte, Themen.

    Auch Gemeinden und Begriffe stehen dabei. Umlaute stehen bei ihrem Grundbuchstaben, ein Artikel
    am Anfang zählt nicht. Jeder Buchstabe hat eine Sprungmarke, etwa #buchstabe-a.

    Args:
        ansicht: die Seite.
    """
    entries = stichwoerter(ansicht.bestand)
    letters = [
        (letter, letter_id(letter), list(group))
        for letter, group in groupby(entries, key=lambda s: initial(s.ablage))
    ]
    form_above = filter_for(
        ansicht, len(entries), "az", "Einträge", feld("art", "Art", (s.art for s in entries))
    )
    anker = ansicht.frei(id for _, id, _ in letters)
    return block(
        "a_bis_z",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        buchstaben=letters,
        filter=form_above,
    )
