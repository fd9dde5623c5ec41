"""`rahmen muster`: the Word files for the schuleigenes Konzept, and the template they look like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from macros.cli.project import (
    project_root,
    region_option,
    sound_bestand,
    stichtag_option,
)
from macros.cli.report_output import write_file
from macros.exports.concept_files import all_muster, concept_files, school_muster, school_name
from macros.exports.word.package import plain_package
from macros.exports.word.region import accent, judge_template
from macros.exports.word.template import sample_template
from macros.model.findings import has_fehler
from macros.model.nearest import nearest
from macros.model.records import Schule
from macros.model.report import format_text
from macros.pages.check import check_site
from macros.pages.passages import Passagen, concept_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from macros.exports.concept_files import Muster
    from macros.model.bestand import Bestand


@click.group("muster", options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …")
def muster() -> None:
    """Schreibt Word-Dateien für das schuleigene Konzept und die Vorlage für ihr Aussehen."""


@muster.command("schreiben", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@click.option(
    "--schule",
    "schulen",
    multiple=True,
    metavar="NUMMER",
    help="Schulnummer oder Kennung; mehrfach möglich. Ohne Angabe alle Schulen und Schulformen.",
)
@click.option(
    "--ziel",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="ORDNER",
    help="Wohin die Dateien geschrieben werden.",
)
def schreiben(region: str, stichtag: date, schulen: Sequence[str], ziel: Path) -> None:
    """Schreibt für jede Schule eine Word-Datei und eine Textdatei."""
    root = project_root()
    bestand = sound_bestand(region, stichtag, root)
    pages = check_site(root, bestand)
    befunde = [*judge_template(bestand), *pages.befunde]
    if has_fehler(befunde):
        _end(format_text(befunde))
    wanted = _wanted(bestand, schulen)
    texte = concept_texts(Passagen(pages.seiten, pages.lauf), bestand)
    files = concept_files(bestand, bestand.fassung(), texte, wanted)
    if not files:
        _end("Es gibt keine Konzeptabschnitte. Legen Sie data/katalog/konzeptabschnitte.yml an.")
    for path, data in files.items():
        write_file(ziel / Path(path).name, data, folders=True)
    click.echo(f"{len(files)} Dateien geschrieben nach {ziel}.")


@muster.command("vorlage", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@click.option(
    "--ziel",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="DATEI",
    help="Wohin die Vorlage geschrieben wird, etwa muster.docx.",
)
def vorlage(region: str, stichtag: date, ziel: Path) -> None:
    """Schreibt die mitgelieferte Word-Vorlage, um Logo, Farben und Schriften zu ändern.

    Geändert und als gestaltung/muster.docx im Ordner der Region gespeichert, gilt sie für alle
    Word-Dateien.
    """
    sample = sample_template(accent(sound_bestand(region, stichtag).region))
    write_file(ziel, plain_package(sample), folders=True)
    click.echo(f"Vorlage geschrieben nach {ziel}.")


def _wanted(bestand: Bestand, schulen: Sequence[str]) -> Iterable[Muster]:
    if not schulen:
        single = tuple(school_muster(schule) for schule in bestand.alle(Schule))
        return (*(m for m in all_muster(bestand) if m.schule is None), *single)
    known = {school_name(schule): schule for schule in bestand.alle(Schule)}
    known |= {schule.id: schule for schule in bestand.alle(Schule)}
    for name in schulen:
        if name not in known:
            guess = nearest(name, known)
            question = f" Meinten Sie „{guess}“?" if guess else ""
            raise click.BadParameter(
                f"Eine Schule „{name}“ gibt es nicht.{question}", param_hint="--schule"
            )
    return tuple(school_muster(known[name]) for name in dict.fromkeys(schulen))


def _end(message: str) -> NoReturn:
    click.echo(message)
    raise SystemExit(1)
