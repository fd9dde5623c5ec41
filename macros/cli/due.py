"""`rahmen faellig`: what is due, by the office that can answer."""

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
from macros.exports.due_list import due_csv, due_markdown, due_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("faellig", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@format_option(TEXT, CSV, MARKDOWN)
@file_option
def faellig(region: str, stichtag: date, style: str, ausgabe: Path | None) -> None:
    """Zeigt, was fällig ist, geordnet nach der Stelle, die Auskunft geben kann.

    Dazu gehören Angaben, die lange niemand geprüft hat, ablaufende Veröffentlichungen von Namen,
    unbesetzte Stellen, Schulen ohne Stelle und Kontakte ohne Postfach. Fällig ist kein Fehler:
    Der Befehl endet mit 0. Namen von Personen stehen nicht in der Liste.
    """
    bestand = sound_bestand(region, stichtag)
    if style == CSV:
        hand_out(due_csv(bestand), ausgabe)
    else:
        hand_out(due_text(bestand) if style == TEXT else due_markdown(bestand), ausgabe)
