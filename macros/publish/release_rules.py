"""Rules about releasing a Fassung, its ledger, and removing persons (R-85x, R-86x)."""

from __future__ import annotations

from macros.model.findings import Stufe, regel

NAME = regel(
    "R-850",
    Stufe.FEHLER,
    "Eine Fassung heißt nach Jahr und Nummer",
    "Der Name wird Teil der Adresse und des Tags. Er muss in jedem Programm funktionieren und "
    "sich der Größe nach ordnen lassen.",
    "rahmen fassung freigeben Entwürfe",
    "rahmen fassung freigeben 2026.2",
)
NICHT_GROESSER = regel(
    "R-851",
    Stufe.FEHLER,
    "Eine neue Fassung hat den größten Namen",
    "Sonst stünde eine neue Fassung vor einer älteren, und niemand wüsste, was gilt.",
    "rahmen fassung freigeben 2025.3 (nach 2026.1)",
    "rahmen fassung freigeben 2026.2",
)
VERGEBEN = regel(
    "R-852",
    Stufe.FEHLER,
    "Eine freigegebene Fassung ändert sich nicht mehr",
    "Beschlossen ist der Wortlaut, der damals freigegeben wurde. Ein anderer Wortlaut ist eine "
    "andere Fassung; ein Fehler im Wortlaut ist eine Berichtigung.",
    "rahmen fassung freigeben 2026.1 (schon freigegeben, Text inzwischen geändert)",
    "rahmen fassung freigeben 2026.2",
)
UNGESICHERT = regel(
    "R-853",
    Stufe.FEHLER,
    "Freigegeben wird, was in Git gesichert ist",
    "Sonst wäre nicht nachzuvollziehen, welcher Wortlaut freigegeben wurde.",
    "geänderte oder neue Dateien im Ordner",
    "git add -A && git commit -m „Texte für 2026.2“",
)
FLACH = regel(
    "R-854",
    Stufe.FEHLER,
    "Die Freigabe kennt die ganze Geschichte",
    "In einer Kopie mit verkürzter Geschichte fehlen frühere Fassungen.",
    "git clone --depth 1 …",
    "git fetch --unshallow --tags",
)
ZWEIG = regel(
    "R-855",
    Stufe.FEHLER,
    "Freigegeben wird auf einem Zweig",
    "Die Freigabe schreibt einen Commit. Ohne Zweig, oder mitten in einer Zusammenführung, ginge "
    "er verloren.",
    "git checkout 3f2a91c",
    "git switch main",
)
IDENTITAET = regel(
    "R-856",
    Stufe.FEHLER,
    "Git weiß, wer freigibt",
    "Commit und Tag nennen Namen und E-Mail-Adresse. Beides wird öffentlich; eine Funktion mit "
    "Funktionspostfach genügt.",
    "user.name und user.email fehlen",
    "git config user.name „Koordinierungsstelle“ && git config user.email stelle@example.org",
)
BESCHLUSS = regel(
    "R-857",
    Stufe.FEHLER,
    "Freigegeben wird nach dem Beschluss",
    "Die Seite nennt, wer die Fassung wann beschlossen hat und ab wann sie gilt.",
    "--beschlossen-am 2027-06-17 (liegt in der Zukunft)",
    "--beschlossen-am 2026-06-18 --gueltig-ab 2026-08-01",
)
PRUEFBUCH = regel(
    "R-858",
    Stufe.FEHLER,
    "Zu jeder Fassung gehört ein Prüfbuch und zu jedem Prüfbuch eine Fassung",
    "Das Prüfbuch belegt den beschlossenen Wortlaut. Es entsteht bei der Freigabe und wird nie "
    "von Hand geändert.",
    "fassungen: 2026.1 ohne wortlaut/pruefbuch/2026.1.json",
    "git checkout fassung-2026.1 -- data/regionen/…/wortlaut",
)
WORTLAUT = regel(
    "R-859",
    Stufe.FEHLER,
    "Der Wortlaut einer Fassung ist der beschlossene",
    "Jede Veröffentlichung baut frühere Fassungen neu. Das Prüfbuch zeigt, ob dabei auch nur ein "
    "Wort anders herauskommt.",
    "2025.1, standards/index.md: „drei Schulen“ statt „zwei Schulen“",
    "Die Änderung am Programm oder an den Texten zurücknehmen, oder eine Berichtigung eintragen",
)
ARCHIV = regel(
    "R-860",
    Stufe.FEHLER,
    "Archiv, Tag und Prüfbuch einer Fassung stimmen überein",
    "Das Archiv hält den Wortlaut auch dort fest, wo die Tags fehlen. Es wird nie von Hand "
    "geändert.",
    "wortlaut/archiv/2026.1.tar neu gepackt",
    "git checkout fassung-2026.1 -- data/regionen/…/wortlaut/archiv",
)
BERICHTIGUNG = regel(
    "R-861",
    Stufe.FEHLER,
    "Eine Berichtigung trifft eine Stelle im Wortlaut ihrer Fassung",
    "Nur so ist sicher, dass genau die gemeinte Stelle berichtigt wird und sonst nichts.",
    "alt: Einigungsvertag (steht so nicht in der Datei)",
    "alt: Kooperationsvertag",
)
REGION_FORM = regel(
    "R-862",
    Stufe.FEHLER,
    "Die Fassungen stehen als eingerückte Liste in region.yml",
    "Die Freigabe trägt die Fassung selbst ein und lässt alles andere, wie es ist.",
    'fassungen: [{name: "2026.1", …}]',
    'fassungen:\n  - name: "2026.1"',
)
ABGEBROCHEN = regel(
    "R-863",
    Stufe.FEHLER,
    "Freigegeben wird ganz oder gar nicht",
    "Geht beim Schreiben etwas schief, wird alles zurückgenommen.",
    "kein Platz mehr auf dem Datenträger",
    "Platz und Rechte prüfen und noch einmal freigeben",
)
PERSON_UNBEKANNT = regel(
    "R-864",
    Stufe.FEHLER,
    "Entfernt wird, wer in der Personendatei steht",
    "Der Befehl braucht den Eintrag, um danach nach Name, Nummern und Adresse zu suchen.",
    "rahmen entfernen p-999",
    "rahmen entfernen p-001",
)
NOCH_ZU_FINDEN = regel(
    "R-865",
    Stufe.FEHLER,
    "Eine entfernte Person ist nirgends mehr zu finden",
    "Gesucht wird in allen Dateien des Ziels: Seiten, Suche, Downloads und früheren "
    "Veröffentlichungen.",
    "Name im Text einer Seite",
    "Den Namen aus dem Text nehmen oder eine Berichtigung eintragen, dann noch einmal entfernen",
)
STAND_UNBEKANNT = regel(
    "R-866",
    Stufe.FEHLER,
    "Zurück geht es zu einer früheren Veröffentlichung",
    "Jede Veröffentlichung hält fest, aus welchem Stand in Git sie entstanden ist. Nur dorthin "
    "führt der Weg zurück.",
    "rahmen zurueck (es gibt nur eine Veröffentlichung)",
    "rahmen zurueck --ziel DIR --auf KENNUNG",
)
GRABSTEIN = regel(
    "R-867",
    Stufe.WARNUNG,
    "Der Grabstein einer entfernten Person steht in Git",
    "Nur dann wissen auch andere Kopien des Repositorys, dass die Kennung vergeben ist.",
    "bestand/grabsteine.yml geändert, aber nicht gesichert",
    "git add data && git commit -m „Person p-001 entfernen“",
)
