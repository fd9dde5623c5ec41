"""The rules for the sections of the schuleigenes Konzept (R-462 to R-464)."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

TEXTSTELLE = regel(
    "R-462",
    Stufe.FEHLER,
    "Jede Textstelle eines Konzeptabschnitts gibt es",
    "Die Muster für das schuleigene Konzept holen ihren Text aus den Kapiteln. Fehlt die Seite "
    "oder der Anker, bliebe im Muster eine Lücke.",
    "auftrag/grundsaetze#freiwiligkeit",
    "auftrag/grundsaetze#freiwilligkeit",
)
FRAGEN = regel(
    "R-463",
    Stufe.FEHLER,
    "Unter einer Stelle für Leitfragen steht eine Liste",
    "Die Punkte der Liste werden im Muster zu Leitfragen.",
    "leitfragen: konzept/leitfragen#so-nutzen-sie-die-fragen",
    "leitfragen: konzept/leitfragen#3-bedarf",
)
STANDARD = regel(
    "R-464",
    Stufe.FEHLER,
    "Konzeptabschnitte nennen Standards, die es gibt",
    "Zu jedem Standard steht im Muster eine Zeile zum Ausfüllen. Ein zurückgezogener Standard wird "
    "nicht mehr abgefragt.",
    "standards: [qs-s-99]",
    "standards: [qs-s-01]",
)
