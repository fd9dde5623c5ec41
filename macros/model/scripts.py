"""Letters and digits of foreign scripts that pose as Latin ones."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Ort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund

_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGITS: Final = re.compile(r"\d+")
_NOT_A_SCRIPT: Final = frozenset("ªºµ")
_LOOKALIKE: Final = frozenset("аеіјорсухԁѕАВЕЅІЈКМНОРСТУХοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
_NAMES: Final = {
    "CYRILLIC": "kyrillisch",
    "GREEK": "griechisch",
    "ARMENIAN": "armenisch",
    "CHEROKEE": "aus der Cherokee-Schrift",
    "MATHEMATICAL": "ein mathematisches Zeichen",
    "FULLWIDTH": "ein breiter Buchstabe",
}


def scan_scripts(line: str, number: int, file: str) -> Iterator[Befund]:
    """Yield findings for words that mix scripts and for digits that are no ASCII digits.

    Args:
        line: one line of a file.
        number: its number, from 1.
        file: path for messages.
    """
    words = list(_WORD.finditer(line))
    genuine = any(not _is_latin(c) and c not in _LOOKALIKE for w in words for c in w.group())
    for word in words:
        foreign = [c for c in word.group() if not _is_latin(c)]
        poses = not genuine and all(c in _LOOKALIKE for c in word.group())
        if foreign and (len(foreign) < len(word.group()) or poses):
            yield r.MISCHSCHRIFT.befund(
                Ort(file, number, word.start() + word.group().index(foreign[0]) + 1),
                f"Der Buchstabe „{foreign[0]}“ in „{word.group()[:60]}“ ist {_script(foreign[0])}.",
                f"Das Wort „{_as_latin(word.group())[:60]}“ neu tippen",
            )
    for digits in _DIGITS.finditer(line):
        if not digits.group().isascii():
            plain = "".join(str(unicodedata.digit(c)) for c in digits.group())
            yield r.MISCHSCHRIFT.befund(
                Ort(file, number, digits.start() + 1),
                f"„{digits.group()[:30]}“ besteht nicht aus gewöhnlichen Ziffern.",
                f"Die Zahl neu tippen: {plain[:30]}",
            )


def _is_latin(char: str) -> bool:
    return (
        char < "\u0250"
        or char in _NOT_A_SCRIPT
        or unicodedata.name(char, "").startswith(("LATIN", "MODIFIER"))
    )


def _script(char: str) -> str:
    return _NAMES.get(unicodedata.name(char, " ").split(" ", maxsplit=1)[0], "nicht lateinisch")


_LATIN: Final = str.maketrans(
    "аеіјорсухԁѕАВЕЅІЈКМНОРСТУХοανΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeijopcyxdsABESIJKMHOPCTYXoavABEZHIKMNOPTYX"
)


def _as_latin(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_LATIN)
