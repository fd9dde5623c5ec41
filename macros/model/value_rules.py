"""The rules for single values (R-1xx): number, explanation and example of each."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

F, W, H = Stufe.FEHLER, Stufe.WARNUNG, Stufe.HINWEIS

PFLICHT = regel(
    "R-101",
    F,
    "Pflichtfelder sind ausgefüllt",
    "Ohne dieses Feld kann die Seite die Angabe nicht zeigen.",
    "- id: gs-am-see",
    "- id: gs-am-see\n  name: Grundschule am See",
)
UNBEKANNT = regel(
    "R-102",
    F,
    "Nur bekannte Felder",
    "Ein vertippter Feldname würde sonst still übergangen und die Angabe ginge verloren.",
    "telfon: 030 23125-100",
    "telefon: 030 23125-100",
)
FORM = regel(
    "R-103",
    F,
    "Die Form stimmt: Wert, Liste oder Block",
    "Manche Felder enthalten einen Wert, andere eine Liste oder einen Block mit eigenen Feldern.",
    "nachweise: Vereinbarung liegt vor",
    "nachweise:\n  - Vereinbarung liegt vor",
)
LEER = regel(
    "R-104",
    F,
    "Kein Feld bleibt leer",
    "Ein leeres Feld sagt nicht, ob die Angabe fehlt oder vergessen wurde. "
    "Lassen Sie die Zeile weg.",
    'telefon: ""',
    "telefon: 030 23125-100",
)
AUSWAHL = regel(
    "R-105",
    F,
    "Nur Werte aus der Liste",
    "Filter, Tabellen und Auswertungen brauchen überall dieselbe Schreibweise.",
    "status: frei",
    "status: unbesetzt",
)
KENNUNG = regel(
    "R-106",
    F,
    "Kennungen: kleine Buchstaben, Ziffern, Bindestrich",
    "Kennungen stehen in Adressen und Verweisen. Sie müssen auf jedem Rechner gleich aussehen.",
    "id: Grundschule Süd",
    "id: grundschule-sued",
)
HTML = regel(
    "R-107",
    F,
    "Kein HTML in Daten",
    "Daten sind Text. HTML könnte auf der Seite ausgeführt werden.",
    "name: <b>Beratung</b>",
    "name: Beratung",
)
KLAMMERN = regel(
    "R-108",
    F,
    "Keine Makro-Klammern in Daten",
    "Makros stehen in den Kapiteln, nie in den Daten.",
    'name: "{{ kontakt(1) }}"',
    "name: Beratung",
)
LAENGE = regel(
    "R-109",
    F,
    "Texte bleiben kurz genug",
    "Einzeilige Angaben haben höchstens 1.000 Zeichen, Absätze höchstens 4.000. Mehr ist meist ein "
    "Versehen beim Kopieren.",
    "name: (mehr als 1.000 Zeichen)",
    "name: Beratungsstelle Seehausen",
)
ZEILE = regel(
    "R-110",
    F,
    "Einzeilige Werte",
    "Namen, Nummern und Titel stehen in einer Zeile, damit Tabellen und Listen lesbar bleiben.",
    "name: |\n  Grundschule\n  am See",
    "name: Grundschule am See",
)
PLZ = regel(
    "R-111",
    F,
    "Postleitzahlen haben fünf Ziffern",
    "Führende Nullen gehen leicht verloren, etwa beim Kopieren aus einer Tabelle.",
    "plz: 1067",
    'plz: "01067"',
)
SCHULNUMMER = regel(
    "R-112",
    F,
    "Schulnummern haben fünf oder sechs Ziffern",
    "Die Schulnummer verbindet die Angaben mit der amtlichen Schulliste.",
    "schulnummer: 19001a",
    'schulnummer: "190012"',
)
SCHLUESSEL = regel(
    "R-113",
    F,
    "Amtliche Schlüssel haben die richtige Länge",
    "Gemeindeschlüssel haben acht, Kreisschlüssel fünf Ziffern.",
    "gemeindeschluessel: 5974040",
    'gemeindeschluessel: "05974040"',
)
DATUM = regel(
    "R-114",
    F,
    "Ein Datum steht als Jahr-Monat-Tag und gibt es im Kalender",
    "So ist es eindeutig und lässt sich sortieren.",
    "geprueft_am: 30.02.2026",
    'geprueft_am: "2026-02-28"',
)
JA_NEIN = regel(
    "R-115",
    F,
    "Ja oder nein",
    "Nur diese beiden Wörter sind eindeutig.",
    "mobil_dienstlich: yes",
    "mobil_dienstlich: ja",
)
ZAHL = regel(
    "R-116",
    F,
    "Zahlen in deutscher Schreibweise",
    "Komma vor den Nachkommastellen, Punkt nur zwischen Tausendern.",
    "wert: 1_000.5",
    'wert: "1.000,5"',
)
VZAE = regel(
    "R-117",
    F,
    "Stellenanteile sind Zahlen mit Komma",
    "Aus den Anteilen werden Summen für die Zuwendung berechnet.",
    "vzae: halb",
    'vzae: "0,5"',
)
KOORDINATE = regel(
    "R-118",
    F,
    "Koordinaten stehen in Grad",
    "Die Lage einer Schule steht in WGS 84, Breite und Länge mit Punkt.",
    "breite: 5713907",
    'breite: "51.5736"',
)
GANZZAHL = regel(
    "R-119",
    F,
    "Ganze Zahlen",
    "Altersangaben und Anzahlen sind ganze Zahlen.",
    "alter_von: sechs",
    'alter_von: "6"',
)
FASSUNG = regel(
    "R-120",
    F,
    "Eine Fassung heißt Jahr.Nummer",
    "Der Name steht in Adressen und muss sich sortieren lassen.",
    "name: Version 2",
    'name: "2026.1"',
)
TELEFON = regel(
    "R-121",
    F,
    "Telefonnummern sind vollständig und stehen einzeln",
    "Eine Nummer je Feld, mit Vorwahl, ohne Wörter: nur so kann man sie auf dem Handy antippen.",
    "telefon: 02307 965-139 oder 140",
    "telefon: 030 23125-100",
)
MOBIL = regel(
    "R-122",
    F,
    "Mobilnummern nur dienstlich",
    "Private Mobilnummern dürfen nicht veröffentlicht werden. Ein Diensthandy steht im Feld mobil "
    "mit mobil_dienstlich: ja.",
    "telefon: 0171 3920012",
    "mobil: 0171 3920012\nmobil_dienstlich: ja",
)
MAIL = regel(
    "R-123",
    F,
    "E-Mail-Adressen sind vollständig",
    "Eine falsche Adresse fällt erst auf, wenn eine Nachricht nicht ankommt.",
    "email: beratung(at)example.org",
    "email: beratung@example.org",
)
WEB = regel(
    "R-124",
    F,
    "Webadressen sind öffentlich und beginnen mit https://",
    "Andere Anfänge könnten Programme ausführen; Zugangsdaten und interne Adressen gehören nicht "
    "ins Netz.",
    "website: javascript:alert(1)",
    "website: https://www.example.org",
)
SCHREIBWEISE = regel(
    "R-125",
    H,
    "Telefonnummern in einheitlicher Schreibweise",
    "Die Seite zeigt jede Nummer nach DIN 5008. Die Datei darf bleiben, wie sie ist.",
    "telefon: 030/23125100",
    "telefon: 030 23125100",
)
PRIVATE_MAIL = regel(
    "R-126",
    W,
    "Dienstliche statt privater Postfächer",
    "Adressen bei Freemail-Anbietern sind meist privat und gehen beim Wechsel verloren.",
    "email: beratung@gmx.de",
    "email: beratung@example.org",
)
MAIL_DOMAIN = regel(
    "R-127",
    W,
    "Bekannte Domain richtig geschrieben",
    "Eine Adresse, die einer bekannten bis auf ein, zwei Zeichen gleicht, ist meist vertippt.",
    "email: info@exampel.org",
    "email: info@example.org",
)
PLZ_ORT = regel(
    "R-128",
    W,
    "Die Postleitzahl passt zur Gemeinde",
    "Die Gemeinde nennt ihre Postleitzahlen; eine andere ist meist ein Zahlendreher.",
    'plz: "99012"',
    'plz: "09912"',
)
LANGES_WORT = regel(
    "R-129",
    W,
    "Keine sehr langen Wörter",
    "Ein Wort über 60 Zeichen passt auf kein Handy.",
    "name: Schulsozialarbeitskoordinierungsstellenvertretungsregelungsvereinbarung…",
    "name: Vertretung der Koordinierungsstelle",
)
LANGE_ZEILE = regel(
    "R-131",
    W,
    "Namen, Titel und Angaben in einer Zeile haben höchstens 300 Zeichen",
    "Längere Texte füllen auf dem Handy den ganzen Bildschirm.",
    "name: (mehr als 300 Zeichen)",
    "name: Beratungsstelle Seehausen",
)
DOPPELT = regel(
    "R-130",
    F,
    "Listen nennen jeden Eintrag einmal",
    "Doppelte Einträge entstehen beim Kopieren und stünden zweimal auf der Seite.",
    "themen: [kinderschutz, kinderschutz]",
    "themen: [kinderschutz]",
)
FARBE = regel(
    "R-140",
    F,
    "Eine Farbe hat ein # und sechs Zeichen aus 0–9 und a–f",
    "So schreiben Browser Farben. Namen wie „blau“ meinen überall etwas anderes.",
    "akzent: blau",
    'akzent: "#005a7a"',
)
LOGO_NAME = regel(
    "R-141",
    F,
    "Das Logo ist eine SVG- oder PNG-Datei im Ordner „gestaltung“ der Region",
    "Bilder von fremden Adressen verraten dort, wer die Website besucht.",
    "datei: https://www.example.org/Logo.jpg",
    "datei: logo.svg",
)
SOZIALINDEX = regel(
    "R-450",
    F,
    "Die Stufe des Sozialindex ist eine Zahl von 1 bis 9",
    "Andere Stufen gibt es nicht. Eine Schule ohne Sozialindex hat das Feld nicht.",
    'stufe: "10"',
    'stufe: "4"',
)
ZUWENDUNG = regel(
    "R-453",
    F,
    "Die Zahlen für den Bericht zur Zuwendung sind größer als null",
    "Der Bericht teilt durch sie. Was gilt, steht im Bescheid oder in der Richtlinie.",
    'koordination_je: "0"',
    'koordination_je: "30"',
)
