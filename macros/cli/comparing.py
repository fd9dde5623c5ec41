"""`rahmen fassung vergleichen`: what has changed between two Fassungen, or in the draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from macros.cli.project import project_root, region_option, sound_bestand, stichtag_option
from macros.cli.report_output import write_file
from macros.exports.comparison_files import comparison_file, report
from macros.exports.comparison_text import comparison_text
from macros.history.wordings import read_wordings

if TYPE_CHECKING:
    from datetime import date

_FORMS: Final = {"markdown": "md", "json": "json", "word": "docx"}


@click.command("vergleichen", options_metavar="[OPTIONEN]")
@click.argument("alt")
@click.argument("neu")
@region_option
@stichtag_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_FORMS]),
    default="text",
    help="Wie der Vergleich ausgegeben wird; word ist die Synopse und braucht --datei.",
)
@click.option(
    "--datei",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="DATEI",
    help="Schreibt den Vergleich in diese Datei.",
)
def vergleichen(
    alt: str, neu: str, region: str, stichtag: date, form: str, datei: Path | None
) -> None:
    """Zeigt, was sich von Fassung ALT zu Fassung NEU geändert hat.

    Statt einer Fassung können Sie „entwurf“ angeben. Jede Änderung sagt, ob sie neu, verschärft,
    gelockert, entfallen, verschoben oder redaktionell ist. Wo sich das nicht sicher sagen lässt,
    steht „geändert, bitte lesen“.
    """
    if form == "word" and datei is None:
        raise click.UsageError(
            "Für eine Word-Datei fehlt der Ort, zum Beispiel --datei synopse.docx"
        )
    root = project_root()
    bestand = sound_bestand(region, stichtag, root)
    bestand = replace(bestand, wortlaute=read_wordings(root, bestand, alle=True))
    names = [wortlaut.name for wortlaut in bestand.wortlaute.staende]
    for name, hint in ((alt, "ALT"), (neu, "NEU")):
        if name not in names:
            raise click.BadParameter(
                f"Zu „{name}“ gibt es hier keinen Wortlaut. Vorhanden: {', '.join(names)}.",
                param_hint=hint,
            )
    if names.index(alt) > names.index(neu):
        click.echo(f"Die ältere Fassung steht zuerst: {neu}, dann {alt}.", err=True)
        alt, neu = neu, alt
    if form == "text":
        data = f"{comparison_text(report(bestand, alt, neu))}\n".encode()
    else:
        data = comparison_file(bestand, alt, neu, _FORMS[form])
    if datei is None:
        click.echo(data.decode(), nl=False)
        return
    write_file(datei, data)
    click.echo(f"Geschrieben: {datei}")
