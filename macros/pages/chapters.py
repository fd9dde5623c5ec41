"""Chapters of the outline: what each must have, and what holds among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.model.nearest import nearest
from macros.model.records import Quelle, Standard
from macros.pages import chapter_rules as r
from macros.pages.forms import ROLES, ROLES_HEADING, introduction_of, role_headings
from macros.pages.sentences import sentences, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from macros.model.bestand import Bestand
    from macros.pages.source import Seite

_NEEDED: Final = {
    "bindung": "bindung: verbindlich",
    "stand": 'stand: "2026-11-22"',
    "quellen": "quellen: [projekt]",
    "siehe": "siehe: [aufgaben/beratung.md]",
}
_SENTENCES: Final = 2


def check_chapter(seite: Seite, bestand: Bestand) -> Iterator[Befund]:
    """Judge a rendered page by its front matter, and a chapter by its form."""
    yield from _check_sources(seite, bestand)
    if not seite.ist_kapitel or seite.root is None:
        return
    for name, example in _NEEDED.items():
        if not (seite.kopf.get(name) or seite.listen.get(name)):
            yield r.KAPITEL_KOPF.befund(
                Ort(seite.file, 2), f"Im Kopf des Kapitels fehlt „{name}“.", example
            )
    introduction = introduction_of(seite.root)
    count = len(sentences(text_of(introduction), colon=False)) if introduction is not None else 0
    if count != _SENTENCES:
        start = text_of(introduction)[:30] if introduction is not None else ""
        what = f"hat {count} Sätze" if count > 1 else "hat einen Satz" if count else "fehlt"
        yield r.KAPITEL_ANFANG.befund(
            seite.stellen.finde(*([start] if start else [])),
            f"Der erste Absatz unter dem Titel {what}; zwei sind gut.",
            "Ein Satz: worum es geht. Ein Satz: was es von wem verlangt",
        )
    missing = [name for name in ROLES if name not in role_headings(seite.root)]
    if missing:
        yield r.KAPITEL_ROLLEN.befund(
            seite.stellen.finde(f"## {ROLES_HEADING}", ROLES_HEADING),
            f"Unter „{ROLES_HEADING}“ fehlt: {', '.join(missing)}.",
            f"### {missing[0]}",
        )


def _check_sources(seite: Seite, bestand: Bestand) -> Iterator[Befund]:
    known = [quelle.id for quelle in bestand.alle(Quelle)]
    for angabe in seite.listen.get("quellen", ()):
        if angabe.text not in known:
            guess = nearest(angabe.text, known)
            question = f" Meinten Sie „{guess}“?" if guess else ""
            yield r.QUELLE_UNBEKANNT.befund(
                angabe.ort,
                f"Die Quelle „{angabe.text}“ gibt es in quellen.yml nicht.{question}",
                guess or "Die Quelle in data/katalog/quellen.yml eintragen",
            )


def check_neighbours(seiten: Mapping[str, Seite], vorhanden: Collection[str]) -> Iterator[Befund]:
    """Find neighbours in front matters that are no pages.

    Args:
        seiten: the pages to judge.
        vorhanden: paths of all pages of the site.
    """
    for seite in seiten.values():
        for angabe in seite.listen.get("siehe", ()):
            if angabe.text == seite.uri:
                yield r.SIEHE_UNBEKANNT.befund(
                    angabe.ort, "Die Seite nennt sich selbst.", "Den Eintrag löschen"
                )
            elif angabe.text not in vorhanden:
                guess = nearest(angabe.text, vorhanden)
                question = f" Meinten Sie „{guess}“?" if guess else ""
                yield r.SIEHE_UNBEKANNT.befund(
                    angabe.ort,
                    f"Die Seite „{angabe.text}“ gibt es nicht.{question}",
                    guess or "Den Eintrag löschen",
                )


def check_numbers(seiten: Mapping[str, Seite]) -> Iterator[Befund]:
    """Find chapters with the same number."""
    first: dict[str, Seite] = {}
    for seite in seiten.values():
        number = seite.kopf.get("kapitel")
        if number is None:
            continue
        other = first.setdefault(number, seite)
        if other is not seite:
            yield r.KAPITEL_DOPPELT.befund(
                Ort(seite.file, 2),
                f"Die Nummer {number} hat schon die Seite {other.uri}.",
                'kapitel: "…" mit einer freien Nummer',
            )


def check_standards(seiten: Mapping[str, Seite], bestand: Bestand) -> Iterator[Befund]:
    """Find standards that stand in no chapter, in another one, or twice.

    Args:
        seiten: all frozen pages, rendered.
        bestand: the data with the standards.
    """
    calls: dict[str, list[tuple[str, Ort]]] = {}
    for seite in seiten.values():
        for aufruf in seite.aufrufe:
            if aufruf.name == "standard" and aufruf.args:
                calls.setdefault(str(aufruf.args[0]).lower(), []).append((seite.uri, aufruf.ort))
    for standard in bestand.alle(Standard):
        if standard.kapitel is None:
            continue
        own = f"{standard.kapitel}.md"
        places = calls.get(standard.id, [])
        here = [ort for uri, ort in places if uri == own]
        if own not in seiten:
            guess = nearest(own, seiten)
            yield r.STANDARD_ORT.befund(
                bestand.ort(standard, "kapitel"),
                f"{standard.nummer} nennt das Kapitel „{standard.kapitel}“; die Seite gibt es "
                "nicht.",
                f"kapitel: {guess.removesuffix('.md')}"
                if guess
                else "Die Seite anlegen oder bei „kapitel“ eine andere nennen",
                path=f"{standard.id}.kapitel",
            )
        elif not here and standard.zurueckgezogen is None:
            yield r.STANDARD_ORT.befund(
                bestand.ort(standard, "kapitel"),
                f"{standard.nummer} fehlt im Kapitel „{standard.kapitel}“.",
                f'In docs/{own}: {{{{ standard("{standard.id}") }}}}',
                path=f"{standard.id}.kapitel",
            )
        for ort in (*(o for uri, o in places if uri != own), *here[1:]):
            yield r.STANDARD_ORT.befund(
                ort,
                f"{standard.nummer} steht schon im Kapitel „{standard.kapitel}“.",
                f"Den Standard verlinken: [{standard.nummer}](…/standards/"
                f"{standard.dimension.value}.md#{standard.id})",
            )
