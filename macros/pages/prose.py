"""The wording of a page: length of pages and sentences, tables that hold together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.findings import Ort
from macros.model.rules.spelling import AUFGEHOBENES_GESETZ, repealed_laws
from macros.pages import rules as r
from macros.pages.places import without_code
from macros.pages.sentences import count_words, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from macros.model.findings import Befund
    from macros.pages.source import Seite

MAX_WORDS: Final = 5000
MAX_SENTENCE: Final = 40

_SEPARATOR: Final = re.compile(r"^ {0,3}\|?[ ]*:?-+:?[ ]*(\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")


def check_prose(seite: Seite, root: Element) -> Iterator[Befund]:
    """Judge the text of a rendered page."""
    yield from _check_tables(seite)
    yield from _check_laws(seite)
    words = 0
    for element in root.iter():
        if element.tag not in ("p", "li", "dd"):
            continue
        text = "".join(element.itertext())
        own = element.text or ""
        words += count_words(text if element.tag == "p" else own)
        if element.tag == "p" and _is_bold_line(element):
            bold = "".join(element.itertext()).strip()
            yield r.FETT_STATT_TITEL.befund(
                seite.stellen.finde(f"**{bold}**", bold),
                f"„{bold}“ ist eine fette Zeile.",
                f"## {bold}",
            )
        if element.tag == "li" and any(child.tag in ("p", "ul", "ol") for child in element):
            continue  # the parts are looked at on their own
        yield from _check_sentences(seite, text)
    if words > MAX_WORDS:
        yield r.LANGE_SEITE.befund(
            Ort(seite.file),
            f"Die Seite hat {words} Wörter; höchstens {MAX_WORDS:,} sind gut lesbar.".replace(
                ",", "."
            ),
            "In zwei Seiten teilen",
        )


def _is_bold_line(element: Element) -> bool:
    only = len(element) == 1 and element[0].tag == "strong"
    around = (element.text or "") + (element[0].tail or "") if only else "x"
    # A full stop or a colon makes it a sentence or a lead-in, not a heading.
    return (
        only
        and not around.strip()
        and not re.search(r"[.:!?]$", "".join(element.itertext()).strip())
    )


def _check_laws(seite: Seite) -> Iterator[Befund]:
    """Find laws that no longer hold, by the same list as in the data."""
    for number, line in enumerate(without_code(seite.text).split("\n"), start=1):
        for place, message, remedy in repealed_laws(line):
            ort = Ort(seite.file, number, place + 1)
            yield AUFGEHOBENES_GESETZ.befund(ort, message, remedy)


def _check_sentences(seite: Seite, text: str) -> Iterator[Befund]:
    for sentence in sentences(text):
        count = count_words(sentence)
        if count > MAX_SENTENCE:
            start = " ".join(sentence.split()[:4])
            yield r.LANGER_SATZ.befund(
                seite.stellen.finde(start, " ".join(sentence.split()[:2])),
                f"Der Satz „{start} …“ hat {count} Wörter.",
                "Zwei kürzere Sätze daraus machen",
            )


def _check_tables(seite: Seite) -> Iterator[Befund]:
    lines = without_code(seite.text).split("\n")
    number = 1
    while number < len(lines):
        if not ("|" in lines[number - 1] and "|" in lines[number]):
            number += 1
            continue
        if not _SEPARATOR.match(lines[number]):
            number += 1
            continue
        wanted = _columns(lines[number])
        end = number + 1
        while end < len(lines) and "|" in lines[end]:
            end += 1
        for row in (number - 1, *range(number + 1, end)):
            count = _columns(lines[row])
            if count != wanted:
                yield r.TABELLE.befund(
                    Ort(seite.file, row + 1),
                    f"Diese Zeile hat {count} Spalten, die Tabelle hat {wanted}.",
                    "Fehlt ein Strich |? Ein Strich im Text wird als \\| geschrieben",
                )
        number = end + 1


def _columns(line: str) -> int:
    line = re.sub(r"\\\|", "", line.strip())
    return line.removeprefix("|").removesuffix("|").count("|") + 1
