"""Which schools are new, gone or changed, and the edits that make it so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.importers import rules
from macros.importers.difference import Eintrag, Unterschied, compare
from macros.importers.official_names import kennung_for
from macros.importers.references import references
from macros.importers.resolve import FELDER
from macros.model.findings import Ort
from macros.model.nearest import fold

if TYPE_CHECKING:
    from pathlib import Path

    from macros.importers.nrw_schools import Schulquelle
    from macros.importers.own_files import Eigene
    from macros.importers.resolve import Schulsatz
    from macros.importers.yaml_edit import Satz
    from macros.model.findings import Befund
    from macros.model.records import Gemeinde, Schule

# The short name is what people on the spot say; the source's is only a first proposal.
EINMALIG: Final = frozenset({"kurzname"})
_ORDER: Final = tuple(dict.fromkeys(name.partition(".")[0] for name in FELDER))
_GONE_MAX: Final = 0.2
_GONE_ALWAYS: Final = 3


@dataclass
class Schulplan:
    """What the source means for the region's schools."""

    unterschied: Unterschied = field(default_factory=Unterschied)
    befunde: list[Befund] = field(default_factory=list)


def plan_schools(
    files: list[Eigene[Schule]],
    gemeinden: list[Gemeinde],
    schools: list[Schulsatz],
    quelle: Schulquelle,
    root: Path,
    folder: Path,
) -> Schulplan:
    """Compare the source's schools with the region's and edit the texts.

    Schools are matched by Schulnummer. A school without one was made by hand and is not touched.

    Args:
        files: the region's schools.
        gemeinden: the region's municipalities, for order and titles.
        schools: the schools of the source.
        quelle: what else the source says.
        root: the project's root folder.
        folder: the region's folder, searched for references to schools that are gone.
    """
    planner = _Planner(files, {g.id: g.name for g in gemeinden}, quelle)
    for school in schools:
        planner.compare(school)
    planner.drop({school.nummer for school in schools}, root, folder)
    planner.add()
    return Schulplan(planner.unterschied(), planner.befunde)


class _Planner:
    def __init__(
        self, files: list[Eigene[Schule]], places: dict[str, str], quelle: Schulquelle
    ) -> None:
        self.files = files
        self.places = places
        self.quelle = quelle
        self.befunde: list[Befund] = []
        self.known: dict[str, tuple[Eigene[Schule], Schule]] = {}
        self.taken = {id for file in files for id in file.records}
        self.new: list[Schulsatz] = []
        self.lists: dict[str, list[Eintrag]] = {
            name: [] for name in ("neu", "geaendert", "entfallen", "bleibt", "nur_stand")
        }
        self.same = 0
        for file in files:
            for school in file.records.values():
                self._register(file, school)

    def compare(self, school: Schulsatz) -> None:
        """Compare one school of the source with the region's record, if there is one."""
        if school.nummer not in self.known:
            self.new.append(school)
            return
        file, record = self.known[school.nummer]
        satz = file.satz(record.id)
        own = {name: wert.text for name, wert in satz.felder.items()}
        change, stay = compare(own, school.felder, self.quelle.felder, EINMALIG)
        for feld in change:
            file.satzdatei.set(satz, feld.name, feld.neu, _ORDER)
        titel = self._titel(record.name, record.gemeinde.id)
        fresh = own.get("quelle") == school.felder["quelle"]
        if stay:
            self.lists["bleibt"].append(Eintrag(school.nummer, record.id, titel, tuple(stay)))
        real = tuple(feld for feld in change if feld.name != "quelle")
        if real:
            entry = Eintrag(school.nummer, record.id, titel, real, abweichend=fresh)
            self.lists["geaendert"].append(entry)
        elif change:
            self.lists["nur_stand"].append(Eintrag(school.nummer, record.id, titel))
        else:
            self.same += 1

    def drop(self, numbers: set[str], root: Path, folder: Path) -> None:
        """Remove schools that the source no longer holds, unless something refers to them."""
        gone = {
            number: own
            for number, own in self.known.items()
            if number not in numbers and number not in self.quelle.unlesbar
        }
        if len(gone) > max(_GONE_ALWAYS, _GONE_MAX * len(self.known)):
            self.befunde.append(self._too_many(gone))
            return
        used = references(root, folder, {record.id for _, record in gone.values()})
        for number, (file, record) in gone.items():
            reason = self._reason(number)
            places = tuple(used[record.id])
            titel = self._titel(record.name, record.gemeinde.id)
            entry = Eintrag(number, record.id, titel, grund=reason, verwendet=places)
            self.lists["entfallen"].append(entry)
            if places:
                self.befunde.append(
                    rules.VERWENDET.befund(
                        file.ort(record.id),
                        f"{titel} ({number}) {reason}, wird aber noch verwendet: "
                        f"{'; '.join(places)}. Die Schule bleibt stehen.",
                        "Ordnen Sie die genannten Einträge einer anderen Schule zu oder löschen "
                        "Sie sie; lesen Sie dann noch einmal ein.",
                    )
                )
            else:
                file.satzdatei.remove(file.satz(record.id))

    def add(self) -> None:
        """Insert the new schools, ordered by municipality and name."""
        self.new.sort(key=lambda s: self._key(s.felder["gemeinde"], s.felder["name"]))
        for school in self.new:
            short = school.felder.get("kurzname") or school.felder["name"]
            id = kennung_for(short, school.nummer, self.taken)
            file, anchor = self._anchor(school)
            file.satzdatei.insert(anchor, {"id": id, **school.felder})
            titel = self._titel(school.felder["name"], school.felder["gemeinde"])
            self.lists["neu"].append(Eintrag(school.nummer, id, titel))

    def unterschied(self) -> Unterschied:
        """Return the collected difference."""
        lists = {name: tuple(entries) for name, entries in self.lists.items()}
        return Unterschied(**lists, gleich=self.same)

    def _register(self, file: Eigene[Schule], school: Schule) -> None:
        number = school.schulnummer
        if not number:
            return
        if number in self.known:
            self.befunde.append(
                rules.BESTAND.befund(
                    file.ort(school.id, "schulnummer"),
                    f"Die Schulnummer {number} steht schon bei „{self.known[number][1].name}“.",
                    "Löschen Sie einen der beiden Einträge.",
                )
            )
        self.known.setdefault(number, (file, school))

    def _too_many(self, gone: dict[str, tuple[Eigene[Schule], Schule]]) -> Befund:
        file = self.files[0].file
        return rules.UMFANG.befund(
            Ort(file),
            f"{len(gone)} von {len(self.known)} Schulen der Region fehlen in der Quelle. "
            "Vermutlich ist sie unvollständig oder für eine andere Region. Nichts wird entfernt.",
            "Prüfen Sie die Quelldatei. Stimmt sie, löschen Sie die entfallenen Schulen von Hand.",
        )

    def _reason(self, number: str) -> str:
        """Return why a school is gone, as the rest of a sentence."""
        if number in self.quelle.anderswo:
            key = self.quelle.anderswo[number]
            return f"gehört in der Quelle zu einer anderen Region (Gemeindeschlüssel {key})"
        return self.quelle.ausgelassen.get(number, "steht nicht mehr in der Quelle")

    def _titel(self, name: str, gemeinde: str) -> str:
        return f"{name} · {self.places.get(gemeinde, gemeinde)}"

    def _key(self, gemeinde: str, name: str) -> tuple[str, str]:
        return fold(self.places.get(gemeinde, gemeinde)), fold(name)

    def _anchor(self, school: Schulsatz) -> tuple[Eigene[Schule], Satz | None]:
        """Return the file and the record a new school follows.

        The neighbour is the last school of the same municipality with a smaller name; without
        one the place before the municipality's first; without any, behind the municipality before.
        A file that people ordered otherwise keeps its order.
        """
        wanted = self._key(school.felder["gemeinde"], school.felder["name"])
        place_before: tuple[Eigene[Schule], Satz | None] | None = None
        first_same: tuple[Eigene[Schule], Satz | None] | None = None
        neighbour: tuple[Eigene[Schule], Satz | None] | None = None
        for file in self.files:
            before: Satz | None = None
            for satz in file.satzdatei.saetze:
                key = self._key(satz.get("gemeinde") or "", satz.get("name") or "")
                if key[0] == wanted[0]:
                    first_same = first_same or (file, before)
                    if key < wanted:
                        neighbour = (file, satz)
                elif key[0] < wanted[0]:
                    place_before = (file, satz)
                before = satz
        return neighbour or first_same or place_before or (self.files[0], None)
