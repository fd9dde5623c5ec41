"""Adds to the search index what the worker cannot know: two fields of words, and the records."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from macros.model.page_path import address_for
from macros.model.records import Begriff
from macros.search.compounds import Wortschatz
from macros.search.entries import entries
from macros.search.kinds import kind_of
from macros.search.spelling import WORD, joined_hyphens, joined_ids, numbers, spellings
from macros.search.synonyms import abbreviations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from macros.model.bestand import Bestand
    from macros.search.eintrag import Eintrag

TITLE_WORDS: Final = "titelworte"
TEXT_WORDS: Final = "textworte"
# Beside 1000 for titles and 1 for texts: a part of a title's word is worth less than the word and
# more than any text, a part of a text's word less than the word.
_BOOSTS: Final = {TITLE_WORDS: 300.0, TEXT_WORDS: 0.5}
# The worker weighs a page 2.5 times as much as a section; a record is no less than a page.
_ENTRY: Final = 2.5
_TAG: Final = re.compile(r"<[^>]+>")
# What an entry brings along to be found by, and what readers do not see.
_WORDS_ONLY: Final = ("worte", "beiwort")
_ANY: Final = re.compile(r"\w+")
_SHORTEST: Final = 3


def enrich(
    index: dict[str, Any],
    bestand: Bestand,
    seiten: Mapping[str, Collection[str]],
    live: Mapping[str, str] | None = None,
    weg: str = "",
) -> dict[str, Any]:
    """Return a search index with two more fields, the records, and the live pages elsewhere.

    Args:
        index: what the search plugin has written.
        bestand: the region's data.
        seiten: the ids on each page of this tree, by path below ``docs``.
        live: titles of today's live pages by path, where they are in another tree.
        weg: way to that tree, such as ``../2026.1/``.
    """
    found = list(entries(bestand))
    docs = [
        *({**doc, "art": kind_of(doc["location"]).label} for doc in index["docs"]),
        *(_entry(e) for e in found if e.anker in seiten.get(e.seite, ())),
        *_pages_elsewhere(found, live or {}, weg),
    ]
    worte = Suchworte(bestand, docs)
    fields = {name: {"boost": boost} for name, boost in _BOOSTS.items()}
    config = {**index["config"], "fields": {**index["config"]["fields"], **fields}}
    return {**index, "config": config, "docs": [worte.added_to(doc) for doc in docs]}


def _entry(eintrag: Eintrag) -> dict[str, Any]:
    return {
        "location": f"{address_for(eintrag.seite)}#{eintrag.anker}",
        "title": html.escape(eintrag.titel, quote=False),
        "text": html.escape(eintrag.text, quote=False),
        "art": eintrag.art.label,
        "boost": eintrag.art.gewicht * _ENTRY,
        "eintrag": True,
        "worte": eintrag.worte,
    }


def _pages_elsewhere(
    found: Iterable[Eintrag], live: Mapping[str, str], weg: str
) -> Iterable[dict[str, Any]]:
    """Yield the live pages of another tree; the records they hold are found as their text."""
    by_page: defaultdict[str, list[Eintrag]] = defaultdict(list)
    for eintrag in found:
        by_page[eintrag.seite].append(eintrag)
    for uri, titel in live.items():
        own = by_page[uri]
        address = address_for(uri)
        yield {
            "location": f"{weg}{address}",
            "title": html.escape(titel, quote=False),
            "text": html.escape(" · ".join(e.titel for e in own), quote=False),
            "art": f"{kind_of(address).label}, Stand heute",
            "boost": kind_of(address).gewicht,
            "worte": tuple(wort for e in own for wort in (*e.worte, *numbers(e.text))),
            "beiwort": " ".join(e.text for e in own),
        }


class Suchworte:
    """Finds for each entry the words by which people ask for it and that do not stand in it."""

    def __init__(self, bestand: Bestand, docs: Iterable[Mapping[str, Any]]) -> None:
        """Learn the words of all entries and of the glossary."""
        begriffe = bestand.alle(Begriff)
        self._kurz = abbreviations(begriffe)
        texts = [_TAG.sub(" ", doc[name]) for doc in docs for name in ("title", "text")]
        self._tokens = {text: frozenset(WORD.findall(text)) for text in texts}
        forms = (form for b in begriffe for form in (b.begriff, *b.formen))
        words = {word for form in forms for word in WORD.findall(form)}
        self._schatz = Wortschatz(words.union(*self._tokens.values()))
        self._known: dict[str, frozenset[str]] = {}

    def added_to(self, doc: Mapping[str, Any]) -> dict[str, Any]:
        """Return an entry with its kind's weight and its two fields, for title and text.

        Args:
            doc: an entry; the words given with it count as those of its title.
        """
        title = self._of(_TAG.sub(" ", doc["title"]), title=True)
        for extra in doc.get("worte", ()):
            title.update(word.lower() for word in _ANY.findall(extra))
            title |= self._of(extra, title=True)
        if "eintrag" in doc:
            # Whoever looks for a number means the one who is called so, not who names it.
            title.update(numbers(doc["text"]))
        text = self._of(_TAG.sub(" ", doc["text"]))
        if more := doc.get("beiwort"):
            text |= {word.lower() for word in WORD.findall(more)} | self._of(more)
        kept = {name: value for name, value in doc.items() if name not in _WORDS_ONLY}
        kept.setdefault("boost", kind_of(doc["location"]).gewicht)
        for name, words in ((TITLE_WORDS, title), (TEXT_WORDS, text)):
            if words:
                kept[name] = " ".join(_longest(words))
        return kept

    def _of(self, text: str, *, title: bool = False) -> set[str]:
        tokens = self._tokens.get(text) or WORD.findall(text)
        words = {word.lower() for word in tokens if len(word) >= _SHORTEST}
        found = {form for word in words for form in self._expanded(word)}
        if title:
            related = {form for word in words for form in self._schatz.relatives(word)}
            found |= related.union(*(spellings(form) for form in related))
        small = text.lower()
        found.update(numbers(text))
        with_hyphen = " ".join(part for part in text.split() if "-" in part)
        found.update(joined_ids(with_hyphen))
        for joined in joined_hyphens(with_hyphen):
            found |= {joined, *self._expanded(joined)}
        for kurz in self._kurz:
            # In a long text only the words in their order mean the abbreviation.
            meant = title and kurz.meant_by(words)
            if meant or any(form in small for form in kurz.formen):
                found |= {kurz.kurz, *spellings(kurz.kurz)}
        return found - words

    def _expanded(self, word: str) -> frozenset[str]:
        known = self._known.get(word)
        if known is None:
            tails = self._schatz.tails(word)
            forms = {plain for form in (word, *tails) for plain in spellings(form)}
            known = self._known[word] = frozenset(forms.union(tails))
        return known


def _longest(words: set[str]) -> list[str]:
    """Return the words that do not begin a longer one: the search completes what is asked for."""
    ordered = sorted(words)
    following = [*ordered[1:], ""]
    return [
        word for word, after in zip(ordered, following, strict=True) if not after.startswith(word)
    ]
