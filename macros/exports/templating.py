"""Templates of the files that a site offers beside its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model.german import date_text

TEMPLATES: Final = Path(__file__).parent / "templates"


def environment(folder: Path) -> Environment:
    """Return what renders the HTML and XML templates of a folder.

    Everything is escaped, a name that a template misspells ends the build, and dates are German.

    Args:
        folder: where the templates lie.
    """
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["datum"] = date_text
    return made


ENVIRONMENT: Final = environment(TEMPLATES)
