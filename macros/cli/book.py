"""`rahmen fassung pdf`: writes the whole Rahmenkonzept of a Fassung, or the draft, as one PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from macros.cli.project import (
    EnvironmentFaultError,
    project_root,
    region_option,
    sound_bestand,
    stichtag_option,
)
from macros.cli.report_output import write_file
from macros.model.report import format_text
from macros.publish.archive import is_frozen
from macros.publish.book.pdf import book_pdf
from macros.publish.corrections import Berichtigungen
from macros.publish.faults import PublishFaultError
from macros.publish.frozen import frozen_part
from macros.publish.names import DRAFT
from macros.publish.wording_of import WordingError
from macros.site.order import book_name
from macros.views.errors import MakroFehler
from macros.views.formats import dateigroesse

if TYPE_CHECKING:
    from datetime import date

    from macros.model.records.region import Fassung

_FOLDERS: Final = ("docs", "data/katalog", "data/regionen/{}/wortlaut")


@click.command("pdf", options_metavar="[OPTIONEN]")
@click.argument("name")
@region_option
@stichtag_option
@click.option(
    "--ziel",
    metavar="DATEI",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Wohin; ohne Angabe rahmenkonzept-NAME.pdf im Arbeitsordner.",
)
def pdf(name: str, region: str, stichtag: date, ziel: Path | None) -> None:
    """Schreibt alle Kapitel der Fassung NAME als ein PDF; mit „entwurf“ die von heute.

    Kontakte stehen nicht darin, sondern die Adresse, unter der sie aktuell sind.
    """
    root = project_root()
    bestand = sound_bestand(region, stichtag, root)
    found = {f.name: f for f in bestand.region.fassungen}
    if name != DRAFT and name not in found:
        names = ", ".join([*found, DRAFT])
        raise click.BadParameter(
            f"Die Fassung „{name}“ gibt es nicht. Vorhanden: {names}.", param_hint="NAME"
        )
    fassung = found.get(name)
    files = _frozen(root, region, fassung) if fassung else _draft(root, region)
    try:
        book = book_pdf(files, bestand.region, fassung, stichtag)
    except PublishFaultError as fault:
        raise EnvironmentFaultError(str(fault)) from fault
    except WordingError as fault:
        click.echo(format_text(fault.befunde))
        raise SystemExit(1) from fault
    except MakroFehler as fault:
        raise click.ClickException(f"{fault.message} So geht's: {fault.remedy}") from fault
    target = ziel or Path(book_name(name))
    write_file(target, book)
    click.echo(f"{target} ist geschrieben (PDF, {dateigroesse(len(book))}).")


def _frozen(root: Path, region: str, fassung: Fassung) -> dict[str, bytes]:
    """Return the wording of a Fassung with its corrections."""
    gefroren = frozen_part(root, region, fassung)
    corrected, befunde = Berichtigungen(root, region).anwenden(fassung.name, gefroren.dateien)
    if gefroren.befunde or befunde:
        click.echo(format_text(gefroren.befunde or befunde))
        raise SystemExit(1)
    return dict(corrected)


def _draft(root: Path, region: str) -> dict[str, bytes]:
    """Return the wording as it lies in the folder."""
    files = {
        path.relative_to(root).as_posix(): path
        for folder in _FOLDERS
        for path in sorted((root / folder.format(region)).rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    return {name: path.read_bytes() for name, path in files.items() if is_frozen(name, region)}
