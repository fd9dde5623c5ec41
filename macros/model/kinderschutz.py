"""Whom to call when a child may be in danger: the page, the sheet and the file say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.reachable import Erreichbar, erreichbar
from macros.model.records import Gemeinde, Hilfenummer, Organisation, Thema
from macros.model.records.organisation import Organisationsart
from macros.model.responsibility import responsible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.model.records import Kontakt

SEITE: Final = "service/kinderschutz/"
THEMA: Final = "kinderschutz"


@dataclass(frozen=True)
class Schritt:
    """One of the first steps.

    Attributes:
        titel: what to do, as the page words it too.
        text: how.
    """

    titel: str
    text: str


ERSTE_SCHRITTE: Final = (
    Schritt(
        "Gefahr prüfen.",
        "Kann das Kind heute sicher nach Hause? Wenn nein: beim Kind bleiben, sofort das Jugendamt "
        "anrufen, bei unmittelbarer Gefahr die 110.",
    ),
    Schritt(
        "Zuhören und aufschreiben.",
        "Das Kind ernst nehmen, nicht ausfragen, nichts versprechen. Noch heute aufschreiben, was "
        "Sie gesehen und gehört haben.",
    ),
    Schritt(
        "Jemanden dazuholen.",
        "Nicht allein entscheiden. Wen Sie ansprechen, steht im Ablaufplan Ihrer Schule.",
    ),
    Schritt(
        "Fachlich beraten lassen.",
        "Eine insoweit erfahrene Fachkraft anrufen, ohne den Namen des Kindes zu nennen.",
    ),
)


@dataclass(frozen=True)
class Jugendamt:
    """Who is called first in some municipalities.

    Attributes:
        gemeinden: the municipalities.
        stelle: the function or the office; None: nobody is on record.
    """

    gemeinden: tuple[Gemeinde, ...]
    stelle: Kontakt | Organisation | None


@dataclass(frozen=True)
class Kinderschutz:
    """Everything a sheet for the wall needs.

    Attributes:
        ueberall: functions for the whole region, in the order of region.yml.
        jugendaemter: the offices by municipality; empty where none is on record at all.
        notrufe: emergency numbers.
        hilfenummern: the other numbers that help everywhere.
    """

    ueberall: tuple[Erreichbar, ...]
    jugendaemter: tuple[Jugendamt, ...]
    notrufe: tuple[Hilfenummer, ...]
    hilfenummern: tuple[Hilfenummer, ...]


def kinderschutz_in(bestand: Bestand) -> Kinderschutz:
    """Return whom to call in a region.

    Args:
        bestand: the checked records of a region.
    """
    offices = tuple(_offices(bestand))
    local = {office.stelle.id for office in offices if office.stelle is not None}
    named = (erreichbar(bestand, verweis.ziel) for verweis in bestand.region.kinderschutz)
    numbers = bestand.alle(Hilfenummer)
    return Kinderschutz(
        ueberall=tuple(e for e in named if e.kontakt.id not in local),
        jugendaemter=offices,
        notrufe=tuple(n for n in numbers if n.notruf),
        hilfenummern=tuple(n for n in numbers if not n.notruf),
    )


def _offices(bestand: Bestand) -> Iterator[Jugendamt]:
    thema = bestand.finde(Thema, THEMA)
    if thema is None:
        return
    rows: dict[str, tuple[Kontakt | Organisation | None, list[Gemeinde]]] = {}
    for gemeinde in bestand.alle(Gemeinde):
        stelle = jugendamt_in(bestand, gemeinde, thema)
        rows.setdefault(stelle.id if stelle else "", (stelle, []))[1].append(gemeinde)
    if rows.keys() != {""}:
        for stelle, gemeinden in rows.values():
            yield Jugendamt(tuple(gemeinden), stelle)


def jugendamt_in(
    bestand: Bestand, gemeinde: Gemeinde, thema: Thema
) -> Kontakt | Organisation | None:
    """Return the Jugendamt of a municipality, or the function that answers there for it.

    Args:
        bestand: the checked records of a region.
        gemeinde: the municipality.
        thema: the topic Kinderschutz.
    """
    found = responsible(bestand, thema, gemeinde)
    for here in (True, False):
        for zustaendig in found:
            if zustaendig.am_ort is here and _is_youth_office(zustaendig.stelle):
                return zustaendig.stelle
    return next((z.stelle for z in found if z.am_ort), None)


def _is_youth_office(stelle: Kontakt | Organisation) -> bool:
    body = stelle if isinstance(stelle, Organisation) else stelle.organisation.ziel
    return body.art is Organisationsart.JUGENDAMT
