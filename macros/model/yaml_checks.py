"""What YAML would read without complaint, though a person meant something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Ort
from macros.model.yaml_candidates import indent_of, spaces
from macros.model.yaml_values import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund
    from macros.model.yaml_tree import Scalar

_SIGNS: Final = frozenset("=-?:|>%@`!&*,[]{}#+.…–—/")
_OPENING: Final = "„“”‚‘»«"
_CLOSING: Final = "“”‘’«»\"'"
_DOCUMENT: Final = re.compile(r"^(---|\.\.\.)(\s.*)?$")


def one_document(text: str, file: str) -> tuple[str, list[Befund]]:
    """Return the text with later documents joined to the first, and a finding for each."""
    if "\n---" not in text and "\n..." not in text:
        return text, []
    lines = text.split("\n")
    befunde: list[Befund] = []
    content = False
    for number, line in enumerate(lines, start=1):
        if content and _DOCUMENT.match(line):
            befunde.append(
                r.DOKUMENTE.befund(
                    Ort(file, number),
                    f"Mit „{line[:3]}“ endet das Dokument; der Rest der Datei ginge verloren.",
                    f"Die Zeile {number} mit „{line[:3]}“ löschen",
                )
            )
            lines[number - 1] = ""
        content = content or bool(line.strip() and not line.lstrip().startswith(("#", "---", "%")))
    return "\n".join(lines), befunde


def check_escapes(line: str, number: int, column: int, end: int, file: str) -> Iterator[Befund]:
    """Yield a finding for a backslash in double quotes: it could write any hidden character.

    Args:
        line: the line the text stands in.
        number: its number, from 1.
        column: column of the opening quote, from 1.
        end: number of characters in the line up to the closing quote.
        file: path for messages.
    """
    written = line[column:end]
    at = written.find("\\")
    if at >= 0:
        yield r.SYNTAX.befund(
            Ort(file, number, column + at + 1),
            "In doppelten Anführungszeichen hat der umgekehrte Schrägstrich eine eigene "
            "Bedeutung. Nehmen Sie einfache Anführungszeichen.",
            shortened(f"{line[: column - 1].strip()} {quoted(written.rstrip(chr(34)))}"),
        )


def check_plain(
    lines: list[str], file: str, text: str, start: tuple[int, int], end: tuple[int, int]
) -> Iterator[Befund]:
    """Yield what is odd about a text without quotes.

    Args:
        lines: the file's lines.
        file: path for messages.
        text: the text as YAML reads it.
        start: line and column of its first character, from 1.
        end: its last line, from 1, and the number of characters in it up to the text's end.
    """
    (line, column), (end_line, end_column) = start, end
    head = lines[line - 1][: column - 1].strip()
    rest = lines[end_line - 1][end_column:]
    if rest.startswith(" #"):
        yield r.KOMMENTAR.befund(
            Ort(file, end_line, end_column + 2),
            f"Alles nach „ #“ gilt als Kommentar: „{shortened(rest.strip())}“ ginge verloren. Soll "
            "es ein Kommentar sein, setzen Sie zwei Leerzeichen davor.",
            shortened(f"{head} {quoted(f'{text}{rest}'.strip())}".strip()),
        )
    if len(text) == 1 and text in _SIGNS:
        yield r.ZEICHEN_STATT_WERT.befund(
            Ort(file, line, column),
            f"„{text}“ ist kein Wert. Der Wert fehlt, oder das Zeichen gehört in "
            "Anführungszeichen.",
            f"{head} …".strip(),
        )
    if end_line != line:
        yield _continued(lines, file, line, end_line)
    if text[0] in _OPENING and text[-1] in _CLOSING and len(text) > 1:
        inner = shortened(text[1:-1])
        yield r.TYPOGRAFISCH.befund(
            Ort(file, line, column),
            f'Typografische Anführungszeichen gehören hier zum Text. Meinten Sie "{inner}"?',
            f'{head} "{inner}"'.strip(),
        )


def _continued(lines: list[str], file: str, first: int, last: int) -> Befund:
    """Return the finding for a text that goes on in the next line, at the line to mend."""
    numbers = [n for n in range(first, last + 1) if lines[n - 1].strip()]
    following = numbers[1]
    odd = next((n for n in numbers if indent_of(lines[n - 1]) % 2), None)
    if odd is not None:
        indent = indent_of(lines[odd - 1])
        other = next((n for n in numbers if n != odd), first)
        return r.EINRUECKUNG.befund(
            Ort(file, odd, indent + 1),
            f"Die Einrückung stimmt nicht: Diese Zeile beginnt {spaces(indent)} und gilt "
            "deshalb als Teil des Nachbartextes.",
            " " * indent_of(lines[other - 1]) + shortened(lines[odd - 1].strip()),
        )
    text = lines[following - 1].strip()
    opening = lines[first - 1]
    if text.startswith("- ") and not opening.strip().startswith("- "):
        return r.EINRUECKUNG.befund(
            Ort(file, first, indent_of(opening) + 1),
            "Hier fehlt der Bindestrich, mit dem ein Eintrag der Liste beginnt.",
            " " * indent_of(lines[following - 1]) + "- " + shortened(opening.strip()),
        )
    ort = Ort(file, following, indent_of(lines[following - 1]) + 1)
    if text.startswith("- "):
        return r.EINRUECKUNG.befund(
            ort,
            "Dieser Eintrag der Liste ist zu weit eingerückt und gilt als Teil des Textes davor.",
            " " * indent_of(opening) + shortened(text),
        )
    glued = re.match(r"([a-z][a-z_]*):([^\s:/].*)", text)
    if glued:
        return r.SYNTAX.befund(
            ort,
            f"Nach „{glued[1]}:“ fehlt ein Leerzeichen.",
            shortened(f"{glued[1]}: {glued[2]}"),
        )
    joined = " ".join(lines[n - 1].strip() for n in numbers)
    return r.SYNTAX.befund(
        ort,
        "Diese Zeile gilt als Teil des Wertes davor. Ein Wert bleibt in einer Zeile, auch wenn "
        "sie lang ist. Beginnt hier ein neues Feld, dann fehlt der Doppelpunkt.",
        shortened(joined),
    )


def repeated_keys(
    again: list[tuple[Scalar, Scalar]], lines: list[str], file: str
) -> Iterator[Befund]:
    """Yield findings for keys that stand twice in one block.

    Many at once mean that a new entry begins without its hyphen; then one finding says so.

    Args:
        again: first and second place of each repeated key.
        lines: the file's lines.
        file: path for messages.
    """
    if not again:
        return
    first, key = again[0]
    ort = Ort(file, key.line, key.column)
    if key.text == "id":
        yield r.EINTRAG_BEGINNT.befund(
            ort,
            f"Ein Eintrag hat nur eine Kennung; „id“ steht schon in Zeile {first.line}. Beginnt "
            "hier ein neuer Eintrag? Dann fehlt der Bindestrich.",
            f"- {shortened(lines[key.line - 1].strip())}",
        )
        return
    if len(again) > 2:
        names = ", ".join(f"„{second.text}“" for _, second in again[:5])
        yield r.EINTRAG_BEGINNT.befund(
            ort,
            f"Ab hier stehen Felder zum zweiten Mal: {names}. Beginnt hier ein neuer Eintrag? "
            "Dann fehlt davor seine erste Zeile.",
            "- id: … (in einer eigenen Zeile davor), oder die doppelten Felder löschen",
        )
        return
    for before, second in again:
        yield r.DOPPELTER_SCHLUESSEL.befund(
            Ort(file, second.line, second.column),
            f"„{second.text}“ steht zweimal: in Zeile {before.line} und in Zeile {second.line}.",
            f"Eine der beiden Zeilen löschen ({before.line} oder {second.line})",
        )
