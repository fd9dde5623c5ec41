"""`rahmen entfernen` and `rahmen zurueck`: take a person out, or go back without her."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.project import (
    EnvironmentFaultError,
    personen_path,
    project_root,
    region_option,
    stichtag_option,
)
from macros.cli.publishing import describe, show_findings
from macros.model.findings import has_fehler
from macros.model.report import format_text
from macros.publish.back import back
from macros.publish.book.pdf import can_write
from macros.publish.erase import erase
from macros.publish.erase_report import protocol
from macros.publish.faults import PublishFaultError
from macros.publish.publish import Wunsch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any


def _target_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--ziel",
        required=True,
        metavar="ORDNER",
        type=click.Path(path_type=Path),
        help="Ordner mit den Veröffentlichungen, wie bei rahmen veroeffentlichen.",
    )(function)


@click.command("entfernen", options_metavar="[OPTIONEN]")
@click.argument("id", metavar="KENNUNG")
@_target_option
@region_option
@stichtag_option
@click.option(
    "--suche",
    multiple=True,
    metavar="TEXT",
    help="Auch danach suchen, etwa nach einem früheren Namen oder einer alten Nummer; mehrfach.",
)
def entfernen(id: str, ziel: Path, region: str, stichtag: date, suche: tuple[str, ...]) -> None:
    """Entfernt die Person KENNUNG aus allem, was veröffentlicht ist oder war.

    Veröffentlicht ohne die Person, löscht frühere Veröffentlichungen, die sie nennen, durchsucht
    den ganzen Zielordner und schreibt ein Protokoll. Der Eintrag verschwindet aus der
    Personendatei; die Kennung bleibt als Grabstein vergeben. Bricht etwas ab, rufen Sie den
    Befehl noch einmal auf.
    """
    wunsch = Wunsch(
        project_root(),
        region,
        ziel.absolute(),
        stichtag,
        personen_path(),
        # Nothing that is missing for the PDF may stand in the way of this.
        buecher=can_write(),
    )
    try:
        done = erase(wunsch, id, suche)
    except PublishFaultError as fault:
        raise EnvironmentFaultError(str(fault)) from fault
    if not done.release:
        click.echo(format_text(done.befunde))
        click.echo("\nNichts wurde entfernt.", err=True)
        raise SystemExit(1)
    click.echo(protocol(done, stichtag, ziel))
    if not done.restlos:
        raise SystemExit(1)


@click.command("zurueck", options_metavar="[OPTIONEN]")
@_target_option
@region_option
@stichtag_option
@click.option(
    "--auf",
    default="",
    metavar="STAND",
    help="Veröffentlichung (Name oder Nummer) oder Commit; ohne Angabe die letzte mit anderen "
    "Texten.",
)
def zurueck(ziel: Path, region: str, stichtag: date, auf: str) -> None:
    """Veröffentlicht die Texte von früher mit den Personen und Kontakten von heute.

    Der alte Ordner wird nicht wieder gezeigt: Er könnte Personen nennen, die inzwischen entfernt
    sind. In Git ändert sich nichts; die nächste Veröffentlichung zeigt wieder die neuen Texte.
    """
    wunsch = Wunsch(
        project_root(),
        region,
        ziel.absolute(),
        stichtag,
        personen_path(),
        # Nothing that is missing for the PDF may stand in the way of this.
        buecher=can_write(),
    )
    try:
        done = back(wunsch, auf)
    except PublishFaultError as fault:
        raise EnvironmentFaultError(str(fault)) from fault
    show_findings(done.ergebnis.befunde, "text")
    if done.ergebnis.release is None or has_fehler(done.ergebnis.befunde):
        click.echo("\nNichts hat sich geändert.", err=True)
        raise SystemExit(1)
    click.echo(describe(done.ergebnis, ziel))
    since = f" (wie in {done.von})" if done.von else ""
    click.echo(
        f"  Texte vom Stand {done.texte[:12]}{since}, Personen und Kontakte von heute.\n"
        "  Machen Sie die Änderung auch in Git rückgängig, sonst kehrt sie mit der nächsten "
        "Veröffentlichung wieder."
    )
