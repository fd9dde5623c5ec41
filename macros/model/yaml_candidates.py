"""Likely slips in one line of YAML, mended: fields, hyphens, indentation."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.yaml_values import CLOSING, Candidate, brackets, plain, quotes, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE: Final = re.compile(r"^(?P<head>\s*(?:- +)*(?:[\w-]+ *: +)?)(?P<value>\S.*)$")
_GLUED: Final = re.compile(r"^(?P<head>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*):(?P<value>[^\s:/].*)$")
_NO_COLON: Final = re.compile(r"^(?P<head>\s*(?:- +)*)(?P<key>[a-z][a-z_]*)(?: +(?P<value>\S.*))?$")
_SEPARATOR: Final = re.compile(
    r"^(?P<head>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*) *(?P<sign>[;=：﹕→]|- )\s*(?P<value>\S.*)$"
)
_BULLET: Final = re.compile(r"^(?P<head>\s*)(?P<sign>[–—•·*+]) +(?P<value>\S.*)$")
_COMMENT: Final = re.compile(r"^(?P<head>\s*)(?P<sign>//|<!--|/\*|;)\s*(?P<value>.*?)(?:-->|\*/)?$")
_FIELD: Final = re.compile(r"^\s*(?:- +)*(?P<key>[\w-]+) *:(?: |$)")
_DASH: Final = re.compile(r"^(?P<head>\s*)-(?P<value>[^\s-].*)$")
_QUOTES: Final = "\"'"


def candidates(lines: list[str], numbers: Iterable[int], stop: int) -> Iterator[Candidate]:
    """Yield likely mends: slips within a line first, then other indentations.

    Args:
        lines: all lines of the file.
        numbers: numbers of the lines to try, from 1, the most suspicious first.
        stop: number of the line where the parser stops.
    """
    numbers = list(numbers)
    fields = {found["key"] for line in lines if (found := _FIELD.match(line))}
    for number in numbers:
        yield from _within(number, lines[number - 1])
        yield from _wrong_sign(number, lines[number - 1], fields)
        yield from _no_colon(number, lines[number - 1], fields)
    for number in sorted(numbers, key=lambda n: indent_of(lines[n - 1]) % 2 == 0):
        yield from _indented(number, lines)
    for number in numbers:
        yield from _broken(number, lines)
        yield from _no_colon(number, lines[number - 1], None)
    for number in numbers:
        if number != stop:
            yield from _without_dash(number, lines[number - 1])


def indent_of(line: str) -> int:
    """Return the number of spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _within(number: int, line: str) -> Iterator[Candidate]:
    if not line.strip() or line.lstrip().startswith("#"):
        return
    yield from _glued(number, line)
    found = _LINE.match(line.rstrip())
    if found:
        head, value = found["head"], found["value"]
        column = found.start("value") + 1
        if value[0] in _QUOTES:
            yield from quotes(number, head, value, column)
        elif value[0] in CLOSING:
            yield from brackets(number, head, value, column)
        else:
            yield from plain(number, head, value, column)


def _no_colon(number: int, line: str, fields: set[str] | None) -> Iterator[Candidate]:
    """Yield the line with a colon after its first word, if that is one of the fields."""
    missing = _NO_COLON.match(line)
    if missing and (fields is None or missing["key"] in fields):
        yield Candidate(
            number,
            f"{missing['head']}{missing['key']}: {missing['value'] or '…'}",
            r.SYNTAX,
            "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
            missing.end("key") + 1,
        )


def _wrong_sign(number: int, line: str, fields: set[str]) -> Iterator[Candidate]:
    """Yield the line with the sign YAML wants: a colon, a hyphen, a # for comments."""
    separator = _SEPARATOR.match(line)
    if separator and separator["key"] in fields:
        yield Candidate(
            number,
            f"{separator['head']}{separator['key']}: {separator['value']}",
            r.SYNTAX,
            f"Nach dem Feldnamen steht „{separator['sign'].strip()}“ statt eines Doppelpunkts.",
            separator.start("sign") + 1,
        )
    bullet = _BULLET.match(line)
    if bullet:
        yield Candidate(
            number,
            f"{bullet['head']}- {bullet['value']}",
            r.SYNTAX,
            f"Hier steht „{bullet['sign']}“ statt eines Bindestrichs.",
            bullet.start("sign") + 1,
        )
    comment = _COMMENT.match(line)
    if comment:
        yield Candidate(
            number,
            f"{comment['head']}# {comment['value']}",
            r.SYNTAX,
            f"Kommentare beginnen mit „#“, nicht mit „{comment['sign']}“.",
            comment.start("sign") + 1,
        )


def _broken(number: int, lines: list[str]) -> Iterator[Candidate]:
    """Yield the line as the rest of the value above it."""
    line = lines[number - 1].strip()
    above = next((n for n in range(number - 1, 0, -1) if lines[n - 1].strip()), 0)
    if not above or not line or line.startswith(("#", "- ")) or _FIELD.match(line):
        return
    before = lines[above - 1]
    yield Candidate(
        number,
        " " * (indent_of(before) + 4) + line,
        r.SYNTAX,
        "Diese Zeile gehört wohl noch zum Wert der Zeile davor: Ein Wert bleibt in einer Zeile, "
        "auch wenn sie lang ist. Beginnt hier ein neues Feld, dann fehlt der Doppelpunkt.",
        indent_of(lines[number - 1]) + 1,
        shortened(f"{before.strip()} {line}"),
    )


def _glued(number: int, line: str) -> Iterator[Candidate]:
    glued = _GLUED.match(line)
    if glued:
        yield Candidate(
            number,
            f"{glued['head']}{glued['key']}: {glued['value']}",
            r.SYNTAX,
            f"Nach „{glued['key']}:“ fehlt ein Leerzeichen.",
            glued.start("value") + 1,
        )
    dash = _DASH.match(line)
    if dash:
        yield Candidate(
            number,
            f"{dash['head']}- {dash['value']}",
            r.SYNTAX,
            "Nach dem Bindestrich fehlt ein Leerzeichen.",
            dash.start("value") + 1,
        )


def _indented(number: int, lines: list[str]) -> Iterator[Candidate]:
    line = lines[number - 1]
    stripped = line.lstrip(" ")
    if not stripped.startswith("- ") and not _FIELD.match(stripped):
        return
    now = indent_of(line)
    for wanted in _likely_indents(number, lines):
        if wanted == now:
            continue
        yield Candidate(
            number,
            " " * wanted + stripped,
            r.EINRUECKUNG,
            f"Die Einrückung stimmt nicht: Diese Zeile beginnt {spaces(now)}, "
            f"sie gehört aber {spaces(wanted)}.",
            now + 1,
        )
        yield from _block_indented(number, wanted - now, lines)


def _block_indented(number: int, shift: int, lines: list[str]) -> Iterator[Candidate]:
    """Yield the line and those below it that stand at least as deep, all shifted alike."""
    now = indent_of(lines[number - 1])
    below = list(takewhile(lambda line: line.strip() and indent_of(line) >= now, lines[number:]))
    if below and now:
        count = "die Zeile" if len(below) == 1 else f"{len(below)} Zeilen"
        yield Candidate(
            number,
            " " * (now + shift) + lines[number - 1].lstrip(" "),
            r.EINRUECKUNG,
            f"Die Einrückung stimmt nicht: Diese Zeile und {count} danach beginnen {spaces(now)} "
            f"oder später, sie gehören aber {spaces(now + shift)}.",
            now + 1,
            more=tuple(" " * (indent_of(line) + shift) + line.lstrip(" ") for line in below),
        )


def spaces(indent: int) -> str:
    """Return where a line begins, in words."""
    if not indent:
        return "ganz links"
    return "nach einem Leerzeichen" if indent == 1 else f"nach {indent} Leerzeichen"


def _likely_indents(number: int, lines: list[str]) -> list[int]:
    """Return the indents a line may have: as the text above, one level deeper, as the next line."""
    found: dict[int, None] = {}
    for above in reversed(lines[: number - 1]):
        text = above.lstrip(" ")
        if not text or text.startswith("#"):
            continue
        indent = indent_of(above)
        inner = indent + 2 if text.startswith("- ") else indent
        deeper = [inner + 2] if text.rstrip().endswith(":") else []
        found.update(dict.fromkeys((*deeper, inner, indent)))
        if indent == 0:
            break
    else:
        found[0] = None
    for below in lines[number : number + 2]:
        if below.strip():
            found[indent_of(below)] = None
    now = indent_of(lines[number - 1])
    return sorted(found, key=lambda indent: abs(indent - now))[:6]


def _without_dash(number: int, line: str) -> Iterator[Candidate]:
    found = re.match(r"^(\s*)  ([A-Za-z_]\w*:.*)$", line)
    if found:
        yield Candidate(
            number,
            f"{found[1]}- {found[2]}",
            r.EINRUECKUNG,
            "Hier fehlt der Bindestrich, mit dem ein neuer Eintrag beginnt.",
            len(found[1]) + 1,
        )
