"""The command line `rahmen`."""

from __future__ import annotations

import sys

import click

from macros.cli.check import pruefen
from macros.cli.comparing import vergleichen
from macros.cli.due import faellig
from macros.cli.erasing import entfernen, zurueck
from macros.cli.failure import INTERNAL, INTERRUPTED, report_internal_fault
from macros.cli.german import speak_german
from macros.cli.importing import einlesen
from macros.cli.mailing import verteiler
from macros.cli.muster import muster
from macros.cli.new_region import neu
from macros.cli.newsletter import rundbrief
from macros.cli.publishing import veroeffentlichen
from macros.cli.regions import regionen
from macros.cli.release import fassung
from macros.cli.report import bericht
from macros.cli.schema import schema


@click.group(
    context_settings={"help_option_names": ["-h", "--hilfe", "--help"], "max_content_width": 96},
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL …",
)
@click.version_option(
    None,
    "--version",
    package_name="rahmenkonzept-schulsozialarbeit",
    message="%(prog)s, Version %(version)s",
    help="Zeigt die Version.",
)
def rahmen() -> None:
    """Pflegt das Rahmenkonzept Schulsozialarbeit: prüfen, einlesen, veröffentlichen."""


for command in (
    bericht,
    einlesen,
    entfernen,
    faellig,
    fassung,
    muster,
    neu,
    pruefen,
    regionen,
    rundbrief,
    schema,
    veroeffentlichen,
    verteiler,
    zurueck,
):
    rahmen.add_command(command)
fassung.add_command(vergleichen)


def main() -> None:
    """Run a command; ends with 0, 1 Fehler, 2 usage, 3 environment, 4 internal fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    speak_german()
    try:
        rahmen(prog_name="rahmen", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("Abgebrochen.", err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except KeyboardInterrupt:
        click.echo("Abgebrochen.", err=True)
        sys.exit(INTERRUPTED)
    except Exception as error:  # the last net: whatever it is, the person gets a German sentence
        click.echo(report_internal_fault(error), err=True)
        sys.exit(INTERNAL)


if __name__ == "__main__":
    main()
