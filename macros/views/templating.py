"""The one way from values to HTML: templates that escape everything they are given."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from macros.exports.vcards import card_path
from macros.model import page_path
from macros.model.agenda import cadence, weekday
from macros.model.freshness import unconfirmed_since
from macros.model.german import date_text, evenly, listed, number_text, times_text
from macros.model.money import euro_text
from macros.model.times import time_text
from macros.model.when import period_text
from macros.views import formats
from macros.views.feedback import page_of, rueckmeldung_zu

_OPENING: Final = re.compile(r"\{(?=[{%#])")


@dataclass(frozen=True)
class Fragment:
    """What a macro puts on a page.

    Attributes:
        html: finished HTML.
        inline: whether it stands in running text or alone between blank lines.
        anker: the ids the HTML gives to elements; the page's other fragments must not.
        zeitlos: says nothing that changes from day to day, such as the region's name.
    """

    html: Markup
    inline: bool
    anker: frozenset[str] = frozenset()
    zeitlos: bool = False


def _without_braces(value: Any) -> Any:
    """Write braces of a value as entities.

    The model refuses macro braces in data. Should a value carry some all the same, nobody who
    reads the HTML after us, be it a second Jinja pass, finds them.
    """
    if isinstance(value, str) and not hasattr(value, "__html__"):
        # A paragraph's sign stays with its number when the line breaks.
        escaped = escape(value.replace("§ ", "§\u00a0"))
        if "{" in escaped or "}" in escaped:
            return Markup(str(escaped).replace("{", "&#123;").replace("}", "&#125;"))
        return escaped
    return value


def klammern(code: str) -> Markup:
    """Return code of a macro call with an invisible break inside each opening double brace.

    A finished site is searched for unrendered macros; the examples must not look like some.
    """
    # Each brace becomes an entity first; the break keeps them apart for those who read the text.
    pieces = [_without_braces(piece) for piece in _OPENING.sub("{\x00", code).split("\x00")]
    return Markup("<wbr>").join(pieces)


def _compiled_templates() -> FileSystemBytecodeCache | None:
    """Keep compiled templates beside the templates, as Python does with modules.

    Compiling them anew would take a fifth of every check. Where the folder cannot be written, as
    in an installation for all users, they are compiled each time.
    """
    folder = Path(__file__).parent / "templates" / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def _environment() -> Environment:
    # autoescape is set outright: select_autoescape goes by file name and is off for .j2.
    environment = Environment(
        loader=PackageLoader("macros.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_braces,
        bytecode_cache=_compiled_templates(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "datum": date_text,
        "zahl": number_text,
        "genau": evenly,
        "euro": euro_text,
        "wochentag": weekday,
        "uhrzeit": time_text,
        "rhythmus": cadence,
        "mal": times_text,
        "von_bis": period_text,
        "host": formats.host,
        "kartenpfad": card_path,
        "satzpfad": page_of,
        "wert": formats.wert,
        "seitenadresse": page_path.address_for,
        "absaetze": formats.absaetze,
        "aufzaehlung": listed,
        "klammern": klammern,
        "dateigroesse": formats.dateigroesse,
    }
    # The model checks addresses too; these are the second wall before a link.
    environment.tests["weblink"] = formats.is_weblink
    environment.tests["kapitelpfad"] = page_path.is_page_path
    environment.tests["seitenpfad"] = page_path.is_page
    environment.globals |= {
        "anschrift": formats.anschrift,
        "rueckmeldung_zu": rueckmeldung_zu,
        "unbestaetigt": unconfirmed_since,
    }
    return environment


ENVIRONMENT: Final = _environment()


def block(template: str, anker: frozenset[str] = frozenset(), **values: Any) -> Fragment:
    """Render a template as a fragment that stands alone.

    Args:
        template: file name below ``templates/`` without its ending.
        anker: the ids the fragment may give; the template knows them as ``anker``.
        values: what the template needs.
    """
    return Fragment(_render(template, anker=anker, **values), inline=False, anker=anker)


def inline(template: str, *, zeitlos: bool = False, **values: Any) -> Fragment:
    """Render a template as a fragment for running text; see :func:`block`."""
    return Fragment(_render(template, **values), inline=True, zeitlos=zeitlos)


def _render(template: str, **values: Any) -> Markup:
    return Markup(ENVIRONMENT.get_template(f"{template}.html.j2").render(values).strip())
