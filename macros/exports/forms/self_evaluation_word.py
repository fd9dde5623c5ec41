"""The Selbstevaluation as a Word file, to fill in on a screen or by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.exports.concept_document import ergaenzen
from macros.exports.forms.self_evaluation import ANLEITUNG, KEINE, STUFEN, VERBESSERUNGEN
from macros.exports.word import Lauf, WordDokument, Zelle
from macros.exports.word import styles as s

if TYPE_CHECKING:
    from macros.exports.forms.head import Kopf
    from macros.exports.forms.self_evaluation import Bogen
    from macros.exports.word import Grundlage
    from macros.model.records import Standard

_HEAD: Final = ("Standard", "Worum es geht", "Stufe", "Nachweis", "Maßnahme und Frist")
_SHARES: Final = (20, 42, 15, 20, 20)
_BOX: Final = "☐\u00a0"


def sheet_word(bogen: Bogen, kopf: Kopf, grundlage: Grundlage) -> bytes:
    """Return the sheet of a role as a Word file.

    Args:
        bogen: the sheet.
        kopf: what the file says of itself.
        grundlage: the region's template.
    """
    word = WordDokument(
        grundlage,
        bogen.titel,
        betreff=kopf.fuss,
        kopf=f"{bogen.titel} · {kopf.kurz}",
        fuss=kopf.fuss,
        quer=True,
    )
    word.paragraph(bogen.titel, s.TITEL)
    word.paragraph(f"Rahmenkonzept Schulsozialarbeit {kopf.region}, {kopf.stand}", s.UNTERTITEL)
    word.table(
        ("Angabe", "Eintrag"),
        [(name, ergaenzen()) for name in ("Schule", "Schuljahr", "Ausgefüllt von (Funktion)",
                                          "Ausgefüllt am")],
        titel="Angaben zum Bogen",
        anteile=(1, 3),
        zeilenkopf=True,
    )  # fmt: skip
    word.heading("So gehen Sie vor", 1)
    word.numbered(ANLEITUNG)
    word.heading("Die Stufen", 1)
    word.table(
        ("Stufe", "Bedeutung"),
        [(step.name, step.bedeutung) for step in (*STUFEN, KEINE)],
        titel="Die Stufen",
        anteile=(1, 4),
        zeilenkopf=True,
    )
    for dimension, members in bogen.gruppen:
        word.heading(dimension.label, 1)
        word.table(
            _HEAD,
            [_row(standard) for standard in members],
            titel=f"{bogen.titel}, {dimension.label}",
            anteile=_SHARES,
            zeilenkopf=True,
        )
    word.heading("Höchstens drei Verbesserungen", 1)
    word.paragraph("Nur diese Liste geht an die Koordinierungsstelle.")
    word.table(
        ("Verbesserung", "Zuständige Funktion", "Frist"),
        [(ergaenzen(), ergaenzen(), ergaenzen())] * VERBESSERUNGEN,
        titel="Verbesserungen",
        anteile=(4, 2, 1),
    )
    return word.to_bytes()


def _row(standard: Standard) -> tuple[Zelle, ...]:
    return (
        Zelle((f"{standard.nummer} {standard.titel}", f"({standard.verbindlichkeit.label})")),
        Zelle(
            (
                *standard.anforderung.split("\n\n"),
                *([Lauf("Daran zu erkennen:", kursiv=True)] if standard.nachweise else ()),
                *standard.nachweise,
            )
        ),
        Zelle(tuple(f"{_BOX}{step.name}" for step in (*STUFEN, KEINE))),
        Zelle((ergaenzen(),)),
        Zelle((ergaenzen("Maßnahme"), ergaenzen("zuständig"), ergaenzen("Frist"))),
    )
