"""`rahmen verteiler`: the function mailboxes of a chosen group, to copy into a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.cli.project import region_option, sound_bestand, stichtag_option
from macros.cli.report_output import (
    CSV,
    TEXT,
    file_option,
    format_option,
    hand_out,
)
from macros.exports.mailing_list import mailing_csv, mailing_text
from macros.model.mailing import Gruppe, Rolle, mailing
from macros.model.nearest import nearest
from macros.model.records import Gemeinde, Organisation, Schulform, Thema

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.model.record import Record


@click.command("verteiler", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@click.option(
    "--rolle",
    "rollen",
    multiple=True,
    type=click.Choice([rolle.value for rolle in Rolle]),
    help="Wer gemeint ist; mehrfach möglich, ohne Angabe alle.",
)
@click.option("--thema", "themen", multiple=True, metavar="KENNUNG", help="Nur zu diesem Thema.")
@click.option(
    "--gemeinde", "gemeinden", multiple=True, metavar="KENNUNG", help="Nur für diese Gemeinde."
)
@click.option(
    "--schulform",
    "schulformen",
    multiple=True,
    metavar="KENNUNG",
    help="Nur Schulen dieser Schulform und wer dort arbeitet.",
)
@click.option(
    "--anstellungstraeger",
    "traeger",
    multiple=True,
    metavar="KENNUNG",
    help="Nur Stellen dieses Anstellungsträgers und ihre Schulen.",
)
@format_option(TEXT, CSV)
@file_option
def verteiler(
    region: str,
    stichtag: date,
    rollen: tuple[str, ...],
    themen: tuple[str, ...],
    gemeinden: tuple[str, ...],
    schulformen: tuple[str, ...],
    traeger: tuple[str, ...],
    style: str,
    ausgabe: Path | None,
) -> None:
    """Nennt die Funktionspostfächer einer Gruppe, jedes einmal.

    Als Text: untereinander und als eine Zeile mit Semikolon für das Adressfeld. Wer kein Postfach
    hat, steht darunter. Postfächer von Personen kommen nicht vor.
    """
    bestand = sound_bestand(region, stichtag)
    gruppe = Gruppe(
        tuple(rolle for rolle in Rolle if rolle.value in rollen),
        _known(bestand, Thema, themen, "--thema"),
        _known(bestand, Gemeinde, gemeinden, "--gemeinde"),
        _known(bestand, Schulform, schulformen, "--schulform"),
        _known(bestand, Organisation, traeger, "--anstellungstraeger"),
    )
    found = mailing(bestand, gruppe)
    hand_out(mailing_csv(found) if style == CSV else mailing_text(found), ausgabe)


def _known(
    bestand: Bestand, typ: type[Record], ids: tuple[str, ...], option: str
) -> tuple[str, ...]:
    """Return the ids; one that no record has ends the command with a usage message."""
    known = [record.id for record in bestand.alle(typ)]
    for id in ids:
        if id not in known:
            guess = nearest(id, known)
            hint = f" Meinten Sie „{guess}“?" if guess else f" Es gibt: {', '.join(sorted(known))}."
            raise click.BadParameter(f"„{id}“ gibt es nicht.{hint}", param_hint=option)
    return ids
