"""A concept as a Word file."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from macros.exports.concept_document import (
    Absatz,
    Art,
    Liste,
    Seitenumbruch,
    Tabelle,
    Ueberschrift,
)
from macros.exports.word import WordDokument
from macros.exports.word import styles as s

MOST: Final = 300
"""With more schools than this, files for single schools are made on demand by a command."""

if TYPE_CHECKING:
    from macros.exports.concept_document import Dokument, Teil
    from macros.exports.word import Grundlage

_STYLES: Final = {
    Art.TEXT: s.TEXT,
    Art.BAUSTEIN: s.BAUSTEIN,
    Art.HINWEIS: s.HINWEIS,
    Art.KENNZEICHNUNG: s.KENNZEICHNUNG,
}


# While authors look at a preview, hardly any of the documents changes from build to build.
@lru_cache(maxsize=MOST * 2)
def concept_word(dokument: Dokument, grundlage: Grundlage) -> bytes:
    """Return a concept as a Word file.

    Args:
        dokument: what stands in it.
        grundlage: the region's template.
    """
    word = WordDokument(
        grundlage,
        f"{dokument.titel}: {dokument.untertitel}",
        betreff=dokument.betreff,
        kopf=dokument.kopf,
        fuss=dokument.fuss,
    )
    word.paragraph(dokument.titel, s.TITEL)
    word.paragraph(dokument.untertitel, s.UNTERTITEL)
    for part in dokument.deckblatt:
        _add(word, part, s.DECKBLATT)
    word.page_break()
    word.paragraph("Inhalt", s.KENNZEICHNUNG)
    word.contents([(heading.text, heading.anker) for heading in dokument.inhalt])
    for part in dokument.teile:
        _add(word, part, s.TEXT)
    return word.to_bytes()


def _add(word: WordDokument, part: Teil, text: str) -> None:
    match part:
        case Ueberschrift():
            word.heading(part.text, part.ebene, part.anker)
        case Absatz():
            word.paragraph(part.text, text if part.art is Art.TEXT else _STYLES[part.art])
        case Liste():
            stil = "" if part.art is Art.TEXT else _STYLES[part.art]
            if part.nummern:
                word.numbered(part.punkte, stil)
            else:
                word.bullets(part.punkte, stil)
        case Tabelle():
            word.table(
                part.kopf,
                part.zeilen,
                titel=part.titel,
                anteile=part.anteile,
                zeilenkopf=part.zeilenkopf,
            )
        case Seitenumbruch():
            word.page_break()
