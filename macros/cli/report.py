"""`rahmen bericht`: tables for funding and for the distribution of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.cli.project import region_option, sound_bestand, stichtag_option
from macros.cli.report_output import (
    CSV,
    MARKDOWN,
    TEXT,
    file_option,
    format_option,
    hand_out,
)
from macros.exports.csv_files import closing_columns
from macros.exports.distribution_report import distribution_report
from macros.exports.funding_report import funding_report
from macros.exports.report_formats import as_csv, as_markdown, as_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from macros.exports.report_formats import Bericht
    from macros.model.bestand import Bestand


@click.group("bericht", options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …")
def bericht() -> None:
    """Erstellt Berichte aus den Daten: für die Zuwendung und für die Verteilung von Stellen."""


@bericht.command("zuwendung", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@format_option(TEXT, CSV, MARKDOWN)
@click.option(
    "--teil",
    type=click.Choice(["schulen", "pruefungen"]),
    default="schulen",
    show_default=True,
    help="Welche Tabelle die CSV-Datei enthält.",
)
@file_option
def zuwendung(region: str, stichtag: date, style: str, teil: str, ausgabe: Path | None) -> None:
    """Nennt je Schulnummer Anstellungsträger, Programm, VZÄ und Besetzung.

    Dazu kommen die Vergleiche „höchstens zwei Schulen je volle Stelle“ und „Koordination 1 : 30“.
    Andere Zahlen stehen in region.yml unter zuwendung.
    """
    bestand = sound_bestand(region, stichtag)
    _hand_out(bestand, funding_report(bestand), style, teil, ausgabe)


@bericht.command("verteilung", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@format_option(TEXT, CSV, MARKDOWN)
@click.option(
    "--teil",
    type=click.Choice(["schulen", "stufen"]),
    default="schulen",
    show_default=True,
    help="Welche Tabelle die CSV-Datei enthält.",
)
@file_option
def verteilung(region: str, stichtag: date, style: str, teil: str, ausgabe: Path | None) -> None:
    """Stellt je Schule Sozialindex und Stellenumfang nebeneinander.

    Grundlage für Kriterien, nach denen Stellen verteilt werden; keine Rangfolge.
    """
    bestand = sound_bestand(region, stichtag)
    _hand_out(bestand, distribution_report(bestand), style, teil, ausgabe)


def _hand_out(
    bestand: Bestand, found: Bericht, style: str, teil: str, ausgabe: Path | None
) -> None:
    if style == CSV:
        table = next(tabelle for tabelle in found.tabellen if tabelle.name == teil)
        hand_out(as_csv(table, closing_columns(bestand)), ausgabe)
    else:
        hand_out(as_text(found) if style == TEXT else as_markdown(found), ausgabe)
