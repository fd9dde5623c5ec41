"""Which encoding a foreign file has: decided by its bytes, never by hope."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from macros.importers import rules
from macros.model.findings import Befund, Ort

# The byte of „ß“ in CP850 is that of „á“ in Windows-1252: German letters weigh more.
_GERMAN: Final = frozenset("äöüßÄÖÜ")
_LETTERS: Final = frozenset("éèêëáàâçñíìîïóòôúùûåæøœÉÈÀÇÑ")
_SIGNS: Final = frozenset("–—‘’‚“”„…§°´«»€²³·\xa0")
_MOJIBAKE: Final = re.compile(r"Ã[\x80-\xbf¤¶¼Ÿ„–œŒ€]|â€[“”žœ™]|Â[§°\xa0]")
_NAMES: Final = {"cp1252": "Windows-1252", "cp850": "CP850"}


@dataclass(frozen=True)
class Dekodiert:
    """A file's text and the encoding it was in."""

    text: str
    zeichensatz: str


def decode(data: bytes, file: str) -> tuple[Dekodiert | None, list[Befund]]:
    """Return the text of a file.

    A byte order mark decides. Then strict UTF-8, which hardly any text in another encoding
    passes by accident. Then Windows-1252 or CP850, whichever puts letters and not box lines or
    signs inside words; where neither is better, the file is refused.

    Args:
        data: the file's bytes.
        file: how it is called in messages.

    Returns:
        The text, or None, and the findings.
    """
    for mark, codec, name in (
        (codecs.BOM_UTF8, "utf-8", "UTF-8 mit BOM"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
    ):
        if data.startswith(mark):
            try:
                return _checked(data[len(mark) :].decode(codec), name, file)
            except UnicodeDecodeError as error:
                return None, [_broken(data[: len(mark) + error.start], file, name)]
    if b"\x00" in data:
        message = f"„{file}“ enthält Nullzeichen und ist keine Textdatei."
        return None, [rules.DATEI.befund(Ort(file), message)]
    try:
        return _checked(data.decode("utf-8"), "UTF-8", file)
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            return None, [_broken(data[: error.start], file, "UTF-8")]
    scores = {codec: _score(data, codec) for codec in _NAMES}
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] <= 0 or scores["cp1252"] == scores["cp850"]:
        first = re.search(rb"[\x80-\xff]", data)
        return None, [_broken(data[: first.start() if first else 0], file, "")]
    return _checked(data.decode(best), _NAMES[best], file)


def _checked(text: str, name: str, file: str) -> tuple[Dekodiert | None, list[Befund]]:
    """Refuse a text that was decoded wrongly once before, or whose letters were lost."""
    damaged = _MOJIBAKE.search(text) or re.search("\ufffd", text)
    if damaged:
        before = text[: damaged.start()]
        line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
        sample = text[max(line_start, damaged.start() - 12) : damaged.end() + 6]
        where = Ort(file, before.count("\n") + 1, len(before) - line_start + 1)
        message = (
            f"Hier sind Umlaute beschädigt („{' '.join(sample.split())}“). Die Datei wurde "
            "schon einmal mit falschem Zeichensatz gespeichert."
        )
        remedy = "Laden Sie die Datei neu und öffnen Sie sie vor dem Einlesen nicht in Excel."
        return None, [rules.ZEICHENSATZ.befund(where, message, remedy)]
    return Dekodiert(unicodedata.normalize("NFC", text), name), []


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether a file is UTF-8 with a few broken places rather than another encoding."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(1 for c in text if ord(c) > 127) - broken > broken


def _score(data: bytes, codec: str) -> int:
    """Count letters that stand in words, minus everything that no German list contains."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return -1
    score = 0
    for found in re.finditer(r"[^\x00-\x7f]", text):
        char, at = found.group(), found.start()
        near = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        in_word = any(c.isalpha() for c in near)
        if char in _GERMAN:
            score += 4 if in_word else 2
        elif char in _LETTERS:
            score += 1 if in_word else -1
        elif char in _SIGNS:
            score += -1 if near.isalpha() and len(near) == 2 else 1
        else:
            score -= 2
    return score


def _broken(before: bytes, file: str, name: str) -> Befund:
    """Return the finding that points at the first byte that does not fit."""
    codec = "utf-16" if name == "UTF-16" else "utf-8" if name.startswith("UTF-8") else "cp850"
    text = before.decode(codec, errors="replace")
    line_start = max(text.rfind("\n"), text.rfind("\r")) + 1
    where = Ort(file, text.count("\n") + 1, len(text) - line_start + 1)
    kind = (
        f"Die Datei ist {name}, aber hier ist ein Zeichen beschädigt."
        if name
        else (
            "Der Zeichensatz ist nicht zu erkennen: Dieses Zeichen passt weder zu UTF-8 noch zu "
            "Windows-1252 oder CP850."
        )
    )
    return rules.ZEICHENSATZ.befund(
        where, kind, "Laden Sie die Datei neu oder speichern Sie sie als „CSV UTF-8“."
    )
