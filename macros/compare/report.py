"""A comparison in the order in which it is read: summary, what to do, standards, chapters, terms.

Page, Markdown, command line and Synopse all tell the same; here is what they tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from macros.compare.changes import Gegenstand
from macros.compare.kinds import ARTEN, ENTFALLEN, GEAENDERT, NEU, REDAKTIONELL, VERSCHOBEN
from macros.model.german import date_text
from macros.model.wordings import ENTWURF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.compare.changes import Aenderung, Vergleich
    from macros.compare.kinds import Art
    from macros.model.records.region import Fassung

_WORDS: Final = (
    "kein", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwölf",
)  # fmt: skip
_SAID: Final = {GEAENDERT: "inhaltlich geändert", REDAKTIONELL: "redaktionell geändert"}


@dataclass(frozen=True)
class Sache:
    """A sort of thing that changes, as it is spoken of.

    Attributes:
        einzahl: one of them.
        mehrzahl: several.
        eins: the word for one of them without its name: „einer“, „eines“.
    """

    einzahl: str
    mehrzahl: str
    eins: str


SACHEN: Final = {
    Gegenstand.STANDARD: Sache("Standard", "Standards", "einer"),
    Gegenstand.KAPITEL: Sache("Kapitel", "Kapitel", "eines"),
    Gegenstand.ABSCHNITT: Sache("Abschnitt", "Abschnitte", "einer"),
    Gegenstand.EINTRAG: Sache("Eintrag", "Einträge", "einer"),
    Gegenstand.BEGRIFF: Sache("Begriff", "Begriffe", "einer"),
}


@dataclass(frozen=True)
class Zeile:
    """A row of the summary.

    Attributes:
        art: the kind.
        standards: how many standards.
        texte: how many chapters and sections.
    """

    art: Art
    standards: int
    texte: int


@dataclass(frozen=True)
class Auftrag:
    """What a school has to do, and where.

    Attributes:
        satz: what is to be done.
        aenderungen: the changes that ask for it.
    """

    satz: str
    aenderungen: tuple[Aenderung, ...]


@dataclass(frozen=True)
class Kapitelblock:
    """The changes within one chapter.

    Attributes:
        titel: the chapter.
        aenderungen: what has changed in it.
    """

    titel: str
    aenderungen: tuple[Aenderung, ...]


def called(name: str) -> str:
    """Return how a wording is called: „Fassung 2026.1“, „Entwurf“."""
    return "Entwurf" if name == ENTWURF else f"Fassung {name}"


@dataclass(frozen=True)
class Bericht:
    """A comparison, ready to be told.

    Attributes:
        vergleich: what has changed.
        fassung: the newer Fassung with its decision; None for the draft.
        gilt: the Fassung in force today; None where there is none.
    """

    vergleich: Vergleich
    fassung: Fassung | None = None
    gilt: Fassung | None = None

    @property
    def titel(self) -> str:
        """The title: „Von Fassung 2025.1 zu Fassung 2025.2“."""
        if self.vergleich.neu == ENTWURF:
            return f"Von {called(self.vergleich.alt)} zum Entwurf"
        return f"Von {called(self.vergleich.alt)} zu {called(self.vergleich.neu)}"

    @property
    def leer(self) -> bool:
        """Whether nothing has changed."""
        return not self.vergleich.aenderungen

    @cached_property
    def einleitung(self) -> tuple[str, ...]:
        """Who decided, and what has changed, in a few sentences."""
        return (self._decided(), *self._counted())

    def _decided(self) -> str:
        if self.fassung is None:
            said = "Der Entwurf ist noch nicht beschlossen."
            if self.gilt is None:
                return said
            return f"{said} Bis zu einem Beschluss gilt die {called(self.gilt.name)}."
        day, start = date_text(self.fassung.beschlossen_am), date_text(self.fassung.gueltig_ab)
        return (
            f"Die {called(self.fassung.name)} wurde am {day} beschlossen "
            f"({self.fassung.beschlossen_von}). Sie gilt ab dem {start}."
        )

    def _counted(self) -> tuple[str, ...]:
        if self.leer:
            return ("Beide Texte sind gleich.",)
        told = (
            _told(self.vergleich.von(Gegenstand.STANDARD), Gegenstand.STANDARD),
            _told(self.vergleich.von(Gegenstand.KAPITEL), Gegenstand.KAPITEL),
            _told(self.vergleich.von(Gegenstand.ABSCHNITT), Gegenstand.ABSCHNITT),
            _told(self.vergleich.von(Gegenstand.EINTRAG), Gegenstand.EINTRAG, "In den Listen"),
            _told(self.vergleich.von(Gegenstand.BEGRIFF), Gegenstand.BEGRIFF, "Im Glossar"),
        )
        return tuple(sentence for sentence in told if sentence)

    @cached_property
    def zeilen(self) -> tuple[Zeile, ...]:
        """The summary: each kind that occurs, with the number of standards and texts."""
        standards = self.vergleich.von(Gegenstand.STANDARD)
        texte = self.vergleich.von(Gegenstand.KAPITEL, Gegenstand.ABSCHNITT)
        return tuple(
            Zeile(art, _count(standards, art), _count(texte, art))
            for art in ARTEN
            if _count((*standards, *texte), art)
        )

    @cached_property
    def auftraege(self) -> tuple[Auftrag, ...]:
        """What a school has to do, equal sentences together; standards come first."""
        found: dict[str, list[Aenderung]] = {}
        for aenderung in self.vergleich.aenderungen:
            if aenderung.handeln:
                found.setdefault(aenderung.zu_tun, []).append(aenderung)
        return tuple(Auftrag(satz, tuple(changes)) for satz, changes in found.items())

    @cached_property
    def standards(self) -> tuple[Aenderung, ...]:
        """The standards whose old and new text is worth showing."""
        return tuple(a for a in self.vergleich.von(Gegenstand.STANDARD) if not _quiet(a))

    @cached_property
    def erlaeutert(self) -> tuple[tuple[str, tuple[Aenderung, ...]], ...]:
        """The standards that have only got explanations, those with the same ones together."""
        found: dict[str, list[Aenderung]] = {}
        for aenderung in self.vergleich.von(Gegenstand.STANDARD):
            if _quiet(aenderung):
                found.setdefault(aenderung.grund, []).append(aenderung)
        return tuple((grund, tuple(changes)) for grund, changes in found.items())

    @cached_property
    def neue_kapitel(self) -> tuple[Aenderung, ...]:
        """The chapters that came along, in the order of the menu."""
        return tuple(a for a in self.vergleich.von(Gegenstand.KAPITEL) if a.art is NEU)

    @cached_property
    def entfallene_kapitel(self) -> tuple[Aenderung, ...]:
        """The chapters that are gone."""
        return tuple(a for a in self.vergleich.von(Gegenstand.KAPITEL) if a.art is ENTFALLEN)

    @cached_property
    def kapitel(self) -> tuple[Kapitelblock, ...]:
        """The changes within chapters, chapter by chapter."""
        found: dict[str, list[Aenderung]] = {}
        for aenderung in self.vergleich.von(Gegenstand.KAPITEL, Gegenstand.ABSCHNITT):
            whole = aenderung.gegenstand is Gegenstand.KAPITEL
            if not (whole and aenderung.art in (NEU, ENTFALLEN)):
                found.setdefault(aenderung.kapitel, []).append(aenderung)
        return tuple(Kapitelblock(titel, tuple(changes)) for titel, changes in found.items())

    @cached_property
    def listen(self) -> tuple[Kapitelblock, ...]:
        """The changes of lists such as the norms, list by list."""
        found: dict[str, list[Aenderung]] = {}
        for aenderung in self.vergleich.von(Gegenstand.EINTRAG):
            found.setdefault(aenderung.kapitel, []).append(aenderung)
        return tuple(Kapitelblock(name, tuple(changes)) for name, changes in found.items())

    @property
    def neue_begriffe(self) -> tuple[Aenderung, ...]:
        """The terms that the glossary explains for the first time."""
        return tuple(a for a in self.vergleich.von(Gegenstand.BEGRIFF) if a.art is NEU)

    @property
    def begriffe(self) -> tuple[Aenderung, ...]:
        """The terms that are explained differently, or no longer."""
        return tuple(a for a in self.vergleich.von(Gegenstand.BEGRIFF) if a.art is not NEU)


def _quiet(aenderung: Aenderung) -> bool:
    return aenderung.art in (REDAKTIONELL, VERSCHOBEN) and not aenderung.stellen


def _count(aenderungen: Iterable[Aenderung], art: Art) -> int:
    return sum(aenderung.art is art for aenderung in aenderungen)


def number(count: int) -> str:
    """Return a number for a sentence: small ones as words."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def _told(aenderungen: Sequence[Aenderung], gegenstand: Gegenstand, where: str = "") -> str:
    """Return one sentence, such as „Drei Standards sind neu und einer ist verschärft“."""
    sache = SACHEN[gegenstand]
    parts: list[str] = []
    for art in ARTEN:
        count = _count(aenderungen, art)
        if not count:
            continue
        verb = "ist" if count == 1 else "sind"
        if parts:
            who = sache.eins if count == 1 else number(count)
        else:
            who = f"{number(count)} {sache.einzahl if count == 1 else sache.mehrzahl}"
        # „Im Glossar sind fünf Begriffe neu“: the verb stands second.
        first = where and not parts
        parts.append(
            f"{verb} {who} {_SAID.get(art, art.name)}" if first
            else f"{who} {verb} {_SAID.get(art, art.name)}"
        )  # fmt: skip
    if not parts:
        return ""
    text = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} und {parts[-1]}"
    text = f"{where} {text}" if where else text
    return f"{text[0].upper()}{text[1:]}."
