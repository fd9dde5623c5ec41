"""The forms themselves: an agreement from its clauses, and the forms beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.exports.word import Lauf, WordDokument
from macros.exports.word import styles as s
from macros.exports.word.region import region_base
from macros.model.agreements import klauseln_in_ordnung
from macros.model.placeholders import LUECKE, filled
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.exports.agreements.parties import Vorbelegung
    from macros.exports.word.elements import Text
    from macros.model.bestand import Bestand
    from macros.model.records import Klausel, Mustertext, Rechtsgrundlage
    from macros.model.verweis import Verweis

ZU_PRUEFEN: Final = "Vom Rechtsamt zu prüfen"
_LINES: Final = 3


def agreement_form(bestand: Bestand, titel: str, vorbelegung: Vorbelegung) -> bytes:
    """Return the form of an agreement as a Word file.

    Args:
        bestand: the region's data.
        titel: title of the document.
        vorbelegung: what it is filled with.
    """
    word = _begin(bestand, titel)
    word.hint(
        "Markierte Lücken ausfüllen. Kursive Sätze mit gestricheltem Rand sind Hinweise; löschen "
        "Sie sie am Ende. Klauseln mit „kann“ dürfen entfallen."
    )
    word.heading("Parteien", 1)
    word.table(
        ("Partei", "Rolle", "Es unterschreibt (Funktion)"),
        [(_gaps(p.name), _gaps(p.rolle), _gaps(p.funktionen)) for p in vorbelegung.parteien],
        titel="Parteien der Vereinbarung",
        zeilenkopf=True,
    )
    clauses = [k for k in klauseln_in_ordnung(bestand) if vorbelegung.typ in k.typen]
    for number, klausel in enumerate(clauses, 1):
        _clause(word, number, klausel, _norms(bestand, klausel.rechtsgrundlagen), vorbelegung)
    word.heading("Anlage: Wer gewährt wem was", 1)
    word.table(
        ("Wer gewährt", "Wem", "Was"),
        [(_gaps(z.von), _gaps(z.an), _gaps(z.was)) for z in vorbelegung.zusagen],
        titel="Zusagen auf Gegenseitigkeit",
        anteile=(2, 2, 4),
    )
    _signatures(word, [p.name for p in vorbelegung.parteien])
    return word.to_bytes()


def other_form(bestand: Bestand, muster: Mustertext) -> bytes:
    """Return a consent, a release from secrecy or a yearly report as a Word file."""
    word = _begin(bestand, muster.titel)
    word.hint(muster.zweck)
    for abschnitt in muster.abschnitte:
        word.heading(abschnitt.titel, 1)
        if abschnitt.text:
            word.paragraph(abschnitt.text)
        if abschnitt.punkte:
            word.bullets(abschnitt.punkte)
        for wahl in abschnitt.ankreuzen:
            open_end = wahl.endswith(":")
            word.paragraph([f"☐ {wahl} ", _gap()] if open_end else f"☐ {wahl}")
        if abschnitt.felder:
            word.table(
                ("Angabe", "Eintrag"),
                [(feld, _gap()) for feld in abschnitt.felder],
                titel=abschnitt.titel,
                anteile=(2, 3),
                zeilenkopf=True,
            )
        if abschnitt.spalten:
            empty = [[_gap() for _ in abschnitt.spalten] for _ in range(_LINES)]
            word.table(abschnitt.spalten, empty, titel=abschnitt.titel)
    if muster.rechtsgrundlagen:
        word.hint(f"Rechtsgrundlagen: {_norms(bestand, muster.rechtsgrundlagen)}")
    _signatures(word, muster.unterschriften)
    return word.to_bytes()


def _begin(bestand: Bestand, titel: str) -> WordDokument:
    region, fassung = bestand.region, bestand.fassung()
    demonstration = region.status is Regionsstatus.VORFUEHRUNG
    state = f"Fassung {fassung.name}" if fassung else "Entwurf"
    word = WordDokument(
        region_base(bestand),
        titel,
        betreff=ZU_PRUEFEN,
        kopf=f"{titel} · {state}",
        fuss=f"{region.anbieter.name} · Muster, vom Rechtsamt zu prüfen"
        + (" · Vorführung, keine amtliche Unterlage" if demonstration else ""),
    )
    word.paragraph(f"Muster · {ZU_PRUEFEN}", s.KENNZEICHNUNG)
    word.paragraph(titel, s.TITEL)
    word.paragraph(f"Rahmenkonzept Schulsozialarbeit {region.im_satz}, {state}", s.UNTERTITEL)
    if demonstration:
        word.paragraph("Vorführung, keine amtliche Unterlage.", s.DECKBLATT)
    return word


def _norms(bestand: Bestand, verweise: Sequence[Verweis[Rechtsgrundlage]]) -> str:
    """Return the norms in a line; of the Länder only the region's own counts."""
    norms = [verweis.ziel for verweis in verweise]
    return ", ".join(n.kurz for n in norms if n.land in (None, bestand.region.land))


def _clause(
    word: WordDokument, number: int, klausel: Klausel, norms: str, vorbelegung: Vorbelegung
) -> None:
    word.heading(f"{number}. {klausel.titel}", 1)
    mark = f"Diese Klausel {klausel.verbindlichkeit.label} enthalten sein"
    word.hint(f"{klausel.zweck} {mark}{f' ({norms})' if norms else ''}.")
    for part in klausel.baustein.split("\n\n"):
        word.paragraph(_gaps(filled(part, vorbelegung.werte)))


def _signatures(word: WordDokument, names: Sequence[str]) -> None:
    if names:
        word.heading("Unterschriften", 1)
        word.table(
            ("Für", "Ort und Datum", "Unterschrift"),
            [(_gaps(name), _gap(), _gap()) for name in names],
            titel="Unterschriften",
            zeilenkopf=True,
        )


def _gap() -> Lauf:
    return Lauf(LUECKE, stil=s.ERGAENZEN)


def _gaps(text: str) -> Text:
    """Return a text whose gaps are marked as what is still to be filled in."""
    parts: list[str | Lauf] = []
    for number, part in enumerate(text.split(LUECKE)):
        if number:
            parts.append(_gap())
        if part:
            parts.append(part)
    return parts
