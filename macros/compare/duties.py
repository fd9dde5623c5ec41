"""What a school has to do about a change: one German sentence for each kind of thing and change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.kinds import (
    ENTFALLEN,
    GEAENDERT,
    GELOCKERT,
    NEU,
    REDAKTIONELL,
    VERSCHAERFT,
    VERSCHOBEN,
)
from macros.model.german import listed
from macros.model.records import Konzeptabschnitt, Rechtsgrundlage
from macros.model.records.katalog import Rolle, Verbindlichkeit

if TYPE_CHECKING:
    from macros.compare.kinds import Art
    from macros.model.records.katalog import Standard

NICHTS: Final = "Nichts."
_READ: Final = "Lesen Sie beide Texte und entscheiden Sie, ob Ihr Konzept noch passt."
_NEW_STANDARD: Final = {
    Verbindlichkeit.MUSS: (
        "Schreiben Sie in Ihr Konzept, ob Sie das erfüllen: ganz, teilweise oder bis wann."
    ),
    Verbindlichkeit.SOLL: (
        "Schreiben Sie in Ihr Konzept, wie Sie das erfüllen oder warum Sie abweichen."
    ),
    Verbindlichkeit.KANN: "Nichts. Das ist ein Angebot.",
}
_NEW_CHAPTER: Final = {
    "verbindlich": (
        "Lesen Sie, was hier verbindlich ist: Ihr Konzept kann den Text übernehmen, aber nicht "
        "abschwächen."
    ),
    "anzupassen": "Prüfen Sie, ob Ihr Konzept die Fragen dazu beantwortet.",
    "": "Lesen Sie den Text und prüfen Sie, ob Ihr Konzept dazu passt.",
}
_ONLY_INFORMS: Final = "Nichts. Das ist nur Information."


def duty_of_standard(art: Art, standard: Standard) -> tuple[str, bool]:
    """Return what a school has to do about a changed standard, and whether that is anything.

    Args:
        art: the kind of the change.
        standard: the newer text; of a retired one the older.
    """
    if art in (REDAKTIONELL, VERSCHOBEN):
        return NICHTS, False
    if Rolle.SCHULE not in standard.verantwortlich:
        others = [rolle.label for rolle in Rolle if rolle in standard.verantwortlich]
        return f"Für die Schule nichts. Zuständig: {listed(others)}.", False
    if art is ENTFALLEN:
        return "Streichen Sie Ihre Antwort darauf, wenn Sie das Konzept überarbeiten.", True
    if art is NEU:
        return _NEW_STANDARD[standard.verbindlichkeit], (
            standard.verbindlichkeit is not Verbindlichkeit.KANN
        )
    if art is VERSCHAERFT:
        return "Prüfen Sie, ob Ihre Antwort im Konzept noch reicht, und passen Sie sie an.", True
    if art is GELOCKERT:
        return "Nichts. Was Sie geregelt haben, darf so bleiben.", False
    return _READ, True


def duty_of_text(art: Art, bindung: str, *, kapitel: bool = False) -> tuple[str, bool]:
    """Return what a school has to do about a changed chapter or section.

    Args:
        art: the kind of the change.
        bindung: how binding the chapter is; empty where it does not say so.
        kapitel: whether the change is about the chapter as a whole.
    """
    if art is REDAKTIONELL:
        return NICHTS, False
    if art is VERSCHOBEN:
        return "Nichts. Nennt Ihr Konzept die alte Stelle, passen Sie den Verweis an.", False
    if bindung == "information":
        return _ONLY_INFORMS, False
    if art is NEU and kapitel:
        # What a page says of itself is judged later; a slip in it must not end here.
        return _NEW_CHAPTER.get(bindung, _NEW_CHAPTER[""]), True
    if art is NEU:
        return "Lesen Sie den neuen Text und prüfen Sie, ob Ihr Konzept dazu passt.", True
    if art is VERSCHAERFT:
        return "Prüfen Sie, ob Ihr Konzept noch reicht, und passen Sie es an.", True
    if art is GELOCKERT:
        return "Nichts. Was Sie geregelt haben, darf so bleiben.", False
    if art is ENTFALLEN:
        return "Prüfen Sie, ob sich Ihr Konzept auf diesen Text stützt.", True
    return _READ, True


def duty_of_entry(art: Art, liste: str) -> tuple[str, bool]:
    """Return what a school has to do about an entry of a list.

    Args:
        art: the kind of the change.
        liste: the list's German name.
    """
    if art is REDAKTIONELL:
        return NICHTS, False
    if liste == Konzeptabschnitt.datei.mehrzahl:
        return "Prüfen Sie, ob die Gliederung Ihres Konzepts noch stimmt.", True
    if liste == Rechtsgrundlage.datei.mehrzahl and art is not NEU:
        return "Nennt Ihr Konzept diese Vorschrift, prüfen Sie die Stelle.", True
    return NICHTS, False


def duty_of_term(art: Art) -> tuple[str, bool]:
    """Return what a school has to do about a term of the glossary."""
    if art is GEAENDERT:
        return "Prüfen Sie, ob Ihr Konzept damit noch dasselbe meint.", True
    return NICHTS, False
