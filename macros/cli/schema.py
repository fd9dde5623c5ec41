"""`rahmen schema`: writes the JSON Schemas that editors use for completion."""

from __future__ import annotations

import click

from macros.cli.project import project_root
from macros.cli.report_output import write_file
from macros.model.schema import SCHEMA_FOLDER, schema_texts


@click.command("schema", options_metavar="[OPTIONEN]")
def schema() -> None:
    """Schreibt die Schemas für den Editor nach data/schema."""
    folder = project_root() / SCHEMA_FOLDER
    texts = schema_texts()
    for stale in sorted(set(folder.glob("*.schema.json")) - {folder / name for name in texts}):
        stale.unlink()
    for name, text in texts.items():
        write_file(folder / name, text.encode(), folders=True)
    click.echo(f"{len(texts)} Schemas geschrieben nach {SCHEMA_FOLDER}.")
