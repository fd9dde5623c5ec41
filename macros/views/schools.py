"""Macros for schools, their posts, and the municipalities they are in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.records import Gemeinde, Schule, Schulform
from macros.views.contacts import Erreichbar, erreichbar
from macros.views.feedback import VIELE
from macros.views.filters import feld, filter_for
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


def _sorted_schools(bestand: Bestand, gemeinde: Gemeinde | None) -> list[Schule]:
    found = bestand.schulen_in(gemeinde) if gemeinde else bestand.alle(Schule)
    return sorted(found, key=lambda s: (sort_key(s.gemeinde.ziel.name), sort_key(s.name)))


@makro(inline=False, beispiel='schulen(gemeinde="seehausen")', live=True)
def schulen(ansicht: Ansicht, gemeinde: str = "", schulform: str = "") -> Fragment:
    """Zeigt eine Tabelle der Schulen mit ihren Stellen der Schulsozialarbeit.

    Bei einer Schule ohne Eintrag steht „noch nicht gemeldet“, bei einer freien Stelle „unbesetzt“
    und die Vertretung.

    Args:
        ansicht: die Seite.
        gemeinde: Kennung der Gemeinde aus gemeinden.yml. Ohne Angabe erscheinen alle.
        schulform: Kennung der Schulform aus schulformen.yml, etwa grundschule.
    """
    place = optional_record(ansicht, Gemeinde, gemeinde)
    form = optional_record(ansicht, Schulform, schulform)
    rows = [
        schulzeile(ansicht.bestand, schule)
        for schule in _sorted_schools(ansicht.bestand, place)
        if form is None or schule.schulform.id == form.id
    ]
    form_above = filter_for(
        ansicht,
        len(rows),
        "schulen",
        "Schulen",
        feld("ort", "Gemeinde", (row.schule.gemeinde.ziel.name for row in rows)),
        feld("form", "Schulform", (row.schule.schulform.ziel.name for row in rows)),
        feld("stelle", "Schulsozialarbeit", (b for row in rows for b in row.besetzungen)),
    )
    # The list of a municipality is the permanent address of its schools.
    anker = ansicht.frei(row.schule.id for row in rows) if place and form is None else frozenset()
    return block(
        "schulen",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        zeilen=rows,
        filter=form_above,
        gemeinde=place,
        schulform=form,
        quelle=_common_source(rows),
        knapp=len(rows) >= VIELE,
    )


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
        for row in (schulzeile(ansicht.bestand, s) for s in _sorted_schools(ansicht.bestand, place))
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
