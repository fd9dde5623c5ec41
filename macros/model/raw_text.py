"""Bytes to clean text: encoding, invisible and misleading characters, conflict marks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Ort
from macros.model.scripts import scan_scripts

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
_MOJIBAKE: Final = re.compile(r"[ÃÂ][\u0080-\u00bf\u0152-\u0178\u2010-\u2122]|â[\u0080-\u2122]{2}")
_INVISIBLE: Final = ("Cf", "Co", "Cn", "Cs", "Zl", "Zp")
_LOST: Final = "\ufffd"


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
        return None, [_not_utf8(data, error.start, file)]
    text = unicodedata.normalize("NFC", _line_ends(text))
    return text, list(_scan(text, file))


def guessed_text(data: bytes) -> str | None:
    """Return the text of a file that is not UTF-8, each line as UTF-8 or else as Windows-1252.

    The findings of the other lines can then be told in the same run. None for UTF-16.
    """
    if _is_utf16(data):
        return None
    lines = []
    for line in _line_ends_of_bytes(data).split(b"\n"):
        try:
            lines.append(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return unicodedata.normalize("NFC", "\n".join(lines))


def cleaned(text: str) -> str:
    """Return the text as the parser needs it: spaces for tabs, nothing invisible.

    Every character taken out has a finding of its own; lines keep their numbers.
    """
    if not _ODD.search(text):
        return text
    return "\n".join(_cleaned_line(line) for line in text.split("\n"))


def _cleaned_line(line: str) -> str:
    if not _ODD.search(line):
        return line
    if _STRUCTURAL_SPACE.search(line):
        line = re.sub(rf"[{_SPACES}]", " ", line)
    line = _without_tabs(line)
    return "".join(
        char
        for char in line
        if char == " " or unicodedata.category(char) not in ("Cc", *_INVISIBLE)
    )


def _without_tabs(line: str) -> str:
    indent = re.match(r"[ \t]*", line).group()  # type: ignore[union-attr]
    rest = line[len(indent) :]
    if "\t" in rest:
        rest = " ".join(part for part in (p.strip(" ") for p in rest.split("\t")) if part)
    return indent.replace("\t", "  ") + rest.rstrip()


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line_ends_of_bytes(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _is_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _not_utf8(data: bytes, at: int, file: str) -> Befund:
    if _is_utf16(data):
        return r.KEIN_UTF8.befund(
            Ort(file),
            "Die Datei ist als UTF-16 gespeichert, nicht als UTF-8.",
            "In VS Code unten rechts auf die Codierung klicken: „Mit Codierung speichern“, „UTF-8“",
        )
    before = _line_ends_of_bytes(data[:at])
    start = before.rfind(b"\n") + 1
    number = before.count(b"\n") + 1
    try:
        mixed = not data[:at].isascii() or not data[at:].split(b"\n", 1)[1].decode().isascii()
    except (UnicodeDecodeError, IndexError):
        mixed = not data[:at].isascii()
    column = len(before[start:].decode("utf-8", "replace")) + 1
    line = _line_ends_of_bytes(data).split(b"\n")[number - 1].decode("cp1252", "replace").strip()
    return r.KEIN_UTF8.befund(
        Ort(file, number, column),
        f"Die Datei ist nicht als UTF-8 gespeichert. Gemeint ist wohl: „{line[:60]}“",
        f"Nur diese Zeile neu tippen: {line[:300]}" if mixed else "",
    )


def _scan(text: str, file: str) -> Iterator[Befund]:
    conflict = False
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if _CONFLICT.match(line):
            if not conflict:
                yield _conflict(lines, number, file)
            conflict = not line.startswith(">")
            continue
        if _ODD.search(line):
            yield from _scan_odd(line, number, file)
            yield from scan_scripts(line, number, file)
        yield from _scan_mojibake(line, number, file)


def _conflict(lines: list[str], first: int, file: str) -> Befund:
    last = next((n for n in range(first, len(lines)) if lines[n].startswith(">>>>>>>")), first - 1)
    where = f"in den Zeilen {first} bis {last + 1}" if last >= first else f"in Zeile {first}"
    return r.KONFLIKT.befund(
        Ort(file, first),
        f"Ungelöster Git-Konflikt {where}.",
        "Die richtige Angabe behalten, die Zeilen mit den Marken (<<<<<<<, =======, >>>>>>>) "
        "löschen",
    )


def _scan_odd(line: str, number: int, file: str) -> Iterator[Befund]:
    structural = _STRUCTURAL_SPACE.search(line)
    if structural:
        column = next(i for i, c in enumerate(line) if c != " " and unicodedata.category(c) == "Zs")
        mended = re.sub(rf"[{_SPACES}]", " ", line).rstrip()
        yield r.GESCHUETZT.befund(
            Ort(file, number, column + 1),
            "Hier steht ein besonderes Leerzeichen statt eines gewöhnlichen: "
            f"{_code(line[column])}.",
            mended,
        )
    seen: set[str] = set()
    for column, char in enumerate(line, start=1):
        if char in seen or not _ODD.match(char):
            continue
        seen.add(char)
        finding = _odd(line, char, Ort(file, number, column))
        if finding:
            yield finding


def _odd(line: str, char: str, ort: Ort) -> Befund | None:
    category = unicodedata.category(char)
    after = re.match(r"\s*([\w-]+)", line[ort.column :])
    where = f" vor „{after.group(1)[:40]}“" if after else ""
    delete = f"Das Zeichen in Spalte {ort.column} löschen"
    if char == "\t":
        return r.TABULATOR.befund(
            ort,
            "Hier steht ein Tabulator. Bitte Leerzeichen verwenden (2 je Stufe).",
            _without_tabs(line)[:300] if line.strip() else "Alle Zeichen dieser Zeile löschen",
        )
    if char in _BIDI:
        return r.UMDREHER.befund(
            ort, f"Das Zeichen {_code(char)}{where} kann Text umdrehen (Täuschung).", delete
        )
    if char == _LOST:
        return r.VERLOREN.befund(
            ort,
            "Hier ist beim Umwandeln der Datei ein Zeichen verloren gegangen (�).",
            f"Den fehlenden Buchstaben in Spalte {ort.column} neu tippen",
        )
    if category == "Cc":
        return r.STEUERZEICHEN.befund(
            ort, f"Hier steht das Steuerzeichen {_code(char)}{where}.", delete
        )
    if category in _INVISIBLE:
        return r.UNSICHTBAR.befund(ort, f"Unsichtbares Zeichen {_code(char)}{where}.", delete)
    return None


_NAMES: Final = {
    0x00: "NUL",
    0x07: "Klingel",
    0x08: "Rückschritt",
    0x0B: "senkrechter Tabulator",
    0x0C: "Seitenvorschub",
    0x1B: "Escape",
    0x85: "nächste Zeile",
    0xA0: "geschütztes Leerzeichen",
    0xAD: "weiches Trennzeichen",
    0x200B: "Leerzeichen ohne Breite",
    0x200C: "Bindehemmer ohne Breite",
    0x200D: "Verbinder ohne Breite",
    0x200E: "Links-nach-rechts-Zeichen",
    0x200F: "Rechts-nach-links-Zeichen",
    0x2028: "Zeilentrenner",
    0x2029: "Absatztrenner",
    0x202D: "Links-nach-rechts-Zwang",
    0x202E: "Rechts-nach-links-Zwang",
    0x202F: "schmales geschütztes Leerzeichen",
    0x2060: "Wortverbinder",
    0xFEFF: "Byte-Reihenfolge-Marke",
}


def _code(char: str) -> str:
    name = _NAMES.get(ord(char), "")
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")


def _scan_mojibake(line: str, number: int, file: str) -> Iterator[Befund]:
    if not _MOJIBAKE.search(line):
        return
    for found in re.finditer(r"\S+", line):
        word = found.group()
        if not _MOJIBAKE.search(word):
            continue
        raw = _as_cp1252(word)
        try:
            mended = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        yield r.FALSCH_KODIERT.befund(
            Ort(file, number, found.start() + 1),
            f"Sieht nach falscher Kodierung aus: „{word[:60]}“. Meinten Sie „{mended[:60]}“?",
            line.replace(word, mended).strip()[:300],
        )


def _as_cp1252(word: str) -> bytes:
    parts = []
    for char in word:
        try:
            parts.append(char.encode("cp1252"))
        except UnicodeEncodeError:
            parts.append(char.encode("latin-1", "replace"))
    return b"".join(parts)
