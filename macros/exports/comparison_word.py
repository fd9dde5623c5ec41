"""The Synopse as a Word file for the Beschlussvorlage: old, new, reason, decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.changes import Gegenstand
from macros.compare.kinds import ENTFALLEN, NEU, REDAKTIONELL, VERSCHOBEN
from macros.compare.report import called
from macros.exports.word import Lauf, WordDokument, Zelle
from macros.exports.word import styles as s
from macros.exports.word.elements import plain
from macros.model.german import date_text
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.compare.changes import Aenderung, Stelle
    from macros.compare.report import Bericht
    from macros.compare.words import Stueck
    from macros.exports.word import Grundlage
    from macros.exports.word.elements import Text
    from macros.model.records.region import Region

_HEAD: Final = ("Bisher", "Neu", "Begründung", "Beschluss")
_SHARES: Final = (34, 34, 18, 14)
_NOTHING: Final = "–"
_ROW: Final = 900
_FILL_IN: Final = "bitte ergänzen"


def synopse(bericht: Bericht, region: Region, grundlage: Grundlage) -> bytes:
    """Return the Synopse of a comparison, landscape, its header row on every page.

    Args:
        bericht: the comparison.
        region: whose Rahmenkonzept it is about.
        grundlage: look of the region's Word files.
    """
    demo = region.status is Regionsstatus.VORFUEHRUNG
    document = WordDokument(
        grundlage,
        f"Synopse: {bericht.titel}",
        betreff=f"Rahmenkonzept Schulsozialarbeit {region.im_satz}",
        kopf=f"Synopse · {bericht.titel}",
        fuss=f"{region.anbieter.name}{' · Vorführung, kein amtliches Dokument' if demo else ''}",
        quer=True,
    )
    document.heading(f"Synopse: {bericht.titel}", 1)
    document.paragraph(f"Rahmenkonzept Schulsozialarbeit {region.im_satz}")
    document.paragraph(bericht.einleitung[0])
    document.paragraph(" ".join(bericht.einleitung[1:]))
    if not bericht.leer:
        document.hint(
            "Durchgestrichen ist, was wegfällt, unterstrichen und fett, was dazukommt. Ergänzen "
            "Sie die leeren Begründungen und löschen Sie diesen Hinweis."
        )
    for title, changes in (
        ("Standards", bericht.standards),
        ("Kapitel", bericht.vergleich.von(Gegenstand.KAPITEL, Gegenstand.ABSCHNITT)),
        ("Weitere Listen", bericht.vergleich.von(Gegenstand.EINTRAG)),
        ("Glossar", bericht.begriffe),
    ):
        if changes:
            document.heading(title, 2)
            rows = [row for change in changes for row in _rows(change, bericht)]
            document.table(_HEAD, rows, titel=f"Synopse: {title}", anteile=_SHARES)
        if title == "Standards":
            _explained(document, bericht)
        if title == "Glossar" and bericht.neue_begriffe:
            names = ", ".join(a.titel for a in bericht.neue_begriffe)
            document.paragraph(f"Im Glossar neu erklärt: {names}.")
    return document.to_bytes()


def _explained(document: WordDokument, bericht: Bericht) -> None:
    for grund, changes in bericht.erlaeutert:
        numbers = ", ".join(a.kennung.upper() for a in changes)
        document.paragraph(f"{grund} Das betrifft {numbers}. Der Sinn ist gleich geblieben.")


def _rows(aenderung: Aenderung, bericht: Bericht) -> Iterator[Sequence[Text | Zelle]]:
    """Yield the rows of a change; a long one gets several, so that none is longer than a page."""
    name = Lauf(f"{aenderung.ort} ({aenderung.art.name})", fett=True)
    why, decided = _reason(aenderung), _decision(bericht)
    stellen = [stelle for stelle in aenderung.stellen if stelle.alt or stelle.neu]
    if not stellen:
        parts = f"Abschnitte: {' · '.join(aenderung.teile)}" if aenderung.teile else ""
        texts = tuple(text for text in (aenderung.grund, parts) if text) or (_NOTHING,)
        before: tuple[Text, ...] = (name, _NOTHING) if aenderung.art is NEU else (name,)
        if aenderung.art is ENTFALLEN:
            yield Zelle((name, *texts)), _NOTHING, why, decided
        else:
            yield Zelle(before), Zelle(texts), why, decided
        return
    for number, group in enumerate(_groups(stellen)):
        sides = [_sides(stelle) for stelle in group]
        old = tuple(left for left, _ in sides if plain(left) != _NOTHING) or (_NOTHING,)
        new = tuple(right for _, right in sides if plain(right) != _NOTHING) or (_NOTHING,)
        if number == 0:
            yield Zelle((name, *old)), Zelle(new), why, decided
        else:
            yield Zelle(old), Zelle(new), "wie oben", "wie oben"


def _groups(stellen: Sequence[Stelle]) -> Iterator[list[Stelle]]:
    """Yield the places that share a row, in order."""
    group: list[Stelle] = []
    length = 0
    for stelle in stellen:
        more = max(len(stelle.alt), len(stelle.neu))
        if group and length + more > _ROW:
            yield group
            group, length = [], 0
        group.append(stelle)
        length += more
    yield group


def _reason(aenderung: Aenderung) -> Text:
    if aenderung.begruendung:
        return aenderung.begruendung
    if aenderung.art in (REDAKTIONELL, VERSCHOBEN):
        return aenderung.art.name
    return Lauf(_FILL_IN, stil=s.ERGAENZEN)


def _sides(stelle: Stelle) -> tuple[Text, Text]:
    old, new = stelle.stuecke
    field = f"{stelle.feld}: " if stelle.feld else ""
    if stelle.von:
        return f"{field}bisher in {stelle.von}", f"{field}{stelle.neu}"
    both = bool(stelle.alt and stelle.neu)
    left = _runs(field, old, gone=True, mark=both) if stelle.alt else [_NOTHING]
    right = _runs(field, new, gone=False, mark=both) if stelle.neu else [_NOTHING]
    return left, right


def _runs(field: str, pieces: Sequence[Stueck], *, gone: bool, mark: bool) -> list[str | Lauf]:
    start: list[str | Lauf] = [field] if field else []
    return start + [
        Lauf(piece.text, fett=not gone, gestrichen=gone, unterstrichen=not gone)
        if piece.anders and mark
        else piece.text
        for piece in pieces
    ]


def _decision(bericht: Bericht) -> Text:
    if bericht.fassung is None:
        return Lauf(_FILL_IN, stil=s.ERGAENZEN)
    day = date_text(bericht.fassung.beschlossen_am)
    return f"{called(bericht.fassung.name)}, beschlossen am {day}"
