"""Templates of the files that a site offers beside its pages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.model.german import date_text

TEMPLATES: Final = Path(__file__).parent / "templates"


def environment(folder: Path, *, markup: bool = True) -> Environment:
    """Return what renders the templates of a folder.

    A name that a template misspells ends the build, and dates are German.

    Args:
        folder: where the templates lie.
        markup: whether they make HTML or XML, in which everything is escaped; in YAML and in the
            settings of servers quotation marks stay as they are, and the last line ends.
    """
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=markup,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=not markup,
    )
    made.filters["datum"] = date_text
    return made


ENVIRONMENT: Final = environment(TEMPLATES)
