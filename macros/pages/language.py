"""The language of pages: sentence length, agreed words, quotation marks, spaces that hold."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.model.records import Wortwahl
from macros.pages import chapter_rules as r
from macros.pages.placeholders import MARK
from macros.pages.sentences import blocks, count_words, sentences, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from macros.model.bestand import Bestand
    from macros.pages.source import Seite

MEDIAN_MAX: Final = 18
SENTENCE_MAX: Final = 30
_APART: Final = re.compile(
    r"§§? (?=\d)|\b(?:z\. B\.|d\. h\.|u\. a\.|i\. d\. R\.|o\. ä\.|z\.B\.|d\.h\.|u\.a\.)"
    r"|\b(?:Abs|Nr|Art|Satz)\.? (?=\d)|\bSGB (?=[IVX]+\b)"
)
_STRAIGHT: Final = re.compile(r"\"[^\"\n]{1,80}\"?|(?<!\w)'[^'\n]{1,80}'(?!\w)|“[^“”\n]{1,80}”")


class Wortliste:
    """Finds words to avoid in running text."""

    def __init__(self, bestand: Bestand) -> None:
        """Collect the words.

        Args:
            bestand: the region's data.
        """
        self._words: dict[str, Wortwahl] = {}
        for entry in bestand.alle(Wortwahl):
            self._words |= dict.fromkeys(entry.vermeiden, entry)
        longest = sorted(self._words, key=lambda word: (-len(word), word))
        body = "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0]") for word in longest)
        self._pattern = re.compile(rf"(?<![\w-])(?:{body})(?![\w-])") if body else None

    def find(self, text: str) -> Iterator[tuple[re.Match[str], Wortwahl]]:
        """Yield each word to avoid in a text with its entry, exceptions left out."""
        for found in self._pattern.finditer(text) if self._pattern is not None else ():
            word = re.sub(r"[\s\u00a0]", " ", found.group())
            entry = self._words.get(word) or self._words[found.group()]
            if not any(_covers(text, phrase, found) for phrase in entry.ausser):
                yield found, entry


def _covers(text: str, phrase: str, found: re.Match[str]) -> bool:
    """Tell whether a phrase in which the word may stand lies around it."""
    start = text.find(phrase)
    while start >= 0:
        if start <= found.start() and found.end() <= start + len(phrase):
            return True
        start = text.find(phrase, start + 1)
    return False


def check_language(seite: Seite, woerter: Wortliste) -> Iterator[Befund]:
    """Judge the language of a rendered page."""
    if seite.root is None or seite.kopf.get("sprache") == "leicht":
        return
    if seite.ist_kapitel:
        yield from _check_lengths(seite, seite.root)
    for text in _texts(seite.root):
        for found, entry in woerter.find(text):
            word = found.group()
            # What follows tells the place from another where the word may stand.
            here = text[found.start() : found.end() + 12]
            reason = f" {entry.grund}" if entry.grund else ""
            yield r.WORTWAHL.befund(
                seite.stellen.finde(here, here[: len(word) + 1], word),
                f"„{word}“ vermeiden wir.{reason}",
                f"Besser: {entry.besser}",
            )
        yield from _check_typography(seite, text)


def _texts(root: Element) -> Iterator[str]:
    """Yield the text of each block, headings too, without code."""
    for element in (*blocks(root), *_others(root)):
        # The extension knows no author's code here: it is a word like „x“.
        yield "".join(_without_code(element))


def _others(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "dt", "td", "th"):
            yield element


def _without_code(element: Element) -> Iterator[str]:
    if element.tag in ("code", "pre"):
        yield "x"
        return
    yield element.text or ""
    for child in element:
        yield from _without_code(child)
        yield child.tail or ""


def _check_lengths(seite: Seite, root: Element) -> Iterator[Befund]:
    counts: list[int] = []
    for element in blocks(root):
        for sentence in sentences(MARK.sub("x", text_of(element))):
            count = count_words(sentence)
            counts.append(count)
            if count > SENTENCE_MAX:
                start = " ".join(sentence.split()[:4])
                yield r.KAPITELSATZ.befund(
                    seite.stellen.finde(start, " ".join(sentence.split()[:2])),
                    f"Der Satz „{start} …“ hat {count} Wörter.",
                    "Zwei kürzere Sätze daraus machen",
                )
    if counts and (middle := median(counts)) > MEDIAN_MAX:
        yield r.SATZLAENGE.befund(
            Ort(seite.file),
            f"Im Mittel haben die Sätze {middle:g} Wörter.".replace(".", ",", 1)
            if middle % 1
            else f"Im Mittel haben die Sätze {middle:g} Wörter.",
            "Die längsten Sätze teilen",
        )


def _check_typography(seite: Seite, text: str) -> Iterator[Befund]:
    for found in _STRAIGHT.finditer(text):
        inner = found.group().strip("\"'“”")
        yield r.ANFUEHRUNG.befund(
            seite.stellen.finde(found.group()),
            f"„{inner[:40]}“ steht in falschen Zeichen.",
            f"„{inner}“",
        )
    for found in _APART.finditer(text):
        piece = text[found.start() : found.end() + 3].split("\n")[0].strip()
        yield r.ZUSAMMENHALTEN.befund(
            seite.stellen.finde(found.group()),
            f"In „{piece}“ fehlt ein geschütztes Leerzeichen.",
            piece.replace(" ", "\u00a0"),
        )
