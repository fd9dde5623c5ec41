"""What stands at the end of a page: its sources and day, neighbours, and terms explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from macros.model.records import Begriff, Quelle
    from macros.views.ansicht import Ansicht


@dataclass(frozen=True)
class Nachbarseite:
    """A page to go on with.

    Attributes:
        titel: as its front matter says.
        adresse: from the root of the site.
    """

    titel: str
    adresse: str


@dataclass(frozen=True)
class Begriffseintrag:
    """A term that the page uses.

    Attributes:
        begriff: the term.
        stelle: anchor of its first use, to come back; empty where the page links to the glossary.
    """

    begriff: Begriff
    stelle: str


def kapitelfuss(
    ansicht: Ansicht,
    *,
    quellen: Sequence[Quelle],
    stand: date | None,
    siehe: Sequence[Nachbarseite],
    begriffe: Sequence[Begriffseintrag],
) -> Fragment:
    """Return the foot of a page.

    Args:
        ansicht: the view of the page.
        quellen: the sources it names.
        stand: the day of its text.
        siehe: pages that go with it.
        begriffe: the terms it uses, sorted.
    """
    return block(
        "kapitelfuss",
        ansicht.frei(f"begriff-{eintrag.begriff.id}" for eintrag in begriffe),
        ansicht=ansicht,
        quellen=quellen,
        stand=stand,
        siehe=siehe,
        begriffe=begriffe,
    )
