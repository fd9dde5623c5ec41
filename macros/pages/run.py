"""Runs the macro calls of pages against the data, each once, for the check and for the site."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from macros.pages.language import Wortliste
from macros.pages.region_texts import text_html
from macros.pages.terms import Begriffe
from macros.views.ansicht import Ansicht
from macros.views.registry import REGISTRY, call

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from macros.model.bestand import Bestand
    from macros.views.ansicht import Baum
    from macros.views.registry import Fragment

_Key = tuple[str, tuple[object, ...], tuple[tuple[str, object], ...], Ansicht]


def wurzel_for(uri: str) -> str:
    """Return the relative way from a page's address to the site's root.

    Args:
        uri: path of the page below ``docs``: ``service/kontakte.md`` lies at
            ``service/kontakte/``, so its root is ``../../``.
    """
    folder, name = posixpath.split(uri)
    depth = folder.count("/") + 1 if folder else 0
    return "../" * (depth + (name != "index.md"))


class Makrolauf:
    """All macro calls of one run; equal calls on equal pages are carried out once.

    The check executes every call to find wrong ids, the site asks for the same calls again.
    """

    def __init__(
        self,
        bestand: Bestand,
        baum: Baum | None = None,
        gefroren: Callable[[str], bool] = lambda uri: False,
    ) -> None:
        """Prepare for all pages of one tree.

        Args:
            bestand: the region's data.
            baum: the published tree; None in an ordinary build.
            gefroren: tells which pages cannot be mended.
        """
        self.bestand = bestand
        self._baum = baum
        self._gefroren = gefroren
        self._done: dict[_Key, Fragment] = {}
        self._dateien: Mapping[str, int] = MappingProxyType({})

    def seite(self, uri: str) -> Seitenlauf:
        """Return the run over one page, from its first call on."""
        ansicht = Ansicht(
            self.bestand,
            wurzel_for(uri),
            baum=self._baum,
            gefroren=self._gefroren(uri),
            markdown=text_html,
            dateien=self._dateien,
        )
        return Seitenlauf(self, ansicht)

    @cached_property
    def begriffe(self) -> Begriffe:
        """The terms of the glossary, to be found in running text."""
        return Begriffe(self.bestand)

    @cached_property
    def woerter(self) -> Wortliste:
        """The words to avoid."""
        return Wortliste(self.bestand)

    def offer(self, dateien: Mapping[str, int]) -> None:
        """Tell which files the site offers that are made from its pages.

        Macros that list them have been carried out in the check, without their sizes; the build
        asks again.

        Args:
            dateien: size in bytes by path below the site's root.
        """
        self._dateien = MappingProxyType(dict(dateien))
        listing = {name for name, makro in REGISTRY.items() if makro.dateien}
        self._done = {key: done for key, done in self._done.items() if key[0] not in listing}

    def forget(self) -> None:
        """Forget what has been carried out, for data that has changed."""
        self._done.clear()

    def fragment(
        self, ansicht: Ansicht, name: str, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> Fragment:
        """Return what a call puts on a page.

        Raises:
            MakroFehler: the call cannot be carried out.
        """
        # Data and tree are the same for the whole run and cannot be hashed: the view stands
        # without them.
        place = replace(ansicht, bestand=None, baum=None, dateien=None)  # type: ignore[arg-type]
        key = (name, tuple(args), tuple(sorted(kwargs.items())), place)
        if key not in self._done:
            self._done[key] = call(ansicht, name, args, kwargs)
        return self._done[key]


class Seitenlauf:
    """The calls of one page in their order; a later fragment knows the ids of the earlier ones.

    Attributes:
        fragments: what the calls have given so far.
    """

    def __init__(self, lauf: Makrolauf, ansicht: Ansicht) -> None:
        self._lauf = lauf
        self._ansicht = ansicht
        self.fragments: list[Fragment] = []

    @property
    def ansicht(self) -> Ansicht:
        """The view for what comes next on the page."""
        return self._ansicht

    def call(self, name: str, args: Sequence[object], kwargs: Mapping[str, object]) -> Fragment:
        """Carry out the next call of the page.

        Raises:
            MakroFehler: the call cannot be carried out.
        """
        fragment = self._lauf.fragment(self._ansicht, name, args, kwargs)
        self._ansicht = self._ansicht.nach(fragment.anker)
        self.fragments.append(fragment)
        return fragment
