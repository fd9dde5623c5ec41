"""The rules for files (R-6xx): names, images, documents; explanation and example of each."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

VERKNUEPFUNG = regel(
    "R-601",
    F,
    "Keine Verknüpfungen auf andere Dateien oder Ordner",
    "Eine Verknüpfung kann Dateien veröffentlichen, die nicht zum Projekt gehören.",
    "docs/flyer.pdf → /home/…/flyer.pdf",
    "Die Datei selbst in den Ordner legen",
)
SONDERDATEI = regel(
    "R-602",
    F,
    "Nur gewöhnliche Dateien und Ordner",
    "Geräte, Sockets und Leitungen (FIFO) haben keinen Inhalt, der sich veröffentlichen ließe.",
    "docs/leitung (FIFO)",
    "Die Datei löschen",
)
UNLESBAR = regel(
    "R-603",
    F,
    "Dateien und Ordner lassen sich lesen",
    "Was sich nicht lesen lässt, kann weder geprüft noch veröffentlicht werden.",
    "docs/flyer.pdf ohne Leserecht",
    "Das Leserecht geben (chmod u+r docs/flyer.pdf)",
)
DATEIART = regel(
    "R-604",
    F,
    "Nur Dateien der erlaubten Arten",
    "Was in docs liegt, wird veröffentlicht. Programme, Archive und fertige Webseiten könnten "
    "Rechner gefährden.",
    "docs/material.zip",
    "docs/material.pdf",
)
ENDUNG = regel(
    "R-605",
    F,
    "Die Endung passt zum Inhalt",
    "Browser und Programme verlassen sich auf die Endung.",
    "karte.jpg mit dem Inhalt eines PNG-Bildes",
    "karte.png",
)
BEIDATEI = regel(
    "R-606",
    W,
    "Keine Hilfsdateien von Programmen",
    "Sicherungen, Sperrdateien und Vorschauen legen Programme nebenbei an. Manche enthalten den "
    "Namen der Person, die am Rechner sitzt.",
    "docs/~$konzept.docx",
    "Die Datei löschen",
)
DATEIGROESSE = regel(
    "R-607",
    F,
    "Textdateien haben höchstens 10 MB",
    "Größere Dateien machen Bau und Prüfung langsam.",
    "docs/liste.csv mit 40 MB",
    "Die Datei aufteilen",
)

ZERLEGT = regel(
    "R-610",
    F,
    "Keine zerlegten Umlaute in Namen",
    "macOS speichert „ü“ mitunter als u mit Trema (NFD). Auf anderen Rechnern ist das ein anderer "
    "Name, Links führen dann ins Leere.",
    "fu\u0308r-schulen.md",
    "fuer-schulen.md",
)
ADRESSE = regel(
    "R-611",
    W,
    "Namen veröffentlichter Dateien taugen als Adresse",
    "Der Name wird Teil der Internetadresse. Umlaute und Leerzeichen werden dort zu %C3%BC und "
    "%20, in E-Mails brechen solche Links.",
    "Unser Konzept für Schulen.md",
    "unser-konzept-fuer-schulen.md",
)
VERBOTEN = regel(
    "R-612",
    F,
    "Keine Zeichen in Namen, die Windows oder Adressen nicht erlauben",
    'Mit < > : " | ? * \\ im Namen lässt sich das Projekt unter Windows nicht öffnen; # und % '
    "trennen Adressen.",
    "was-ist-das?.md",
    "was-ist-das.md",
)
UNSICHTBAR = regel(
    "R-613",
    F,
    "Keine unsichtbaren Zeichen in Namen",
    "Steuerzeichen und Zeichen, die Text umdrehen, lassen einen Namen anders aussehen, als er "
    "ist. Zeichen außerhalb von UTF-8 sind auf anderen Rechnern nicht lesbar.",
    "U+202E vor „fdp.exe“",
    "exe.pdf",
)
GROSSKLEIN = regel(
    "R-614",
    F,
    "Namen unterscheiden sich nicht nur in Groß- und Kleinschreibung",
    "Unter Windows und macOS ist das dieselbe Datei; eine der beiden ginge verloren.",
    "Karte.png und karte.png",
    "karte.png und karte-2.png",
)
RESERVIERT = regel(
    "R-615",
    F,
    "Keine Namen, die Windows für Geräte reserviert",
    "CON, PRN, AUX, NUL, COM1 bis COM9 und LPT1 bis LPT9 lassen sich unter Windows nicht anlegen, "
    "auch nicht mit Endung.",
    "aux.md",
    "datei-aux.md",
)
RAND = regel(
    "R-616",
    F,
    "Namen beginnen und enden nicht mit Leerzeichen, enden nicht mit Punkt",
    "Windows schneidet solche Zeichen ab; die Datei ist dann nicht mehr zu finden.",
    "konzept.md.",
    "konzept.md",
)
LAENGE = regel(
    "R-617",
    F,
    "Namen haben höchstens 100 Zeichen",
    "Lange Namen lassen sich unter Windows nicht speichern und in keiner Adresse lesen.",
    "ein-name-mit-mehr-als-hundert-zeichen-….md",
    "kurzer-name.md",
)

BILDGROESSE = regel(
    "R-620",
    F,
    "Bilder haben höchstens 500 KB",
    "Große Bilder laden unterwegs langsam und kosten Datenvolumen.",
    "docs/foto.jpg mit 3 MB",
    "JPEG, höchstens 2000 Pixel je Seite, Qualität 80",
)
BILDMASSE = regel(
    "R-621",
    F,
    "Bilder haben höchstens 2000 Pixel je Seite",
    "Mehr zeigt kein Bildschirm, auf dem die Seite gelesen wird.",
    "docs/foto.jpg mit 4032 × 3024 Pixeln",
    "1600 × 1200 Pixel",
)
BILDFORMAT = regel(
    "R-622",
    F,
    "Bilder sind PNG, JPEG, GIF, WebP oder SVG",
    "Andere Formate zeigen manche Browser nicht an.",
    "docs/foto.heic",
    "docs/foto.jpg",
)
ANIMIERT = regel(
    "R-623",
    F,
    "Bilder bewegen sich nicht",
    "Bewegung lenkt ab und kann Anfälle auslösen. Barrierefrei ist sie nur, wenn sie sich anhalten "
    "lässt.",
    "docs/ablauf.gif mit 12 Bildern",
    "docs/ablauf.png",
)
CMYK = regel(
    "R-624",
    F,
    "Bilder haben Bildschirmfarben (RGB)",
    "CMYK ist für den Druck. Browser zeigen solche Bilder mit falschen Farben.",
    "docs/logo.jpg in CMYK",
    "docs/logo.jpg in RGB (sRGB)",
)
BILD_BESCHAEDIGT = regel(
    "R-625",
    F,
    "Bilder sind vollständig",
    "Beschädigte oder abgeschnittene Bilder erscheinen gar nicht oder nur zum Teil.",
    "docs/foto.jpg, beim Kopieren abgebrochen",
    "Das Bild neu speichern",
)
BILDBOMBE = regel(
    "R-626",
    F,
    "Bilder haben höchstens 50 Millionen Pixel",
    "Eine kleine Datei kann ein riesiges Bild enthalten, das Rechner beim Öffnen lahmlegt.",
    "docs/plan.png mit 50000 × 50000 Pixeln",
    "Das Bild auf höchstens 2000 Pixel je Seite verkleinern",
)
METADATEN = regel(
    "R-627",
    F,
    "Bilder verraten weder Ort noch Namen noch Gerät",
    "Kameras und Programme schreiben Aufnahmeort, Namen und Seriennummern in die Datei. Das sind "
    "personenbezogene Daten.",
    "docs/foto.jpg mit Aufnahmeort (GPS)",
    "exiftool -overwrite_original -all= -tagsfromfile @ -orientation docs/foto.jpg",
)

SVG_XML = regel(
    "R-630",
    F,
    "SVG-Bilder sind gültiges XML",
    "Sonst zeigt der Browser eine Fehlermeldung statt des Bildes.",
    "<svg><g></svg>",
    "<svg><g></g></svg>",
)
SVG_DTD = regel(
    "R-631",
    F,
    "SVG-Bilder ohne DOCTYPE und ENTITY",
    "Damit lassen sich fremde Dateien einbinden oder Rechner lahmlegen.",
    "<!DOCTYPE svg PUBLIC …>",
    "Die Zeile löschen",
)
SVG_AKTIV = regel(
    "R-632",
    F,
    "SVG-Bilder enthalten keine Programme",
    "Skripte in Bildern laufen im Browser der Leserinnen und Leser.",
    '<svg onload="…">',
    "<svg>",
)
SVG_FREMD = regel(
    "R-633",
    F,
    "SVG-Bilder laden nichts nach",
    "Die Website ruft keine fremden Rechner auf. Alles, was das Bild braucht, steht im Bild.",
    '<image href="https://example.org/logo.png"/>',
    '<use href="#logo"/>',
)
SVG_TITEL = regel(
    "R-634",
    H,
    "SVG-Bilder haben einen Titel",
    "Vorleseprogramme nennen den Titel, wenn das Bild allein geöffnet wird.",
    "<svg><path …/></svg>",
    "<svg><title>Wege der Beratung</title><path …/></svg>",
)

PDF_BESCHAEDIGT = regel(
    "R-640",
    F,
    "PDF-Dateien sind lesbar",
    "Eine beschädigte Datei kann niemand öffnen.",
    "docs/flyer.pdf, beim Kopieren abgebrochen",
    "Das PDF neu exportieren",
)
VERSCHLUESSELT = regel(
    "R-641",
    F,
    "Dokumente sind nicht verschlüsselt",
    "Kennwörter und Sperren hindern auch Vorleseprogramme und die Suche.",
    "docs/flyer.pdf mit Kennwort",
    "Ohne Kennwort und ohne Einschränkungen speichern",
)
DOKUMENTGROESSE = regel(
    "R-642",
    F,
    "Dokumente haben höchstens 10 MB",
    "Größere Dateien laden unterwegs nicht. Meist sind die Bilder darin zu groß.",
    "docs/bericht.pdf mit 48 MB",
    "Beim Export „kleinste Dateigröße“ wählen",
)
PDF_TITEL = regel(
    "R-643",
    W,
    "PDF-Dateien haben einen Titel",
    "Der Titel steht im Fenster und wird zuerst vorgelesen.",
    "Titel leer",
    "In Word: Datei → Informationen → Titel, dann neu als PDF exportieren",
)
PDF_SPRACHE = regel(
    "R-644",
    W,
    "PDF-Dateien nennen ihre Sprache",
    "Ohne Sprache liest ein Vorleseprogramm den Text womöglich englisch vor.",
    "Sprache nicht angegeben",
    "Im Textprogramm Deutsch als Dokumentsprache einstellen, dann neu als PDF exportieren",
)
PDF_TAGS = regel(
    "R-645",
    W,
    "PDF-Dateien haben eine Struktur (Tags)",
    "Nur so erkennen Vorleseprogramme Überschriften, Listen und Tabellen.",
    "PDF ohne Tags",
    "Beim Export „PDF/UA“ oder „Dokumentstrukturtags für Barrierefreiheit“ wählen",
)
PDF_GESCANNT = regel(
    "R-646",
    F,
    "PDF-Dateien enthalten Text, nicht nur Bilder von Text",
    "Gescannte Seiten lassen sich weder vorlesen noch durchsuchen.",
    "Eingescannte Vereinbarung",
    "Das Original als PDF exportieren",
)
AUTORNAME = regel(
    "R-647",
    W,
    "Dokumente nennen keine Namen in den Metadaten",
    "Textprogramme schreiben den Namen der angemeldeten Person in jede Datei. Er wird mit "
    "veröffentlicht.",
    "Autor: Vorname Nachname",
    "In Word: Datei → Informationen → Auf Probleme überprüfen → Dokument prüfen",
)

OFFICE_BESCHAEDIGT = regel(
    "R-650",
    F,
    "Word- und Excel-Dateien sind lesbar",
    "Eine beschädigte Datei kann niemand öffnen.",
    "docs/muster.docx, beim Kopieren abgebrochen",
    "Die Datei neu speichern",
)
OFFICE_BOMBE = regel(
    "R-651",
    F,
    "Word- und Excel-Dateien haben ausgepackt höchstens 100 MB",
    "Eine kleine Datei kann riesige Inhalte enthalten, die Rechner beim Öffnen lahmlegen.",
    "docs/muster.xlsx, ausgepackt 4 GB",
    "Unnötige Blätter und Bilder löschen und neu speichern",
)
