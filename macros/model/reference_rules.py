"""The rules for references between records and for ids (R-2xx)."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

UNBEKANNTE_KENNUNG = regel(
    "R-201",
    F,
    "Verweise treffen einen Eintrag",
    "Eine Kennung, die es nicht gibt, führt ins Leere: Die Seite zeigte niemanden.",
    "gemeinde: seehausn",
    "gemeinde: seehausen",
)
DOPPELTE_KENNUNG = regel(
    "R-202",
    F,
    "Jede Kennung gibt es nur einmal",
    "Zwei Einträge mit derselben Kennung sind für Verweise nicht zu unterscheiden. Auch Groß- und "
    "Kleinschreibung zählt nicht als Unterschied.",
    "- id: gs-am-see\n…\n- id: gs-am-see",
    "- id: gs-am-see\n…\n- id: gs-am-see-2",
)
SELBSTVERWEIS = regel(
    "R-203",
    F,
    "Verweise laufen nicht im Kreis",
    "Ein Eintrag, der auf sich selbst zurückführt, hat kein Ende.",
    "- id: jugendamt\n  teil_von: jugendamt",
    "- id: jugendamt\n  teil_von: kreis-muster",
)
VERWAIST = regel(
    "R-204",
    W,
    "Jeder Eintrag wird gebraucht",
    "Ein Programm oder eine Organisation, auf die nichts verweist und die nichts anbietet, ist "
    "meist ein Rest.",
    "- id: altes-programm (nirgends genannt)",
    "Den Eintrag löschen oder darauf verweisen",
)
UMBENANNT = regel(
    "R-205",
    F,
    "Kennungen verschwinden nicht",
    "Andere Einträge und Kapitel früherer Fassungen nennen Kontakte und Standards bei ihrer "
    "Kennung. Ein aufgehobener Kontakt bleibt als Eintrag mit Nachfolge stehen, ein Standard mit "
    "dem Grund.",
    "- id: koordination (umbenannt in koordinierung)",
    '- id: koordination\n  aufgehoben_am: "2026-11-22"\n  nachfolge: koordinierung',
)
FEHLENDE_GRUNDLAGE = regel(
    "R-206",
    F,
    "Namen nur mit Rechtsgrundlage",
    "Ein Name erscheint nur, wenn feststeht, worauf sich die Veröffentlichung stützt und wann die "
    "Person informiert wurde.",
    "- id: p-001\n  name: Erika Muster",
    '- id: p-001\n  name: Erika Muster\n  grundlage: einwilligung\n  informiert_am: "2026-08-01"',
)
TEXT_OHNE_VORGABE = regel(
    "R-207",
    F,
    "Eigene Texte ersetzen eine Vorgabe",
    "Ein Text in wortlaut/texte tritt an die Stelle der Vorgabe mit demselben Namen. Gibt es "
    "keine, ruft ihn auch kein Kapitel auf.",
    "wortlaut/texte/leitbld.md",
    "wortlaut/texte/leitbild.md",
)
