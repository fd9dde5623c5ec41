"""The wording of Fassungen as plain data, so that two of them can be compared without their files.

Nothing here reads: :mod:`macros.compare.reading` makes these objects from files, and the Bestand
carries them to the pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.records.katalog import Begriff, Standard

ENTWURF: Final = "entwurf"


@dataclass(frozen=True)
class Abschnitt:
    """A part of a page under one heading.

    Attributes:
        titel: the heading; empty for what stands before the first one.
        bloecke: paragraphs, list items, rows of tables, without any markup.
        ebene: level of the heading; 1 for what stands before the first one.
    """

    titel: str
    bloecke: tuple[str, ...]
    ebene: int = 2


@dataclass(frozen=True)
class Kapitel:
    """A page of the wording.

    Attributes:
        uri: its path below ``docs``.
        titel: its title.
        nummer: its number in the outline; empty in early Fassungen.
        bindung: how binding it is: verbindlich, anzupassen, information; empty in early Fassungen.
        abschnitte: its parts in order.
    """

    uri: str
    titel: str
    nummer: str
    bindung: str
    abschnitte: tuple[Abschnitt, ...]


@dataclass(frozen=True)
class Eintrag:
    """An entry of a list that was decided with the wording, such as a norm.

    Attributes:
        titel: what it is called.
        felder: name and text of each part that readers see.
        titel_ist_inhalt: whether other words in the title say something else, as with a task.
    """

    titel: str
    felder: tuple[tuple[str, str], ...]
    titel_ist_inhalt: bool = False


@dataclass(frozen=True, eq=False)
class Wortlaut:
    """What one Fassung, or the draft, says.

    Attributes:
        name: ``2026.1``, or ``entwurf`` for the draft.
        standards: by id, in file order.
        begriffe: the terms of the glossary by id, in file order.
        kapitel: the pages by their path below ``docs``, in the order of the menu.
        listen: the entries of other lists by id, by the list's German name.
    """

    name: str
    standards: Mapping[str, Standard]
    begriffe: Mapping[str, Begriff]
    kapitel: Mapping[str, Kapitel]
    listen: Mapping[str, Mapping[str, Eintrag]] = field(default_factory=dict)

    @property
    def ist_entwurf(self) -> bool:
        """Whether no body has decided it yet."""
        return self.name == ENTWURF


@dataclass(frozen=True, eq=False)
class Wortlaute:
    """All wordings that can be read here.

    Attributes:
        staende: Fassungen from the earliest to the latest, the draft last.
        umbenannt: old path of a page below ``docs`` → new path, over all times.
    """

    staende: tuple[Wortlaut, ...] = ()
    umbenannt: Mapping[str, str] = field(default_factory=dict)

    def finde(self, name: str) -> Wortlaut | None:
        """Return the wording with this name, or None."""
        return next((w for w in self.staende if w.name == name), None)

    @property
    def fassungen(self) -> tuple[Wortlaut, ...]:
        """The decided ones, from the earliest to the latest."""
        return tuple(w for w in self.staende if not w.ist_entwurf)
