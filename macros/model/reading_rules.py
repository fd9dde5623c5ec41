"""The rules for files as such (R-0xx): encoding, characters, YAML syntax, size."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

TABULATOR = regel(
    "R-001",
    F,
    "Keine Tabulatoren",
    "Ein Tabulator ist auf jedem Rechner anders breit. YAML erlaubt zum Einrücken nur Leerzeichen.",
    "\u2192telefon: 030 23125-100",
    "  telefon: 030 23125-100",
)
DOPPELPUNKT = regel(
    "R-002",
    F,
    "Text mit Doppelpunkt steht in Anführungszeichen",
    "Ein Doppelpunkt mit Leerzeichen dahinter trennt Feld und Wert. Im Text verwirrt er.",
    "funktion: Beratung: Leitung",
    'funktion: "Beratung: Leitung"',
)
KOMMENTAR = regel(
    "R-003",
    F,
    "Text mit # steht in Anführungszeichen",
    "Alles nach einem Leerzeichen und # gilt als Kommentar und fiele still weg. Ein gewollter "
    "Kommentar steht nach zwei Leerzeichen oder in einer eigenen Zeile.",
    "strasse: Schulstr. 5 #2",
    'strasse: "Schulstr. 5 #2"',
)
ZEICHEN_STATT_WERT = regel(
    "R-004",
    F,
    "Ein einzelnes Zeichen ist kein Wert",
    "Zeichen wie - oder = haben in YAML eine eigene Bedeutung.",
    "telefon: -",
    "telefon: 030 23125-100",
)
ANFUEHRUNG_OFFEN = regel(
    "R-005",
    F,
    "Anführungszeichen werden in derselben Zeile geschlossen",
    "Bleibt ein Anführungszeichen offen, gehören alle folgenden Zeilen zum Text.",
    'name: "Grundschule am See',
    'name: "Grundschule am See"',
)
TYPOGRAFISCH = regel(
    "R-006",
    W,
    "Gerade Anführungszeichen um Werte",
    "Typografische Anführungszeichen gehören für YAML zum Text und erschienen auf der Seite.",
    "name: „Grundschule am See“",
    'name: "Grundschule am See"',
)
EINTRAG_BEGINNT = regel(
    "R-031",
    F,
    "Jeder Eintrag beginnt mit Bindestrich und Kennung",
    "Fehlt diese Zeile oder ihr Bindestrich, verschmelzen zwei Einträge zu einem.",
    "- id: gs-am-see\n  name: Grundschule am See\n  id: gs-nord\n  name: Grundschule Nord",
    "- id: gs-am-see\n  name: Grundschule am See\n- id: gs-nord\n  name: Grundschule Nord",
)
DOPPELTER_SCHLUESSEL = regel(
    "R-007",
    F,
    "Jedes Feld steht nur einmal",
    "Sonst gewönne still die letzte Angabe.",
    "telefon: 030 23125-100\ntelefon: 030 23125-101",
    "telefon: 030 23125-101",
)
UNSICHTBAR = regel(
    "R-008",
    F,
    "Keine unsichtbaren Zeichen",
    "Unsichtbare Zeichen kommen beim Kopieren mit. Wörter sehen dann gleich aus und sind es nicht.",
    "U+FEFF vor telefon",
    "telefon: 030 23125-100",
)
KEIN_UTF8 = regel(
    "R-009",
    F,
    "Dateien sind als UTF-8 gespeichert",
    "Nur so kommen Umlaute auf jedem Rechner richtig an.",
    "Datei in Windows-1252",
    "In VS Code unten rechts auf die Codierung klicken: „Mit Codierung erneut öffnen“, „Western "
    "(Windows 1252)“; dann „Mit Codierung speichern“, „UTF-8“",
)
FALSCH_KODIERT = regel(
    "R-010",
    W,
    "Umlaute sind richtig kodiert",
    "Zeichenfolgen wie Ã¼ entstehen, wenn eine Datei mit falscher Kodierung geöffnet wurde.",
    "name: MÃ¼ller-Schule",
    "name: Müller-Schule",
)
STEUERZEICHEN = regel(
    "R-011",
    F,
    "Keine Steuerzeichen",
    "Steuerzeichen gehören nicht in Texte und können Programme stören.",
    "U+0000 im Namen",
    "name: Grundschule am See",
)
UMDREHER = regel(
    "R-012",
    F,
    "Keine Zeichen, die Text umdrehen",
    "Solche Zeichen lassen einen Text anders aussehen, als er ist (Täuschung).",
    "U+202E vor dem Namen",
    "name: Grundschule am See",
)
MISCHSCHRIFT = regel(
    "R-013",
    F,
    "Keine Buchstaben aus fremden Schriften in lateinischen Wörtern",
    "Ein kyrillisches a sieht aus wie ein lateinisches. So lassen sich Adressen fälschen.",
    "id: koordinаtion (kyrillisches а)",
    "id: koordination",
)
ANKER = regel(
    "R-014",
    F,
    "Keine Anker, Aliasse und Zusammenführungen",
    "Die Zeichen & * << verknüpfen Textteile unsichtbar und können Dateien beliebig aufblähen.",
    "schule: &a gs-am-see",
    "schule: gs-am-see",
)
TAG = regel(
    "R-015",
    F,
    "Keine YAML-Tags",
    "Alle Werte sind Text; das Ausrufezeichen am Anfang würde sie umdeuten.",
    "plz: !!int 09911",
    'plz: "09911"',
)
TIEFE = regel(
    "R-016",
    F,
    "Höchstens acht Ebenen",
    "So tief ist kein Eintrag. Meist fehlt eine Klammer oder die Einrückung stimmt nicht.",
    "[[[[[[[[[[…",
    "einsatz:\n  - schule: gs-am-see",
)
GROESSE = regel(
    "R-017",
    F,
    "Dateien bleiben handlich",
    "Eine Datei hat höchstens 256 KB und 2.000 Einträge. Größere teilen Sie auf, etwa in "
    "schulen-a.yml und schulen-b.yml.",
    "schulen.yml mit 3.000 Einträgen",
    "schulen-a.yml und schulen-b.yml",
)
DOKUMENTE = regel(
    "R-018",
    F,
    "Nur ein YAML-Dokument je Datei",
    "Drei Striche beginnen ein neues Dokument; der Rest der Datei ginge verloren.",
    "- id: a\n---\n- id: b",
    "- id: a\n- id: b",
)
LEERE_DATEI = regel(
    "R-019",
    F,
    "Keine leeren Dateien",
    "Eine leere Datei sagt nicht, ob Angaben fehlen. Löschen Sie sie oder füllen Sie sie.",
    "stellen.yml ohne Inhalt",
    "- id: st-001\n  status: besetzt",
)
GRUNDFORM = regel(
    "R-020",
    F,
    "Die Datei hat die erwartete Grundform",
    "Dateien im Ordner bestand sind Listen, jeder Eintrag beginnt mit „- id:“.",
    "id: gs-am-see",
    "- id: gs-am-see",
)
KONFLIKT = regel(
    "R-021",
    F,
    "Keine ungelösten Git-Konflikte",
    "Zwei Änderungen sind zusammengestoßen. Behalten Sie die richtige und löschen Sie die Marken.",
    "<<<<<<< HEAD",
    "telefon: 030 23125-100",
)
SYNTAX = regel(
    "R-022",
    F,
    "Die Datei ist lesbares YAML",
    "Meist stimmt die Einrückung nicht oder ein Doppelpunkt fehlt.",
    "telefon 030 23125-100",
    "telefon: 030 23125-100",
)
FEHLT = regel(
    "R-023",
    F,
    "Nötige Dateien sind da",
    "Ohne diese Datei kann die Seite nicht entstehen.",
    "region.yml fehlt",
    "data/regionen/musterkreis/region.yml",
)
UNLESBAR = regel(
    "R-024",
    F,
    "Dateien lassen sich lesen",
    "Verknüpfungen, Ordner und gesperrte Dateien kann der Bau nicht sicher lesen.",
    "schulen.yml als Verknüpfung",
    "schulen.yml als gewöhnliche Datei",
)
GESCHUETZT = regel(
    "R-025",
    F,
    "Gewöhnliche Leerzeichen um Felder",
    "Ein geschütztes Leerzeichen sieht aus wie ein gewöhnliches, trennt aber Feld und Wert nicht.",
    "telefon:\u00a0030 23125-100",
    "telefon: 030 23125-100",
)
FELDNAME = regel(
    "R-026",
    F,
    "Feldnamen sind einfacher Text",
    "Listen oder Blöcke können kein Feldname sein.",
    "? [a, b]",
    "telefon: 030 23125-100",
)
DATEINAME = regel(
    "R-027",
    F,
    "Nur bekannte Dateien",
    "Eine Datei mit vertipptem Namen würde still übergangen.",
    "bestand/kontakt.yml",
    "bestand/kontakte.yml",
)
VERLOREN = regel(
    "R-030",
    F,
    "Kein Zeichen ist beim Umwandeln verloren gegangen",
    "Das Zeichen � steht dort, wo ein Programm einen Umlaut nicht lesen konnte. Der Buchstabe ist "
    "weg und muss neu getippt werden.",
    "name: M�hlenschule",
    "name: Mühlenschule",
)
KLAMMER = regel(
    "R-028",
    F,
    "Eckige und geschweifte Klammern schließen in derselben Zeile",
    "Eine Liste in Klammern beginnt und endet in einer Zeile; zwischen den Einträgen steht ein "
    "Komma.",
    "themen: [kinderschutz, sucht",
    "themen: [kinderschutz, sucht]",
)
EINRUECKUNG = regel(
    "R-029",
    F,
    "Die Einrückung zeigt, was zusammengehört",
    "Alle Felder eines Eintrags beginnen in derselben Spalte; was zu einem Feld gehört, steht zwei "
    "Leerzeichen weiter rechts.",
    "- id: gs-am-see\n   name: Grundschule am See",
    "- id: gs-am-see\n  name: Grundschule am See",
)
