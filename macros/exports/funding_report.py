"""The Zuwendung report: posts by Schulnummer and the checks, as tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.exports.csv_files import VORFUEHRUNG
from macros.exports.report_formats import Bericht, Tabelle
from macros.model.funding import funding_checks, funding_rows, funding_rules
from macros.model.german import count_text, date_text, evenly, number_text
from macros.model.records import Rechtsgrundlage, Schule
from macros.model.records.region import Land, Regionsstatus

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.funding import Zuwendungszeile

_RULE: Final = "foerderrichtlinie-nrw"
_SPALTEN: Final = (
    "Schulnummer",
    "Schule",
    "Standort",
    "Gemeinde",
    "Schulform",
    "Stelle",
    "Anstellungsträger",
    "Programm",
    "VZÄ",
    "Besetzung",
    "Befristet bis",
    "Schulen der Stelle",
    "Prüfung",
)
_VZAE: Final = _SPALTEN.index("VZÄ")


def funding_report(bestand: Bestand) -> Bericht:
    """Return the report.

    Args:
        bestand: the checked records of a region.
    """
    rows = funding_rows(bestand)
    total = sum((row.vzae for row in rows), Decimal(0))
    schools = bestand.alle(Schule)
    without = sum(1 for school in schools if not bestand.stellen_an(school))
    checks = tuple((p.was, p.ist, p.soll, p.ergebnis.value) for p in funding_checks(bestand))
    return Bericht(
        f"Zuwendung: {bestand.region.name}",
        (
            *opening(bestand),
            f"{count_text(len({row.schule.id for row in rows}), 'Schulnummer', 'Schulnummern')}, "
            f"{count_text(len({row.stelle.id for row in rows}), 'Stelle', 'Stellen')}, "
            f"{number_text(evenly(total))} VZÄ.",
            f"Schulen und Teilstandorte ohne Stelle: {without} von {len(schools)}.",
        ),
        (
            Tabelle(
                "schulen", "Stellen je Schule", _SPALTEN, tuple(map(_row, rows)), frozenset({_VZAE})
            ),
            Tabelle("pruefungen", "Prüfungen", ("Was", "Ist", "Soll", "Ergebnis"), checks),
        ),
        tuple(_notes(bestand)),
    )


def opening(bestand: Bestand) -> tuple[str, ...]:
    """Return the lines every report begins with: the day, and whether it is a demonstration."""
    day = f"Stand: {date_text(bestand.stichtag)}."
    demonstration = bestand.region.status is Regionsstatus.VORFUEHRUNG
    return (day, f"{VORFUEHRUNG}.") if demonstration else (day,)


def _row(row: Zuwendungszeile) -> tuple[str, ...]:
    stelle = row.stelle
    fits = "" if row.eingehalten else f"höchstens {row.erlaubt}"
    return (
        row.schule.schulnummer or "",
        row.schule.name,
        row.standort.name if row.standort.id != row.schule.id else "",
        row.standort.gemeinde.ziel.name,
        row.standort.schulform.ziel.name,
        stelle.id,
        stelle.anstellungstraeger.ziel.name,
        stelle.programm.ziel.name if stelle.programm else "",
        number_text(evenly(row.vzae)),
        stelle.status.label,
        stelle.befristet_bis.isoformat() if stelle.befristet_bis else "",
        str(row.schulen),
        fits,
    )


def _notes(bestand: Bestand) -> list[str]:
    region, rules = bestand.region, funding_rules(bestand)
    rule = bestand.finde(Rechtsgrundlage, _RULE)
    if rules.quelle:
        source = f"Vorgaben nach: {rules.quelle}."
    elif region.land is Land.NW and rule is not None:
        source = f"Vorgaben nach: {rule.gesetz}. Zu prüfen: der Wortlaut lag nicht vor."
    else:
        source = (
            f"Für {region.land.label} liegt keine geprüfte Vorgabe vor. Die Zahlen sind zu prüfen."
        )
    return [
        source,
        "Zu prüfen: Ob sich „1 : "
        f"{rules.koordination_je}“ auf VZÄ oder auf Stellen bezieht und ob unbesetzte Stellen "
        "zählen. Hier zählen alle eingetragenen Stellen.",
        "Eine Stelle zwischen einer halben und einer ganzen darf hier so viele Schulen versorgen "
        "wie eine ganze; auch das ist zu prüfen.",
        "Eigene Zahlen tragen Sie in region.yml unter zuwendung ein.",
    ]
