"""`rahmen veroeffentlichen`: builds all Fassungen, checks the result and makes it public."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.failure import INTERRUPTED
from macros.cli.project import (
    EnvironmentFaultError,
    personen_path,
    project_root,
    region_option,
    stichtag_option,
)
from macros.model.findings import Stufe, has_fehler
from macros.model.report import format_github, format_json, format_text, summary
from macros.publish.faults import PublishFaultError
from macros.publish.publish import Wunsch, publish
from macros.publish.switch import PUBLIC, current

if TYPE_CHECKING:
    from datetime import date
    from types import FrameType

    from macros.model.findings import Befund
    from macros.publish.publish import Ergebnis

_OWN = "R-8"


@click.command("veroeffentlichen", options_metavar="[OPTIONEN]")
@click.option(
    "--ziel",
    required=True,
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    help="Ordner für die Veröffentlichungen; der Webserver zeigt den Inhalt von oeffentlich.",
)
@region_option
@stichtag_option
@click.option(
    "--auch-unfertiges",
    is_flag=True,
    help="Auch Änderungen veröffentlichen, die noch nicht in Git gespeichert sind.",
)
@click.option(
    "--ohne-pdf",
    is_flag=True,
    help="Kein PDF mit allen Kapiteln je Fassung erstellen; das geht schneller.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Befunde für Menschen, Programme oder als Anmerkungen.",
)
def veroeffentlichen(
    ziel: Path,
    region: str,
    stichtag: date,
    auch_unfertiges: bool,
    ohne_pdf: bool,
    style: str,
) -> None:
    """Baut alle Fassungen und den Entwurf neu, prüft alles und schaltet dann um.

    Bis zum letzten Schritt bleibt die bisherige Veröffentlichung unberührt. Meldet die Prüfung
    einen Fehler, endet der Befehl mit 1, und es ändert sich nichts.
    """
    wunsch = Wunsch(
        root=project_root(),
        slug=region,
        ziel=ziel.absolute(),
        stichtag=stichtag,
        personen=personen_path(),
        unfertig=auch_unfertiges,
        buecher=not ohne_pdf,
    )
    ergebnis = run_interruptible(wunsch)
    show_findings(ergebnis.befunde, style)
    if ergebnis.release is None or has_fehler(ergebnis.befunde):
        click.echo("\nNichts wurde veröffentlicht.", err=True)
        raise SystemExit(1)
    click.echo(describe(ergebnis, ziel), err=style != "text")


def run_interruptible(wunsch: Wunsch) -> Ergebnis:
    """Publish; Ctrl+C and an end from outside leave the public tree as it was, and say so.

    Raises:
        EnvironmentFaultError: machine or folder do not allow it.
        SystemExit: with 130, somebody interrupted.
    """
    before = current(wunsch.ziel)
    previous = signal.signal(signal.SIGTERM, _interrupt)
    try:
        return publish(wunsch)
    except PublishFaultError as fault:
        raise EnvironmentFaultError(str(fault)) from fault
    except KeyboardInterrupt:
        if current(wunsch.ziel) == before:
            click.echo("Abgebrochen, nichts veröffentlicht.", err=True)
        else:
            click.echo(
                "Abgebrochen; veröffentlicht war da schon. Der nächste Lauf räumt auf.", err=True
            )
        raise SystemExit(INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGTERM, previous)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def show_findings(befunde: list[Befund], style: str) -> None:
    """Print what blocks and what concerns the publication; count the rest.

    Args:
        befunde: all findings.
        style: text, json or github.
    """
    if style != "text":
        click.echo({"json": format_json, "github": format_github}[style](befunde))
        return
    shown = [b for b in befunde if b.stufe is Stufe.FEHLER or b.rule.startswith(_OWN)]
    rest = [b for b in befunde if b not in shown]
    if shown:
        click.echo(format_text(shown))
    if rest:
        click.echo(f"Außerdem: {summary(rest)} rahmen pruefen zeigt sie im Einzelnen.")


def describe(ergebnis: Ergebnis, ziel: Path) -> str:
    """Return what has been published, in a few lines."""
    release = ergebnis.release
    trees = ", ".join("Entwurf" if n == "entwurf" else n for n in reversed(ergebnis.fassungen))
    number = f"{ergebnis.dateien:,}".replace(",", ".")
    head = "Veröffentlicht" if ergebnis.neu else "Nichts zu tun: Genau das ist schon veröffentlicht"
    return (
        f"{head}: {release.name if release else ''}\n"
        f"  {trees}; {number} Dateien, alle geprüft (Baum {ergebnis.baum[:12]}).\n"
        f"  Zu sehen in {ziel / PUBLIC}"
    )
