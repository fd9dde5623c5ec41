"""The rules for imported files (R-5xx): number, explanation and example of each."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

DATEI = regel(
    "R-501",
    F,
    "Die Quelldatei lässt sich als Tabelle lesen",
    "Eingelesen werden Textdateien mit Trennzeichen (CSV). Excel-Mappen, PDF und leere Dateien "
    "enthalten keine lesbaren Zeilen.",
    "rahmen einlesen schulen schuldaten.xlsx",
    "rahmen einlesen schulen schuldaten_2026-04.csv",
)
ZEICHENSATZ = regel(
    "R-502",
    F,
    "Der Zeichensatz ist eindeutig",
    "UTF-8, Windows-1252 und CP850 werden erkannt. Ist ein Umlaut beschädigt, würde er sonst "
    "falsch auf der Seite stehen.",
    "GrÃ¼ne Schule",
    "Grüne Schule",
)
SPALTEN = regel(
    "R-503",
    F,
    "Alle nötigen Spalten sind da",
    "Die Datei wird nach Spaltennamen gelesen, nicht nach der Reihenfolge. Fehlt ein Name, ist "
    "unklar, welche Spalte gemeint ist.",
    "Nummer;Form;Name",
    "Schulnummer;Schulform;Schulbezeichnung_1",
)
ZEILENLAENGE = regel(
    "R-504",
    W,
    "Jede Zeile hat so viele Werte wie die Kopfzeile",
    "Fehlt ein Trennzeichen, rutschen alle folgenden Werte in die falsche Spalte. Eine solche "
    "Zeile wird deshalb ausgelassen.",
    '"190012";"02"',
    '"190012";"02";"Grundschule am See"',
)
ANFUEHRUNG = regel(
    "R-505",
    F,
    "Anführungszeichen sind geschlossen",
    "Ein offenes Anführungszeichen verschluckt alle folgenden Zeilen.",
    '"190012;"02"',
    '"190012";"02"',
)
STAND = regel(
    "R-506",
    F,
    "Der Stand der Quelle ist bekannt",
    "Jede übernommene Angabe nennt ihre Quelle mit Stand. Er steht im Dateinamen oder wird "
    "angegeben.",
    "schuldaten.csv",
    "schuldaten_2026-04.csv",
)
GEMEINDE = regel(
    "R-507",
    F,
    "Die Gemeinde jeder Schule ist angelegt",
    "Ohne Gemeinde hat die Schule keinen Platz auf der Seite. Der fertige Eintrag steht in der "
    "Meldung; prüfen Sie den Namen.",
    "(keine Gemeinde mit dem Gemeindeschlüssel 09991001)",
    '- id: seehausen\n  name: Seehausen\n  gemeindeschluessel: "09991001"',
)
SCHLUESSEL = regel(
    "R-508",
    F,
    "Jeder Schlüssel der Quelle ist bekannt",
    "Schulform, Rechtsform und Schulbetrieb stehen in der Quelle als Schlüssel. Ein unbekannter "
    "Schlüssel wird nicht geraten.",
    'Schulform "42"',
    'schluessel_nw: ["02"]',
)
KEINE_SCHULE = regel(
    "R-509",
    H,
    "Übernommen werden nur Schulen, die es gibt",
    "Die Quelle führt auch Schulämter, Seminare und aufgelöste Schulen. Sie werden ausgelassen und "
    "genannt.",
    'Schulform "0A" (Schulaufsicht)',
    'Schulform "02" (Grundschule)',
)
WERT = regel(
    "R-510",
    W,
    "Jeder Wert der Quelle ist brauchbar",
    "Unmögliche Telefonnummern, Mobilnummern und ungültige Adressen werden nicht übernommen; alle "
    "anderen Angaben der Schule schon.",
    "Telefon: 0171 3920099",
    "Telefon: 030 23125-210",
)
KOORDINATEN = regel(
    "R-511",
    W,
    "Koordinaten liegen im Land",
    "Vertauschte oder unmögliche Werte würden die Schule an einen falschen Ort setzen.",
    "UTMRechtswert 5712329, UTMHochwert 453720",
    "UTMRechtswert 453720, UTMHochwert 5712329",
)
POSTFACH = regel(
    "R-512",
    H,
    "E-Mail-Adressen sind amtliche Funktionspostfächer",
    "Die amtliche Adresse einer Schule in NRW ist <Schulnummer>@schule.nrw.de. Andere Postfächer "
    "können Personen gehören und werden nicht übernommen.",
    "vorname.nachname@example.org",
    "190012@schule.nrw.de",
)
TRAEGER = regel(
    "R-513",
    W,
    "Der Schulträger steht in der Trägerliste",
    "Der Schulträger wird über seine Trägernummer gefunden. Fehlt sie, bleibt das Feld der Schule "
    "unverändert.",
    "Traegernummer 99999",
    "rahmen einlesen schulen DATEI --traeger schultraeger_2022-12.csv",
)
SCHULNUMMER = regel(
    "R-514",
    F,
    "Jede Schulnummer kommt einmal vor",
    "Die Schulnummer verbindet die Zeile der Quelle mit dem Eintrag.",
    '"190012" in zwei Zeilen',
    '"190012" in einer Zeile',
)
VERWENDET = regel(
    "R-515",
    W,
    "Entfallene Schulen werden nicht mehr verwendet",
    "Eine Schule, die in der Quelle fehlt, wird erst entfernt, wenn kein Eintrag mehr auf sie "
    "verweist.",
    "- schule: gs-am-see   # entfallen",
    "- schule: gs-nord",
)
UMFANG = regel(
    "R-516",
    F,
    "Die Quelle passt zur Region",
    "Fehlen auf einmal viele Schulen, ist die Datei vermutlich unvollständig oder gehört zu einer "
    "anderen Region. Es wird nichts entfernt.",
    "107 Schulen bisher, 12 in der neuen Datei",
    "107 Schulen bisher, 106 in der neuen Datei",
)
BESTAND = regel(
    "R-517",
    F,
    "Die eigenen Dateien sind in Ordnung",
    "Der Vergleich braucht fehlerfreie eigene Dateien. Was fehlt, zeigt „rahmen pruefen“.",
    "- id: gs-am-see\n name: Grundschule am See",
    "- id: gs-am-see\n  name: Grundschule am See",
)
SCHREIBEN = regel(
    "R-518",
    F,
    "Die Dateien lassen sich schreiben",
    "Geschrieben wird nur, wenn die Datei seit dem Vergleich unverändert ist.",
    "(Datei ist in einem anderen Programm geöffnet)",
    "(Datei ist geschlossen)",
)
NULLEN = regel(
    "R-519",
    F,
    "Führende Nullen sind erhalten",
    "Tabellenprogramme streichen beim Speichern führende Nullen. Schlüssel, Vorwahlen und "
    "Postleitzahlen sind dann falsch.",
    "Gemeindeschluessel 5974004",
    "Gemeindeschluessel 05974004",
)
AELTER = regel(
    "R-520",
    F,
    "Die Quelle ist nicht älter als der Bestand",
    "Eine alte Datei würde neuere Angaben überschreiben.",
    "schuldaten_2019-10.csv bei Stand April 2026",
    "schuldaten_2027-04.csv bei Stand April 2026",
)
OHNE_INDEX = regel(
    "R-452",
    H,
    "Die Liste des Sozialindex nennt die Schule",
    "Nicht jede Schule hat einen Sozialindex. Steht sie nicht in der Liste, bleibt das Feld leer; "
    "geraten wird nichts.",
    "Schulnummer 190012 (nicht in der Liste)",
    '"190012";"4"',
)
