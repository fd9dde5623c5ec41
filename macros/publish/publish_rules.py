"""The rules for a publication (R-80x, R-81x): explanation and example of each."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

UNFERTIG = regel(
    "R-801",
    F,
    "Veröffentlicht wird, was in Git gespeichert ist",
    "Sonst steht auf der Website etwas, das niemand wiederherstellen kann. Die Datei mit den "
    "Personen ist ausgenommen; sie gehört nicht ins Repository.",
    "docs/glossar.md geändert, aber nicht gespeichert",
    'git add docs data && git commit -m "Glossar ergänzt"',
)
WORTLAUT_FEHLT = regel(
    "R-802",
    F,
    "Zu jeder Fassung liegt der Wortlaut vor",
    "Er steht in einem Tag oder im Archiv unter wortlaut/archiv. Fehlt beides, lässt sich die "
    "Fassung nicht mehr zeigen.",
    "Fassung 2025.1 ohne Tag und ohne Archiv",
    "git fetch --tags",
)
BAU = regel(
    "R-803",
    F,
    "Jede Fassung lässt sich bauen",
    "Eine Fassung, die sich nicht bauen lässt, fehlte auf der Website.",
    "MkDocs meldet einen Fehler",
    "Die genannte Stelle berichtigen und noch einmal veröffentlichen",
)
UMBENENNUNG = regel(
    "R-804",
    F,
    "docs/umbenannt.yml nennt je Zeile eine alte und eine neue Seite",
    "Aus der Liste entstehen Weiterleitungen, damit alte Adressen weiter gelten.",
    "konzept.html: konzept-schreiben",
    "konzept.md: konzept-schreiben.md",
)
TOTER_LINK = regel(
    "R-805",
    F,
    "Alle Links der Veröffentlichung führen zu einer Seite und zu einem Anker, die es gibt",
    "Geprüft wird der fertige Ordner, auch von einer Fassung zur anderen.",
    '<a href="../2025.1/konzept/">',
    '<a href="../2025.1/konzept-schreiben/">',
)
PERSON = regel(
    "R-806",
    F,
    "Keine Angabe einer Person, die nicht erscheinen darf",
    "Durchsucht wird alles: Seiten, Suche, Daten und Dokumente. Wer entfernt wurde oder wessen "
    "Veröffentlichung abgelaufen ist, darf nirgends mehr stehen.",
    "ein Name in einem Kapitel",
    '{{ kontakt("koordination") }}',
)
ADRESSE_FORT = regel(
    "R-807",
    F,
    "Jede bisherige Adresse antwortet weiter oder leitet weiter",
    "Andere haben sie verlinkt, gedruckt oder gespeichert.",
    "docs/konzept.md wurde ohne Eintrag umbenannt",
    "konzept.md: konzept-schreiben.md",
)
DATEI_FORT = regel(
    "R-808",
    W,
    "Bisherige Dateien zum Herunterladen gibt es weiter",
    "Eine Datei kann nicht weiterleiten; wer ihre Adresse hat, findet sie nicht mehr.",
    "merkblatt.pdf wurde gelöscht",
    "Die Datei behalten, oder den Hinweis hinnehmen, wenn sie entfernt werden sollte",
)
KEINE_DATEI = regel(
    "R-809",
    F,
    "Veröffentlicht werden nur einfache Dateien",
    "Verknüpfungen funktionieren auf vielen Webservern nicht oder führen aus dem Ordner hinaus.",
    "eine Verknüpfung im fertigen Ordner",
    "die Datei selbst",
)
FASSUNGSLISTE = regel(
    "R-810",
    F,
    "versions.json nennt alle Fassungen, die neueste zuerst",
    "Programme lesen daraus, welche Fassung gilt.",
    "2025.1 vor 2026.1",
    "entwurf, 2026.1, 2025.1",
)
VORHER_BESCHAEDIGT = regel(
    "R-811",
    W,
    "Die bisherige Veröffentlichung ist unversehrt",
    "Weicht sie von ihrer Liste pruefsummen.txt ab, hat jemand oder etwas sie verändert. Die neue "
    "ersetzt sie vollständig.",
    "versions.json fehlt oder ist verändert",
    "Prüfen, wer außer diesem Programm in den Ordner schreibt",
)
NICHT_IN_KRAFT = regel(
    "R-812",
    H,
    "Eine Fassung erscheint ab dem Tag, an dem sie gilt",
    "Bis dahin zeigt der Entwurf ihren Wortlaut.",
    'gueltig_ab: "2027-01-01", veröffentlicht am 1. Dezember 2026',
    "Am Tag des Inkrafttretens noch einmal veröffentlichen",
)
ABSEITS = regel(
    "R-813",
    F,
    "Jede Seite gehört zu einer Fassung",
    "Eine Seite unter einer Adresse, die schon vergeben ist, wäre nicht erreichbar.",
    "docs/entwurf.md",
    "docs/ueber-den-entwurf.md",
)
