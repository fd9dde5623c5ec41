"""Macros for schools, their posts, and the municipalities they are in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from macros.model.reachable import Erreichbar, erreichbar
from macros.model.records import Gemeinde, Schule, Schulform
from macros.model.records.katalog import Schulstufe
from macros.views.feedback import VIELE
from macros.views.filters import Feld, feld, filter_for
from macros.views.formats import sort_key
from macros.views.lookup import optional_record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Person, Stelle
    from macros.model.records.stelle import Einsatz
    from macros.views.ansicht import Ansicht

NOT_REPORTED: Final = "noch nicht gemeldet"


@dataclass(frozen=True)
class Stellenanteil:
    """The part of a post at one school, with all a reader wants to know of the post.

    Attributes:
        stelle: the post.
        einsatz: its part at this school.
        personen: who may be named; often nobody.
        kontakt: how to reach the post, if it has a contact.
        vertretung: who stands in, if somebody does.
    """

    stelle: Stelle
    einsatz: Einsatz
    personen: tuple[Person, ...]
    kontakt: Erreichbar | None
    vertretung: Erreichbar | None

    @property
    def geteilt(self) -> bool:
        """Whether the post works at further schools."""
        return any(e.schule.id != self.einsatz.schule.id for e in self.stelle.einsatz)


@dataclass(frozen=True)
class Schulzeile:
    """A school with the parts of posts that work there."""

    schule: Schule
    anteile: tuple[Stellenanteil, ...]

    @property
    def besetzungen(self) -> tuple[str, ...]:
        """The states of the posts here, each once; for filters."""
        states = (anteil.stelle.status.label for anteil in self.anteile)
        return tuple(dict.fromkeys(states)) or (NOT_REPORTED,)

    @property
    def traeger(self) -> tuple[str, ...]:
        """The Anstellungsträger of the posts here, each once; for filters."""
        names = (anteil.stelle.anstellungstraeger.ziel.name for anteil in self.anteile)
        return tuple(dict.fromkeys(names)) or (NOT_REPORTED,)

    @property
    def stufen(self) -> tuple[str, ...]:
        """The Schulstufen of the school; for filters."""
        return tuple(stufe.label for stufe in self.schule.schulform.ziel.stufen)

    @property
    def vzae(self) -> Decimal:
        """Sum of the VZÄ at this school."""
        return sum((anteil.einsatz.vzae for anteil in self.anteile), Decimal(0))


def schulzeile(bestand: Bestand, schule: Schule) -> Schulzeile:
    """Return a school with its parts of posts."""
    return Schulzeile(
        schule,
        tuple(
            Stellenanteil(
                stelle,
                einsatz,
                bestand.personen_fuer(stelle),
                erreichbar(bestand, stelle.kontakt.ziel) if stelle.kontakt else None,
                erreichbar(bestand, stelle.vertretung.ziel) if stelle.vertretung else None,
            )
            for stelle in bestand.stellen_an(schule)
            for einsatz in stelle.einsatz
            if einsatz.schule.id == schule.id
        ),
    )


def sorted_schools(bestand: Bestand, gemeinde: Gemeinde | None = None) -> list[Schule]:
    """Return the schools of a municipality or of all, by municipality and name."""
    found = bestand.schulen_in(gemeinde) if gemeinde else bestand.alle(Schule)
    return sorted(found, key=lambda s: (sort_key(s.gemeinde.ziel.name), sort_key(s.name)))


@makro(inline=False, beispiel='schulen(gemeinde="seehausen")', live=True)
def schulen(ansicht: Ansicht, gemeinde: str = "", schulform: str = "") -> Fragment:
    """Zeigt die Schulen mit ihren amtlichen Angaben und ihren Stellen der Schulsozialarbeit.

    Bei einer Schule ohne Eintrag steht „noch nicht gemeldet“, bei einer freien Stelle „unbesetzt“
    und die Vertretung. Ohne Angabe steht jede Gemeinde unter einer eigenen Überschrift.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml. Ohne Angabe erscheinen alle.
        schulform: Kennung der Schulform aus schulformen.yml, etwa grundschule.
    """
    place = optional_record(ansicht, Gemeinde, gemeinde)
    form = optional_record(ansicht, Schulform, schulform)
    rows = [
        schulzeile(ansicht.bestand, schule)
        for schule in sorted_schools(ansicht.bestand, place)
        if form is None or schule.schulform.id == form.id
    ]
    form_above = filter_for(
        ansicht,
        len(rows),
        "schulen",
        "Schulen",
        feld("ort", "Gemeinde", (row.schule.gemeinde.ziel.name for row in rows)),
        feld("form", "Schulform", (row.schule.schulform.ziel.name for row in rows)),
        Feld("stufe", "Schulstufe", _stages(rows)),
        feld("traeger", "Anstellungsträger", (name for row in rows for name in row.traeger)),
        feld("stelle", "Schulsozialarbeit", (b for row in rows for b in row.besetzungen)),
    )
    groups = _by_municipality(rows) if place is None and form is None else [(None, rows)]
    # The list of a municipality is the permanent address of its schools.
    ids = [row.schule.id for row in rows] if place and form is None else []
    anker = ansicht.frei([*ids, *(_town_id(town) for town, _ in groups if town)])
    return block(
        "schulen",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        gruppen=[(town, _town_id(town) if town else "", group) for town, group in groups],
        filter=form_above,
        gemeinde=place,
        schulform=form,
        quelle=_common_source(rows),
        knapp=len(rows) >= VIELE,
    )


def _stages(rows: list[Schulzeile]) -> tuple[str, ...]:
    """Return the Schulstufen of some schools in their own order."""
    found = {name for row in rows for name in row.stufen}
    return tuple(stufe.label for stufe in Schulstufe if stufe.label in found)


def _by_municipality(rows: list[Schulzeile]) -> list[tuple[Gemeinde | None, list[Schulzeile]]]:
    groups = groupby(rows, key=lambda row: row.schule.gemeinde.id)
    found = ((list(group)) for _, group in groups)
    return [(group[0].schule.gemeinde.ziel, group) for group in found]


def _town_id(gemeinde: Gemeinde) -> str:
    """Return the anchor of a municipality in the list of all schools."""
    return f"in-{gemeinde.id}"


def _common_source(rows: list[Schulzeile]) -> str | None:
    """Return the source all rows share: it is then said once below the table."""
    sources = {row.schule.quelle for row in rows}
    return sources.pop() if len(sources) == 1 else None


@makro(inline=False, beispiel='stellen(gemeinde="seehausen")', live=True)
def stellen(ansicht: Ansicht, gemeinde: str = "") -> Fragment:
    """Zeigt eine Tabelle der Stellen: Schule, Umfang, Anstellungsträger und Besetzung.

    Eine Stelle, die sich auf mehrere Schulen verteilt, steht bei jeder mit ihrem Anteil.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml. Ohne Angabe erscheinen alle.
    """
    place = optional_record(ansicht, Gemeinde, gemeinde)
    rows = [
        row
        for row in (schulzeile(ansicht.bestand, s) for s in sorted_schools(ansicht.bestand, place))
        if row.anteile
    ]
    total = sum((row.vzae for row in rows), Decimal(0))
    shown = sum(len(row.anteile) for row in rows)
    return block(
        "stellen",
        ansicht=ansicht,
        zeilen=rows,
        gemeinde=place,
        summe=total,
        knapp=shown >= VIELE,
    )


@makro(inline=False, beispiel="gemeinden()", live=True)
def gemeinden(ansicht: Ansicht) -> Fragment:
    """Listet alle Gemeinden mit einem Link zu ihrer Seite.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    entries = [
        (gemeinde, len(bestand.schulen_in(gemeinde)))
        for gemeinde in sorted(bestand.alle(Gemeinde), key=lambda g: sort_key(g.name))
    ]
    return block("gemeinden", ansicht=ansicht, gemeinden=entries)
