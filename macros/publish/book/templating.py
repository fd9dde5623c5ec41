"""The templates of the book: the frame around the chapters, and what stands for today's data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from macros.exports.templating import environment
from macros.model.german import date_text
from macros.views.templating import Fragment

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES: Final = Path(__file__).parent / "templates"


def anchor_of(uri: str, anchor: str = "") -> str:
    """Return the anchor of a page in the book, or of a place on it.

    Args:
        uri: path of the page below ``docs``.
        anchor: its own anchor on that page.
    """
    page = uri.removesuffix(".md").replace("/", "-")
    return f"{page}--{anchor}" if anchor else f"kapitel-{page}"


def _environment() -> Environment:
    made = environment(TEMPLATES)
    # A date does not break across lines.
    made.filters["datum"] = lambda day: date_text(day).replace(" ", "\u00a0")
    made.filters["stelle"] = anchor_of
    return made


_ENVIRONMENT: Final = _environment()


def rendered(template: str, **values: Any) -> Markup:
    """Return what a template gives.

    Args:
        template: its file name without its ending.
        values: what it needs.
    """
    return Markup(_ENVIRONMENT.get_template(f"{template}.html.j2").render(values).strip())


def fragment(template: str, *, inline: bool, **values: Any) -> Fragment:
    """Return a fragment for a chapter; see :func:`rendered`."""
    return Fragment(rendered(template, inline=inline, **values), inline=inline)
