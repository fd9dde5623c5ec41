"""Macros that order schools and offers in other ways: short lists of links under headings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import unique
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from macros.exports.public import public_value
from macros.model.records import Organisation, Schulform, Thema
from macros.model.records.katalog import Schulstufe
from macros.model.values import Auswahl
from macros.views.errors import MakroFehler
from macros.views.formats import sort_key
from macros.views.lookup import choice
from macros.views.registry import makro
from macros.views.schools import NOT_REPORTED, schulzeile, sorted_schools
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.model.bestand import Bestand
    from macros.model.records import Schule
    from macros.model.records.organisation import Angebot
    from macros.views.ansicht import Ansicht

M = TypeVar("M", bound=Auswahl)

NO_AREA: Final = "Ohne eigenen Sozialraum"
# Stages of growing up as schools and youth welfare divide them; the last ends with the age below
# which § 7 SGB VIII speaks of young people.
AGE_GROUPS: Final = ((0, 5), (6, 9), (10, 13), (14, 17), (18, 26))


@unique
class Schulmerkmal(Auswahl):
    """What schools are ordered by."""

    SCHULFORM = "schulform", "Schulform"
    SCHULSTUFE = "schulstufe", "Schulstufe"
    ANSTELLUNGSTRAEGER = "anstellungstraeger", "Anstellungsträger"


@unique
class Angebotsmerkmal(Auswahl):
    """What offers are ordered by."""

    THEMA = "thema", "Thema"
    ALTER = "alter", "Alter"
    SOZIALRAUM = "sozialraum", "Sozialraum"


@dataclass(frozen=True)
class Angebotszeile:
    """An organisation, and those of its offers that belong into a group."""

    organisation: Organisation
    angebote: tuple[Angebot, ...]


@makro(
    inline=False,
    beispiel='schulen_nach("schulform")',
    seite="service/schulen-anders-geordnet/",
    live=True,
)
def schulen_nach(ansicht: Ansicht, merkmal: str) -> Fragment:
    """Listet alle Schulen nach Schulform, Schulstufe oder Anstellungsträger mit Links.

    Args:
        ansicht: die Seite.
        merkmal: Wonach geordnet wird: schulform, schulstufe oder anstellungstraeger.
    """
    wanted = _wanted(Schulmerkmal, merkmal)
    found = _SCHOOL_GROUPS[wanted](ansicht.bestand)
    return block("schulen_nach", ansicht=ansicht, gruppen=[g for g in found if g[1]])


@makro(
    inline=False,
    beispiel='angebote_nach("thema")',
    seite="service/netzwerk-anders-geordnet/",
    live=True,
)
def angebote_nach(ansicht: Ansicht, merkmal: str) -> Fragment:
    """Listet die Einrichtungen mit ihren Angeboten nach Thema, Alter oder Sozialraum mit Links.

    Args:
        ansicht: die Seite.
        merkmal: Wonach geordnet wird: thema, alter oder sozialraum.
    """
    wanted = _wanted(Angebotsmerkmal, merkmal)
    found = _OFFER_GROUPS[wanted](_offering(ansicht.bestand), ansicht.bestand)
    return block("angebote_nach", ansicht=ansicht, gruppen=[g for g in found if g[1]])


def _wanted(typ: type[M], merkmal: str) -> M:
    found = choice(typ, merkmal)
    if found is None:
        raise MakroFehler(
            "Hier fehlt, wonach geordnet wird.", f"Erlaubt: {', '.join(m.value for m in typ)}."
        )
    return found


def _schools_by_form(bestand: Bestand) -> Iterable[tuple[str, list[Schule]]]:
    schools = sorted_schools(bestand)
    for form in sorted(bestand.alle(Schulform), key=lambda f: sort_key(f.name)):
        yield form.name, [s for s in schools if s.schulform.id == form.id]


def _schools_by_stage(bestand: Bestand) -> Iterable[tuple[str, list[Schule]]]:
    schools = sorted_schools(bestand)
    for stufe in Schulstufe:
        yield stufe.label, [s for s in schools if stufe in s.schulform.ziel.stufen]


def _schools_by_employer(bestand: Bestand) -> Iterable[tuple[str, list[Schule]]]:
    groups: dict[str, list[Schule]] = {}
    for schule in sorted_schools(bestand):
        for name in schulzeile(bestand, schule).traeger:
            groups.setdefault(name, []).append(schule)
    # Schools that nobody has reported on come after those with a name.
    yield from sorted(groups.items(), key=lambda g: (g[0] == NOT_REPORTED, sort_key(g[0])))


_SCHOOL_GROUPS: Final[
    dict[Schulmerkmal, Callable[[Bestand], Iterable[tuple[str, list[Schule]]]]]
] = {
    Schulmerkmal.SCHULFORM: _schools_by_form,
    Schulmerkmal.SCHULSTUFE: _schools_by_stage,
    Schulmerkmal.ANSTELLUNGSTRAEGER: _schools_by_employer,
}


def _offering(bestand: Bestand) -> list[Organisation]:
    """Return the organisations that offer something, by name."""
    return sorted(
        (o for o in bestand.alle(Organisation) if o.angebote), key=lambda o: sort_key(o.name)
    )


def _is_about(thema: str, angebot: Angebot) -> bool:
    return any(topic.id == thema for topic in angebot.themen)


def _offers_by_topic(
    offering: list[Organisation], bestand: Bestand
) -> Iterable[tuple[str, list[Angebotszeile]]]:
    for thema in bestand.alle(Thema):
        yield (
            thema.name,
            _having(offering, partial(_is_about, thema.id)),
        )


def _offers_by_age(
    offering: list[Organisation], bestand: Bestand
) -> Iterable[tuple[str, list[Angebotszeile]]]:
    del bestand
    for von, bis in AGE_GROUPS:
        yield (
            f"{von} bis {bis} Jahre" if von else f"Bis {bis} Jahre",
            _having(offering, partial(_meets, von=von, bis=bis)),
        )
    yield "Ohne Altersgrenze", _having(offering, lambda a: a.alter_von is a.alter_bis is None)


def _meets(angebot: Angebot, von: int, bis: int) -> bool:
    """Tell whether an offer with a limit of age is there for some of these years."""
    if angebot.alter_von is angebot.alter_bis is None:
        return False
    last = AGE_GROUPS[-1][1] if angebot.alter_bis is None else angebot.alter_bis
    return (angebot.alter_von or 0) <= bis and von <= last


def _offers_by_area(
    offering: list[Organisation], bestand: Bestand
) -> Iterable[tuple[str, list[Angebotszeile]]]:
    del bestand
    groups: dict[str, list[Angebotszeile]] = {}
    for o in offering:
        area = public_value(o, "sozialraum") or NO_AREA
        groups.setdefault(area, []).append(Angebotszeile(o, o.angebote))
    yield from sorted(groups.items(), key=lambda g: (g[0] == NO_AREA, sort_key(g[0])))


def _having(offering: list[Organisation], fits: Callable[[Angebot], bool]) -> list[Angebotszeile]:
    found = (Angebotszeile(o, tuple(a for a in o.angebote if fits(a))) for o in offering)
    return [row for row in found if row.angebote]


_OFFER_GROUPS: Final[
    dict[
        Angebotsmerkmal,
        Callable[[list[Organisation], Bestand], Iterable[tuple[str, list[Angebotszeile]]]],
    ]
] = {
    Angebotsmerkmal.THEMA: _offers_by_topic,
    Angebotsmerkmal.ALTER: _offers_by_age,
    Angebotsmerkmal.SOZIALRAUM: _offers_by_area,
}
