"""`rahmen einlesen`: other people's lists become records, always as a difference first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.project import project_root, region_option
from macros.importers.nrw_sozialindex import plan_index_import
from macros.importers.plan import plan_school_import
from macros.importers.report import render_index_plan, render_plan
from macros.importers.write import write_plan
from macros.model.findings import has_fehler
from macros.model.report import format_text

if TYPE_CHECKING:
    from macros.importers.plan import Importplan


@click.group("einlesen", options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …")
def einlesen() -> None:
    """Liest amtliche Listen ein; zeigt zuerst, was sich ändern würde."""


@einlesen.command("schulen", options_metavar="[OPTIONEN]")
@click.argument("datei", type=click.Path(path_type=Path))
@region_option
@click.option(
    "--traeger",
    metavar="DATEI",
    type=click.Path(path_type=Path),
    help="Liste der Schulträger; verbindet jede Schule mit ihrem Träger.",
)
@click.option(
    "--stand", metavar="JJJJ-MM", help="Stand der Schulliste, wenn der Dateiname ihn nicht nennt."
)
@click.option("--traeger-stand", metavar="JJJJ-MM", help="Stand der Trägerliste, ebenso.")
@click.option("--schreiben", is_flag=True, help="Die Änderungen in die Dateien schreiben.")
def schulen(
    datei: Path,
    region: str,
    traeger: Path | None,
    stand: str | None,
    traeger_stand: str | None,
    schreiben: bool,
) -> None:
    """Vergleicht die Schulgrunddaten NRW mit der Region.

    DATEI ist die CSV-Datei des Ministeriums. Ohne --schreiben bleibt alles, wie es ist. Eigene
    Ergänzungen, Reihenfolge und Kommentare bleiben auch beim Schreiben erhalten.
    """
    plan = plan_school_import(
        project_root(), region, datei, traeger, stand=stand, traeger_stand=traeger_stand
    )
    _show_and_write(plan, render_plan(plan), schreiben=schreiben)


@einlesen.command("sozialindex", options_metavar="[OPTIONEN]")
@click.argument("datei", type=click.Path(path_type=Path))
@region_option
@click.option(
    "--schuljahr",
    metavar="JJJJ/JJ",
    help="Schuljahr der Liste, wenn der Dateiname es nicht nennt.",
)
@click.option("--schreiben", is_flag=True, help="Die Änderungen in die Dateien schreiben.")
def sozialindex(datei: Path, region: str, schuljahr: str | None, schreiben: bool) -> None:
    """Vergleicht den Schulsozialindex NRW mit den Schulen der Region.

    DATEI ist die CSV-Datei des Ministeriums. Eingelesen werden nur Schulen, die es in der Region
    schon gibt; Schulen ohne Sozialindex bleiben ohne. Ohne --schreiben bleibt alles, wie es ist.
    """
    plan = plan_index_import(project_root(), region, datei, schuljahr=schuljahr)
    _show_and_write(plan, render_index_plan(plan), schreiben=schreiben)


def _show_and_write(plan: Importplan, text: str, *, schreiben: bool) -> None:
    """Show what would change, write it where that is wanted, and end with 1 for a Fehler."""
    click.echo(text)
    befunde = list(plan.befunde)
    if schreiben and plan.schreibbar:
        befunde += write_plan(plan)
    if befunde:
        click.echo(f"\n{format_text(befunde)}")
    if schreiben and not has_fehler(befunde) and plan.texte:
        names = ", ".join(text.file for text in plan.texte)
        click.echo(f"\nGeschrieben: {names}")
    if has_fehler(befunde):
        raise SystemExit(1)
