"""Compares chapters section by section, and finds what has only moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from macros.compare.changes import Aenderung, Gegenstand, Stelle
from macros.compare.duties import duty_of_text
from macros.compare.kinds import (
    ENTFALLEN,
    GEAENDERT,
    GELOCKERT,
    NEU,
    REDAKTIONELL,
    VERSCHAERFT,
    VERSCHOBEN,
    joined,
)
from macros.compare.paragraphs import judged
from macros.compare.words import likeness, paired, words
from macros.model.page_path import START

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.compare.kinds import Art
    from macros.compare.strictness import Wortschatz
    from macros.model.wordings import Abschnitt, Kapitel, Wortlaut

_SAME_SECTION: Final = 0.5
_WORTH_FINDING: Final = 6
_FEW: Final = 8
_REWRITTEN: Final = 0.25
_BINDING: Final = {"information": 1, "anzupassen": 2, "verbindlich": 3}
_MAIN: Final = 2
_FOR_YOU: Final = "Was das für Sie heißt"
_INTRO: Final = "Einleitung"


@dataclass
class _Teil:
    """A block that differs, and where it is shown: in the newer wording, or in the older alone.

    Attributes:
        kapitel: the chapter.
        abschnitt: heading of the section.
        stelle: the block.
        ganz: whether the whole chapter is new, retired or rewritten.
        frueher: chapter and heading under which a block stood that is gone from a chapter that
            stays; None where that is what the first two say.
    """

    kapitel: Kapitel
    abschnitt: str
    stelle: Stelle
    ganz: bool = False
    frueher: tuple[Kapitel, str] | None = None


def compare_chapters(
    alt: Wortlaut, neu: Wortlaut, umbenannt: Mapping[str, str], wortschatz: Wortschatz
) -> list[Aenderung]:
    """Return the changes of all chapters in the order of the newer menu, retired ones last.

    Args:
        alt: the older wording.
        neu: the newer one.
        umbenannt: old path of a page → new path.
        wortschatz: all words of both.
    """
    partners = _partners(alt, neu, umbenannt)
    teile: list[_Teil] = []
    heads: dict[str, list[Aenderung]] = {}
    for uri, kapitel in neu.kapitel.items():
        before = partners.get(uri)
        if before is None:
            teile += _whole(kapitel, come=True)
        elif _rewritten(before, kapitel):
            teile += [*_whole(before, come=False), *_whole(kapitel, come=True)]
        else:
            heads[uri] = list(_head(before, kapitel))
            teile += _sections(before, kapitel, wortschatz)
    kept = {before.uri for before in partners.values()}
    for uri, kapitel in alt.kapitel.items():
        if uri not in kept:
            teile += _whole(kapitel, come=False)
    known = {before.uri: uri for uri, before in partners.items()}
    teile = _find_moved(teile, known)
    return list(_changes(teile, heads, [*neu.kapitel, *alt.kapitel], known))


def _partners(alt: Wortlaut, neu: Wortlaut, umbenannt: Mapping[str, str]) -> dict[str, Kapitel]:
    """Return the older chapter for each newer one, found by its path of then and of now."""
    found: dict[str, Kapitel] = {}
    for uri, kapitel in alt.kapitel.items():
        now, seen = uri, {uri}
        while now not in neu.kapitel and (after := umbenannt.get(now)) and after not in seen:
            now = after
            seen.add(now)
        if now in neu.kapitel and now not in found:
            found[now] = kapitel
    return found


def _blocks(kapitel: Kapitel) -> list[str]:
    return [block for abschnitt in kapitel.abschnitte for block in abschnitt.bloecke]


def _rewritten(alt: Kapitel, neu: Kapitel) -> bool:
    """Tell whether so little of a chapter is left that nobody could read old beside new."""
    before, after = _blocks(alt), _blocks(neu)
    if len(before) < _FEW:
        return False
    left = sum((Counter(map(words, before)) & Counter(map(words, after))).values())
    return left < _REWRITTEN * len(before) and alt.uri != START


def _head(alt: Kapitel, neu: Kapitel) -> Iterator[Aenderung]:
    """Yield what has changed about the chapter as such: title and how binding it is."""
    before, after = _BINDING.get(alt.bindung, 0), _BINDING.get(neu.bindung, 0)
    if before and after and before != after:
        art: Art = VERSCHAERFT if after > before else GELOCKERT
        grund = f"Das Kapitel war „{alt.bindung}“ und ist jetzt „{neu.bindung}“."
    elif alt.titel != neu.titel:
        art = REDAKTIONELL
        grund = f"Das Kapitel hieß bisher „{alt.titel}“."
    else:
        return
    zu_tun, handeln = duty_of_text(art, neu.bindung, kapitel=True)
    yield Aenderung(Gegenstand.KAPITEL, neu.uri, neu.titel, art, zu_tun, handeln, neu.titel, grund)


def _whole(kapitel: Kapitel, *, come: bool) -> Iterator[_Teil]:
    for abschnitt in kapitel.abschnitte:
        for block in abschnitt.bloecke:
            stelle = Stelle("", block, NEU) if come else Stelle(block, "", ENTFALLEN)
            yield _Teil(kapitel, abschnitt.titel, stelle, ganz=True)


def _sections(alt: Kapitel, neu: Kapitel, wortschatz: Wortschatz) -> Iterator[_Teil]:
    for before, after in _matched(alt.abschnitte, neu.abschnitte):
        titel = (after or before).titel  # type: ignore[union-attr]
        if before and after and before.titel != after.titel:
            renamed = f"Die Überschrift lautete bisher „{before.titel}“."
            yield _Teil(neu, titel, Stelle(before.titel, titel, REDAKTIONELL, renamed))
        old, new = before.bloecke if before else (), after.bloecke if after else ()
        place = (alt, before.titel) if before else None
        for stelle in _places(old, new, wortschatz):
            yield _Teil(neu, titel, stelle, frueher=place if stelle.art is ENTFALLEN else None)


def _matched(
    alt: tuple[Abschnitt, ...], neu: tuple[Abschnitt, ...]
) -> list[tuple[Abschnitt | None, Abschnitt | None]]:
    """Return which section has become which: by heading, else by what stands in it."""
    rest = list(alt)
    partner: dict[int, Abschnitt] = {}
    for place, abschnitt in enumerate(neu):
        same = next((a for a in rest if words(a.titel) == words(abschnitt.titel)), None)
        if same is not None:
            partner[place] = same
            rest.remove(same)
    for place, abschnitt in enumerate(neu):
        if place in partner or not rest:
            continue
        text = " ".join(abschnitt.bloecke)
        best = max(rest, key=lambda a: likeness(" ".join(a.bloecke), text))
        if likeness(" ".join(best.bloecke), text) >= _SAME_SECTION:
            partner[place] = best
            rest.remove(best)
    pairs: list[tuple[Abschnitt | None, Abschnitt | None]] = [
        (partner.get(place), abschnitt) for place, abschnitt in enumerate(neu)
    ]
    return pairs + [(abschnitt, None) for abschnitt in rest]


def _places(alt: tuple[str, ...], neu: tuple[str, ...], wortschatz: Wortschatz) -> Iterator[Stelle]:
    for before, after in paired(alt, neu):
        if not before:
            yield Stelle("", after, NEU)
        elif not after:
            yield Stelle(before, "", ENTFALLEN)
        elif before != after:
            yield judged(before, after, wortschatz)


def _find_moved(teile: list[_Teil], known: Mapping[str, str]) -> list[_Teil]:
    """Return the parts with what went in one place and came in another with the same words joined.

    Args:
        teile: all parts that differ.
        known: newer path of each older chapter that has one.
    """
    gone: dict[tuple[str, ...], list[_Teil]] = {}
    for teil in teile:
        key = words(teil.stelle.alt)
        if teil.stelle.art is ENTFALLEN and len(key) >= _WORTH_FINDING:
            gone.setdefault(key, []).append(teil)
    settled: set[int] = set()
    for teil in teile:
        if teil.stelle.art is not NEU or not (found := gone.get(words(teil.stelle.neu))):
            continue
        old = found.pop(0)
        settled.add(id(old))
        kapitel, abschnitt = old.frueher or (old.kapitel, old.abschnitt)
        stays = known.get(kapitel.uri) == teil.kapitel.uri and old.abschnitt == teil.abschnitt
        if stays and old.ganz and teil.ganz:
            settled.add(id(teil))  # what is left of a chapter that was rewritten around it
            continue
        section = f", Abschnitt „{abschnitt}“" if abschnitt else ""
        place = f"„{kapitel.titel}“{section}" if not stays else "diesem Abschnitt an anderer Stelle"
        teil.stelle = Stelle(old.stelle.alt, teil.stelle.neu, VERSCHOBEN, von=place)
        teil.ganz = False
    return [teil for teil in teile if id(teil) not in settled]


def _changes(
    teile: list[_Teil],
    heads: Mapping[str, list[Aenderung]],
    order: list[str],
    known: Mapping[str, str],
) -> Iterator[Aenderung]:
    places = {uri: place for place, uri in reversed(list(enumerate(order)))}

    def page(teil: _Teil) -> int:
        return places[known.get(teil.kapitel.uri, teil.kapitel.uri)]

    by_page = {place: list(group) for place, group in groupby(sorted(teile, key=page), key=page)}
    # The start page holds no rules; it comes last.
    for uri in sorted(dict.fromkeys(order), key=lambda uri: uri == START):
        here = by_page.get(places[uri], [])
        if uri == START:
            yield from _of_start(here)
            continue
        yield from heads.get(uri, ())
        yield from _of_whole_chapter([teil for teil in here if teil.ganz])
        sections: dict[str, list[_Teil]] = {}
        for teil in here:
            if not teil.ganz:
                sections.setdefault(teil.abschnitt, []).append(teil)
        yield from (_of_section(titel, group) for titel, group in sections.items())


def _of_whole_chapter(teile: list[_Teil]) -> Iterator[Aenderung]:
    come = [teil for teil in teile if teil.stelle.art is NEU]
    gone = [teil for teil in teile if teil.stelle.art is ENTFALLEN]
    if not teile:
        return
    kapitel = (come or gone)[0].kapitel
    art = GEAENDERT if come and gone else NEU if come else ENTFALLEN
    grund = "Das Kapitel ist so weit neu geschrieben, dass ein Vergleich Satz für Satz nicht hilft."
    if come and gone and gone[0].kapitel.titel != kapitel.titel:
        grund += f" Es hieß bisher „{gone[0].kapitel.titel}“."
    zu_tun, handeln = duty_of_text(art, kapitel.bindung, kapitel=True)
    yield Aenderung(
        Gegenstand.KAPITEL,
        kapitel.uri,
        kapitel.titel,
        art,
        zu_tun,
        handeln,
        kapitel.titel,
        grund if art is GEAENDERT else "",
        teile=tuple(
            a.titel for a in kapitel.abschnitte if a.ebene == _MAIN and a.titel != _FOR_YOU
        ),
    )


def _of_start(teile: list[_Teil]) -> Iterator[Aenderung]:
    """Yield one change for the start page, which leads to the chapters and binds nobody."""
    if not teile:
        return
    zu_tun, handeln = duty_of_text(REDAKTIONELL, "")
    yield Aenderung(
        Gegenstand.KAPITEL,
        START,
        "Startseite",
        REDAKTIONELL,
        zu_tun,
        handeln,
        "Startseite",
        "Die Startseite führt zu den Kapiteln und regelt selbst nichts.",
    )


def _of_section(titel: str, teile: list[_Teil]) -> Aenderung:
    kapitel = teile[0].kapitel
    stellen = tuple(teil.stelle for teil in teile)
    art = joined({stelle.art for stelle in stellen})
    # What was only spelled differently beside it would sound like the whole.
    told = [s for s in stellen if art is REDAKTIONELL or s.art is not REDAKTIONELL]
    gruende = dict.fromkeys(s.grund for s in told if s.grund)
    zu_tun, handeln = duty_of_text(art, kapitel.bindung)
    return Aenderung(
        Gegenstand.ABSCHNITT,
        kapitel.uri,
        titel or _INTRO,
        art,
        zu_tun,
        handeln,
        kapitel.titel,
        " ".join(gruende),
        stellen,
    )
