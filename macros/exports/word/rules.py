"""The rules for a region's own Word file (R-460 to R-461, R-465)."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

MUSTER_UNLESBAR = regel(
    "R-460",
    Stufe.FEHLER,
    "Die eigene Word-Vorlage lässt sich öffnen",
    "Aus der Datei gestaltung/muster.docx der Region nehmen alle Word-Dateien Logo, Farben und "
    "Schriften. Ist sie beschädigt, ließe sich keine davon herstellen.",
    "ein Bild mit der Endung .docx",
    "ein Dokument, das in Word als .docx gespeichert ist",
)
MUSTER_FORMATE = regel(
    "R-461",
    Stufe.WARNUNG,
    "Die eigene Word-Vorlage enthält alle Formatvorlagen",
    "Jede Formatvorlage hat einen festen Namen. Fehlt eine, nehmen die Word-Dateien dafür das "
    "mitgelieferte Aussehen, und das passt vielleicht nicht zu den anderen.",
    "eine Vorlage ohne „Hinweis zum Löschen“",
    "eine Vorlage mit „Hinweis zum Löschen“",
)
MUSTER_BILD = regel(
    "R-465",
    Stufe.WARNUNG,
    "Bilder in der eigenen Word-Vorlage haben einen Alternativtext",
    "Das Logo steht auf jedem Deckblatt. Wer es nicht sieht, bekommt den Alternativtext "
    "vorgelesen.",
    "ein Logo ohne Alternativtext",
    "Rechtsklick auf das Logo, Alternativtext: „Wappen der Stadt“",
)
