"""`rahmen pruefen`: all findings about data, pages and files at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import macros.rule_book  # noqa: F401 - registers every rule, for the help page
from macros.cli.project import personen_path, project_root, region_option, stichtag_option
from macros.exports.word.region import judge_template
from macros.files.check import check_files
from macros.history.git import UnknownStateError
from macros.history.renamed import renamed_ids
from macros.model.findings import Befund, has_fehler, sorted_befunde
from macros.model.load_region import load_region, region_slugs
from macros.model.report import format_github, format_json, format_text
from macros.pages.check import check_pages

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ALLE = "alle"


@click.command("pruefen", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Ausgabe für Menschen, Programme oder Anmerkungen an einem Änderungsvorschlag.",
)
@click.option(
    "--seit",
    metavar="STAND",
    help="Auch melden, welche Kennungen seit diesem Git-Stand verschwunden sind.",
)
def pruefen(region: str, stichtag: date, style: str, seit: str | None) -> None:
    """Prüft Daten, Seiten und Dateien und nennt alle Befunde.

    --region alle prüft alle Regionen. Der Befehl endet mit 1, wenn etwas ein Fehler ist;
    Warnungen und Hinweise halten nichts auf.
    """
    root = project_root()
    slugs = region_slugs(root) if region == ALLE else [region]
    befunde = check_files(root)
    for slug in slugs:
        befunde.extend(check_region(root, slug, stichtag))
        if seit:
            befunde.extend(_vanished(root, slug, seit, stichtag))
    befunde = sorted_befunde(befunde)
    text = {"text": format_text, "json": format_json, "github": format_github}[style](befunde)
    if text:
        click.echo(text)
    if has_fehler(befunde):
        raise SystemExit(1)


def _vanished(root: Path, slug: str, state: str, stichtag: date) -> list[Befund]:
    try:
        return renamed_ids(root, slug, state, stichtag)
    except UnknownStateError:
        raise click.BadParameter(
            f"Den Stand „{state}“ kennt git hier nicht.", param_hint="--seit"
        ) from None


def check_region(root: Path, slug: str, stichtag: date) -> list[Befund]:
    """Return the findings about one region's data and about all pages with its data.

    Pages are judged only with sound data: a macro call cannot be tried without.
    """
    geladen = load_region(root, slug, stichtag, personen_path())
    if geladen.bestand is None:
        return geladen.befunde
    return [
        *geladen.befunde,
        *judge_template(geladen.bestand),
        *check_pages(root, geladen.bestand),
    ]
