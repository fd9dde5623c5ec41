"""Bytes to clean text: encoding, invisible and misleading characters, conflict marks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Ort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund

_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES: Final = "\u00a0\u202f\u2007\u2000-\u2006\u2008-\u200a\u205f\u3000\u1680"
_ODD: Final = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e€]")
_STRUCTURAL_SPACE: Final = re.compile(
    rf"^[ -]*[{_SPACES}]|^[ ]*(?:- )?[A-Za-z_][\w-]*[{_SPACES}]*:[{_SPACES}]|"
    rf"^[ ]*(?:- )?[A-Za-z_][\w-]*[{_SPACES}]+:"
)
_CONFLICT: Final = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")
_MOJIBAKE: Final = re.compile(
    r"\S*(?:[ÃÂ][\u0080-\u00bf\u0152-\u0178\u2010-\u2122]|â[\u0080-\u2122]{2})\S*"
)
_FOREIGN: Final = re.compile(r"[\u0370-\u03ff\u0400-\u052f\uff21-\uff5a]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def read_text(data: bytes, file: str) -> tuple[str | None, list[Befund]]:
    """Return the text of a file, or None when it cannot be decoded.

    Args:
        data: the file's bytes.
        file: path for messages.

    Returns:
        The text with ``\\n`` line ends, NFC, without a leading BOM; and the findings.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        ort = Ort(file, before.count(b"\n") + 1, column)
        message = "Die Datei ist nicht als UTF-8 gespeichert."
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            message = "Die Datei ist als UTF-16 gespeichert, nicht als UTF-8."
        elif start <= error.start:
            line = data[start:].split(b"\n", 1)[0].decode("cp1252", "replace").strip()
            message += f" Gemeint ist wohl: „{line[:60]}“"
        return None, [r.KEIN_UTF8.befund(ort, message)]
    text = text.replace("\r\n", "\n")
    return unicodedata.normalize("NFC", text), list(_scan(text, file))


def _scan(text: str, file: str) -> Iterator[Befund]:
    for number, line in enumerate(text.split("\n"), start=1):
        if _CONFLICT.match(line):
            mark = line[:7]
            if mark.startswith("<"):
                yield r.KONFLIKT.befund(
                    Ort(file, number),
                    f"Ungelöster Git-Konflikt {_conflict_span(text, number)}.",
                    "Die richtige Angabe behalten, die drei Zeilen mit den Marken löschen",
                )
            continue
        if _ODD.search(line):
            yield from _scan_odd(line, number, file)
        yield from _scan_mojibake(line, number, file)
        if _FOREIGN.search(line):
            yield from _scan_scripts(line, number, file)


def _conflict_span(text: str, first: int) -> str:
    lines = text.split("\n")
    for number in range(first, len(lines)):
        if lines[number].startswith(">>>>>>>"):
            return f"in den Zeilen {first} bis {number + 1}"
    return f"ab Zeile {first}"


def _scan_odd(line: str, number: int, file: str) -> Iterator[Befund]:
    structural = _STRUCTURAL_SPACE.search(line)
    if structural:
        column = next(i for i, c in enumerate(line) if c != " " and unicodedata.category(c) == "Zs")
        mended = re.sub(rf"[{_SPACES}]", " ", line).rstrip()
        yield r.GESCHUETZT.befund(
            Ort(file, number, column + 1),
            f"Hier steht ein geschütztes Leerzeichen ({_code(line[column])}) statt eines "
            "gewöhnlichen.",
            mended,
        )
    seen: set[str] = set()
    for column, char in enumerate(line, start=1):
        if char in seen or not _ODD.match(char):
            continue
        seen.add(char)
        ort = Ort(file, number, column)
        category = unicodedata.category(char)
        after = re.match(r"\s*([\w-]+)", line[column:])
        where = f" vor „{after.group(1)}“" if after else ""
        if char == "\t":
            yield r.TABULATOR.befund(
                ort,
                "Hier steht ein Tabulator. Bitte Leerzeichen verwenden (2 je Stufe).",
                re.sub(r" *\t+", lambda m: "  " if m.start() == 0 else " ", line).rstrip(),
            )
        elif char in _BIDI:
            yield r.UMDREHER.befund(
                ort,
                f"Das Zeichen {_code(char)}{where} kann Text umdrehen (Täuschung).",
                f"Das Zeichen in Spalte {column} löschen",
            )
        elif category == "Cc":
            yield r.STEUERZEICHEN.befund(
                ort,
                f"Hier steht das Steuerzeichen {_code(char)}.",
                f"Das Zeichen in Spalte {column} löschen",
            )
        elif category in ("Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
            yield r.UNSICHTBAR.befund(
                ort,
                f"Unsichtbares Zeichen {_code(char)}{where}.",
                f"Das Zeichen in Spalte {column} löschen",
            )


def _code(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({name.title()})" if name else "")


def _scan_mojibake(line: str, number: int, file: str) -> Iterator[Befund]:
    for found in _MOJIBAKE.finditer(line):
        word = found.group()
        raw = _as_cp1252(word)
        try:
            mended = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        yield r.FALSCH_KODIERT.befund(
            Ort(file, number, found.start() + 1),
            f"Sieht nach falscher Kodierung aus: „{word}“. Meinten Sie „{mended}“?",
            line.replace(word, mended).strip(),
        )


def _as_cp1252(word: str) -> bytes:
    parts = []
    for char in word:
        try:
            parts.append(char.encode("cp1252"))
        except UnicodeEncodeError:
            parts.append(char.encode("latin-1", "replace"))
    return b"".join(parts)


def _scan_scripts(line: str, number: int, file: str) -> Iterator[Befund]:
    for word in _WORD.finditer(line):
        foreign = _FOREIGN.search(word.group())
        if not foreign or not re.search(r"[A-Za-zÄÖÜäöüß]", word.group()):
            continue
        char = foreign.group()
        script = unicodedata.name(char).split()[0].title()
        name = {"Cyrillic": "kyrillisch", "Greek": "griechisch"}.get(script, "nicht lateinisch")
        yield r.MISCHSCHRIFT.befund(
            Ort(file, number, word.start() + foreign.start() + 1),
            f"Der Buchstabe „{char}“ in „{word.group()}“ ist {name}.",
            f"Das Wort „{word.group()}“ neu tippen",
        )
