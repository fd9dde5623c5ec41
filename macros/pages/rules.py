"""The rules for Markdown pages and macro calls (R-4xx): explanation and example of each."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

KOPF_FEHLT = regel(
    "R-401",
    F,
    "Jede Seite beginnt mit einem Kopf zwischen zwei Zeilen ---",
    "Im Kopf stehen Titel, Beschreibung und Art der Seite. Ohne ihn wüsste niemand, was die Seite "
    "enthält.",
    "# Kinderschutz",
    "---\ntitle: Kinderschutz\ndescription: Wen Sie anrufen.\nart: live\n---",
)
KOPF_FELD = regel(
    "R-402",
    F,
    "Der Kopf nennt title, description und art",
    "Der Titel steht im Menü und im Reiter des Browsers, die Beschreibung in den Suchergebnissen. "
    "Die Art sagt, ob der Wortlaut beschlossen ist (wortlaut) oder sich laufend ändert (live).",
    "art: seite",
    "art: wortlaut",
)
KOPF_UNBEKANNT = regel(
    "R-403",
    F,
    "Im Kopf stehen nur bekannte Felder",
    "Andere Felder könnten Vorlagen oder Makros umlenken. Welche es gibt, steht in der Hilfe zum "
    "Bearbeiten.",
    "template: andere.html",
    "title: Kinderschutz",
)
MAKRO_FORM = regel(
    "R-404",
    F,
    "Zwischen doppelten Klammern steht nur ein Makro mit festen Angaben",
    "Kapitel sind Text, kein Programm. Darum sind nur Aufrufe erlaubt, deren Angaben in "
    "Anführungszeichen stehen.",
    "{{ config.site_name }}",
    '{{ region("name") }}',
)
MAKRO_SYNTAX = regel(
    "R-405",
    F,
    "Makro-Aufrufe sind vollständig",
    "Fehlt eine Klammer oder ein Anführungszeichen, ist der Aufruf nicht zu verstehen.",
    '{{ kontakt("koordination" }}',
    '{{ kontakt("koordination") }}',
)
MAKRO_AUFRUF = regel(
    "R-406",
    F,
    "Makros gibt es, und ihre Angaben stimmen",
    "Ein unbekannter Name oder eine unbekannte Kennung ließe auf der Seite eine Lücke.",
    '{{ kontakt("kordination") }}',
    '{{ kontakt("koordination") }}',
)
MAKRO_ORT = regel(
    "R-407",
    F,
    "Makros stehen im Text, große Makros allein in ihrer Zeile",
    "In Überschriften, Adressen, Bildtexten und Code kann ein Makro nicht erscheinen. Karten, "
    "Listen und Tabellen brauchen eine eigene Zeile zwischen zwei leeren Zeilen.",
    'Rufen Sie an: {{ kontakt("koordination") }}',
    'Rufen Sie an: {{ kontakt_zeile("koordination") }}',
)
HTML = regel(
    "R-408",
    F,
    "Kein HTML in Kapiteln",
    "Kapitel sind Markdown. HTML könnte auf der Seite ausgeführt werden.",
    "<b>wichtig</b>",
    "**wichtig**",
)
LINKSCHEMA = regel(
    "R-409",
    F,
    "Links beginnen mit https:, http:, mailto: oder tel: oder führen auf eine Seite",
    "Andere Anfänge könnten Programme ausführen.",
    "[Hilfe](javascript:alert(1))",
    "[Hilfe](service/hilfe/index.md)",
)
MERKMAL = regel(
    "R-410",
    F,
    "In geschweiften Klammern stehen nur Anker, Klassen und Sprache",
    "Andere Merkmale könnten das Aussehen der Seite fälschen oder Programme ausführen.",
    'Text { style="color:red" }',
    "Text { .vorspann }",
)
TOTER_LINK = regel(
    "R-411",
    F,
    "Interne Links führen auf eine vorhandene Seite",
    "Ein toter Link führt ins Leere. Links nennen die Markdown-Datei, von der Seite aus gesehen.",
    "[Kontakte](service/kontakt.md)",
    "[Kontakte](service/kontakte.md)",
)
TOTER_ANKER = regel(
    "R-412",
    F,
    "Anker gibt es auf der Zielseite",
    "Ein Anker führt zu einer Überschrift oder einem Eintrag. Nach einer Umbenennung fehlt er.",
    "[Standard](standards/index.md#qs-s-99)",
    "[Standard](standards/index.md#qs-s-01)",
)
ABSOLUTER_LINK = regel(
    "R-413",
    F,
    "Interne Links sind relativ",
    "Ein Link, der mit einem Schrägstrich beginnt, stimmt nicht mehr, wenn die Seiten umziehen.",
    "[Kontakte](/service/kontakte/)",
    "[Kontakte](service/kontakte.md)",
)
LEERER_LINK = regel(
    "R-414",
    F,
    "Jeder Link hat einen Text",
    "Wer die Seite vorlesen lässt, hört nur den Text des Links.",
    "[](glossar.md)",
    "[Glossar](glossar.md)",
)
LINKTEXT = regel(
    "R-415",
    W,
    "Der Linktext sagt, wohin der Link führt",
    "Wer sich nur die Links vorlesen lässt, kann mit „hier“ nichts anfangen.",
    "[hier](glossar.md)",
    "[zum Glossar](glossar.md)",
)
BILDTEXT = regel(
    "R-416",
    F,
    "Jedes Bild hat einen Alternativtext",
    "Wer das Bild nicht sieht, bekommt den Text vorgelesen.",
    "![](ablauf.png)",
    "![Ablauf in vier Schritten](ablauf.png)",
)
BILDORT = regel(
    "R-417",
    F,
    "Bilder liegen bei den Seiten",
    "Ein Bild von einer fremden Adresse verriete dieser, wer die Seite liest.",
    "![Ablauf](https://www.example.org/ablauf.png)",
    "![Ablauf](ablauf.png)",
)
ZWEI_TITEL = regel(
    "R-418",
    F,
    "Höchstens eine Überschrift erster Ebene",
    "Die erste Ebene ist der Titel der Seite; es gibt nur einen.",
    "# Ziele",
    "## Ziele",
)
EBENENSPRUNG = regel(
    "R-419",
    F,
    "Überschriften überspringen keine Ebene",
    "Wer die Seite vorlesen lässt, findet sich über die Ebenen zurecht.",
    "## Ziele\n#### Beispiele",
    "## Ziele\n### Beispiele",
)
FETT_STATT_TITEL = regel(
    "R-420",
    W,
    "Überschriften sind Überschriften, keine fetten Zeilen",
    "Fette Zeilen stehen nicht im Inhaltsverzeichnis und lassen sich nicht anspringen.",
    "**Ziele**",
    "## Ziele",
)
GLEICHE_UEBERSCHRIFT = regel(
    "R-421",
    W,
    "Gleiche Überschriften bekommen einen eigenen Anker",
    "Sonst zählt das Programm durch (ziele_1), und die Anker wandern beim nächsten Einfügen.",
    "## Ziele",
    "## Ziele { #ziele-der-schule }",
)
TABELLE = regel(
    "R-422",
    F,
    "Alle Zeilen einer Tabelle haben gleich viele Spalten",
    "Sonst verschieben sich Angaben oder gehen verloren.",
    "| Schule | Ort |\n| --- | --- |\n| Nordschule |",
    "| Schule | Ort |\n| --- | --- |\n| Nordschule | Seehausen |",
)
NICHT_IM_MENUE = regel(
    "R-423",
    F,
    "Jede Seite steht im Menü",
    "Eine Seite, die in docs/nav.yml fehlt, findet niemand.",
    "docs/neu.md",
    "- Neue Seite: neu.md",
)
MENUE_OHNE_SEITE = regel(
    "R-424",
    F,
    "Jeder Eintrag im Menü führt auf eine Seite",
    "Der Eintrag in docs/nav.yml nennt eine Datei, die es nicht gibt.",
    "- Kontakte: service/kontakt.md",
    "- Kontakte: service/kontakte.md",
)
MENUE_FORM = regel(
    "R-425",
    F,
    "Das Menü ist eine Liste aus Namen und Seiten",
    "Jeder Eintrag in docs/nav.yml ist ein Name mit einer Seite oder ein Name mit einer Liste.",
    "Kontakte",
    "- Kontakte: service/kontakte.md",
)
LANGE_SEITE = regel(
    "R-426",
    W,
    "Seiten haben höchstens 5.000 Wörter",
    "Längere Seiten liest niemand zu Ende. Teilen Sie sie auf.",
    "Kapitel mit 8.000 Wörtern",
    "zwei Kapitel mit je 4.000 Wörtern",
)
LANGER_SATZ = regel(
    "R-427",
    W,
    "Sätze haben höchstens 40 Wörter",
    "Kurze Sätze versteht man beim ersten Lesen.",
    "Ein Satz, der über sechs Zeilen geht …",
    "Zwei Sätze. Jeder sagt eine Sache.",
)
FREMDE_DATEI = regel(
    "R-428",
    F,
    "Unter docs liegen nur Seiten, Bilder und PDF-Dateien",
    "Andere Dateien, etwa HTML oder Skripte, würden ungeprüft veröffentlicht.",
    "docs/seite.html",
    "docs/seite.md",
)
ZEICHENKODE = regel(
    "R-429",
    F,
    "Keine unsichtbaren Zeichen als Kürzel",
    "Kürzel wie &#8238; werden zu unsichtbaren Zeichen und können Text umdrehen (Täuschung).",
    "Text &#8238; Text",
    "Text",
)
DOPPELTER_ANKER = regel(
    "R-430",
    F,
    "Anker gibt es auf einer Seite nur einmal",
    "Ein Link führt immer zum ersten; der zweite ist unerreichbar.",
    "## Ziele { #ziele }\n## Mehr Ziele { #ziele }",
    "## Mehr Ziele { #mehr-ziele }",
)
HANDLICH = regel(
    "R-431",
    F,
    "Seiten bleiben handlich",
    "Eine Seite hat höchstens 200 KB, 300 Überschriften, keine Wörter über 1.000 Zeichen und keine "
    "Häufung offener eckiger Klammern. Sonst rechnet der Bau minutenlang.",
    "[[[[[[[[[[[[[[[[[[[[[[[[[",
    "[Glossar](glossar.md)",
)
OHNE_EIGENES_MAKRO = regel(
    "R-521",
    F,
    "Der Text einer Vereinbarung zeigt ihre eigenen Angaben",
    "Parteien, Laufzeit und Zusagen stehen in vereinbarungen.yml. Das Makro bringt sie auf die "
    "Seite, einmal und mit der eigenen Kennung.",
    'In standort-seehausen.md: {{ vereinbarung("standort-nord") }}',
    'In standort-seehausen.md: {{ vereinbarung("standort-seehausen") }}',
)
OHNE_SEITE = regel(
    "R-595",
    F,
    "Eckpfeiler und Aufgaben nennen Seiten, die es gibt",
    "Aus dem Pfad wird ein Link. Führt er ins Leere, sucht jemand vergeblich.",
    "seite: auftrag/leitbild",
    "seite: auftrag/leitbild-und-ziele",
)
