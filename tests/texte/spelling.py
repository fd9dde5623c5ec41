"""Every word a reader meets, and those that neither the dictionary nor our own list knows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.record import Ordner
from macros.model.records import Quelle, Wortwahl
from macros.model.rules.spelling import texts
from macros.pages.placeholders import MARK
from macros.pages.region_texts import check_text
from macros.pages.renderer import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from macros.model.bestand import Bestand
    from macros.pages.check import Geprueft

OWN_WORDS: Final = Path(__file__).with_name("woerter.txt")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'*][^\W\d_]+)*")
_ADDRESS: Final = re.compile(r"\S*(?:@|://|www\.|\.(?:de|org|md|yml|csv|json|vcf|ics))\S*")
_STASHED: Final = re.compile("\x02[^\x03]*\x03")
# Names of pages, people's titles of their own works, and words we only list to avoid them.
_NOT_OURS: Final = frozenset({"id", "kapitel", "adresse", "quellen", "siehe"})


def own_words() -> list[str]:
    """Return the project's list."""
    return OWN_WORDS.read_text(encoding="utf-8").split("\n")[:-1]


def words_of(text: str) -> set[str]:
    """Return the words of a text; addresses have none."""
    plain = _ADDRESS.sub(" ", _STASHED.sub(" ", text)).replace("\u00ad", "")
    return set(_WORD.findall(plain))


def unknown_words(words: Iterable[str]) -> set[str]:
    """Return the words that the German dictionary does not know.

    Of a word with hyphens each part counts that the whole does not explain.
    """
    unknown = _misspelt(words)
    parts = {part for word in unknown for part in re.split(r"[-*]", word) if len(part) > 1}
    bad = _misspelt(parts)
    return {part for part in parts if part in bad}


def _misspelt(words: Iterable[str]) -> set[str]:
    listed = "\n".join(sorted(words)) + "\n"
    result = subprocess.run(
        ["hunspell", "-d", "de_DE", "-i", "utf-8", "-l"],
        input=listed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(result.stdout.split())


def words_by_file(bestand: Bestand, seiten: Geprueft) -> dict[str, set[str]]:
    """Return the words of every page, catalogue record and text by the file they stand in."""
    found: dict[str, set[str]] = {}
    for seite in seiten.seiten.values():
        if seite.root is not None and seite not in seiten.erzeugt:
            head = f"{seite.kopf.get('title', '')} {seite.kopf.get('description', '')}"
            own = " ".join(_without_code(seite.root))
            found[seite.file] = words_of(f"{head} {MARK.sub(' ', own)}")
    for typ, table in bestand.tables.items():
        if typ.datei.ordner is not Ordner.KATALOG or typ in (Quelle, Wortwahl):
            continue
        for record in table.values():
            for path, text in texts(record):
                if path[0] not in _NOT_OURS:
                    found.setdefault(typ.datei.name, set()).update(words_of(text))
    for entry in bestand.texte.values():
        page, _ = check_text(entry)
        found[entry.file] = words_of(" ".join(_without_code(render(page.text).root)))
    return found


def _without_code(element: Element) -> Iterator[str]:
    if element.tag in ("code", "pre") or element.get("lang", "de") != "de":
        return
    yield element.text or ""
    for child in element:
        yield from _without_code(child)
        yield child.tail or ""
