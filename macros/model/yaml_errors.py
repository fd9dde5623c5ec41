"""The YAML parser's English complaints, said in German with the mended line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.model import reading_rules as r
from macros.model.findings import Ort

if TYPE_CHECKING:
    from macros.model.findings import Befund

_KEY_VALUE = re.compile(r"^(\s*(?:- )?[^\s:#][^:#]*:) (.+)$")


def explain(error: Any, lines: list[str], file: str, last_quoted: tuple[int, int] | None) -> Befund:
    """Return the finding for a parser error.

    Args:
        error: a ``yaml.YAMLError``; marks may be missing.
        lines: the file's lines.
        file: path for messages.
        last_quoted: place of a quoted text that ran over a line end before the error, if any.
    """
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    if "quoted scalar" in context and context_mark is not None:
        return _unclosed(Ort(file, context_mark.line + 1, context_mark.column + 1), problem, lines)
    line = min((mark.line if mark is not None else 0) + 1, len(lines))
    column = (mark.column if mark is not None else 0) + 1
    while line > 1 and not lines[line - 1].strip():
        line, column = line - 1, 1
    ort = Ort(file, line, column)
    source = lines[line - 1]
    if "mapping values are not allowed" in problem:
        return _colon(ort, source, lines)
    if "could not find expected ':'" in problem and context_mark is not None:
        return _no_colon(Ort(file, context_mark.line + 1, context_mark.column + 1), lines)
    if "block sequence entries are not allowed" in problem:
        return r.ZEICHEN_STATT_WERT.befund(
            ort,
            "Hier steht ein Bindestrich, wo ein Wert erwartet wird. "
            "Der Wert fehlt oder gehört in Anführungszeichen.",
        )
    if "cannot start any token" in problem:
        return _bad_start(ort, source)
    if "',' or" in problem or "flow" in context:
        return r.SYNTAX.befund(
            ort
            if context_mark is None
            else Ort(file, context_mark.line + 1, context_mark.column + 1),
            "Diese Klammer wird nicht richtig geschlossen, oder es fehlt ein Komma.",
            "themen: [kinderschutz, sucht]",
        )
    if "anchor" in context or "alias" in context or "alias" in problem:
        return r.ANKER.befund(ort, "Anker und Aliasse (& und *) sind verboten.")
    if "tag" in context or "tag" in problem:
        return r.TAG.befund(ort, "YAML-Tags (mit Ausrufezeichen) sind verboten.")
    if "block scalar" in context:
        return r.SYNTAX.befund(
            ort,
            "Nach | oder > beginnt der Text in der nächsten Zeile, zwei Leerzeichen eingerückt.",
            "definition: |\n  Erste Zeile",
        )
    if "expected key" in problem or "'-' indicator" in problem or "<block" in problem:
        return _indentation(ort, source, lines)
    if "document start" in problem or "document" in context:
        return r.GRUNDFORM.befund(
            ort, "Diese Zeile passt nicht zum Anfang der Datei: Liste und Felder sind gemischt."
        )
    return r.SYNTAX.befund(ort, "Die Datei ist ab hier nicht lesbar.")


def _unclosed(ort: Ort, problem: str, lines: list[str]) -> Befund:
    source = lines[ort.line - 1]
    if "escape" in problem:
        return r.SYNTAX.befund(
            ort,
            "In doppelten Anführungszeichen hat der umgekehrte Schrägstrich eine eigene Bedeutung.",
            source.strip().replace('"', "'"),
        )
    quote = source[ort.column - 1 : ort.column] or '"'
    return r.ANFUEHRUNG_OFFEN.befund(
        ort,
        "Dieses Anführungszeichen wird nicht geschlossen.",
        f"{source.rstrip().strip()}{quote}",
    )


def _colon(ort: Ort, source: str, lines: list[str]) -> Befund:
    found = _KEY_VALUE.match(source)
    if found and ":" in found.group(2):
        value = found.group(2).strip().replace('"', "'")
        return r.DOPPELPUNKT.befund(
            Ort(ort.file, ort.line, found.start(2) + 1),
            "Text mit Doppelpunkt bitte in Anführungszeichen setzen.",
            f'{found.group(1).strip()} "{value}"',
        )
    return _indentation(ort, source, lines)


def _indentation(ort: Ort, source: str, lines: list[str]) -> Befund:
    stripped = source.lstrip(" ")
    quoted = re.match(r"^(?:- )?[\w-]+: (\"[^\"]*\"|'[^']*')\s*(\S.*)$", stripped)
    if quoted:
        key = stripped.split(":", 1)[0]
        value = stripped.split(":", 1)[1].strip()
        inner = re.sub(r"[\"']", "", value)
        return r.SYNTAX.befund(
            ort,
            f"Nach dem schließenden Anführungszeichen steht noch Text: „{quoted.group(2)}“.",
            f'{key}: "{inner}"',
        )
    indent = len(source) - len(stripped)
    return r.SYNTAX.befund(
        Ort(ort.file, ort.line, indent + 1),
        f"Die Einrückung stimmt nicht: Diese Zeile beginnt nach {indent} Leerzeichen und passt "
        "zu keiner Zeile darüber.",
        f"{' ' * _expected_indent(ort.line, lines)}{stripped.rstrip()}",
    )


def _expected_indent(line: int, lines: list[str]) -> int:
    for above in reversed(lines[: line - 1]):
        text = above.lstrip(" ")
        if text and not text.startswith("#"):
            indent = len(above) - len(text)
            return indent + 2 if text.startswith("- ") else indent
    return 0


def _no_colon(ort: Ort, lines: list[str]) -> Befund:
    source = lines[ort.line - 1].strip()
    key, _, value = source.removeprefix("- ").partition(" ")
    dash = "- " if source.startswith("- ") else ""
    return r.SYNTAX.befund(
        ort, "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.", f"{dash}{key}: {value}"
    )


def _bad_start(ort: Ort, source: str) -> Befund:
    sign = source[ort.column - 1 : ort.column]
    found = _KEY_VALUE.match(source)
    value = found.group(2).strip() if found else source.strip()
    head = f"{found.group(1).strip()} " if found else ""
    return r.SYNTAX.befund(
        ort,
        f"Ein Wert darf nicht mit „{sign}“ beginnen. Setzen Sie ihn in Anführungszeichen.",
        f'{head}"{value}"',
    )
