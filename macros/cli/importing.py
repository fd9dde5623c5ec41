"""`rahmen einlesen`: other people's lists become records, always as a difference first."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.project import project_root, region_option
from macros.importers.plan import plan_school_import
from macros.importers.report import render_plan
from macros.importers.write import write_plan
from macros.model.findings import has_fehler
from macros.model.report import format_text


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
    click.echo(render_plan(plan))
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
