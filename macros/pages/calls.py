"""The allow-list: a page may call registered macros with constant arguments, and nothing else.

Jinja parses the page, nothing is run. Whatever the syntax tree holds beside plain text and
``{{ name("constant") }}`` is a finding. This is the first of two walls; the second is the
sandbox in which the site renders pages (:mod:`macros.site.sandbox`). Neither relies on the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.model.findings import Ort
from macros.model.nearest import nearest
from macros.pages import rules as r
from macros.pages.placeholders import mark
from macros.views.registry import REGISTRY

if TYPE_CHECKING:
    from macros.model.findings import Befund
    from macros.pages.source import Seite

# Markdown writes anchors as {#anchor}, which would begin a Jinja comment. These comment marks hold
# a private use character, which sources must not contain: pages have no Jinja comments at all.
DELIMITERS: Final = {
    "block_start_string": "{%",
    "block_end_string": "%}",
    "variable_start_string": "{{",
    "variable_end_string": "}}",
    "comment_start_string": "{\ue010#",
    "comment_end_string": "#\ue010}",
}

_RAW_REMEDY: Final = "{% raw %}{{ … }}{% endraw %}"
_PARSER: Final = Environment(autoescape=True, **DELIMITERS)  # type: ignore[arg-type]
_STATEMENTS: Final = {
    nodes.For: "eine Schleife",
    nodes.If: "eine Bedingung",
    nodes.Assign: "eine Zuweisung",
    nodes.AssignBlock: "eine Zuweisung",
    nodes.Include: "ein Einbinden anderer Dateien",
    nodes.Import: "ein Einbinden anderer Dateien",
    nodes.FromImport: "ein Einbinden anderer Dateien",
    nodes.Extends: "ein Einbinden anderer Dateien",
    nodes.Macro: "eine eigene Makro-Definition",
    nodes.CallBlock: "ein Aufruf-Block",
    nodes.FilterBlock: "ein Filter",
    nodes.Filter: "ein Filter (mit |)",
    nodes.Getattr: "ein Zugriff mit Punkt",
    nodes.Getitem: "ein Zugriff mit eckigen Klammern",
    nodes.Test: "eine Prüfung (mit is)",
    nodes.CondExpr: "eine Bedingung",
    nodes.Compare: "ein Vergleich",
    nodes.BinExpr: "eine Rechnung",
    nodes.UnaryExpr: "eine Rechnung",
    nodes.Concat: "eine Verkettung",
    nodes.Literal: "ein Wert",
}


@dataclass(frozen=True)
class Aufruf:
    """A macro call as it stands on a page.

    Attributes:
        name: the macro.
        args: constants given by position.
        kwargs: constants given by name.
        ort: where the call begins.
    """

    name: str
    args: tuple[str | int, ...]
    kwargs: dict[str, str | int]
    ort: Ort

    @property
    def text(self) -> str:
        """The call as an author writes it, for messages."""
        given = [_quoted(a) for a in self.args]
        given += [f"{key}={_quoted(value)}" for key, value in self.kwargs.items()]
        return f"{{{{ {self.name}({', '.join(given)}) }}}}"


@dataclass
class Zerlegt:
    """A page taken apart.

    Attributes:
        markdown: the text as it will be after the macros, marks in place of their output.
        aufrufe: all calls; the n-th belongs to the n-th mark.
        befunde: everything that is not allowed.
    """

    markdown: str = ""
    aufrufe: list[Aufruf] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)


def take_apart(seite: Seite) -> Zerlegt:
    """Parse a page's Jinja and check it against the allow-list."""
    if not any(braces in seite.text for braces in ("{{", "{%")):
        return Zerlegt(seite.text)  # nothing for Jinja: parsing would give the text again
    result = Zerlegt()
    try:
        tree = _PARSER.parse(seite.text)
    except TemplateSyntaxError as error:
        result.befunde.append(_syntax(error, seite))
        return result
    except RecursionError:
        result.befunde.append(
            r.MAKRO_SYNTAX.befund(Ort(seite.file, seite.first_line), "Zu tief verschachtelt.")
        )
        return result
    columns = _Columns(seite.text)
    parts: list[str] = []
    for statement in tree.body:
        if not isinstance(statement, nodes.Output):
            inner = statement.lineno or next(statement.find_all(nodes.Stmt), statement).lineno
            ort = columns.next(inner or seite.first_line, "{%", seite.file)
            result.befunde.append(_refused(statement, ort))
            continue
        for node in statement.nodes:
            if isinstance(node, nodes.TemplateData):
                parts.append(node.data)
                continue
            ort = columns.next(node.lineno, "{{", seite.file)
            found = _call(node, ort)
            if isinstance(found, Aufruf):
                parts.append(mark(len(result.aufrufe)))
                result.aufrufe.append(found)
            else:
                result.befunde.append(found)
    result.markdown = "".join(parts)
    return result


class _Columns:
    """Jinja's syntax tree knows lines only; the n-th node of a line is its n-th opening brace."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._seen: dict[tuple[int, str], int] = {}

    def next(self, line: int, opening: str, file: str) -> Ort:
        """Return the place of the next node that starts with these braces on a line."""
        source = self._lines[line - 1] if line <= len(self._lines) else ""
        starts = [m.start() for m in re.finditer(re.escape(opening), source)]
        nth = self._seen.get((line, opening), 0)
        self._seen[line, opening] = nth + 1
        return Ort(file, line, starts[min(nth, len(starts) - 1)] + 1 if starts else 1)


def _call(node: nodes.Expr, ort: Ort) -> Aufruf | Befund:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return _refused(node, ort)
    name = node.node.name
    if name not in REGISTRY:
        guess = nearest(name, REGISTRY)
        question = f" Meinten Sie „{guess}“?" if guess else ""
        return r.MAKRO_AUFRUF.befund(
            ort,
            f"Ein Makro „{name}“ gibt es nicht.{question}",
            f"{{{{ {REGISTRY[guess].beispiel} }}}}"
            if guess
            else f"Es gibt: {', '.join(sorted(REGISTRY))}",
        )
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return r.MAKRO_FORM.befund(ort, "Angaben mit * sind in einem Makro-Aufruf nicht erlaubt.")
    args = [_constant(argument) for argument in node.args]
    kwargs = {keyword.key: _constant(keyword.value) for keyword in node.kwargs}
    if any(value is None for value in [*args, *kwargs.values()]):
        return r.MAKRO_FORM.befund(
            ort,
            f"Die Angaben von „{name}“ müssen feste Texte in Anführungszeichen sein.",
            f"{{{{ {REGISTRY[name].beispiel} }}}}",
        )
    return Aufruf(
        name,
        tuple(value for value in args if value is not None),
        {key: value for key, value in kwargs.items() if value is not None},
        ort,
    )


def _constant(node: nodes.Expr) -> str | int | None:
    if isinstance(node, nodes.Const) and type(node.value) in (str, int):
        value: str | int = node.value
        return value
    return None


def _refused(node: nodes.Node, ort: Ort) -> Befund:
    what = next(
        (text for typ, text in _STATEMENTS.items() if isinstance(node, typ)), "ein Ausdruck"
    )
    if isinstance(node, nodes.Name):
        known = node.name in REGISTRY
        return r.MAKRO_FORM.befund(
            ort,
            f"„{node.name}“ ist kein Aufruf"
            + (": Es fehlen die runden Klammern." if known else "."),
            f"{{{{ {REGISTRY[node.name].beispiel} }}}}" if known else _RAW_REMEDY,
        )
    return r.MAKRO_FORM.befund(
        ort,
        f"Hier steht {what}. Erlaubt sind nur Makros mit festen Angaben.",
        '{{ kontakt("koordination") }}, oder als Beispiel gezeigt: ' + _RAW_REMEDY,
    )


def _syntax(error: TemplateSyntaxError, seite: Seite) -> Befund:
    line = max(error.lineno, 1)
    source = seite.text.split("\n")[line - 1] if line <= seite.text.count("\n") + 1 else ""
    opening = re.search(r"\{\{|\{%|\}\}|%\}", source)
    ort = Ort(seite.file, line, opening.start() + 1 if opening else 1)
    unknown_tag = re.search(r"unknown tag '(\w+)'", error.message or "")
    if unknown_tag:
        message = f"„{{% {unknown_tag.group(1)} %}}“ ist nicht erlaubt."
    elif "{%" in source:
        message = "Die Anweisung zwischen {% und %} ist nicht zu verstehen."
    else:
        message = (
            "Der Makro-Aufruf ist nicht zu verstehen: "
            "Eine Klammer oder ein Anführungszeichen fehlt."
        )
    return r.MAKRO_SYNTAX.befund(
        ort, message, f'{{{{ kontakt("koordination") }}}}, oder als Beispiel gezeigt: {_RAW_REMEDY}'
    )


def _quoted(value: str | int) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
