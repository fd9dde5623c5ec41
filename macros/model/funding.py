"""What a Zuwendung asks for: posts by Schulnummer, and two rules about how they are spread."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from macros.model.german import number_text, sort_key
from macros.model.records import Schule, Stelle
from macros.model.records.zuwendung import Zuwendungsregeln

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

_HALF: Final = Decimal("0.5")


class Ergebnis(StrEnum):
    """What a check found; which figure the rule means is not verified, so it decides nothing."""

    EINGEHALTEN = "eingehalten"
    NICHT_EINGEHALTEN = "nicht eingehalten"
    OFFEN = "zu prüfen"


@dataclass(frozen=True)
class Zuwendungszeile:
    """The part of a post that is worked at one school.

    Attributes:
        schule: the school with the Schulnummer; a Teilstandort counts for its main site.
        standort: the site where the work is done.
        stelle: the post.
        vzae: share of a full post.
        schulen: how many schools the whole post serves.
        erlaubt: how many it may serve.
    """

    schule: Schule
    standort: Schule
    stelle: Stelle
    vzae: Decimal
    schulen: int
    erlaubt: int

    @property
    def eingehalten(self) -> bool:
        """Whether the post serves no more schools than it may."""
        return self.schulen <= self.erlaubt


@dataclass(frozen=True)
class Pruefung:
    """A check over the whole region.

    Attributes:
        was: what is compared.
        ist: what the data say.
        soll: what the rule allows.
        ergebnis: the result.
    """

    was: str
    ist: str
    soll: str
    ergebnis: Ergebnis


def funding_rules(bestand: Bestand) -> Zuwendungsregeln:
    """Return the region's own numbers, or the usual ones."""
    return bestand.region.zuwendung or Zuwendungsregeln()


def with_number(school: Schule) -> Schule:
    """Return the school whose Schulnummer counts: for a Teilstandort its main site."""
    return school.hauptstandort.ziel if school.hauptstandort else school


def funding_rows(bestand: Bestand) -> tuple[Zuwendungszeile, ...]:
    """Return every post at every school, ordered by Schulnummer, then by post."""
    rules = funding_rules(bestand)
    rows = []
    for stelle in bestand.alle(Stelle):
        schools = {with_number(part.schule.ziel).id for part in stelle.einsatz}
        allowed = rules.schulen_je_stelle if stelle.vzae > _HALF else 1
        rows += [
            Zuwendungszeile(
                with_number(part.schule.ziel),
                part.schule.ziel,
                stelle,
                part.vzae,
                len(schools),
                allowed,
            )
            for part in stelle.einsatz
        ]
    return tuple(sorted(rows, key=_order))


def _order(row: Zuwendungszeile) -> tuple[str, str, str]:
    # A school without a number comes after all that have one.
    return (row.schule.schulnummer or "~", sort_key(row.schule.name), row.stelle.id)


def funding_checks(bestand: Bestand) -> tuple[Pruefung, ...]:
    """Return the checks: schools per post, schools per full post overall, coordination."""
    rules, rows = funding_rules(bestand), funding_rows(bestand)
    total = sum((row.vzae for row in rows), Decimal(0))
    posts = len(bestand.alle(Stelle))
    if not rows:
        return ()
    wide = {row.stelle.id for row in rows if not row.eingehalten}
    schools = len({row.schule.id for row in rows})
    limit = rules.schulen_je_stelle
    return (
        Pruefung(
            f"Stellen mit mehr als {limit} Schulen, halbe und kleinere mit mehr als einer",
            f"{len(wide)} von {posts}" + (f": {', '.join(sorted(wide))}" if wide else ""),
            "0",
            Ergebnis.NICHT_EINGEHALTEN if wide else Ergebnis.EINGEHALTEN,
        ),
        Pruefung(
            "Schulen je volle Stelle, über alle Stellen",
            f"{schools} Schulen, {number_text(total)} VZÄ: {_ratio(Decimal(schools), total)}",
            f"höchstens {limit}",
            Ergebnis.EINGEHALTEN if schools <= limit * total else Ergebnis.NICHT_EINGEHALTEN,
        ),
        _coordination("VZÄ", total, rules),
        _coordination("Stellen", Decimal(posts), rules),
    )


def _coordination(unit: str, amount: Decimal, rules: Zuwendungsregeln) -> Pruefung:
    """Compare the coordination there is with what the amount allows, where both are known."""
    allowed = amount / rules.koordination_je
    there = rules.koordination_vzae
    ergebnis = Ergebnis.OFFEN
    if there is not None:
        ergebnis = Ergebnis.EINGEHALTEN if there <= allowed else Ergebnis.NICHT_EINGEHALTEN
    return Pruefung(
        f"Koordination 1 : {rules.koordination_je}, gemessen an {unit}",
        f"{number_text(there)} VZÄ" if there is not None else "nicht angegeben",
        f"{number_text(amount)} {unit} : {rules.koordination_je} = "
        f"{_ratio(amount, Decimal(rules.koordination_je))} VZÄ",
        ergebnis,
    )


def _ratio(left: Decimal, right: Decimal) -> str:
    """Return a quotient with two decimals, for reading; comparisons use the exact one."""
    return number_text((left / right).quantize(Decimal("0.01"), ROUND_HALF_UP))
