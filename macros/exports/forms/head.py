"""What every paper says of itself: the region, the Fassung it follows, whether it is official."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.german import date_text
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung


@dataclass(frozen=True)
class Kopf:
    """The head of a paper.

    Attributes:
        region: „im Musterkreis“.
        herausgeber: who publishes.
        fassung: name of the Fassung; empty: the draft.
        stand: Fassung and decision, or that it is a draft.
        adresse: address of the website without a slash at its end.
        vorfuehrung: whether this is a demonstration.
    """

    region: str
    herausgeber: str
    fassung: str
    stand: str
    adresse: str
    vorfuehrung: bool

    @property
    def kurz(self) -> str:
        """„Fassung 2026.1“ or „Entwurf“."""
        return f"Fassung {self.fassung}" if self.fassung else "Entwurf"

    @property
    def fuss(self) -> str:
        """The line at the foot of each page."""
        demo = " · Vorführung, keine amtliche Ausgabe" if self.vorfuehrung else ""
        return f"Rahmenkonzept Schulsozialarbeit {self.region}{demo}"


def head_of(bestand: Bestand, fassung: Fassung | None) -> Kopf:
    """Return the head of all papers of a region.

    Args:
        bestand: the region's data.
        fassung: the Fassung that the papers follow; None: the draft.
    """
    region = bestand.region
    stand = "Entwurf, noch nicht beschlossen"
    if fassung is not None:
        stand = f"Fassung {fassung.name}, beschlossen am {date_text(fassung.beschlossen_am)}"
    return Kopf(
        region=region.im_satz,
        herausgeber=region.anbieter.name,
        fassung=fassung.name if fassung else "",
        stand=stand,
        adresse=region.adresse.rstrip("/"),
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
    )
