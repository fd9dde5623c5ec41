"""What the theme's templates know about the region: one object, ``config.extra.rahmen``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records import Kontakt, Region
    from macros.model.records.region import Datenquelle, Fassung


@dataclass(frozen=True)
class Rahmen:
    """The region as the theme sees it.

    Attributes:
        region: the region's record.
        fassung: the Fassung in force; None: everything is a draft.
        stichtag: the day for which the site is built.
        vorfuehrung: whether this is a demonstration.
        koordination: the office that publishes.
        kinderschutz: contacts that stand on every page.
        quellen: sources whose licence demands a line.
        vorschau: whether the site is being served for authors.
    """

    region: Region
    fassung: Fassung | None
    stichtag: date
    vorfuehrung: bool
    koordination: Kontakt
    kinderschutz: tuple[Kontakt, ...]
    quellen: tuple[Datenquelle, ...]
    vorschau: bool


def rahmen_for(bestand: Bestand, *, vorschau: bool) -> Rahmen:
    """Return the theme's view of a region."""
    region = bestand.region
    return Rahmen(
        region=region,
        fassung=bestand.fassung(),
        stichtag=bestand.stichtag,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        koordination=region.koordinierungsstelle.ziel,
        kinderschutz=tuple(verweis.ziel for verweis in region.kinderschutz),
        quellen=region.quellen,
        vorschau=vorschau,
    )
