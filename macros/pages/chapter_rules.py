"""The rules for chapters and their language (R-432 and following): explanation and example."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

KAPITEL_KOPF = regel(
    "R-432",
    W,
    "Kapitel nennen im Kopf Verbindlichkeit, Stand, Quellen und Nachbarn",
    "Wer ein Kapitel liest, will wissen, ob es bindet, von wann es ist, worauf es sich stützt und "
    "wo es weitergeht.",
    'kapitel: "3.1" (ohne bindung)',
    'kapitel: "3.1"\nbindung: verbindlich\nstand: "2026-11-22"\nquellen: [projekt]\n'
    "siehe: [aufgaben/eltern.md]",
)
KAPITEL_ANFANG = regel(
    "R-433",
    W,
    "Ein Kapitel beginnt mit zwei einfachen Sätzen",
    "Der erste sagt, worum es geht, der zweite, was das von wem verlangt. Danach weiß jede Person, "
    "ob sie weiterlesen muss.",
    "# Beratung\n\n## Ablauf",
    "# Beratung\n\nBeratung hilft jungen Menschen. Schulen geben ihr Raum und Zeit.",
)
KAPITEL_ROLLEN = regel(
    "R-434",
    W,
    "Ein Kapitel sagt Schulen, Fachkräften und Trägern, was es für sie heißt",
    "Am Ende steht „Was das für Sie heißt“ mit drei Abschnitten. So findet jede Rolle ihren Teil.",
    "## Was das für Sie heißt\n### Für Schulen",
    "## Was das für Sie heißt\n### Für Schulen\n### Für Fachkräfte\n### Für Träger",
)
QUELLE_UNBEKANNT = regel(
    "R-435",
    F,
    "Quellen im Kopf stehen in quellen.yml",
    "Am Ende der Seite steht die Quelle mit Titel und Adresse. Sie kommt aus "
    "data/katalog/quellen.yml.",
    "quellen: [projket]",
    "quellen: [projekt]",
)
SIEHE_UNBEKANNT = regel(
    "R-436",
    F,
    "Nachbarn im Kopf sind vorhandene Seiten",
    "Am Ende der Seite steht „Dazu passt“ mit Links auf diese Seiten. Der Pfad beginnt unter docs.",
    "siehe: [aufgaben/elten.md]",
    "siehe: [aufgaben/eltern.md]",
)
STANDARD_ORT = regel(
    "R-437",
    W,
    "Jeder Standard steht in genau einem Kapitel",
    "Das Kapitel, das standards.yml nennt, zeigt den Standard als Kasten; alle anderen verlinken "
    "ihn. So steht er an einer Stelle und fehlt nirgends.",
    '{{ standard("qs-s-01") }} in zwei Kapiteln',
    '{{ standard("qs-s-01") }} im Kapitel, das standards.yml nennt',
)
KAPITEL_DOPPELT = regel(
    "R-438",
    F,
    "Jede Nummer eines Kapitels gibt es einmal",
    "Die Nummer steht in Beschlüssen und Konzepten. Zwei Kapitel mit einer Nummer lassen sich "
    "nicht unterscheiden.",
    'kapitel: "3.1" (auf zwei Seiten)',
    'kapitel: "3.2"',
)
SATZLAENGE = regel(
    "R-439",
    W,
    "Die Sätze eines Kapitels haben im Mittel höchstens 18 Wörter",
    "Gezählt wird der Median: Die Hälfte der Sätze ist kürzer. Kurze Sätze versteht man beim "
    "ersten Lesen.",
    "Kapitel mit einem Median von 23 Wörtern",
    "Kapitel mit einem Median von 12 Wörtern",
)
KAPITELSATZ = regel(
    "R-440",
    W,
    "In Kapiteln hat kein Satz mehr als 30 Wörter",
    "Wer nach der Mitte den Anfang vergessen hat, liest noch einmal oder gar nicht.",
    "Ein Satz, der über vier Zeilen geht …",
    "Zwei Sätze. Jeder sagt eine Sache.",
)
WORTWAHL = regel(
    "R-441",
    H,
    "Wir schreiben die vereinbarten Wörter",
    "Welche das sind, steht in data/katalog/wortwahl.yml. Gleiche Wörter für gleiche Dinge und "
    "Formen, die alle meinen.",
    "der Schulsozialarbeiter",
    "die Fachkraft",
)
ANFUEHRUNG = regel(
    "R-442",
    H,
    "Anführungszeichen sind „unten“ und “oben“ rund",
    "Gerade Zeichen gehören in Programme. Vorlesehilfen und Suchen kommen mit beiden zurecht, das "
    "Auge nicht.",
    'Das heißt "freiwillig".',
    "Das heißt „freiwillig“.",
)
ZUSAMMENHALTEN = regel(
    "R-443",
    H,
    "Was zusammengehört, trennt keine Zeile",
    "Zwischen § und Nummer und in Abkürzungen steht ein geschütztes Leerzeichen (Alt+0160, am Mac "
    "Wahl+Leertaste).",
    "§ 8a, z. B. (mit gewöhnlichem Leerzeichen)",
    "§\u00a08a, z.\u00a0B. (mit geschütztem Leerzeichen)",
)
WIEDERHOLUNG = regel(
    "R-444",
    W,
    "Kein Satz steht in zwei Kapiteln",
    "Zwölf gleiche Wörter hintereinander sind kein Zufall. Eine Sache steht an einer Stelle, die "
    "andere verlinkt sie.",
    "derselbe Absatz in zwei Kapiteln",
    "ein Link auf das Kapitel, in dem er steht",
)
LEICHTE_SPRACHE = regel(
    "R-445",
    W,
    "Leichte Sprache hält ihre Regeln",
    "Sätze haben höchstens 12 Wörter. Es gibt keinen Genitiv, kein „würde“ und kein „wird "
    "gemacht“, keine Abkürzungen. Lange Wörter sind mit einem Bindestrich geteilt.",
    "Die Beratung der Eltern wird von Fachkräften durchgeführt.",
    "Fach-Leute beraten die Eltern.",
)
