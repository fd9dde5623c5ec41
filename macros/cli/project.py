"""Where the project is, and which region and day a command is about."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from macros.model.clock import stichtag_today
from macros.model.load_region import load_region
from macros.model.report import format_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.model.bestand import Bestand

DEFAULT_REGION: Final = "musterkreis"


class EnvironmentFaultError(click.ClickException):
    """Something about the machine or the folder is missing; ends with exit code 3."""

    exit_code = 3


def project_root() -> Path:
    """Return the project's root folder, looked for from the working folder upwards.

    Raises:
        EnvironmentFaultError: no folder above holds ``mkdocs.yml`` and ``data``.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "data").is_dir():
            return folder
    raise EnvironmentFaultError(
        "Hier ist kein Rahmenkonzept. Wechseln Sie in den Ordner, in dem mkdocs.yml liegt."
    )


class Stichtag(click.ParamType[date]):
    """A day in ISO spelling."""

    name = "JJJJ-MM-TT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; a wrong one ends the command with a usage message."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"„{value}“ ist kein Tag in der Form JJJJ-MM-TT.", param, ctx)


def _today() -> date:
    try:
        return stichtag_today()
    except ValueError:
        raise EnvironmentFaultError(
            "RAHMEN_STICHTAG oder SOURCE_DATE_EPOCH enthält kein gültiges Datum."
        ) from None


def stichtag_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--stichtag``; today without it."""
    return click.option(
        "--stichtag",
        type=Stichtag(),
        default=_today,
        help="Tag, für den Fristen beurteilt werden (ohne Angabe: heute).",
    )(function)


def region_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--region``; the variable REGION or musterkreis without it."""
    return click.option(
        "--region",
        envvar="REGION",
        default=DEFAULT_REGION,
        show_default=True,
        metavar="KENNUNG",
        help="Ordnername der Region.",
    )(function)


def personen_path() -> Path | None:
    """Return the file with persons that the environment names, if any."""
    named = os.environ.get("RAHMEN_PERSONEN")
    return Path(named) if named else None


def sound_bestand(region: str, stichtag: date, root: Path | None = None) -> Bestand:
    """Return a region's records; with a Fehler the command shows the findings and ends with 1.

    Args:
        region: folder name of the region.
        stichtag: the day for which dates are judged.
        root: the project's root, where it is known already.
    """
    geladen = load_region(root or project_root(), region, stichtag, personen_path())
    if geladen.bestand is None:
        click.echo(format_text(geladen.befunde))
        raise SystemExit(1)
    return geladen.bestand
