"""Likely slips in the value of a line of YAML: quotes, brackets, colons, signs at the beginning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Befund, Ort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Regel

CLOSING: Final = {"[": "]", "{": "}"}


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
        more: following lines that have the same slip, as they might have been meant.
    """

    line: int
    text: str
    regel: Regel
    message: str
    column: int
    remedy: str = ""
    more: tuple[str, ...] = ()

    @property
    def lines(self) -> range:
        """The numbers of all lines this mend changes."""
        return range(self.line, self.line + 1 + len(self.more))

    def apply(self, lines: list[str]) -> None:
        """Put the mended lines in the place of the old ones."""
        lines[self.line - 1 : self.line + len(self.more)] = [self.text, *self.more]

    def befund(self, file: str) -> Befund:
        """Return the finding; its remedy is the mended line, indented where that is the point."""
        text = self.text.rstrip()
        line = text if self.regel is r.EINRUECKUNG else text.strip()
        ort = Ort(file, self.line, self.column)
        return self.regel.befund(ort, self.message, self.remedy or shortened(line))


def quoted(value: str) -> str:
    """Return a text in quotes that need no escapes, as a person would type it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "’") + "'"


def shortened(text: str) -> str:
    """Return a line short enough for a message."""
    return text if len(text) <= 300 else f"{text[:300]}…"


def quotes(number: int, head: str, value: str, column: int) -> Iterator[Candidate]:
    """Yield mends for a value that begins with a quote."""
    quote = value[0]
    end = value.find(quote, 1)
    if end < 0:
        value = re.sub(r"[„“”‘’\"']$", "", value) if len(value) > 1 else value
        without, gap, comment = value.partition("  #")
        inner = without[1:].rstrip()
        yield Candidate(
            number,
            f"{head}{quoted(inner)}{gap}{comment}",
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
    if re.match(r"[a-z_]+: ", rest):
        yield Candidate(
            number,
            head + value[: end + 1],
            r.SYNTAX,
            "Hier stehen zwei Felder in einer Zeile.",
            column + end + 1,
            f"{head.strip()} {value[: end + 1]}\n{shortened(rest)}",
        )
    elif rest:
        yield Candidate(
            number,
            head + quoted(re.sub(r"\s+", " ", value.replace(quote, "")).strip()),
            r.SYNTAX,
            f"Nach dem schließenden Anführungszeichen steht noch Text: „{shortened(rest)}“.",
            column + end + 1,
        )


def brackets(number: int, head: str, value: str, column: int) -> Iterator[Candidate]:
    """Yield mends for a value that begins with a bracket."""
    opening, closing = value[0], CLOSING[value[0]]
    missing = "Diese Klammer wird in der Zeile nicht geschlossen."
    if closing not in value:
        bare = value.rstrip("]}), ")
        # A quoted item may have swallowed the bracket: [a, "b]
        for text in (bare, f'{bare}"'):
            yield Candidate(number, f"{head}{text}{closing}", r.KLAMMER, missing, column)
    if value.count(opening) > value.count(closing) > 0:
        yield Candidate(number, f"{head}{value}{closing}", r.KLAMMER, missing, column)
    rest = value[value.find(closing) + 1 :].strip()
    if rest and not rest.strip("]}"):
        yield Candidate(
            number,
            head + value[: value.find(closing) + 1],
            r.KLAMMER,
            "Hier steht eine schließende Klammer zu viel.",
            column + value.find(closing) + 1,
        )
    elif closing in value and rest:
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


def plain(number: int, head: str, value: str, column: int) -> Iterator[Candidate]:
    """Yield mends for a value without quotes."""
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
            "In dieser Webadresse steht ein Leerzeichen." if web else _colon(value),
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


def _colon(value: str) -> str:
    message = "Text mit Doppelpunkt bitte in Anführungszeichen setzen."
    if re.search(r" [a-z_]{2,}: ", value):
        message += " Sind es zwei Felder, machen Sie zwei Zeilen daraus."
    return message
