"""The ministry's list of the Schulsozialindex becomes a field of the region's schools."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.importers import rules
from macros.importers.columns import Spalte, find_columns
from macros.importers.delimited import read_table, records
from macros.importers.difference import Eintrag, Unterschied, compare
from macros.importers.own_files import check_text, load_own
from macros.importers.plan import Importplan, NeuerText
from macros.importers.resolve import FELDER
from macros.importers.source_values import place
from macros.importers.yaml_edit import UnlesbarError
from macros.model.findings import Ort, Stufe, has_fehler, sorted_befunde
from macros.model.records import Schule

if TYPE_CHECKING:
    from pathlib import Path

    from macros.importers.delimited import Tabelle, Zelle
    from macros.importers.own_files import Eigene
    from macros.model.findings import Befund

QUELLE: Final = "MSB NRW, Schulsozialindex, Schuljahr"
SPALTEN: Final = (
    Spalte("nummer", ("Schulnummer", "SchulNr"), pflicht=True),
    Spalte("stufe", ("Sozialindexstufe", "Sozialindex", "Stufe"), pflicht=True),
)
# What the list says of a school that has no index.
_OHNE: Final = "ohne"
_ORDER: Final = (
    *dict.fromkeys(name.partition(".")[0] for name in FELDER if name != "quelle"),
    "sozialindex",
    "quelle",
)
_IN_NAME: Final = re.compile(r"(?<!\d)(20\d\d)[-_/](\d\d)(?!\d)")


def plan_index_import(
    root: Path, slug: str, path: Path, *, schuljahr: str | None = None
) -> Importplan:
    """Compare the ministry's Schulsozialindex with a region's schools.

    Args:
        root: the project's root folder.
        slug: the region's folder name below ``data/regionen``.
        path: the list (CSV); the ministry's is encoded in CP850.
        schuljahr: the school year (``2025/26``); the file's name says it otherwise.

    Returns:
        The plan. It holds findings for everything that is wrong and never raises for bad input.
    """
    own = load_own(root, slug)
    befunde = list(own.befunde)
    if own.region is None or has_fehler(befunde):
        return Importplan(region=slug, befunde=tuple(sorted_befunde(befunde)))
    tabelle, faults = read_table(path, path.name)
    befunde += faults
    year, faults = _school_year(schuljahr, path.name)
    befunde += faults if tabelle else []
    if tabelle is None or year is None or has_fehler(befunde):
        return Importplan(region=own.region.name, befunde=tuple(sorted_befunde(befunde)))
    planner = _Planner(own.schulen, year, tabelle.file)
    planner.read(tabelle)
    planner.compare()
    texte: list[NeuerText] = []
    for file in own.schulen:
        new = file.satzdatei.result().encode()
        if new != file.daten and file.daten is not None:
            planner.befunde += check_text(Schule, new.decode(), file.file)
            texte.append(NeuerText(file.path, file.file, file.daten, new))
    befunde += planner.befunde
    readable = bool(planner.stufen)
    return Importplan(
        region=own.region.name,
        quelle=f"{QUELLE} {year}" if readable else "",
        gelesen=f"{tabelle.zeichensatz}, Trennzeichen „{tabelle.trennzeichen}“",
        zeilen=len(tabelle.zeilen),
        zeilen_region=planner.found,
        schulen=planner.unterschied() if readable else Unterschied(),
        texte=() if has_fehler(befunde) else tuple(texte),
        befunde=tuple(sorted_befunde(befunde)),
    )


def _school_year(given: str | None, file: str) -> tuple[str | None, list[Befund]]:
    """Return the school year as given or as the file's name says."""
    text = given.strip() if given else file
    found = re.fullmatch(r"(20\d\d)/(\d\d)", text) if given else _IN_NAME.search(text)
    if found and (int(found.group(1)) + 1) % 100 == int(found.group(2)):
        return f"{found.group(1)}/{found.group(2)}", []
    message = (
        f"„{given}“ ist kein Schuljahr; erwartet wird die Form 2025/26."
        if given
        else f"Der Name „{file}“ verrät nicht, für welches Schuljahr die Datei gilt."
    )
    return None, [rules.STAND.befund(Ort(file), message, "--schuljahr 2025/26 anhängen")]


@dataclass
class _Planner:
    """Reads the list and edits the texts of the schools it names."""

    files: list[Eigene[Schule]]
    year: str
    source: str
    stufen: dict[str, Zelle] = field(default_factory=dict)
    befunde: list[Befund] = field(default_factory=list)
    neu: list[Eintrag] = field(default_factory=list)
    geaendert: list[Eintrag] = field(default_factory=list)
    bleibt: list[Eintrag] = field(default_factory=list)
    nur_stand: list[Eintrag] = field(default_factory=list)
    gleich: int = 0
    found: int = 0

    def read(self, tabelle: Tabelle) -> None:
        """Take the stages of all schools of the list."""
        columns, faults = find_columns(tabelle, SPALTEN)
        self.befunde += faults
        if has_fehler(faults):
            return
        for _, cells in records(tabelle, columns):
            number = cells["nummer"]
            if number.text in self.stufen:
                self.befunde.append(
                    rules.SCHULNUMMER.befund(
                        place(self.source, number),
                        f"Die Schulnummer {number.text} kommt zweimal vor.",
                        "Löschen Sie eine der beiden Zeilen.",
                    )
                )
            self.stufen[number.text] = cells["stufe"]

    def compare(self) -> None:
        """Compare every school of the region that has a Schulnummer."""
        if not self.stufen:
            return
        missing: list[Schule] = []
        for file in self.files:
            for school in file.records.values():
                if school.schulnummer is None:
                    continue
                cell = self.stufen.get(school.schulnummer)
                if cell is None:
                    missing.append(school)
                else:
                    self.found += 1
                stage = self._stage(cell) if cell else ""
                if stage:
                    self._set(file, school, stage)
                elif school.sozialindex is not None:
                    self._stays(school)
        if not self.found:
            self.befunde.append(
                rules.UMFANG.befund(
                    Ort(self.source),
                    "Die Datei enthält keine einzige Schule der Region.",
                    "Prüfen Sie, ob es die richtige Datei und die richtige Region ist.",
                )
            )
        elif missing:
            self.befunde.append(_not_listed(self.source, missing))

    def unterschied(self) -> Unterschied:
        """Return what would change."""
        return Unterschied(
            neu=tuple(self.neu),
            geaendert=tuple(self.geaendert),
            bleibt=tuple(self.bleibt),
            nur_stand=tuple(self.nur_stand),
            gleich=self.gleich,
        )

    def _stage(self, cell: Zelle) -> str:
        if re.fullmatch(r"[1-9]", cell.text, re.ASCII):
            return cell.text
        if cell.text.lower() != _OHNE:
            self.befunde.append(
                rules.WERT.befund(
                    place(self.source, cell),
                    f"„{cell.text}“ ist keine Stufe des Sozialindex. Die Angabe wird ausgelassen.",
                    "Erwartet wird 1 bis 9 oder „ohne“. Berichtigen Sie die Zeile der Quelle.",
                )
            )
        return ""

    def _set(self, file: Eigene[Schule], school: Schule, stage: str) -> None:
        satz = file.satz(school.id)
        own = {name: wert.text for name, wert in satz.felder.items()}
        before = school.sozialindex
        if before is not None and before.schuljahr > self.year:
            self._too_old(before.schuljahr)
            return
        source = {
            "sozialindex.stufe": stage,
            "sozialindex.schuljahr": self.year,
            "sozialindex.quelle": f"{QUELLE} {self.year}",
        }
        change, _ = compare(own, source, (), ())
        try:
            for feld in change:
                file.satzdatei.set(satz, feld.name, feld.neu, _ORDER)
        except UnlesbarError as error:
            self.befunde.append(
                rules.BESTAND.befund(
                    file.ort(school.id),
                    f"„{school.id}“ lässt sich nicht fortschreiben: Es ist {error}.",
                    "Schreiben Sie die Felder des Eintrags untereinander.",
                )
            )
            return
        number = school.schulnummer or ""
        real = tuple(feld for feld in change if feld.name == "sozialindex.stufe")
        if before is None:
            self.neu.append(Eintrag(number, school.id, f"{school.name}: Stufe {stage}"))
        elif real:
            by_hand = before.schuljahr == self.year
            entry = Eintrag(number, school.id, school.name, real, abweichend=by_hand)
            self.geaendert.append(entry)
        elif change:
            self.nur_stand.append(Eintrag(number, school.id, school.name))
        else:
            self.gleich += 1

    def _stays(self, school: Schule) -> None:
        grund = "die Quelle nennt keine Stufe (mehr); löschen Sie das Feld von Hand"
        self.bleibt.append(Eintrag(school.schulnummer or "", school.id, school.name, grund=grund))

    def _too_old(self, year: str) -> None:
        if any(b.rule == rules.AELTER.nummer for b in self.befunde):
            return
        self.befunde.append(
            rules.AELTER.befund(
                Ort(self.source),
                f"Die Datei gilt für {self.year}; eingelesen ist schon {year}.",
                "Lesen Sie die neueste Datei ein.",
            )
        )


def _not_listed(source: str, schools: list[Schule]) -> Befund:
    names = ", ".join(f"{school.schulnummer} {school.name}" for school in schools[:3])
    more = f" und {len(schools) - 3} weitere" if len(schools) > 3 else ""
    amount = "Eine Schule steht" if len(schools) == 1 else f"{len(schools)} Schulen stehen"
    return rules.OHNE_INDEX.befund(
        Ort(source),
        f"{amount} nicht in der Liste: {names}{more}. Sie bekommen keinen Sozialindex.",
        "Hier ist nichts zu tun.",
        stufe=Stufe.HINWEIS,
    )
