"""What a macro may know: the data and where its page stands in the site."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from markupsafe import Markup

    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung


@dataclass(frozen=True)
class Baum:
    """The published tree a page stands in, where there is one per Fassung.

    Attributes:
        fassung: the Fassung of the tree; None: the draft.
        abgeloest: whether a newer Fassung is in force; such a tree holds chapters only.
        weg: turns an address of today's site into the way from the tree's root to where that
            page is: under an older name, or in the tree with the live pages.
    """

    fassung: Fassung | None
    abgeloest: bool
    weg: Callable[[str], str]


def _as_text(text: str, ansicht: Ansicht) -> tuple[Markup, frozenset[str]]:
    return escape(text), frozenset()


@dataclass(frozen=True)
class Ansicht:
    """The view of one page on the data.

    Attributes:
        bestand: the checked records of the region.
        wurzel: relative way from the page to the site's root, ``""`` or ``"../../"``.
        ebene: level of the highest heading a fragment writes; 2, because 1 is the page's.
        vergeben: ids that stand on the page already. Who puts several fragments on one page
            passes each the ids of those before it (:meth:`nach`), so that no id comes twice.
        baum: the published tree; None in an ordinary build, which has but one.
        gefroren: whether the page's text was decided with the Fassung and cannot be mended.
        wortlaut: whether only what was decided is wanted, for the proof of the wording: nothing
            that depends on the day or on the region's Land.
        dateien: size of each file that is made from the pages, by path; empty in the check.
        markdown: makes harmless HTML of Markdown, for the page; tells the ids in it, too.
    """

    bestand: Bestand
    wurzel: str
    ebene: int = 2
    vergeben: frozenset[str] = frozenset()
    baum: Baum | None = None
    gefroren: bool = False
    wortlaut: bool = False
    dateien: Mapping[str, int] = field(default_factory=dict)
    markdown: Callable[[str, Ansicht], tuple[Markup, frozenset[str]]] = _as_text

    @property
    def stichtag(self) -> date:
        """The day for which the data is shown."""
        return self.bestand.stichtag

    @property
    def fassung(self) -> Fassung | None:
        """The Fassung the page belongs to; None: a draft."""
        return self.baum.fassung if self.baum else self.bestand.fassung()

    @property
    def abgeloest(self) -> bool:
        """Whether the page's text was decided long ago while its data is of today."""
        return self.gefroren and self.baum is not None and self.baum.abgeloest

    def link(self, ziel: str) -> str:
        """Return the relative address of a place in the site.

        Args:
            ziel: path from the site's root with a slash at its end, and perhaps an anchor:
                ``service/kontakte/#koordination``.
        """
        return f"{self.wurzel}{self.baum.weg(ziel) if self.baum else ziel}" or "./"

    def frei(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those ids that a fragment may still give to its elements."""
        return frozenset(ids) - self.vergeben

    def nach(self, anker: frozenset[str]) -> Self:
        """Return the view for the next fragment on the page, after one with these ids."""
        return replace(self, vergeben=self.vergeben | anker) if anker else self

    def darunter(self) -> Self:
        """Return the view for a fragment that stands below a heading of this one."""
        return replace(self, ebene=self.ebene + 1)
