"""Likely slips in one line of YAML, each with the mended line and the German finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Befund, Ort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.findings import Regel

_LINE: Final = re.compile(r"^(?P<head>\s*(?:- +)*(?:[\w-]+ *: +)?)(?P<value>\S.*?)\s*$")
_GLUED: Final = re.compile(r"^(?P<head>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*):(?P<value>[^\s:/].*)$")
_NO_COLON: Final = re.compile(r"^(?P<head>\s*(?:- +)*)(?P<key>[a-z][a-z_]*)(?: +(?P<value>\S.*))?$")
_DASH: Final = re.compile(r"^(?P<head>\s*)-(?P<value>[^\s-].*)$")
_QUOTES: Final = "\"'"
_CLOSING: Final = {"[": "]", "{": "}"}


@dataclass(frozen=True)
class Candidate:
    """A line, mended.

    Attributes:
        line: number of the line, from 1.
        text: the line as it might have been meant.
        regel: the rule the line breaks.
        message: what is wrong, if this mend is right.
        column: where the slip is, from 1.
        remedy: what to type; the mended line where empty.
    """

    line: int
    text: str
    regel: Regel
    message: str
    column: int
    remedy: str = ""

    def befund(self, file: str) -> Befund:
        """Return the finding; its remedy is the mended line, indented where that is the point."""
        text = self.text.rstrip()
        line = text if self.regel is r.EINRUECKUNG else text.strip()
        ort = Ort(file, self.line, self.column)
        return self.regel.befund(ort, self.message, self.remedy or shortened(line))


def candidates(lines: list[str], numbers: Iterable[int], stop: int) -> Iterator[Candidate]:
    """Yield likely mends: slips within a line first, then other indentations.

    Args:
        lines: all lines of the file.
        numbers: numbers of the lines to try, from 1, the most suspicious first.
        stop: number of the line where the parser stops.
    """
    numbers = list(numbers)
    for number in numbers:
        yield from _within(number, lines[number - 1])
    for number in sorted(numbers, key=lambda n: indent_of(lines[n - 1]) % 2 == 0):
        yield from _indented(number, lines)
    for number in numbers:
        if number != stop:
            yield from _without_dash(number, lines[number - 1])


def indent_of(line: str) -> int:
    """Return the number of spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def quoted(value: str) -> str:
    """Return a text in quotes that need no escapes, as a person would type it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "’") + "'"


def shortened(text: str) -> str:
    """Return a line short enough for a message."""
    return text if len(text) <= 300 else f"{text[:300]}…"


def _within(number: int, line: str) -> Iterator[Candidate]:
    if not line.strip() or line.lstrip().startswith("#"):
        return
    yield from _glued(number, line)
    found = _LINE.match(line)
    if found:
        head, value = found["head"], found["value"]
        column = found.start("value") + 1
        if value[0] in _QUOTES:
            yield from _quotes(number, head, value, column)
        elif value[0] in _CLOSING:
            yield from _brackets(number, head, value, column)
        else:
            yield from _plain(number, head, value, column)
    missing = _NO_COLON.match(line)
    if missing:
        value = missing["value"] or ""
        yield Candidate(
            number,
            f"{missing['head']}{missing['key']}: {value or '…'}",
            r.SYNTAX,
            "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
            missing.end("key") + 1,
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


def _quotes(number: int, head: str, value: str, column: int) -> Iterator[Candidate]:
    quote = value[0]
    end = value.find(quote, 1)
    if end < 0:
        without, comment = re.match(r"(.*?)(\s{2,}#.*)?$", value).groups()  # type: ignore[union-attr]
        inner = without[1:].rstrip()
        yield Candidate(
            number,
            f"{head}{quoted(inner)}{comment or ''}",
            r.ANFUEHRUNG_OFFEN,
            "Dieses Anführungszeichen wird in der Zeile nicht geschlossen.",
            column,
        )
        return
    if quote == '"' and "\\" in value:
        yield Candidate(
            number,
            head + quoted(value.strip('"')),
            r.SYNTAX,
            "In doppelten Anführungszeichen hat der umgekehrte Schrägstrich eine eigene "
            "Bedeutung. Nehmen Sie einfache Anführungszeichen.",
            column + value.find("\\"),
        )
    if quote == "'" and value.endswith("'") and re.search(r"\w'\w", value):
        yield Candidate(
            number,
            f'{head}"{value[1:-1]}"',
            r.ANFUEHRUNG_OFFEN,
            "Der Apostroph im Text beendet das einfache Anführungszeichen. Nehmen Sie doppelte "
            "Anführungszeichen.",
            column + end,
        )
    rest = value[end + 1 :].strip()
    if rest:
        yield Candidate(
            number,
            head + quoted(re.sub(r"\s+", " ", value.replace(quote, " ")).strip()),
            r.SYNTAX,
            f"Nach dem schließenden Anführungszeichen steht noch Text: „{shortened(rest)}“.",
            column + end + 1,
        )


def _brackets(number: int, head: str, value: str, column: int) -> Iterator[Candidate]:
    opening, closing = value[0], _CLOSING[value[0]]
    missing = "Diese Klammer wird in der Zeile nicht geschlossen."
    if closing not in value:
        bare = value.rstrip("]}), ")
        # A quoted item may have swallowed the bracket: [a, "b]
        for text in (bare, f'{bare}"'):
            yield Candidate(number, f"{head}{text}{closing}", r.KLAMMER, missing, column)
    if value.count(opening) > value.count(closing) > 0:
        yield Candidate(number, f"{head}{value}{closing}", r.KLAMMER, missing, column)
    rest = value[value.find(closing) + 1 :].strip()
    if closing in value and rest:
        yield Candidate(
            number,
            head + quoted(value),
            r.KLAMMER,
            f"Nach der schließenden Klammer steht noch Text: „{shortened(rest)}“. "
            "Soll die Klammer zum Text gehören, setzen Sie alles in Anführungszeichen.",
            column + value.find(closing) + 1,
        )
    commas = re.sub(r",(\s*,)+", ",", re.sub(r"\[\s*,", "[", value))
    if commas != value:
        yield Candidate(
            number, head + commas, r.KLAMMER, "In dieser Liste steht ein Komma zu viel.", column
        )
    inner = value[1:].rstrip("]}").strip()
    if re.search(r"[\"'#:]", inner):
        parts = [quoted(part.strip().strip("\"'")) for part in inner.split(",")]
        yield Candidate(
            number,
            f"{head}{opening}{', '.join(parts)}{closing}",
            r.KLAMMER,
            "Diese Liste ist nicht lesbar. Setzen Sie jeden Eintrag in Anführungszeichen.",
            column,
        )


def _plain(number: int, head: str, value: str, column: int) -> Iterator[Candidate]:
    first = value[0]
    if first in "*&":
        yield Candidate(
            number,
            head + quoted(value),
            r.ANKER,
            f"Ein Wert, der mit „{first}“ beginnt, gilt als Verknüpfung; das ist verboten. "
            "Gehört das Zeichen zum Text, setzen Sie ihn in Anführungszeichen.",
            column,
        )
    elif first == "!":
        yield Candidate(
            number,
            head + quoted(value),
            r.TAG,
            "Ein Wert darf nicht mit einem Ausrufezeichen beginnen (YAML-Tag).",
            column,
        )
    elif first == "-" and head.rstrip().endswith(":"):
        bare = value.lstrip("- ")
        yield Candidate(
            number,
            head + (quoted(value) if bare else '""'),
            r.ZEICHEN_STATT_WERT,
            "Hier steht ein Bindestrich, wo ein Wert erwartet wird. Der Wert fehlt oder gehört "
            "in Anführungszeichen.",
            column,
            "" if bare else f"{head.strip()} …",
        )
    elif first in "@`%|>?,}]":
        yield Candidate(
            number,
            head + quoted(value),
            r.ZEICHEN_STATT_WERT,
            f"Ein Wert darf nicht mit „{first}“ beginnen. Setzen Sie ihn in Anführungszeichen.",
            column,
        )
    if re.search(r":(\s|$)", value) and head.rstrip().endswith(":"):
        web = re.match(r"https?:\s+(/.*)$", value)
        mended = value.replace(": ", ":").replace(" ", "") if web else quoted(value)
        yield Candidate(
            number,
            head + mended,
            r.DOPPELPUNKT,
            "In dieser Webadresse steht ein Leerzeichen."
            if web
            else "Text mit Doppelpunkt bitte in Anführungszeichen setzen.",
            column,
        )
    elif re.search(r":(\s|$)", value) and head.lstrip().startswith("- "):
        yield Candidate(
            number,
            head + quoted(value),
            r.DOPPELPUNKT,
            "Text mit Doppelpunkt bitte in Anführungszeichen setzen.",
            column,
        )


def _indented(number: int, lines: list[str]) -> Iterator[Candidate]:
    line = lines[number - 1]
    stripped = line.lstrip(" ")
    if not stripped or stripped.startswith("#"):
        return
    now = indent_of(line)
    for wanted in _likely_indents(number, lines):
        if wanted == now:
            continue
        amount = "einem Leerzeichen" if now == 1 else f"{now} Leerzeichen" if now else "keinem"
        target = f"{wanted} Leerzeichen" if wanted else "ohne Leerzeichen, ganz links"
        yield Candidate(
            number,
            " " * wanted + stripped,
            r.EINRUECKUNG,
            f"Die Einrückung stimmt nicht: Diese Zeile beginnt nach {amount}, "
            f"passend wäre: {target}.",
            now + 1,
        )


def _likely_indents(number: int, lines: list[str]) -> list[int]:
    """Return the indents a line may have: as the text above, one level deeper, as the next line."""
    found: list[int] = []
    for above in reversed(lines[: number - 1]):
        text = above.lstrip(" ")
        if not text or text.startswith("#"):
            continue
        indent = indent_of(above)
        inner = indent + 2 if text.startswith("- ") else indent
        deeper = [inner + 2] if text.rstrip().endswith(":") else []
        found += [*deeper, inner, indent]
        if indent == 0 or len(found) > 8:
            break
    for below in lines[number : number + 2]:
        if below.strip():
            found.append(indent_of(below))
    now = indent_of(lines[number - 1])
    return sorted(dict.fromkeys(found), key=lambda indent: abs(indent - now)) or [0]


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
