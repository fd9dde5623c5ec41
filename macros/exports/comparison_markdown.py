"""A comparison as Markdown: to be read in any editor and copied into any paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.compare.changes import Gegenstand
from macros.model.page_path import START

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.compare.changes import Aenderung, Stelle
    from macros.compare.report import Bericht
    from macros.compare.words import Stueck

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|~#])")


def comparison_markdown(bericht: Bericht, fuss: str) -> bytes:
    """Return a comparison as Markdown.

    Args:
        bericht: the comparison.
        fuss: where the text comes from, one line for its end.
    """
    blocks = [f"# {_safe(bericht.titel)}", _safe(" ".join(bericht.einleitung))]
    if not bericht.leer:
        blocks += [*_summary(bericht), *_duties(bericht)]
        blocks += [*_standards(bericht), *_chapters(bericht), *_lists(bericht), *_terms(bericht)]
    blocks.append(f"*{_safe(fuss)}*")
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _summary(bericht: Bericht) -> Iterator[str]:
    if not bericht.zeilen:
        return
    rows = [
        "| Was ist anders? | Standards | Kapitel und Abschnitte | Was heißt das? |",
        "| --- | ---: | ---: | --- |",
    ]
    rows += [
        f"| {_safe(z.art.zeichen)} {z.art.name} | {z.standards} | {z.texte} "
        f"| {_safe(z.art.erklaerung)} |"
        for z in bericht.zeilen
    ]
    yield "## Auf einen Blick"
    yield "\n".join(rows)


def _duties(bericht: Bericht) -> Iterator[str]:
    yield "## Was Ihre Schule tun muss"
    if not bericht.auftraege:
        yield "Nichts. Keine dieser Änderungen verlangt etwas von Ihrer Schule."
    for auftrag in bericht.auftraege:
        yield f"**{_safe(auftrag.satz)}**"
        yield _listed([a.ort for a in auftrag.aenderungen])


def _standards(bericht: Bericht) -> Iterator[str]:
    if bericht.standards or bericht.erlaeutert:
        yield "## Standards"
    for aenderung in bericht.standards:
        yield from _change(aenderung, 3)
    for grund, changes in bericht.erlaeutert:
        yield "### Nur erläutert"
        yield _safe(f"{grund} Das betrifft diese Standards:")
        yield _listed([a.titel for a in changes])


def _chapters(bericht: Bericht) -> Iterator[str]:
    if bericht.neue_kapitel or bericht.entfallene_kapitel or bericht.kapitel:
        yield "## Kapitel"
    for title, changes in (
        ("Neue Kapitel", bericht.neue_kapitel),
        ("Entfallene Kapitel", bericht.entfallene_kapitel),
    ):
        if changes:
            yield f"### {title}"
            yield "\n".join(f"- **{_safe(a.titel)}**{_parts(a)}" for a in changes)
    for block in bericht.kapitel:
        yield f"### {_safe(block.titel)}"
        for aenderung in block.aenderungen:
            yield from _change(aenderung, 4)


def _lists(bericht: Bericht) -> Iterator[str]:
    if bericht.listen:
        yield "## Weitere Listen"
    for block in bericht.listen:
        yield f"### {_safe(block.titel)}"
        for aenderung in block.aenderungen:
            yield from _change(aenderung, 4)


def _terms(bericht: Bericht) -> Iterator[str]:
    if bericht.neue_begriffe or bericht.begriffe:
        yield "## Glossar"
    if bericht.neue_begriffe:
        yield _safe(f"Neu erklärt: {', '.join(a.titel for a in bericht.neue_begriffe)}.")
    for aenderung in bericht.begriffe:
        yield from _change(aenderung, 3)


def _change(aenderung: Aenderung, level: int) -> Iterator[str]:
    whole = aenderung.gegenstand is Gegenstand.KAPITEL
    page = "Die ganze Seite" if aenderung.kennung == START else "Das ganze Kapitel"
    title = page if whole else aenderung.titel
    art = aenderung.art
    yield f"{'#' * level} {_safe(title)} ({_safe(art.zeichen)} {art.name})"
    if aenderung.grund:
        yield _safe(aenderung.grund)
    if aenderung.teile:
        yield f"Abschnitte{_parts(aenderung)}"
    for stelle in aenderung.stellen:
        yield from _place(stelle)
    if aenderung.begruendung:
        yield f"*Begründung:* {_safe(aenderung.begruendung)}"
    yield f"*Was zu tun ist:* {_safe(aenderung.zu_tun)}"


def _place(stelle: Stelle) -> Iterator[str]:
    old, new = stelle.stuecke
    field = f"{stelle.feld}, " if stelle.feld else ""
    if stelle.von:
        yield f"- {field}bisher in {_safe(stelle.von)}: {_safe(stelle.neu)}"
        return
    both = bool(stelle.alt and stelle.neu)
    lines = []
    if stelle.alt:
        lines.append(f"- {field}bisher: {_marked(old, '~~') if both else _safe(stelle.alt)}")
    if stelle.neu:
        lines.append(f"- {field}neu: {_marked(new, '**') if both else _safe(stelle.neu)}")
    if lines:
        yield "\n".join(lines)


def _marked(pieces: Sequence[Stueck], sign: str) -> str:
    return "".join(_around(p.text, sign) if p.anders else _safe(p.text) for p in pieces)


def _around(text: str, sign: str) -> str:
    core = text.strip()
    if not core:
        return text
    start, _, end = text.partition(core)
    return f"{start}{sign}{_safe(core)}{sign}{end}"


def _parts(aenderung: Aenderung) -> str:
    return f": {_safe(' · '.join(aenderung.teile))}" if aenderung.teile else ""


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(f"- {_safe(text)}" for text in texts)


def _safe(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
