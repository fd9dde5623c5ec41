"""What a comparison consists of: changes, each with the places where old and new text differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from macros.compare.kinds import ARTEN
from macros.compare.words import marked

if TYPE_CHECKING:
    from macros.compare.kinds import Art
    from macros.compare.words import Stueck


class Gegenstand(StrEnum):
    """What a change is about."""

    STANDARD = "standard"
    KAPITEL = "kapitel"
    ABSCHNITT = "abschnitt"
    BEGRIFF = "begriff"
    EINTRAG = "eintrag"


@dataclass(frozen=True)
class Stelle:
    """A place where two wordings differ.

    Attributes:
        alt: the older text; empty where there was none.
        neu: the newer text; empty where there is none.
        art: the kind of this place alone.
        grund: one sentence or more: what the rule saw; may be empty.
        feld: part of a standard: Anforderung, Nachweis; else empty.
        von: where the text stood before it was moved; else empty.
    """

    alt: str
    neu: str
    art: Art
    grund: str = ""
    feld: str = ""
    von: str = ""

    @cached_property
    def stuecke(self) -> tuple[tuple[Stueck, ...], tuple[Stueck, ...]]:
        """Both texts in pieces, with what differs marked word by word."""
        return marked(self.alt, self.neu)


@dataclass(frozen=True)
class Aenderung:
    """A change of one standard, chapter, section, entry of a list, or term.

    Attributes:
        gegenstand: what it is about.
        kennung: permanent name: ``qs-s-04``, ``aufgaben/beratung.md``, id of the term.
        titel: what it is called: number and title, heading.
        kapitel: title of the chapter it is or stands in, name of the list of an entry; else
            empty.
        art: the kind.
        grund: German sentences: what exactly has changed; may be empty.
        zu_tun: one German sentence: what a school has to do.
        handeln: whether that is anything at all.
        stellen: where the texts differ.
        teile: headings of a new, retired or rewritten chapter.
        begruendung: why it was decided, where the data says so; else empty.
    """

    gegenstand: Gegenstand
    kennung: str
    titel: str
    art: Art
    zu_tun: str
    handeln: bool
    kapitel: str = ""
    grund: str = ""
    stellen: tuple[Stelle, ...] = ()
    teile: tuple[str, ...] = ()
    begruendung: str = ""

    @property
    def ort(self) -> str:
        """What it is called away from its chapter: the chapter stands before the section."""
        if self.gegenstand is Gegenstand.ABSCHNITT:
            return f"{self.kapitel}, Abschnitt „{self.titel}“"
        return self.titel


@dataclass(frozen=True)
class Vergleich:
    """What has changed from one wording to another.

    Attributes:
        alt: name of the older one.
        neu: name of the newer one.
        aenderungen: standards, then chapters in the order of the menu, lists, terms.
    """

    alt: str
    neu: str
    aenderungen: tuple[Aenderung, ...]

    def von(self, *gegenstaende: Gegenstand) -> tuple[Aenderung, ...]:
        """Return the changes of one or more sorts of things, in order."""
        return tuple(a for a in self.aenderungen if a.gegenstand in gegenstaende)

    @cached_property
    def zahlen(self) -> dict[Art, int]:
        """How many changes of standards and chapters there are of each kind that occurs."""
        counted = self.von(Gegenstand.STANDARD, Gegenstand.KAPITEL, Gegenstand.ABSCHNITT)
        found = {art: sum(a.art is art for a in counted) for art in ARTEN}
        return {art: count for art, count in found.items() if count}
