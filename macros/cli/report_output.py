"""How commands hand out their result: on the screen, or into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from macros.cli.project import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Callable


TEXT, CSV, MARKDOWN = "text", "csv", "markdown"


def format_option(*styles: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option ``--format`` with these styles; the first is taken without it."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(styles),
        default=styles[0],
        show_default=True,
        help="Ausgabe zum Lesen, für die Tabellenkalkulation oder zum Einfügen in ein Wiki.",
    )


def file_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--ausgabe``; without it the result goes to the screen."""
    return click.option(
        "--ausgabe",
        metavar="DATEI",
        type=click.Path(path_type=Path, dir_okay=False),
        help="In diese Datei schreiben statt auf den Bildschirm.",
    )(function)


def hand_out(content: str | bytes, path: Path | None) -> None:
    """Write a result to a file or to the screen.

    Raises:
        EnvironmentFaultError: the file cannot be written.
    """
    data = content if isinstance(content, bytes) else f"{content}\n".encode()
    if path is None:
        click.echo(content, nl=isinstance(content, str))
        return
    write_file(path, data)
    click.echo(f"Geschrieben: {path}")


def write_file(path: Path, data: bytes, *, folders: bool = False) -> None:
    """Write a file.

    Args:
        path: where to.
        data: its content.
        folders: whether folders that are missing are made; else they are a slip of the pen.

    Raises:
        EnvironmentFaultError: the file cannot be written.
    """
    try:
        if folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError:
        raise EnvironmentFaultError(
            f"„{path}“ ließ sich nicht schreiben. Prüfen Sie Ordner und Rechte."
        ) from None
