"""`rahmen rundbrief`: the text of a Rundbrief, to be pasted into a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.cli.project import (
    Stichtag,
    region_option,
    sound_bestand,
    stichtag_option,
)
from macros.exports.rundbrief import Form, newsletter

if TYPE_CHECKING:
    from datetime import date


@click.command("rundbrief", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@click.option(
    "--seit",
    type=Stichtag(),
    help="Meldungen und Änderungen ab diesem Tag (ohne Angabe: die letzten 60 Tage).",
)
@click.option(
    "--format",
    "style",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="Reiner Text für E-Mails oder Markdown.",
)
def rundbrief(region: str, stichtag: date, seit: date | None, style: str) -> None:
    """Schreibt den Text für einen Rundbrief: Neues, Termine, Fortbildungen, Aufrufe.

    Der Text entsteht aus den Daten der Region. Namen von Personen kommen darin nicht vor.
    """
    click.echo(newsletter(sound_bestand(region, stichtag), seit, Form(style)), nl=False)
