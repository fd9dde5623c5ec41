"""The list of all macros: their names, what they take, and how they are called."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from macros.model.nearest import nearest
from macros.views.errors import MakroFehler, UnbekannteKennung
from macros.views.frozen import unavailable, with_day
from macros.views.templating import Fragment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from macros.views.ansicht import Ansicht

__all__ = ["REGISTRY", "Fragment", "Makro", "Parameter", "call", "makro"]

P = ParamSpec("P")


@dataclass(frozen=True)
class Parameter:
    """What a macro takes.

    Attributes:
        name: as it is written in a call.
        default: what holds when it is left out; None: it must be given.
        beschreibung: German, from the docstring.
    """

    name: str
    default: str | None
    beschreibung: str

    @property
    def pflicht(self) -> bool:
        """Whether a call must give it."""
        return self.default is None


@dataclass(frozen=True)
class Makro:
    """A macro.

    Attributes:
        name: as it is written in a call.
        function: takes the view and texts, returns the fragment.
        inline: whether it stands in running text or alone on its line.
        beispiel: a call as an author would write it, without braces.
        zweck: what it shows, German, from the docstring.
        parameters: in the order in which a call gives them.
        seite: page that shows the result, where an example would fill the help page; else empty.
        live: whether the result comes from today's data. Frozen is what comes with the Fassung:
            standards and terms; the wording of a Fassung is proved without what is live.
        gegenstand: what a frozen page calls a thing that the data no longer has.
        dateien: whether the result lists files that are made from the pages.
    """

    name: str
    function: Callable[..., Fragment]
    inline: bool
    beispiel: str
    zweck: str
    parameters: tuple[Parameter, ...]
    seite: str
    live: bool
    gegenstand: str
    dateien: bool = False


REGISTRY: Final[dict[str, Makro]] = {}


def makro(
    *,
    inline: bool,
    beispiel: str,
    seite: str = "",
    live: bool = False,
    gegenstand: str = "Angabe",
    dateien: bool = False,
) -> Callable[
    [Callable[Concatenate[Ansicht, P], Fragment]], Callable[Concatenate[Ansicht, P], Fragment]
]:
    """Register a function as a macro under its own name.

    Its first parameter is the view, all others are texts. Its docstring is German: authors read
    it on the help page, the first paragraph as the purpose, each entry under ``Args:`` as the
    description of a parameter.

    Args:
        inline: whether the result stands in running text.
        beispiel: a call for the help page. Ids that a region does not have are replaced there.
        seite: the page that shows the result, for macros that fill a page of their own or write
            headings ``h2``, which would break the outline of the help page.
        live: whether the result comes from today's data, not from the wording of the Fassung.
        gegenstand: what a frozen page calls a thing that the data no longer has.
        dateien: whether the result lists files that are made from the pages; they are known only
            once all pages have been checked.
    """

    def register(
        function: Callable[Concatenate[Ansicht, P], Fragment],
    ) -> Callable[Concatenate[Ansicht, P], Fragment]:
        name = function.__name__
        if name in REGISTRY:
            raise ValueError(f"Makro {name} gibt es schon")
        zweck, descriptions = _documentation(inspect.getdoc(function) or "")
        taken = list(inspect.signature(function).parameters.values())[1:]
        parameters = tuple(
            Parameter(
                p.name,
                None if p.default is inspect.Parameter.empty else str(p.default),
                descriptions.get(p.name, ""),
            )
            for p in taken
        )
        REGISTRY[name] = Makro(
            name, function, inline, beispiel, zweck, parameters, seite, live, gegenstand, dateien
        )
        return function

    return register


def _documentation(docstring: str) -> tuple[str, dict[str, str]]:
    """Split a docstring into its first paragraphs and the descriptions under ``Args:``."""
    purpose, _, arguments = docstring.partition("\nArgs:\n")
    descriptions: dict[str, str] = {}
    for line in arguments.splitlines():
        entry = re.match(r" {4}(\w+): (.*)", line)
        if entry:
            name, descriptions[entry[1]] = entry[1], entry[2].strip()
        elif line.strip():
            descriptions[name] += f" {line.strip()}"
    return re.sub(r"\s*\n(?!\n)\s*", " ", purpose.strip()), descriptions


def call(
    ansicht: Ansicht, name: str, args: Sequence[object], kwargs: Mapping[str, object]
) -> Fragment:
    """Call a macro as it is written on a page.

    Args:
        ansicht: the view of the page.
        name: name of the macro.
        args: constants given by position.
        kwargs: constants given by name.

    Raises:
        MakroFehler: unknown macro, wrong number or kind of arguments, unknown id or value. On a
            frozen page an id that has gone from today's data is no error: nobody can mend the
            page, and data must be free to go.
    """
    found = REGISTRY.get(name)
    if found is None:
        guess = nearest(name, REGISTRY)
        question = f" Meinten Sie „{guess}“?" if guess else ""
        raise MakroFehler(
            f"Ein Makro „{name}“ gibt es nicht.{question}",
            REGISTRY[guess].beispiel if guess else f"Es gibt: {', '.join(sorted(REGISTRY))}.",
        )
    bound = _bound(found, args, kwargs)
    try:
        fragment = found.function(ansicht, **bound)
    except UnbekannteKennung:
        if not (found.live and ansicht.gefroren):
            raise
        fragment = unavailable(ansicht, found)
    return with_day(ansicht, fragment) if found.live and ansicht.abgeloest else fragment


def _bound(found: Makro, args: Sequence[object], kwargs: Mapping[str, object]) -> dict[str, str]:
    """Return the arguments by name, each a text."""
    names = [p.name for p in found.parameters]
    if len(args) > len(names):
        raise _wrong(found, f"nimmt {_count(len(names))}, angegeben sind {len(args)}")
    given = dict(zip(names, args, strict=False))
    for key, value in kwargs.items():
        if key not in names:
            guess = nearest(key, names)
            question = f". Meinten Sie „{guess}“?" if guess else ""
            raise _wrong(found, f"kennt die Angabe „{key}“ nicht{question}")
        if key in given:
            raise _wrong(found, f"hat die Angabe „{key}“ zweimal bekommen")
        given[key] = value
    for parameter in found.parameters:
        if parameter.pflicht and parameter.name not in given:
            raise _wrong(found, f"braucht die Angabe „{parameter.name}“")
    texts = {key: value for key, value in given.items() if isinstance(value, str)}
    for key in given:
        if key not in texts:
            raise _wrong(found, f"erwartet bei „{key}“ einen Text in Anführungszeichen")
    return texts


def _count(number: int) -> str:
    words = {0: "keine Angaben", 1: "eine Angabe", 2: "zwei Angaben", 3: "drei Angaben"}
    return f"höchstens {words[number]}" if number else words[0]


def _wrong(found: Makro, what: str) -> MakroFehler:
    end = "" if what.endswith("?") else "."
    return MakroFehler(f"Das Makro „{found.name}“ {what}{end}", found.beispiel)
