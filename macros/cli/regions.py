"""`rahmen regionen`: all regions below one start page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.project import EnvironmentFaultError, project_root, stichtag_option
from macros.model.load_region import region_slugs
from macros.publish.faults import PublishFaultError
from macros.publish.regions import build_regions

if TYPE_CHECKING:
    from datetime import date


@click.command("regionen", options_metavar="[OPTIONEN]")
@click.option(
    "--ziel",
    required=True,
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    help="Ordner für die Startseite und alle Regionen; er wird als Ganzes ersetzt.",
)
@click.option(
    "--region",
    "gewaehlt",
    multiple=True,
    metavar="KENNUNG",
    help="Nur diese Region bauen; mehrfach möglich (ohne Angabe: alle).",
)
@stichtag_option
def regionen(ziel: Path, gewaehlt: tuple[str, ...], stichtag: date) -> None:
    """Baut alle Regionen auf einmal, mit einer Startseite darüber.

    Gebaut wird der Stand von heute, ohne frühere Fassungen. Misslingt eine Region, endet der
    Befehl mit 1, und der Ordner bleibt, wie er war.
    """
    root = project_root()
    known = region_slugs(root)
    unknown = [slug for slug in gewaehlt if slug not in known]
    if unknown:
        raise click.BadParameter(
            f"Die Region „{unknown[0]}“ gibt es nicht. Es gibt: {', '.join(known)}.",
            param_hint="--region",
        )
    slugs = [slug for slug in known if not gewaehlt or slug in gewaehlt]
    try:
        built = build_regions(root, slugs, ziel.absolute(), stichtag)
    except PublishFaultError as fault:
        raise EnvironmentFaultError(str(fault)) from fault
    for region in built:
        counted = f" ({region.uebersicht})" if region.uebersicht else ""
        click.echo(f"{'misslungen' if region.meldung else 'gebaut'}: {region.name}{counted}")
    failed = [region for region in built if region.meldung]
    if failed:
        for region in failed:
            click.echo(f"\n{region.name}:\n{region.meldung}", err=True)
        click.echo("\nDer Ordner ist unverändert.", err=True)
        raise SystemExit(1)
    click.echo(f"Zu sehen in {ziel / 'index.html'}")
