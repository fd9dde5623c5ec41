"""The rules for the build and the finished site (R-7xx): explanation and example of each."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F = Stufe.FEHLER

MAKRO_REST = regel(
    "R-701",
    F,
    "Auf fertigen Seiten steht kein unausgeführtes Makro",
    "Doppelte geschweifte Klammern auf einer Seite heißen: Hier fehlt etwas.",
    '{{ kontakt("koordination") }} im HTML',
    "die Kontaktdaten",
)
FEHLERTEXT = regel(
    "R-702",
    F,
    "Auf fertigen Seiten steht keine Fehlermeldung eines Programms",
    "Programmmeldungen verraten Pfade und helfen niemandem.",
    "eine Programmmeldung mit Dateipfaden",
    "die Seite ohne Meldung",
)
MARKE = regel(
    "R-703",
    F,
    "Auf fertigen Seiten bleibt kein Platzhalter übrig",
    "Ein Platzhalter heißt: Die Ausgabe eines Makros fehlt.",
    "U+E000 im HTML",
    "die Ausgabe des Makros",
)
HINWEISKASTEN = regel(
    "R-704",
    F,
    "Hinweiskästen sind als Kästen zu sehen",
    "Steht „!!! note“ im Text, hat Markdown den Kasten nicht erkannt.",
    "!!! note im Satz",
    '!!! note "Hinweis"\n    Text, um vier Leerzeichen eingerückt',
)
FREMDER_HOST = regel(
    "R-705",
    F,
    "Seiten laden nichts von fremden Adressen",
    "Jeder Aufruf verriete der fremden Seite, wer hier liest.",
    '<img src="https://www.example.org/bild.png">',
    '<img src="bild.png">',
)
SKRIPT = regel(
    "R-706",
    F,
    "Seiten führen nur die eigenen Skript-Dateien aus",
    "Skripte im Text und Ereignis-Merkmale (onclick) sind der Weg, auf dem fremder Code läuft.",
    "<script>alert(1)</script>",
    '<script type="module" src="assets/js/page.js"></script>',
)
STIL = regel(
    "R-713",
    F,
    "Gestaltung steht im Stylesheet oder in einer Datei, die nur diese eine erlaubt",
    "Eine Datei zum Mitnehmen trägt ihre Gestaltung in sich. Ihre Inhaltsrichtlinie nennt genau "
    "diese und verbietet alles andere.",
    "<style>p { color: red }</style> auf einer Seite",
    "eine Klasse aus overrides/assets/css",
)
ADRESSE = regel(
    "R-707",
    F,
    "Links auf fertigen Seiten haben einen bekannten Anfang",
    "Erlaubt sind https:, http:, mailto:, tel: und Adressen der eigenen Seiten.",
    '<a href="javascript:alert(1)">',
    '<a href="../kontakte/">',
)
TOTES_ZIEL = regel(
    "R-708",
    F,
    "Links auf fertigen Seiten führen zu einer Datei der Seite",
    "Auch Links, die aus Daten entstehen, müssen stimmen.",
    '<a href="../kontakt/">',
    '<a href="../kontakte/">',
)
SANDKASTEN = regel(
    "R-709",
    F,
    "Makros laufen im Sandkasten",
    "Ohne ihn könnte ein Kapitel Programme ausführen. In mkdocs.yml stehen die Plugins "
    "rahmenkonzept und macros.",
    "plugins: [macros]",
    "plugins: [rahmenkonzept, macros]",
)
UMGEBUNG = regel(
    "R-710",
    F,
    "Angaben aus der Umgebung stimmen",
    "REGION, RAHMEN_STICHTAG und RAHMEN_PERSONEN steuern den Bau.",
    "RAHMEN_STICHTAG=31.12.2026",
    "RAHMEN_STICHTAG=2026-12-31",
)
NEUSTART = regel(
    "R-711",
    F,
    "Nach Änderungen am Programm neu starten",
    "Die Vorschau behält den alten Programmcode im Speicher.",
    "Änderung in macros/",
    "Strg+C, dann make serve",
)
AUFTRAG = regel(
    "R-712",
    F,
    "Ein Bauauftrag ist vollständig und widerspricht sich nicht",
    "Beim Veröffentlichen sagt er für jede Fassung, was gebaut wird und wohin Links führen.",
    'RAHMEN_BAUAUFTRAG nennt eine Datei mit {"fassung": "2026.1"} und sonst nichts',
    "rahmen veroeffentlichen schreibt die Aufträge selbst; für eine einfache Website bleibt "
    "RAHMEN_BAUAUFTRAG leer",
)
LOGO = regel(
    "R-741",
    F,
    "Das Logo der Region liegt im Ordner „gestaltung“ und ist ein sicheres Bild",
    "Es steht auf jeder Seite. Fehlt die Datei oder enthält sie Programme, darf nichts "
    "veröffentlicht werden.",
    "logo:\n  datei: wappen.svg (die Datei fehlt)",
    "data/regionen/<region>/gestaltung/wappen.svg ablegen",
)
