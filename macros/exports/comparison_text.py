"""A comparison for the terminal: plain text, what differs in brackets."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.compare.changes import Aenderung, Stelle
    from macros.compare.report import Bericht
    from macros.compare.words import Stueck

_WIDTH: Final = 96


def comparison_text(bericht: Bericht) -> str:
    """Return a comparison as lines for the terminal.

    Args:
        bericht: the comparison.
    """
    lines = [bericht.titel, "=" * len(bericht.titel), ""]
    lines += _wrapped(" ".join(bericht.einleitung))
    if not bericht.leer:
        lines += _duties(bericht)
        for title, changes in (
            ("Standards", bericht.standards),
            ("Neue Kapitel", bericht.neue_kapitel),
            ("Entfallene Kapitel", bericht.entfallene_kapitel),
            ("Kapitel", tuple(a for block in bericht.kapitel for a in block.aenderungen)),
            ("Weitere Listen", tuple(a for block in bericht.listen for a in block.aenderungen)),
            ("Glossar", bericht.begriffe),
        ):
            if changes:
                lines += ["", title, "-" * len(title)]
            for aenderung in changes:
                lines += _change(aenderung)
            if title == "Standards":
                lines += _explained(bericht)
        if bericht.neue_begriffe:
            names = ", ".join(a.titel for a in bericht.neue_begriffe)
            lines += ["", *_wrapped(f"Im Glossar neu erklärt: {names}.")]
    return "\n".join(lines)


def _duties(bericht: Bericht) -> Iterator[str]:
    title = "Was eine Schule tun muss"
    yield from ("", title, "-" * len(title))
    if not bericht.auftraege:
        yield "Nichts."
    for auftrag in bericht.auftraege:
        yield from _wrapped(auftrag.satz)
        for aenderung in auftrag.aenderungen:
            yield from _wrapped(aenderung.ort, "  - ")


def _explained(bericht: Bericht) -> Iterator[str]:
    for grund, changes in bericht.erlaeutert:
        numbers = ", ".join(a.kennung.upper() for a in changes)
        yield ""
        yield from _wrapped(f"{grund} Das betrifft {numbers}.")


def _change(aenderung: Aenderung) -> Iterator[str]:
    art = aenderung.art
    yield ""
    yield f"{art.zeichen} {aenderung.ort} ({art.name})"
    if aenderung.grund:
        yield from _wrapped(aenderung.grund, "  ")
    if aenderung.teile:
        yield from _wrapped(f"Abschnitte: {' · '.join(aenderung.teile)}", "  ")
    for stelle in aenderung.stellen:
        yield from _place(stelle)
    if aenderung.begruendung:
        yield from _wrapped(f"Begründung: {aenderung.begruendung}", "  ")
    yield from _wrapped(f"Zu tun: {aenderung.zu_tun}", "  ")


def _place(stelle: Stelle) -> Iterator[str]:
    old, new = stelle.stuecke
    field = f"{stelle.feld}, " if stelle.feld else ""
    both = bool(stelle.alt and stelle.neu)
    if stelle.von:
        yield from _wrapped(f"{field}bisher in {stelle.von}: {stelle.neu}", "    ")
        return
    if stelle.alt:
        text = _marked(old, "[-", "-]") if both else stelle.alt
        yield from _wrapped(f"{field}bisher: {text}", "    ")
    if stelle.neu:
        text = _marked(new, "{+", "+}") if both else stelle.neu
        yield from _wrapped(f"{field}neu: {text}", "    ")


def _marked(pieces: Sequence[Stueck], start: str, end: str) -> str:
    return "".join(f"{start}{p.text}{end}" if p.anders else p.text for p in pieces)


def _wrapped(text: str, indent: str = "") -> list[str]:
    later = " " * len(indent)
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
